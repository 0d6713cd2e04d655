// Runs every test: `node run.mjs CHROMIUM FOLDER`, where FOLDER holds the pages and `expected.json`.
import { readFileSync } from "node:fs";
import { launch } from "./harness.mjs";
import * as hostile from "./hostile.mjs";
import * as many from "./many.mjs";
import * as one from "./one.mjs";
import * as paper from "./paper.mjs";

const [, , chromium, folder, only = ""] = process.argv;
const expected = JSON.parse(readFileSync(`${folder}/expected.json`, "utf8"));
const pages = Object.fromEntries(["one", "six", "few", "many", "hostile", "hostiles"].map((name) => [name, `${folder}/${name}.html`]));

const browser = await launch(chromium);
let failed = 0;
let passed = 0;
for (const [group, { tests }] of Object.entries({ one, many, paper, hostile })) {
  for (const [name, test] of Object.entries(tests)) {
    if (!`${group}: ${name}`.includes(only)) continue;
    try {
      await test(browser, { ...pages, folder, expected });
      passed += 1;
      console.log(`ok   ${group}: ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL ${group}: ${name}\n${error.stack}`);
    }
  }
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
