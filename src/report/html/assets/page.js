// The page as a whole: its language and its colours.
const root = document.documentElement;
const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
const chinese = () => root.dataset.language === "zh";
const say = (zh, en) => (chinese() ? zh : en);

/** Puts texts that cannot hold elements into the page's language. */
function translate(within) {
  for (const element of all("[data-zh]", within)) {
    const text = say(element.dataset.zh, element.dataset.en);
    if (element.matches("input")) element.placeholder = text;
    else if (element.matches("option, title")) element.textContent = text;
    else element.setAttribute("aria-label", text);
  }
}

function setLanguage(language) {
  root.dataset.language = language;
  root.lang = language === "zh" ? "zh-CN" : "en";
  for (const button of all("[data-set-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.setLanguage === language));
  }
  translate(document);
  entitle();
  document.dispatchEvent(new Event("language"));
}

/** Names the document after the provider whose page is open. */
function entitle() {
  const title = find("title");
  const open = find("#dossier:not([hidden]) .dossier");
  const kind = say(title.dataset.zh, title.dataset.en);
  document.title = open ? `${open.dataset.name} – ${kind}` : kind;
}

function setTheme(dark) {
  root.dataset.theme = dark ? "dark" : "light";
  find("#theme").setAttribute("aria-pressed", String(dark));
}

function startPage() {
  for (const button of all("[data-set-language]")) {
    button.addEventListener("click", () => setLanguage(button.dataset.setLanguage));
  }
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  setTheme(system.matches);
  system.addEventListener("change", () => setTheme(system.matches));
  find("#theme").addEventListener("click", () => setTheme(root.dataset.theme !== "dark"));
}

/** The words searched for: each must be there, whatever the case. */
const wordsOf = (input) => input.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
const textOf = (element) => element.textContent.normalize("NFKC").toLowerCase();
