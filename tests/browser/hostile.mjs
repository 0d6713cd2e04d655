// Evidence that would like to be more than text.
import { assert, withPage } from "./harness.mjs";

const harmless = async (page, expected) => {
  await page.waitForFunction((name) => document.querySelector("#dossier h1")?.textContent === name, expected.hostile_shown);
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  assert.equal(await page.$$eval("#dossier script, #dossier img, #dossier iframe, #dossier [onerror], #dossier [onmouseover]", (found) => found.length), 0);
  for (const selector of [".facts .path", ".finding", ".checks .found", ".checks .place", ".people li", ".external li"]) {
    const texts = await page.$$eval(selector, (found) => found.map((element) => element.textContent.trim()));
    assert.ok(texts.some((text) => text.includes(expected.hostile_shown)), `${selector} shows the text as it is`);
  }
};

export const tests = {
  "is shown as text, in the page as it stands": (browser, { hostile, expected }) =>
    withPage(browser, hostile, (page) => harmless(page, expected)),

  "is shown as text, in a page that is unpacked": (browser, { hostiles, expected }) =>
    withPage(browser, hostiles, async (page) => {
      assert.equal(await page.$$eval("#index script, #index img", (found) => found.length), 0);
      assert.ok((await page.textContent("#providers-table")).includes(expected.hostile_shown));
      assert.ok((await page.textContent("#errors")).includes(expected.hostile_shown));
      await page.evaluate(() => { window.location.hash = "#2"; });
      await harmless(page, expected);
    }),

  "could not run if it came in": (browser, { one }) =>
    withPage(browser, one, async (page, complaints) => {
      const refused = await page.evaluate(async () => {
        const refused = [];
        document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
        const script = document.createElement("script");
        try { script.textContent = "window.pwned = 1"; } catch { refused.push("trusted types"); }
        document.head.append(script);
        try { document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.pwned = 1'>"); } catch { refused.push("trusted types"); }
        const style = document.createElement("style");
        style.append("main { display: none }");
        document.head.append(style);
        await fetch("http://127.0.0.1:9/").catch(() => refused.push("fetch"));
        await new Promise((done) => { setTimeout(done, 100); });
        return refused;
      });
      assert.equal(await page.evaluate(() => window.pwned), undefined);
      assert.equal(await page.isVisible("main"), true);
      for (const directive of ["trusted types", "style-src-elem", "connect-src", "fetch"]) {
        assert.ok(refused.includes(directive), `${directive} in ${refused}`);
      }
      // The browser says what it refused.
      complaints.length = 0;
    }),
};
