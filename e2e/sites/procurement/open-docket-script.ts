/** The application of the newer service, as a browser gets it; `isNext` is the next release, of the same facts. */
export const openDocketScript = (isNext: boolean): string => `
const isNext = ${isNext};
const api = "/api/public/opportunities";
const facets = ["status", "agency", "category", "type"];
const names = { status: "Status", agency: "Agency", category: "Category", type: "Type" };
const states = { open: "Open", closed: "In evaluation", cancelled: "Canceled", awarded: "Awarded", prior: "Coming soon" };
const reasons = { CLOSING_CHANGED: "Closing date changed", STATUS_CHANGED: "Status changed", DOCUMENTS_REPLACED: "Documents replaced" };
const h = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.flat(4).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
};
const long = (at) => new Intl.DateTimeFormat("en-US", { timeZone: "America/Chicago", weekday: "short", month: "short", day: "numeric", year: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" }).format(new Date(at));
const day = (at) => new Intl.DateTimeFormat("en-US", { timeZone: "America/Chicago", dateStyle: "medium" }).format(new Date(at));
/** Days by the calendar, of which each stamp carries its own. */
const days = (from, to) => Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86400000);
const plural = (count, word) => count + " " + word + (count === 1 ? "" : "s");
function closing(it, now) {
  if (it.status === "prior") return "Not yet released";
  if (it.status === "cancelled") return "Canceled";
  const left = days(now, it.closesAt);
  if (Date.parse(it.closesAt) <= Date.parse(now)) return left === 0 ? "Closed today" : "Closed " + plural(-left, "day") + " ago";
  return left === 0 ? "Closes today" : left === 1 ? "Closes tomorrow" : "Closes in " + plural(left, "day");
}
function posted(it, now) {
  const past = days(it.postedAt, now);
  return past <= 0 ? "Posted today" : past === 1 ? "Posted yesterday" : "Posted " + plural(past, "day") + " ago";
}
const query = () => new URLSearchParams(location.search);
/** The address with one word of its query another; what a facet has is kept. */
function at(change) {
  const params = query();
  params.delete("notice");
  for (const [name, value] of Object.entries(change)) {
    if (facets.includes(name) && params.getAll(name).includes(value)) {
      const left = params.getAll(name).filter((one) => one !== value);
      params.delete(name);
      for (const one of left) params.append(name, one);
    } else if (facets.includes(name)) params.append(name, value);
    else params.set(name, value);
  }
  const text = params.toString();
  return location.pathname + (text ? "?" + text : "");
}
const go = (event) => {
  if (event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  history.pushState({}, "", event.currentTarget.getAttribute("href"));
  start();
};
const link = (href, attributes, ...children) => h("a", { href, onclick: go, ...attributes }, ...children);
const detailOf = (it) => at({ notice: it.key });

const root = document.getElementById("app");
const cards = h("div", { class: isNext ? "results-table" : "cards", role: "list" });
const side = h("aside", { class: "facets", "aria-label": "Filters" });
const head = h("div", { class: "results-head" });
const more = h("div", { class: "more" });
const popular = h("section", { class: "popular" });
const drawer = h("div", { class: "drawer-root" });
let shown = 0;

const badge = (status) => h("span", { class: "badge badge--" + status }, states[status]);
const when = (it, now) => it.closesAt
  ? h("time", { datetime: it.closesAt, title: long(it.closesAt) }, closing(it, now))
  : h("span", {}, closing(it, now));
const card = (it, now) => isNext
  ? h("article", { class: "row", role: "listitem" },
      h("div", { class: "row__when" }, when(it, now)),
      h("div", { class: "row__what" }, h("h3", {}, link(detailOf(it), {}, it.title)), h("p", {}, it.agency.name)),
      h("div", { class: "row__more" }, badge(it.status), " ", it.type))
  : h("div", { class: "card", role: "listitem" },
      h("div", { class: "card__top" }, badge(it.status), h("span", { class: "card__type" }, it.type)),
      link(detailOf(it), { class: "card__title" }, it.title),
      h("div", { class: "card__agency" }, it.agency.name),
      h("div", { class: "card__foot" }, h("span", {}, posted(it, now)), " · ", h("strong", {}, when(it, now))));

async function load(isFirst) {
  const params = query();
  params.delete("notice");
  params.set("offset", String(isFirst ? 0 : shown));
  const found = await (await fetch(api + "?" + params)).json();
  const now = found.serverTime;
  const list = found.items.map((it) => card(it, now));
  if (isFirst) { cards.replaceChildren(...list); shown = list.length; } else { cards.append(...list); shown += list.length; }
  head.replaceChildren(h("p", { "aria-live": "polite" }, shown + " of " + found.page.total + " opportunities"),
    h("p", { class: "sort" }, "Sort: ", link(at({ sort: "newest" }), {}, "Newest"), " ", link(at({ sort: "closing" }), {}, "Closing soon")));
  more.replaceChildren(...(shown < found.page.total ? [h("button", { type: "button", class: "btn", onclick: () => load(false) }, isNext ? "Load more results" : "Show more")] : []));
  side.replaceChildren(...facets.map((name) => h("fieldset", {}, h("legend", {}, names[name]), found.facets[name].map(({ value, count }) =>
    link(at({ [name]: value }), { class: "facet", role: "checkbox", "aria-checked": String(query().getAll(name).includes(value)) }, (name === "status" ? states[value] : value) + " (" + count + ")")))));
  popular.replaceChildren(h("h4", {}, "Popular right now"), h("ul", {}, found.popular.map((it) => h("li", {}, link(detailOf(it), {}, it.title), " ", it.views + " views today"))));
}

async function open() {
  const key = query().get("notice");
  document.title = "Opportunities · OpenDocket";
  if (!key) return drawer.replaceChildren();
  const reply = await fetch(api + "/" + key);
  if (!reply.ok) return drawer.replaceChildren(h("div", { class: "drawer", role: "dialog" }, h("h2", {}, "This opportunity was not found")));
  const it = await reply.json();
  document.title = it.title + " · OpenDocket";
  const facts = [["Agency", it.agency.name], ["Solicitation number", it.solicitationNumber], ["Type", it.type], ["Category", it.category], ["Status", states[it.status]], ["Posted", day(it.postedAt)],
    ["Questions due", it.questionsDueAt && long(it.questionsDueAt)], ["Closes", it.closesAt && long(it.closesAt) + " (" + closing(it, it.serverTime).toLowerCase() + ")"], ["Expected release", it.expectedReleaseAt && day(it.expectedReleaseAt)], ["Budget range", it.budget], ["UNSPSC", it.unspsc],
    ["Awarded to", it.award && it.award.supplier + ", " + day(it.award.awardedAt)]].filter(([, value]) => value);
  const list = isNext
    ? h("table", { class: "facts" }, h("tbody", {}, facts.map(([label, value]) => h("tr", {}, h("th", { scope: "row" }, label), h("td", {}, value)))))
    : h("dl", { class: "facts" }, facts.map(([label, value]) => h("div", {}, h("dt", {}, label), h("dd", {}, value))));
  drawer.replaceChildren(h("div", { class: isNext ? "sheet" : "drawer", role: "dialog", "aria-modal": "true", "aria-label": it.title },
    h("div", { class: "drawer__bar" }, link(at({}), { "aria-label": "Close" }, "\\u00d7"), h("span", {}, it.watchers + " people follow this")),
    h("h2", {}, it.title), list, h("h3", {}, "Overview"), h("p", {}, it.overview),
    it.requirements.length > 0 && [h("h3", {}, "Requirements"), h("ul", {}, it.requirements.map((text) => h("li", {}, text)))],
    it.documents.length > 0 && [h("h3", {}, "Documents"), h("ul", {}, it.documents.map(({ name, href }) => h("li", {}, h("a", { href, target: "_blank", rel: "noopener" }, name))))],
    it.addenda.length > 0 && [h("h3", {}, "Addenda"), h("ol", {}, it.addenda.map(({ issuedAt, kind, previousClosesAt }) => h("li", {}, day(issuedAt) + ": " + reasons[kind] + (previousClosesAt ? " (previously " + long(previousClosesAt) + ")" : ""))))]));
}

function start() { load(true); open(); }
const banner = h("header", {}, h("a", { href: "/opportunities" }, "OpenDocket"), h("nav", {}, h("a", { href: "/signup" }, "Register as a supplier"), h("a", { href: "/signin" }, "Sign in")));
const main = h("main", {}, h("h1", {}, "Opportunities"), side, h("div", { class: "results" }, head, cards, more), popular);
root.replaceChildren(...(isNext ? [main, drawer, banner] : [banner, main, drawer]), h("div", { class: "consent", role: "region", "aria-label": "Cookies" }, "We use cookies. ", h("button", { type: "button" }, "Accept"), h("button", { type: "button" }, "Decline")));
addEventListener("popstate", start);
start();
`;
