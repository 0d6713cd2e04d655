// The report on one dossier: search, filters, fold-outs, languages, colours, keyboard.
import { accessible, assert, visible, withPage } from "./harness.mjs";

const CLAUSES = "details.clause";

export const tests = {
  "opens with verdict, terms and every clause": (browser, { one, expected }) =>
    withPage(browser, one, async (page) => {
      assert.equal(await page.textContent("h1"), expected.name);
      assert.ok((await page.title()).startsWith(expected.name));
      assert.equal(await visible(page, ".terms tbody tr"), expected.terms);
      assert.equal(await visible(page, CLAUSES), expected.clauses);
      assert.equal(await visible(page, ".shortfalls.mandatory > li"), expected.mandatory_short);
      assert.equal(await page.locator(".contradictions > div").count() > 0, true);
    }),

  "filters by status, mandatory mark and term": (browser, { one, expected }) =>
    withPage(browser, one, async (page) => {
      for (const [status, count] of Object.entries(expected.statuses)) {
        await page.check(`[name=status][value=${status}]`);
        assert.equal(await visible(page, CLAUSES), count, status);
        assert.ok((await page.textContent("#shown")).includes(String(count)));
        await page.uncheck(`[name=status][value=${status}]`);
      }
      await page.check("#filter-mandatory");
      assert.equal(await visible(page, CLAUSES), expected.mandatory);
      await page.selectOption("#filter-term", "organization");
      assert.equal(await visible(page, CLAUSES), expected.mandatory_of_organization);
      await page.click("button[type=reset]");
      await page.waitForFunction((all) => document.querySelectorAll("details.clause:not(.out)").length === all, expected.clauses);
    }),

  "searches clauses, values and places": (browser, { one, expected }) =>
    withPage(browser, one, async (page) => {
      await page.fill("#search", "REGISTERED_CAPITAL 6.2.b");
      assert.equal(await visible(page, CLAUSES), 1);
      assert.equal(await visible(page, ".term-clauses"), 1, "empty terms are out of the way");
      await page.fill("#search", "no such thing anywhere");
      assert.equal(await visible(page, CLAUSES), 0);
      assert.equal(await page.isVisible("#nothing"), true);
      // A link to a clause that a filter hides shows it all the same.
      await page.click(".shortfalls a");
      await page.waitForFunction(() => document.activeElement.matches("details.clause[open] > summary"));
      assert.equal(await visible(page, CLAUSES), expected.clauses);
    }),

  "folds away what else a report must have, and opens it by the keyboard": (browser, { one }) =>
    withPage(browser, one, async (page) => {
      assert.equal(await visible(page, "#form details > summary"), 7);
      assert.equal(await page.locator("#form-signatures .blank").first().isVisible(), false);
      await page.locator("#form-signatures > summary").focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.locator("#form-signatures .blank").last().isVisible(), true);
      for (const id of ["parties", "course", "weights", "values", "opinions", "scope"]) await page.click(`#form-${id} > summary`);
      assert.equal(await visible(page, "#form-weights tbody tr"), 15 + 1);
      await accessible(page);
    }),

  "folds out by the keyboard what was found and required": (browser, { one }) =>
    withPage(browser, one, async (page) => {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
      const clause = page.locator('[id="consulting-6.2.b"]');
      assert.equal(await clause.locator("table").isVisible(), false);
      await clause.locator("summary").focus();
      await page.keyboard.press("Enter");
      assert.equal(await clause.locator("table").isVisible(), true);
      const short = clause.locator("tr.check.short");
      assert.equal((await short.locator(".found").innerText()).trim(), "4,990,000 元");
      assert.ok((await short.locator(".required").innerText()).includes("5,000,000 元"));
      assert.equal((await short.locator(".place").innerText()).trim(), "provider.registered_capital_yuan");
      assert.ok((await clause.locator(".about").innerText()).length > 20, "what the clause asks for");
      await page.click("#unfold");
      assert.equal(await page.$$eval("details.clause:not([open])", (folded) => folded.length), 0);
      await page.click("#unfold");
      assert.equal(await page.$$eval("details.clause[open]", (open) => open.length), 0);
    }),

  "switches language everywhere": (browser, { one }) =>
    withPage(browser, one, async (page) => {
      await page.click("#unfold");
      const [own, other] = [{ zh: "zh-CN", en: "en" }, { zh: "en", en: "zh-CN" }];
      const verdicts = { zh: "不通过", en: "FAIL" };
      for (const language of ["zh", "en", "zh"]) {
        await page.click(`[data-set-language=${language}]`);
        assert.equal(await visible(page, `span[lang="${other[language]}"]`), 0);
        assert.ok(await visible(page, `span[lang="${own[language]}"]`) > 500);
        assert.equal(await page.getAttribute("html", "lang"), language === "zh" ? "zh-CN" : "en");
        assert.equal(await page.innerText(".evaluation .big"), verdicts[language]);
        const texts = await page.evaluate(() => [document.title, document.querySelector("#search").placeholder,
          document.querySelector("#filter-term option").textContent, document.querySelector("#shown").textContent].join(" ").replace(/^\S+ – /, ""));
        assert.equal(/[\u4e00-\u9fff]/.test(texts), language === "zh", texts);
        assert.equal(await page.getAttribute(`[data-set-language=${language}]`, "aria-pressed"), "true");
      }
      await page.click("[data-set-language=en]");
      // What the host and the pack say has an English text; what is left in Chinese is evidence.
      const left = await page.evaluate(() => ["h2, h3, h4", "th", "label", "button:not([lang])", ".asks", ".fact"].flatMap((selector) =>
        Array.from(document.querySelectorAll(selector), (element) => element.innerText)).filter((text) => /[\u4e00-\u9fff]/.test(text)));
      assert.deepEqual(left, []);
    }),

  "switches colours, and follows the system at first": (browser, { one }) =>
    withPage(browser, one, async (page) => {
      const paper = () => page.$eval(".part", (part) => getComputedStyle(part).backgroundColor);
      const dark = await paper();
      await page.click("#theme");
      assert.equal(await paper(), "rgb(255, 255, 255)");
      assert.notEqual(dark, "rgb(255, 255, 255)");
    }, { colorScheme: "dark" }),

  "is accessible, light and dark, in both languages": async (browser, { one }) => {
    for (const colorScheme of ["light", "dark"]) {
      await withPage(browser, one, async (page) => {
        for (const language of ["zh", "en"]) {
          await page.click(`[data-set-language=${language}]`);
          for (const details of await page.$$("details.not_satisfied:not([open]), details.others:not([open])")) {
            await details.evaluate((element) => { element.open = true; });
          }
          await accessible(page, `${colorScheme} ${language}`);
        }
      }, { colorScheme });
    }
  },

  "fits a phone": (browser, { one }) =>
    withPage(browser, one, async (page) => {
      const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok((await wider()) <= 0, "the page is wider than the screen");
      await page.click("#unfold");
      assert.ok((await wider()) <= 0, "the unfolded page is wider than the screen");
      await accessible(page, "phone");
    }, { viewport: { width: 360, height: 740 } }),

  "shows several classes, reuse of people and findings": (browser, { six, expected }) =>
    withPage(browser, six, async (page) => {
      assert.equal(await visible(page, "#classes tbody tr"), 7);
      assert.equal(await visible(page, ".evaluation"), 6);
      assert.equal(await visible(page, ".part.external"), 1);
      assert.ok(await visible(page, "#reuse .people li") > 0);
      assert.equal(await visible(page, "#findings tbody tr"), expected.judged);
      assert.equal(await visible(page, CLAUSES), expected.six_clauses);
      await page.selectOption("#filter-class", "training");
      assert.equal(await visible(page, CLAUSES), expected.training_clauses);
      await accessible(page, "six classes");
    }),

  "is read without scripts": async (browser, { one, expected }) => {
    await withPage(browser, one, async (page) => {
      assert.equal(await page.innerText("h1"), expected.name);
      assert.equal(await page.locator(CLAUSES).count(), expected.clauses);
      assert.ok((await page.locator(".about").first().textContent()).length > 20);
    }, { javaScriptEnabled: false });
  },
};
