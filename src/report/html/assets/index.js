// The index of a run over many dossiers: sorting and filters.
function startIndex() {
  const form = find("#index-filters");
  if (!form) return;
  const table = find("#providers-table");
  const body = find("tbody", table);
  const rows = all("tr", body);
  const search = find("#index-search");
  const ofClass = find("#index-class");
  const texts = rows.map(textOf);
  let clause = "";

  // The clauses that a dossier fails stand in its first row.
  const short = new Map();
  for (const row of rows) {
    if (row.dataset.short) short.set(row.dataset.dossier, new Set(row.dataset.short.split(" ")));
  }

  function apply() {
    const words = wordsOf(search);
    const verdicts = all('[name="verdict"]:checked', form).map((box) => box.value);
    const chosen = ofClass ? ofClass.value : "";
    let shown = 0;
    rows.forEach((row, index) => {
      const fails = short.get(row.dataset.dossier);
      const keep =
        (!chosen || row.dataset.class === chosen) &&
        (verdicts.length === 0 || verdicts.includes(row.dataset.verdict)) &&
        (!clause || (fails && fails.has(clause))) &&
        words.every((word) => texts[index].includes(word));
      row.classList.toggle("out", !keep);
      shown += keep ? 1 : 0;
    });
    // A class alone, or one that is not scored, has no picture of its own.
    const pictures = all(".distribution");
    const pictured = pictures.some((figure) => figure.dataset.class === chosen) ? chosen : "";
    for (const figure of pictures) {
      figure.classList.toggle("out", figure.dataset.class !== pictured);
    }
    find("#by-clause").hidden = !clause;
    find("#by-clause-id").textContent = clause;
    find("#index-shown").textContent = say(`显示 ${shown} 行，共 ${rows.length} 行`, `${shown} of ${rows.length} rows`);
  }

  function sort(head) {
    const column = Array.from(head.parentElement.children).indexOf(head);
    const numeric = "numeric" in head.dataset;
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement.children) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const compare = new Intl.Collator(["zh", "en"], { numeric: true }).compare;
    const key = (row) => {
      const cell = row.children[column];
      if (!cell) return "";
      return cell.dataset.sort === undefined ? cell.textContent : cell.dataset.sort;
    };
    const keyed = Array.from(body.children, (row) => [numeric ? Number(key(row)) : key(row), row]);
    keyed.sort(([a], [b]) => (numeric ? a - b : compare(a, b)) * (down ? -1 : 1));
    body.append(...keyed.map(([, row]) => row));
  }

  for (const button of all("thead button", table)) button.addEventListener("click", () => sort(button.closest("th")));
  for (const button of all("[data-clause]")) {
    button.addEventListener("click", () => {
      clause = button.dataset.clause;
      apply();
      const providers = find("#providers");
      providers.scrollIntoView();
      providers.focus({ preventScroll: true });
    });
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(() => { clause = ""; apply(); }));
  document.addEventListener("language", apply);
  apply();
}
