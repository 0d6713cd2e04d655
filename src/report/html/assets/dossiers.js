// The pages of dossiers: one stands in the document; of several, each is unpacked when it is opened.
const policy = window.trustedTypes
  ? window.trustedTypes.createPolicy("report", { createHTML: (markup) => markup })
  : { createHTML: (markup) => markup };

/** The page with that number, as elements. What is unpacked was escaped when it was written. */
async function unpack(number) {
  const packed = document.getElementById(`packed-${number}`);
  if (!packed) return null;
  const bytes = Uint8Array.from(atob(packed.textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const holder = document.createElement("div");
  holder.innerHTML = policy.createHTML(await new Response(stream).text());
  const abouts = find("#abouts").content;
  for (const place of all(".about[data-about]", holder)) {
    const about = abouts.querySelector(`[data-about="${CSS.escape(place.dataset.about)}"]`);
    if (about) place.append(...about.cloneNode(true).childNodes);
  }
  translate(holder);
  return holder.firstElementChild;
}

/** What stands for a page that the browser is too old to unpack. */
function unpackable() {
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.textContent = say("浏览器版本过低，无法展开该报告，请升级浏览器。", "This browser is too old to unpack the page: use a newer one.");
  return notice;
}

let asked = "";

/** Shows what the address names: the index, a dossier as `#12`, or a part of one as `#12/class-consulting`. */
async function route() {
  const index = find("#index");
  const place = decodeURIComponent(window.location.hash.slice(1));
  if (!index) {
    if (place) reveal(place);
    return;
  }
  const named = /^(\d+)(?:\/(.+))?$/.exec(place);
  asked = place;
  const holder = find("#dossier");
  const number = named ? named[1] : "";
  if (!named && place && holder.contains(document.getElementById(place))) return;
  if (number && holder.dataset.number !== number) {
    const page = await unpack(number).catch(unpackable);
    if (asked !== place) return;
    if (page) {
      holder.replaceChildren(page);
      holder.dataset.number = number;
      startClauses(page);
    }
  }
  const open = number !== "" && holder.dataset.number === number;
  const wasOpen = !holder.hidden;
  holder.hidden = !open;
  index.hidden = open;
  find("#to-index").hidden = !open;
  entitle();
  if (open && named[2]) reveal(named[2]);
  else if (open || wasOpen) {
    window.scrollTo(0, 0);
    const heading = find("h1", open ? holder : index);
    if (heading) heading.focus({ preventScroll: true });
  }
}

/** Follows links within a dossier, so that the address still names the dossier. */
function follow(event) {
  const link = event.target.closest('a[href^="#"]');
  const holder = find("#dossier");
  if (!link) return;
  const id = decodeURIComponent(link.hash.slice(1));
  if (find("#index") && holder.contains(link)) {
    event.preventDefault();
    const address = `#${holder.dataset.number}/${id}`;
    if (window.location.hash !== address) window.history.pushState(null, "", address);
    reveal(id);
  } else if (link.id !== "to-index" && !/^\d/.test(id)) {
    event.preventDefault();
    if (!find("#index")) window.history.pushState(null, "", link.hash);
    reveal(id);
  } else if (link.hash === window.location.hash) {
    route();
  }
}
