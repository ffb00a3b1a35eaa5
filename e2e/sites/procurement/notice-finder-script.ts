/** The application of the notice finder, as a browser gets it; `isNext` is the next release, of the same facts. */
export const finderScript = (isNext: boolean): string => `
const isNext = ${isNext};
const h = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
};
const state = { session: null };
const zone = { timeZone: "Europe/London" };
const date = (iso) => new Intl.DateTimeFormat("en-GB", { ...zone, day: "numeric", month: "long", year: "numeric" }).format(new Date(iso));
const hour = (iso) => new Intl.DateTimeFormat("en-GB", { ...zone, hour: "numeric", minute: "2-digit", hour12: true }).format(new Date(iso)).replace(":00", "").replace(/\\s/g, "").toLowerCase().replace(/^12pm$/, "midday").replace(/^0/, "12");
const moment = (iso) => date(iso) + ", " + hour(iso);
const money = ({ amount, currency }) => new Intl.NumberFormat("en-GB", { style: "currency", currency, maximumFractionDigits: 0 }).format(amount) + " excluding VAT";
const words = { ACTIVE: "Open for tenders", CLOSED: "Closed", CANCELLED: "Cancelled", COMPLETE: "Contract awarded", PLANNED: "Planned procurement" };
const happenings = { CLOSING_DATE_CHANGED: "The closing date was changed", STATUS_CHANGED: "The status of this notice was changed", DOCUMENTS_CHANGED: "The requirements or documents were changed" };
const get = async (path) => {
  const reply = await fetch("/api/v1" + path, { headers: { accept: "application/json" } });
  if (!reply.ok) throw new Error(String(reply.status));
  return reply.json();
};
const go = (path) => { history.pushState({}, "", path); scrollTo(0, 0); render(); };
const link = (path, attributes, ...children) => h("a", { href: path, ...attributes, onclick: (event) => { if (event.metaKey || event.ctrlKey) return; event.preventDefault(); go(path); } }, ...children);

function layout(...content) {
  return [
    h("header", { class: "app-header" }, h("div", { class: "container" }, link("/", { class: "app-header__name" }, "Notice Finder"), h("span", { class: "phase" }, "BETA"), h("nav", { "aria-label": "Service" }, link("/notices", {}, "Search notices"), link("/about", {}, "About"), state.session?.features.alerts && h("button", { type: "button", class: "link-button" }, "Email alerts")))),
    h("main", { id: "main", class: "container" }, content),
    h("footer", { class: "app-footer" }, h("div", { class: "container" }, h("span", {}, "Notices are published under an open licence."), h("a", { href: "/privacy" }, "Privacy"))),
    localStorage.getItem("cookies") ? null : h("div", { class: "cookie-bar", role: "region", "aria-label": "Cookies" }, h("p", {}, "We use one cookie to remember your searches."), h("button", { type: "button", onclick: (event) => { localStorage.setItem("cookies", "no"); event.target.parentElement.remove(); } }, "Hide this message")),
  ];
}

const tag = (status) => h("span", { class: (isNext ? "badge badge--" : "tag tag--") + status.toLowerCase() }, words[status]);
const closes = ({ closingDate, status }) => closingDate ? (status === "ACTIVE" ? "Closes " : "Closing date ") + moment(closingDate) : "No closing date";

function result(notice) {
  if (isNext) return h("tr", {}, h("td", {}, link("/notices/" + notice.id, {}, notice.title), h("br"), notice.buyer.name), h("td", {}, tag(notice.status)), h("td", {}, notice.closingDate ? moment(notice.closingDate) : "\\u2013"), h("td", {}, date(notice.publishedDate)));
  return h("li", { class: "result" }, h("h2", { class: "result__title" }, link("/notices/" + notice.id, {}, notice.title)), h("p", { class: "result__buyer" }, notice.buyer.name), h("div", { class: "result__meta" }, tag(notice.status), h("span", {}, closes(notice)), h("span", {}, "Published " + date(notice.publishedDate)), notice.region && h("span", {}, notice.region)));
}

async function Results() {
  const page = Math.max(1, Number(new URLSearchParams(location.search).get("page")) || 1);
  const found = await get("/notices?page=" + (page - 1) + "&size=5&sort=publishedDate,desc");
  const button = (to, text, label) => h("button", { type: "button", class: "pages__button", "aria-label": label, "aria-current": to === page ? "page" : null, disabled: to < 1 || to > found.totalPages || to === page, onclick: () => go("/notices?page=" + to) }, text);
  const first = found.number * found.size + 1;
  const list = isNext
    ? h("table", { class: "results-table" }, h("thead", {}, h("tr", {}, ["Notice and buyer", "Status", "Closing date", "Published"].map((name) => h("th", { scope: "col" }, name)))), h("tbody", {}, found.content.map(result)))
    : h("ol", { class: "results", start: String(first) }, found.content.map(result));
  return ["Search notices", h("h1", {}, "Search notices"), h("form", { class: "search", onsubmit: (event) => event.preventDefault() }, h("label", { for: "keywords" }, "Keywords"), h("input", { id: "keywords", type: "search" }), h("button", {}, "Search")), h("p", { "aria-live": "polite" }, "Showing " + first + " to " + (first + found.content.length - 1) + " of " + found.totalElements + " notices"), list, h("nav", { class: "pages", "aria-label": "Pages" }, button(page - 1, "Previous", "Previous page"), Array.from({ length: found.totalPages }, (_, index) => button(index + 1, String(index + 1), "Page " + (index + 1))), button(page + 1, "Next", "Next page"))];
}

async function Notice(id) {
  const [notice, files] = await Promise.all([get("/notices/" + id), get("/notices/" + id + "/documents")]);
  const facts = [
    ["Buyer", notice.buyer.name],
    ["Notice identifier", notice.noticeIdentifier],
    ["Status", words[notice.status]],
    notice.closingDate && ["Closing date and time", moment(notice.closingDate) + " (UK time)"],
    notice.estimatedTenderDate && ["Estimated date of tender notice", date(notice.estimatedTenderDate)],
    notice.enquiryDate && ["Enquiries to be made by", moment(notice.enquiryDate)],
    ["Published", date(notice.publishedDate)],
    notice.value && ["Total value (estimated)", money(notice.value)],
    ["Contract dates (estimated)", "From " + date(notice.contractPeriod.startDate) + ", " + notice.contractPeriod.durationInMonths + " months"],
    ["Main procurement category", notice.mainProcurementCategory],
    ["CPV classifications", notice.classifications.join(", ")],
    notice.region && ["Contract location", notice.region],
  ].filter(Boolean);
  const list = isNext
    ? h("div", { class: "panel-grid" }, facts.map(([label, value]) => h("div", { class: "panel-grid__item" }, h("strong", {}, label), h("span", {}, value))))
    : h("dl", { class: "summary" }, facts.map(([label, value]) => h("div", { class: "summary__row" }, h("dt", {}, label), h("dd", {}, value))));
  const size = (bytes) => Math.round(bytes / 1024) + " KB";
  return [notice.title, link("/notices", { class: "back" }, "Back to results"), h("p", { class: "caption" }, notice.stage.charAt(0) + notice.stage.slice(1).toLowerCase() + " notice"), h("h1", {}, notice.title), tag(notice.status), list, h("h2", {}, "Description"), h("p", {}, notice.description),
    notice.lots.length > 0 && [h("h2", {}, "Lots"), h("ul", {}, notice.lots.map((lot) => h("li", {}, lot)))],
    notice.requirements.length > 0 && [h("h2", {}, "Conditions of participation"), notice.requirements.map((text) => h("p", {}, text))],
    files.length > 0 && [h("h2", {}, "Documents"), h("ul", { class: "files" }, files.map((file) => h("li", {}, h("a", { href: file.href, download: file.fileName }, file.fileName), " (PDF, " + size(file.bytes) + ", " + date(file.datePublished) + ")")))],
    notice.history.length > 0 && [h("h2", {}, "Notice history"), h("ul", {}, notice.history.map(({ date: at, type }) => h("li", {}, date(at) + ": " + happenings[type])))],
    h("h2", {}, "Contact"), h("p", {}, notice.contactPoint.name, h("br"), h("a", { href: "mailto:" + notice.contactPoint.email }, notice.contactPoint.email))];
}

const About = async () => ["About", h("h1", {}, "About this service"), h("p", {}, "Public bodies publish their tenders here from the first plan to the award."), link("/notices", {}, "Search notices")];

async function render() {
  const app = document.getElementById("app");
  app.replaceChildren(...layout(h("div", { class: "spinner", role: "status" }, "Loading\\u2026")).filter(Boolean));
  try {
    state.session ??= await get("/session");
    const id = /^\\/notices\\/([0-9a-f-]{36})$/.exec(location.pathname)?.[1];
    const [title, ...content] = id ? await Notice(id) : location.pathname === "/about" ? await About() : await Results();
    document.title = title + " - Notice Finder";
    app.replaceChildren(...layout(...content).filter(Boolean));
  } catch (error) {
    app.replaceChildren(...layout(h("h1", {}, "Sorry, there is a problem with the service"), h("p", {}, error.message === "404" ? "The notice was not found." : "Try again later.")).filter(Boolean));
  }
}
addEventListener("popstate", render);
render();
`;
