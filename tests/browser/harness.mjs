// A browser, pages opened in it, and what is held against every one of them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function launch(executablePath) {
  const args = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
  ];
  return chromium.launch({ executablePath, args });
}

/** Opens a report, lets `work` use it, and fails if the page complained or asked for anything. */
export async function withPage(browser, file, work, { hash = "", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  const url = pathToFileURL(file).href;
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    const asked = request.url();
    if (asked.split("#")[0] !== url && !asked.startsWith("data:")) complaints.push(`request: ${asked}`);
  });
  try {
    await page.goto(url + hash);
    await work(page, complaints);
    assert.deepEqual(complaints, [], "the page complained or asked for something");
  } finally {
    await context.close();
  }
}

/** Nothing serious that an accessibility checker finds. */
export async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  assert.ok(passes.length > 15, `${what}: the checker looked at hardly anything`);
  const found = violations.map(({ id, impact, nodes }) =>
    `${impact} ${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any.map((any) => any.message)}`).join(" | ")}`);
  assert.deepEqual(found, [], what);
}

/** Elements that take up room on the page. */
export const visible = (page, selector) =>
  page.$$eval(selector, (elements) => elements.filter((element) => element.getClientRects().length > 0).length);

export { assert };
