// The clauses of a dossier: search, filters and fold-outs.
function startClauses(dossier) {
  const form = find("#filters", dossier);
  if (!form) return;
  const clauses = all("details.clause", dossier);
  const search = find("#search", form);
  const ofClass = find("#filter-class", form);
  const ofTerm = find("#filter-term", form);
  const mandatory = find("#filter-mandatory", form);
  const unfold = find("#unfold", form);
  const texts = new Map();
  const text = (clause) => {
    if (!texts.has(clause)) texts.set(clause, textOf(clause));
    return texts.get(clause);
  };

  function apply() {
    const words = wordsOf(search);
    const statuses = all('[name="status"]:checked', form).map((box) => box.value);
    let shown = 0;
    for (const clause of clauses) {
      const keep =
        (!ofClass || !ofClass.value || clause.closest("[data-class]").dataset.class === ofClass.value) &&
        (!ofTerm.value || clause.closest("[data-term]").dataset.term === ofTerm.value) &&
        (!mandatory.checked || "mandatory" in clause.dataset) &&
        (statuses.length === 0 || statuses.includes(clause.dataset.status)) &&
        words.every((word) => text(clause).includes(word));
      clause.classList.toggle("out", !keep);
      shown += keep ? 1 : 0;
    }
    for (const group of all(".term-clauses, .class-clauses", dossier)) {
      group.classList.toggle("out", !find("details.clause:not(.out)", group));
    }
    find("#nothing", dossier).hidden = shown > 0;
    find("#shown", form).textContent = say(`显示 ${shown} 条，共 ${clauses.length} 条`, `${shown} of ${clauses.length} clauses`);
  }

  function unfoldAll(open) {
    unfold.setAttribute("aria-pressed", String(open));
    for (const clause of clauses) clause.open = open && !clause.classList.contains("out");
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  unfold.addEventListener("click", () => unfoldAll(unfold.getAttribute("aria-pressed") !== "true"));
  dossier.addEventListener("refilter", apply);
  apply();
}

/** Brings a part of the open dossier into view, opening and showing what hides it. */
function reveal(id) {
  const target = document.getElementById(id);
  if (!target) return;
  if (target.classList.contains("out")) find("#filters").reset();
  setTimeout(() => {
    if (target.matches("details")) target.open = true;
    target.scrollIntoView();
    (find("summary", target.matches("details") ? target : document.createElement("i")) || target).focus({ preventScroll: true });
  });
}
document.addEventListener("language", () => {
  for (const dossier of all(".dossier")) dossier.dispatchEvent(new Event("refilter"));
});
