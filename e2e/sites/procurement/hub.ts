import { html, raw } from "../ground/html";
import type { Reply } from "../ground/start-site";
import type { PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin, sliceOf } from "./skin";
import { clockTime, slashedDate } from "./wording";

const zone = "Europe/London";
const brussels = "Europe/Brussels";

/** A supranational hub: an empty shell, a script that draws a table from JSON, pages turned by a button without address, times in UTC+1. */
export const hub: Skin = {
  plan: { country: "gb", half: "second", zone },
  listingPath: "/en/search/result",
  detailPath: ({ id }) => `/en/notice/-/detail/${id}-2026`,
  answer: ({ path, query }, register) => {
    if (path === "/assets/hub.js")
      return { body: script, headers: { "content-type": "text/javascript; charset=utf-8" } };
    if (path === "/api/v3/notices/search") return json(search(register, Number(query.get("page"))));
    if (path.startsWith("/api/v3/notices/")) {
      const notice = register.find(Number(path.split("/").at(-1)));
      return notice ? json(written(notice)) : { ...json({ message: "Not found" }), status: 404 };
    }
    if (path === "/" || path.startsWith("/en/")) return { body: shell };
    return null;
  },
};

const json = (value: unknown): Reply => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
});

function search(register: ProcurementRegister, wanted: number) {
  const { shown, number, count, total } = sliceOf(register, wanted);
  return { page: number, pages: count, total, notices: shown.map(written) };
}

const statusWords = { open: "Active", closed: "Expired", cancelled: "Cancelled", awarded: "Awarded" } as const;

function written(notice: PortalNotice) {
  return {
    id: notice.id,
    title: notice.title,
    buyer: notice.buyer,
    reference: notice.reference,
    summary: notice.summary,
    needs: notice.needs,
    status: statusWords[notice.status],
    published: slashedDate(notice.publishedAt, brussels),
    deadline: `${slashedDate(notice.deadline, brussels)} ${clockTime(notice.deadline, brussels)}:00 (UTC+1)`,
  };
}

const shell = documentOf(
  "<title>Tenders Hub</title>",
  html`<div id="root"></div><noscript>JavaScript is needed to use this site.</noscript>${raw('<script src="/assets/hub.js"></script>')}`,
  "en",
);

const script = `
const root = document.getElementById("root");
const el = (tag, text, attributes = {}) => { const node = document.createElement(tag); if (text) node.textContent = text; for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value); return node; };
const frame = () => { root.replaceChildren(el("header", "Tenders Hub"), el("main")); return root.lastChild; };
async function list(page) {
  const found = await (await fetch("/api/v3/notices/search?page=" + page)).json();
  const main = frame();
  main.append(el("h1", "Search results"), el("p", found.total + " notices"));
  const table = el("table"); const head = table.createTHead().insertRow();
  for (const name of ["Notice", "Buyer", "Publication date", "Deadline for receipt of tenders", "Status"]) head.append(el("th", name));
  const body = table.createTBody();
  for (const notice of found.notices) {
    const row = body.insertRow(); const cell = row.insertCell();
    cell.append(el("a", notice.title, { href: "/en/notice/-/detail/" + notice.id + "-2026" }));
    for (const value of [notice.buyer, notice.published, notice.deadline, notice.status]) row.insertCell().textContent = value;
  }
  main.append(table);
  const bar = el("div", "", { class: "pagination" });
  const turn = (text, to, isOff) => { const button = el("button", text, { type: "button", "aria-label": text === ">" ? "Next page" : "Previous page" }); button.disabled = isOff; button.addEventListener("click", () => list(to)); bar.append(button); };
  turn("<", page - 1, page === 1); bar.append(el("span", page + " of " + found.pages)); turn(">", page + 1, page === found.pages);
  main.append(bar);
}
async function detail(id) {
  const notice = await (await fetch("/api/v3/notices/" + id)).json();
  const main = frame();
  main.append(el("h1", notice.title));
  const facts = [["Buyer", notice.buyer], ["Procedure identifier", notice.reference], ["Notice status", notice.status], ["Publication date", notice.published], ["Deadline for receipt of tenders", notice.deadline]];
  for (const [label, value] of facts) { const line = el("div", "", { class: "line" }); line.append(el("span", label, { class: "label" }), el("span", ": "), el("span", value, { class: "data" })); main.append(line); }
  main.append(el("h2", "Description"), el("p", notice.summary)); for (const need of notice.needs) main.append(el("p", need));
}
const wanted = /detail\\/(\\d+)-/.exec(location.pathname);
if (wanted) detail(wanted[1]); else list(1);
`;
