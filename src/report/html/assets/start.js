startPage();
startIndex();
startPrint();
for (const dossier of all(".dossier")) startClauses(dossier);
document.addEventListener("click", follow);
window.addEventListener("hashchange", route);
entitle();
route();
