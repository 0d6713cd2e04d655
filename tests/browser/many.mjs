// The report on many dossiers: index, sorting, filters, and the page of each.
import { accessible, assert, visible, withPage } from "./harness.mjs";

const ROWS = "#providers-table tbody tr";
const column = (page, index) => page.$$eval(ROWS, (rows, index) => rows.filter((row) => row.getClientRects().length).map((row) => row.children[index].innerText), index);

export const tests = {
  "lists every evaluation, sorts and filters": (browser, { few, expected }) =>
    withPage(browser, few, async (page) => {
      assert.equal(await visible(page, ROWS), expected.rows);
      assert.equal(await visible(page, ".distribution"), 1);
      const sort = (index) => page.click(`#providers-table th:nth-child(${index + 1}) button`);
      await sort(3);
      const scores = (await column(page, 3)).map((text) => (text.match(/^\d/) ? Number(text) : -1));
      assert.deepEqual(scores, [...scores].sort((a, b) => a - b));
      await sort(3);
      assert.deepEqual((await column(page, 3)).map((text) => (text.match(/^\d/) ? Number(text) : -1)), [...scores].sort((a, b) => b - a));
      assert.equal(await page.getAttribute("#providers-table th:nth-child(4)", "aria-sort"), "descending");
      await page.check("[name=verdict][value=pass]");
      assert.equal(await visible(page, ROWS), expected.passes);
      await page.uncheck("[name=verdict][value=pass]");
      await page.selectOption("#index-class", "training");
      assert.equal(await visible(page, ROWS), 1);
      assert.equal(await visible(page, ".distribution"), 1);
      await page.click("#index-filters [type=reset]");
      await page.fill("#index-search", "qinghe");
      assert.equal(await visible(page, ROWS), 1);
    }),

  "counts the clauses that most dossiers fail, and lists these dossiers": (browser, { few, expected }) =>
    withPage(browser, few, async (page) => {
      const found = await page.$$eval(".failed tbody tr", (rows) => Object.fromEntries(rows.map((row) =>
        [row.querySelector("[data-clause]").dataset.clause, Number.parseInt(row.querySelector("[data-clause]").textContent, 10)])));
      assert.deepEqual(found, expected.failed);
      const [clause, count] = Object.entries(found)[0];
      await page.click(`[data-clause="${clause}"]`);
      const names = new Set(await column(page, 7));
      assert.equal(names.size, count);
      assert.equal(await page.innerText("#by-clause-id"), clause);
    }),

  "opens dossiers, goes back, and is addressed": (browser, { few, expected }) =>
    withPage(browser, few, async (page) => {
      const opened = (name) => page.waitForFunction((name) => document.querySelector("#dossier h1")?.textContent === name && !document.querySelector("#dossier").hidden, name);
      await page.click(`${ROWS} a >> text=${expected.names[1]}`);
      await opened(expected.names[1]);
      assert.equal(await page.isVisible("#index"), false);
      assert.ok((await page.title()).startsWith(expected.names[1]));
      assert.ok((await page.locator(".about").first().textContent()).length > 20, "what clauses ask for is put in");
      await page.fill("#search", "6.2.b");
      assert.ok(await visible(page, "details.clause") >= 1);
      await page.click(".contents a[href='#clauses']");
      assert.ok(page.url().endsWith("#2/clauses"));
      await accessible(page, "an opened dossier");
      await page.goBack();
      await page.goBack();
      await page.waitForFunction(() => !document.querySelector("#index").hidden);
      await page.evaluate(() => { window.location.hash = "#3/consulting-6.2.a"; });
      await opened(expected.names[2]);
      await page.waitForFunction(() => document.querySelector('[id="consulting-6.2.a"]').open);
      await page.click("#to-index");
      await page.waitForFunction(() => !document.querySelector("#index").hidden);
      await page.click("[data-set-language=en]");
      await page.evaluate(() => { window.location.hash = "#1"; });
      await opened(expected.names[0]);
      assert.equal(await page.getAttribute("#search", "placeholder"), "clause, name, person, place …");
    }),

  "is accessible": async (browser, { few }) => {
    for (const colorScheme of ["light", "dark"]) {
      await withPage(browser, few, (page) => accessible(page, `index, ${colorScheme}`), { colorScheme });
    }
  },

  "fits a phone": (browser, { few }) =>
    withPage(browser, few, async (page) => {
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 0);
    }, { viewport: { width: 360, height: 740 } }),

  "opens 500 dossiers in under three seconds": async (browser, { many }) => {
    const times = [];
    // What else the machine does must not decide: the best of three.
    for (let run = 0; run < 3 && !(Math.min(...times) < 3000); run += 1) {
      const from = Date.now();
      await withPage(browser, many, async (page) => {
        await page.waitForFunction(() => document.querySelector("#index-shown")?.textContent);
        assert.ok((await page.textContent("#index h1")).includes("500"));
        times.push(Date.now() - from);
        const before = Date.now();
        await page.evaluate(() => { window.location.hash = "#500"; });
        await page.waitForFunction(() => document.querySelector("#dossier h1")?.textContent.includes("500"));
        times.dossier = Date.now() - before;
        await page.evaluate(() => { window.location.hash = ""; });
        const sorting = Date.now();
        await page.waitForFunction(() => !document.querySelector("#index").hidden);
        await page.click("#providers-table th:first-child button");
        await page.fill("#index-search", "499");
        assert.ok(await visible(page, ROWS) >= 1);
        times.sorting = Date.now() - sorting;
      });
    }
    console.log(`    500 dossiers: opened in ${times.join(", ")} ms, one of them in ${times.dossier} ms, sorted and searched in ${times.sorting} ms`);
    assert.ok(Math.min(...times) < 3000, `${times} ms`);
    assert.ok(times.dossier < 3000, `${times.dossier} ms for one of them`);
  },
};
