// The report on paper: everything is there whatever the screen shows, on A4.
import { execFileSync } from "node:child_process";
import { assert, withPage } from "./harness.mjs";

/** The pages as text, and their size. */
async function printed(page, file) {
  await page.pdf({ path: file, preferCSSPageSize: true });
  const read = (...how) => execFileSync("pdftotext", [...how, file, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const pages = read("-layout").split("\f");
  const size = execFileSync("pdfinfo", [file], { encoding: "utf8" }).match(/Page size:\s+([\d.]+) x ([\d.]+)/);
  return { pages: pages.slice(0, -1), size: [Math.round(size[1]), Math.round(size[2])], text: read() };
}

/** What is not in the text, however its lines are broken. */
const lacking = (text, wanted) => {
  const plain = text.replace(/\s+/g, "");
  return wanted.filter((one) => !plain.includes(one.replace(/\s+/g, "")));
};

export const tests = {
  "prints all sections, clauses and checks, though a filter is set": (browser, { one, folder, expected }) =>
    withPage(browser, one, async (page) => {
      await page.fill("#search", "nothing matches this");
      const { pages, size, text } = await printed(page, `${folder}/one.pdf`);
      assert.deepEqual(size, [595, 842]);
      assert.ok(pages.length > 5 && pages.length < 60, `${pages.length} pages`);
      const sections = ["评价报告", expected.name, "各评价项", "不满足的必要项", "全部条款", "依据与说明", "标准自身不一致之处", "怎样读本报告"];
      const form = ["参评机构与评价主体", "评价活动基本情况", "遴选评价专家", "评价指标的权重", "评价指标的赋值方法", "评价专家意见", "评价主体意见", "签字与盖章", "结果的作用范围与时效", "有效期截止", "（填写）"];
      assert.deepEqual(lacking(text, [...sections, ...form, ...expected.ids, ...expected.places]), []);
      assert.deepEqual(lacking(pages[0], ["不通过", "98.57", "58/59", "不满足的必要项"]), [], "the first page says it all");
      assert.ok(pages.every((page, index) => page.includes(`${index + 1} / ${pages.length}`)), "pages are numbered");
      assert.deepEqual(["清除筛选", "全部展开", "跳到正文"].filter((tool) => text.includes(tool)), [], "tools are not printed");
      // The screen is as it was.
      assert.equal(await page.$$eval("details.clause[open]", (open) => open.length), 0);
      assert.equal(await page.isVisible("#nothing"), true);
    }),

  "prints in the language chosen, and never dark": (browser, { one, folder, expected }) =>
    withPage(browser, one, async (page) => {
      await page.click("[data-set-language=en]");
      const { text } = await printed(page, `${folder}/one-en.pdf`);
      assert.deepEqual(lacking(text, ["Evaluation report", "Mandatory clauses not satisfied", "All clauses", "Basis and notes", "Evaluated body and evaluator", "Course of the evaluation", "Weights of the indicators", "How values are assigned", "Opinion of the experts", "Signatures and seal", "Scope and validity", "(to be filled in)", ...expected.ids]), []);
      assert.equal(text.includes("不满足的必要项"), false);
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.$eval("body", (body) => getComputedStyle(body).color), "rgb(28, 33, 39)");
    }, { colorScheme: "dark" }),

  "prints what several classes share once": (browser, { six, folder, expected }) =>
    withPage(browser, six, async (page) => {
      const { pages, text } = await printed(page, `${folder}/six.pdf`);
      assert.deepEqual(lacking(text, ["各服务类一览", "人员复用", "外部评价结论", "评价人员判定", "逐条结果与以下服务类相同", ...expected.six_ids]), []);
      console.log(`    six classes: ${pages.length} pages`);
    }),

  "prints the index, and with it every dossier if asked": (browser, { few, folder, expected }) =>
    withPage(browser, few, async (page) => {
      await page.check("[name=verdict][value=fail]");
      const index = await printed(page, `${folder}/index.pdf`);
      assert.deepEqual(lacking(index.text, ["得分分布", "评价结果", "最常不满足的条款", "依据与说明", ...expected.names]), []);
      assert.equal(index.text.includes("全部条款"), false);
      await page.evaluate(() => { window.print = () => { window.wasPrinted = true; }; });
      await page.click("#print-all");
      await page.waitForFunction(() => window.wasPrinted);
      assert.equal(await page.$$eval("#everything .dossier", (dossiers) => dossiers.length), expected.names.length);
      const all = await printed(page, `${folder}/all.pdf`);
      assert.equal(all.text.split("评价报告").length - 1 >= expected.names.length, true);
      assert.ok(all.pages.length > index.pages.length + 5 * expected.names.length);
      await page.waitForFunction(() => document.querySelectorAll("#everything .dossier").length === 0);
    }),
};
