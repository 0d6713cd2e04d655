// Paper: fold-outs are open on it, whatever the browser makes of the style sheet.
const folded = [];

function openForPaper() {
  for (const details of all("details:not([open])")) {
    details.open = true;
    folded.push(details);
  }
}

function closeAfterPaper() {
  for (const details of folded.splice(0)) details.open = false;
  document.body.classList.remove("all");
  find("#everything").replaceChildren();
}

/** Prints the index with the pages of all dossiers behind it. */
async function printAll(button) {
  const everything = find("#everything");
  const progress = find("#print-progress");
  button.disabled = true;
  const count = all('script[id^="packed-"]').length;
  for (let number = 1; number <= count; number += 1) {
    everything.append(await unpack(number));
    progress.textContent = `${number} / ${count}`;
  }
  // Pages of several dossiers have the same ids, which only links on the screen need.
  for (const element of all("[id]", everything)) element.removeAttribute("id");
  document.body.classList.add("all");
  progress.textContent = "";
  button.disabled = false;
  window.print();
}

function startPrint() {
  window.addEventListener("beforeprint", openForPaper);
  window.addEventListener("afterprint", closeAfterPaper);
  find("#print").addEventListener("click", () => window.print());
  const everything = find("#print-all");
  if (everything) everything.addEventListener("click", () => printAll(everything));
}
