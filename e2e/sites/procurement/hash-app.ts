import { html, raw } from "../ground/html";
import type { Reply } from "../ground/start-site";
import { healthDrafts } from "./drafts-blind";
import { britishDrafts } from "./drafts-english";
import type { PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin, sliceOf } from "./skin";

const zone = "Europe/London";
const statusCodes = { open: "OPEN", closed: "EVALUATION", cancelled: "CANCELLED", awarded: "AWARDED" } as const;
const events = { deadline: "Deadline changed", status: "Status changed", need: "Requirements changed" } as const;

/** Health bodies' app for suppliers: one document, routes behind the hash, notices in a JSON answer only, drawn in local time by the browser. */
export const hashApp: Skin = {
  plan: {
    country: "gb",
    zone,
    own: {
      firstId: 61_004,
      drafts: healthDrafts,
      also: [
        { index: 7, draft: britishDrafts[7], words: { title: "Supply and maintenance of ultrasound scanners" } },
        {
          index: 17,
          draft: britishDrafts[17],
          words: { title: "Electronic prescribing and medicines administration", reference: "NMH-2901" },
        },
      ],
    },
  },
  listingPath: "/suppliers/#/opportunities",
  detailPath: ({ id }) => `/suppliers/#/opportunities/${id}`,
  answer: ({ path, query }, register) => {
    if (path === "/") return { status: 302, headers: { location: "/suppliers/" }, body: "" };
    if (path === "/suppliers/") return { body: shell };
    if (path === "/suppliers/static/js/main.7c41d0e2.js")
      return {
        body: script(register.isRedesigned()),
        headers: { "content-type": "application/javascript; charset=utf-8" },
      };
    if (path === "/suppliers/api/opportunities") return json(found(register, Number(query.get("page"))));
    if (!path.startsWith("/suppliers/api/opportunities/")) return null;
    const notice = register.find(Number(path.split("/").at(-1)));
    return notice
      ? json({ data: written(notice, true) })
      : { ...json({ errors: [{ code: "NOT_FOUND" }] }), status: 404 };
  },
};

const json = (value: unknown): Reply => ({
  headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  body: JSON.stringify(value),
});

function found(register: ProcurementRegister, wanted: number) {
  const { shown, number, count, total } = sliceOf(register, wanted);
  return { data: shown.map((notice) => written(notice, false)), meta: { page: number, pageCount: count, total } };
}

const written = (notice: PortalNotice, isWhole: boolean) => ({
  id: String(notice.id),
  type: "opportunity",
  attributes: {
    title: notice.title,
    organisation: { name: notice.buyer },
    status: statusCodes[notice.status],
    publishedAt: notice.publishedAt.toISOString(),
    closesAt: notice.deadline.toISOString(),
    ...(isWhole && {
      referenceNumber: notice.reference,
      description: notice.summary,
      conditions: notice.needs,
      history: notice.corrections.map(({ at, what }) => ({ at: at.toISOString(), event: events[what] })),
    }),
  },
});

const shell = documentOf(
  '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Supplier Marketplace</title><script defer="defer" src="/suppliers/static/js/main.7c41d0e2.js"></script>',
  html`<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>`,
  "en",
);

const script = (isNext: boolean) =>
  raw(`
(() => {
  const isNext = ${isNext};
  const e = (tag, props, ...children) => { const node = document.createElement(tag); for (const [key, value] of Object.entries(props || {})) key.startsWith("on") ? node.addEventListener(key.slice(2).toLowerCase(), value) : node.setAttribute(key === "className" ? "class" : key, value); node.append(...children.flat(2).filter(Boolean)); return node; };
  const when = (iso) => new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", day: "2-digit", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }).format(new Date(iso)) + " (UK time)";
  const day = (iso) => new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", dateStyle: "long" }).format(new Date(iso));
  const labels = { OPEN: "Open", EVALUATION: "Closed - in evaluation", CANCELLED: "Cancelled", AWARDED: "Awarded" };
  const api = async (path) => (await fetch("/suppliers/api" + path, { headers: { accept: "application/json" } })).json();
  const chip = (status) => e("span", { className: "MuiChip-root MuiChip-" + status.toLowerCase() }, e("span", { className: "MuiChip-label" }, labels[status]));
  const layout = (...content) => [e("div", { className: "MuiAppBar-root" }, e("a", { href: "#/" }, "Supplier Marketplace"), e("a", { href: "#/opportunities" }, "Opportunities"), e("a", { href: "#/sign-in" }, "Sign in")), e("div", { className: "MuiContainer-root", role: "main" }, content)];
  const Home = async () => ["Supplier Marketplace", e("h1", {}, "Sell to health services"), e("p", {}, "Find opportunities of hospitals, care boards and ambulance services in one place."), e("a", { href: "#/opportunities", className: "MuiButton-root" }, "Browse opportunities")];
  const SignIn = async () => ["Sign in", e("h1", {}, "Sign in"), e("form", {}, e("input", { type: "email", placeholder: "Email" }), e("button", { type: "button" }, "Continue"))];
  const Card = ({ id, attributes: { title, organisation, status, closesAt } }) => isNext
    ? e("li", { className: "MuiListItem-root" }, e("a", { href: "#/opportunities/" + id }, title), e("span", {}, organisation.name), chip(status), e("span", {}, "Closes ", when(closesAt)))
    : e("div", { className: "MuiPaper-root MuiCard-root", onClick: () => { location.hash = "#/opportunities/" + id; } }, e("div", { className: "MuiCardContent-root" }, chip(status), e("a", { className: "MuiTypography-h6", href: "#/opportunities/" + id }, title), e("p", { className: "MuiTypography-body2" }, organisation.name), e("p", { className: "MuiTypography-caption" }, "Closing: ", when(closesAt))));
  const List = async (_, query) => {
    const page = Number(query.get("page")) || 1;
    const { data, meta } = await api("/opportunities?page=" + page);
    const turn = (to, text) => to >= 1 && to <= meta.pageCount && e("a", { className: "MuiPaginationItem-root", "aria-label": text, href: "#/opportunities?page=" + to }, text === "Next" ? "\\u203a" : "\\u2039");
    const numbers = Array.from({ length: meta.pageCount }, (_, index) => e("a", { className: "MuiPaginationItem-root", href: "#/opportunities?page=" + (index + 1), ...(index + 1 === page ? { "aria-current": "true" } : {}) }, String(index + 1)));
    return ["Opportunities", e("h1", {}, "Opportunities"), e("p", {}, meta.total + " opportunities"), e(isNext ? "ul" : "div", { className: isNext ? "MuiList-root" : "MuiGrid-container" }, data.map(Card)), e("nav", { "aria-label": "pagination" }, turn(page - 1, "Previous"), numbers, turn(page + 1, "Next"))];
  };
  const Detail = async (id) => {
    const { data } = await api("/opportunities/" + id);
    if (!data) return ["Not found", e("h1", {}, "Not found")];
    const { title, organisation, status, publishedAt, closesAt, referenceNumber, description, conditions, history } = data.attributes;
    const facts = [["Organisation", organisation.name], ["Reference number", referenceNumber], ["Closing date", when(closesAt)], ["Published", day(publishedAt)]];
    const grid = isNext ? e("dl", {}, facts.map(([label, value]) => [e("dt", {}, label), e("dd", {}, value)])) : e("div", { className: "MuiGrid-container" }, facts.map(([label, value]) => e("div", { className: "MuiGrid-item" }, e("p", { className: "MuiTypography-overline" }, label), e("p", { className: "MuiTypography-body1" }, value))));
    return [title, e("a", { href: "#/opportunities" }, "All opportunities"), e("h1", { className: "MuiTypography-h4" }, title), chip(status), grid, e("h2", {}, "Description"), e("p", {}, description), e("h2", {}, "Conditions"), e("ul", {}, conditions.map((one) => e("li", {}, one))), history.length > 0 && e("div", {}, e("h2", {}, "History"), e("ul", {}, history.map(({ at, event }) => e("li", {}, day(at), ": ", event))))];
  };
  const root = document.getElementById("root");
  async function render() {
    const [path, query = ""] = (location.hash.slice(1) || "/").split("?");
    const id = /^\\/opportunities\\/(\\d+)$/.exec(path);
    root.replaceChildren(...layout(e("div", { className: "MuiCircularProgress-root", role: "progressbar" })));
    const page = id ? Detail : { "/": Home, "/opportunities": List, "/sign-in": SignIn }[path] || Home;
    const [title, ...content] = await page(id && id[1], new URLSearchParams(query));
    document.title = title + " | Supplier Marketplace";
    root.replaceChildren(...layout(...content));
  }
  addEventListener("hashchange", render);
  render();
})();
`).markup;
