/** The application of the town, as a browser gets it; `isNext` is its next release, of the same facts. */
export const brevanneScript = (isNext: boolean): string => `
const isNext = ${isNext};
const api = "/api/v1/consultations";
const make = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
};
const zone = { timeZone: "Europe/Paris" };
const day = (at) => new Intl.DateTimeFormat("fr-FR", { ...zone, day: "2-digit", month: "2-digit", year: "numeric" }).format(new Date(at));
const hour = (at) => new Intl.DateTimeFormat("fr-FR", { ...zone, hour: "2-digit", minute: "2-digit" }).format(new Date(at));
const moment = (at) => day(at) + " à " + hour(at);
const words = { EN_COURS: "En cours", CLOTUREE: "Clôturée", SANS_SUITE: "Sans suite", ATTRIBUEE: "Attribuée", PREVUE: "À venir" };
const reasons = { deadline: "Date limite reportée", status: "Statut modifié", need: "Exigences modifiées" };
const skin = isNext ? "q" : "v";
const root = document.getElementById("app");
let [page, tab] = [0, 0];

const go = (path) => { history.pushState({}, "", path); route(); };
addEventListener("popstate", route);
const chip = (code) => make("span", { class: skin + "-chip " + skin + "-chip--" + code.toLowerCase() }, make("span", { class: skin + "-chip__content" }, words[code]));

function frame(...main) {
  root.replaceChildren(make("div", { class: skin + "-application" },
    make("header", { class: skin + "-app-bar" }, make("div", { class: skin + "-toolbar__title" }, "Brévanne marchés"), make("button", { type: "button", class: skin + "-btn", "aria-label": "Changer de thème" }, make("i", { class: "mdi mdi-theme-light-dark" }))),
    make("main", { class: skin + "-main" }, ...main)));
}

async function list() {
  frame(make("div", { class: skin + "-progress-linear", role: "progressbar" }));
  const found = await (await fetch(api + "?page=" + page + "&size=6&sort=datePublication,desc")).json();
  const open = (one) => () => go("/consultations/" + one.id);
  const cells = (one) => [one.reference, one.objet, one.acheteur.libelle, one.nature, moment(one.dateLimiteRemise), chip(one.statut)];
  const heads = ["Référence", "Objet", "Acheteur", "Nature", "Date limite", "Statut"];
  const rows = found.content.map((one) => isNext
    ? make("div", { class: "q-item", role: "button", tabindex: "0", onclick: open(one) }, cells(one).map((cell, index) => make("div", { class: "q-item__section" }, make("span", { class: "q-item__label" }, heads[index]), make("span", { class: "q-item__value" }, cell))))
    : make("tr", { class: "v-data-table__tr v-data-table__tr--clickable", onclick: open(one) }, cells(one).map((cell) => make("td", { class: "v-data-table__td" }, cell))));
  const [from, to] = [found.number * found.size + 1, found.number * found.size + found.content.length];
  const turn = (label, sign, by, isOff) => make("button", { type: "button", class: skin + "-btn " + skin + "-btn--icon", "aria-label": label, disabled: isOff && "", onclick: () => { page += by; list(); } }, make("i", { class: "mdi mdi-chevron-" + sign }));
  frame(make("h1", {}, "Consultations"),
    isNext ? make("div", { class: "q-list" }, rows) : make("table", {}, make("thead", {}, make("tr", {}, heads.map((head) => make("th", { class: "v-data-table__th" }, make("span", {}, head))))), make("tbody", {}, rows)),
    make("div", { class: skin + "-data-table-footer" }, make("span", {}, "Lignes par page : 6"), make("span", {}, from + "-" + to + " sur " + found.totalElements), turn("Page précédente", "left", -1, page === 0), turn("Page suivante", "right", 1, page >= found.totalPages - 1)));
}

async function single(id) {
  frame(make("div", { class: skin + "-progress-linear", role: "progressbar" }));
  const reply = await fetch(api + "/" + id);
  if (!reply.ok) return frame(make("h1", {}, "Page introuvable"), make("p", {}, "Cette consultation n'existe pas ou n'est plus publiée."));
  const one = await reply.json();
  document.title = one.objet + " - Brévanne marchés";
  const facts = [["Référence", one.reference], ["Acheteur", one.acheteur.libelle], ["Service", one.service], ["Nature", one.nature], ["Publiée le", moment(one.datePublication)], ["Questions jusqu'au", moment(one.dateLimiteQuestions)], ["Date limite de remise des offres", moment(one.dateLimiteRemise)], ["Statut", words[one.statut]], ...(one.dateAttribution ? [["Attribuée le", day(one.dateAttribution)]] : [])];
  const panes = [
    ["Présentation", () => [make("p", {}, one.description), make("h2", {}, "Exigences"), make("ul", {}, one.exigences.map((need) => make("li", {}, need)))]],
    ["Documents", () => make("ul", {}, one.documents.map((file) => make("li", {}, make("a", { href: file.lien }, file.libelle))))],
    ["Rectificatifs", () => one.rectificatifs.length ? make("ol", {}, one.rectificatifs.map((each) => make("li", {}, moment(each.date) + " : " + reasons[each.type] + (each.ancienneDate ? " (ancienne date : " + moment(each.ancienneDate) + ")" : "")))) : make("p", {}, "Aucun rectificatif.")],
  ];
  const draw = () => frame(
    make("button", { type: "button", class: skin + "-btn", onclick: () => go("/consultations") }, "Retour à la liste"),
    make("h1", {}, one.objet),
    make("div", { class: skin + "-row" }, facts.map(([label, value]) => make("div", { class: skin + "-col" }, make("div", { class: "text-caption" }, label), make("div", { class: "text-body-1" }, value)))),
    make("div", { role: "tablist", class: skin + "-tabs" }, panes.map(([label], index) => make("button", { type: "button", role: "tab", "aria-selected": String(index === tab), onclick: () => { tab = index; draw(); } }, label))),
    make("div", { class: skin + "-window", role: "tabpanel" }, panes[tab][1]()));
  tab = 0;
  draw();
}

function route() {
  const id = location.pathname.split("/")[2];
  if (id) single(id); else list();
}
route();
`;
