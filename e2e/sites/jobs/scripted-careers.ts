import { asJson, asScript, type DayTruth, type Noise, type SiteDay, type SiteMake } from "../vendors/watched-site";
import { grades, lost, officesOf, type Role, rolesOf, swinging, teamLines } from "./scripted-careers-content";

const perPage = 5;
const pathOf = ({ number, slug }: Role) => `/jobs/${number}-${slug}`;
const listOf = (page: number) => (page === 1 ? "/jobs" : `/jobs?page=${page}`);
const listsOf = (day: SiteDay) =>
  Array.from({ length: Math.ceil(rolesOf(day).length / perPage) }, (_, index) => listOf(index + 1));

/** A careers application of which the server sends an empty shell: its own interface with numbered pages, details as markup in JSON, places and teams; addresses change without a load. */
export const scriptedCareers: SiteMake = {
  pasted: "/jobs",
  answer: ({ path, query }, day, noise) => {
    const roles = rolesOf(day);
    if (path.startsWith("/assets/")) return asScript(script(day));
    if (path === "/api/v2/search") {
      const page = Math.max(1, Number(query.get("page")) || 1);
      const found = roles.filter(
        (one) => (query.get("team") ?? one.team) === one.team && (query.get("place") ?? one.place) === one.place,
      );
      const shown = found.slice((page - 1) * perPage, page * perPage);
      return asJson({
        ...envelope(noise),
        total: found.length,
        page,
        pageCount: Math.ceil(found.length / perPage),
        hits: shown.map((one) => ({ _source: hit(one, day), _score: 1 + noise.turn / 1000 })),
      });
    }
    const one = roles.find(({ number }) => path === `/api/v2/positions/${number}`);
    if (one) return asJson({ ...envelope(noise), position: { ...hit(one, day), descriptionHtml: described(one) } });
    if (path === "/api/v2/sites") return asJson({ ...envelope(noise), sites: officesOf(day), teams: teamLines });
    if (path.startsWith("/api/")) return { ...asJson({ error: { code: 404, trace: noise.token } }), status: 404 };
    if (path === "/robots.txt") return { status: 404, body: "" };
    // Also where nothing is: only the script knows that.
    return { body: shell(noise) };
  },
  truth,
};

const envelope = (noise: Noise) => ({
  requestId: noise.token,
  tookMs: noise.turn % 40,
  servedBy: `web-${noise.visitors % 5}`,
});
const hit = (one: Role, day: SiteDay) => ({
  reqId: one.number,
  url: pathOf(one),
  jobTitle: one.title,
  orgUnit: { name: one.team },
  workLocations: [{ city: one.place }],
  payGrade: one.grade,
  weeklyHours: day === 2 && one.title === lost.title ? null : one.hours,
});
const described = (one: Role) =>
  `<p>${one.body}</p><h4>What we offer</h4><ul><li>30 days of leave</li><li>A pass for all trains, also those of others</li></ul>`;

function truth(day: SiteDay): DayTruth {
  const roles = rolesOf(day);
  const at = (title: string) => [...roles.filter((one) => one.title === title).map(pathOf), ...listsOf(day)];
  return {
    pages: [...listsOf(day), "/places", "/teams", ...roles.map(pathOf)],
    records: [
      ...roles.map((one) => ({
        page: pathOf(one),
        title: one.title,
        values: [one.team, one.place, one.hours, ...(one.title === swinging ? [] : [one.grade])],
      })),
      ...officesOf(day).map(({ town, street, people }) => ({ page: "/places", title: town, values: [street, people] })),
    ],
    changes: changesOf(day, at),
    emptied: day === 2 ? [{ pages: at(lost.title), value: lost.value }] : [],
    flapping: day >= 2 ? [{ pages: at(swinging), values: [...grades] }] : [],
  };
}

function changesOf(day: SiteDay, at: (title: string) => string[]): DayTruth["changes"] {
  const lists = listsOf(day);
  if (day === 2) return [{ pages: lists, was: "Payroll Clerk" }];
  if (day !== 1) return [];
  return [
    { pages: lists, was: "Wagon Inspector" },
    { pages: at("Crane Operator"), is: "Crane Operator" },
    { pages: at("Interpreter, Polish"), is: "Interpreter, Polish" },
    { pages: at("Timetable Analyst"), was: "Duisburg", is: "Remote" },
    { pages: at("Track Engineer"), was: "Grade E11", is: "Grade E12" },
    { pages: at(swinging), was: grades[0], is: grades[1] },
    { pages: at("Safety Officer").slice(0, 1), was: "thanked later", is: "thanked at once" },
    { pages: ["/places"], was: "Thüringer Straße 40", is: "Delitzscher Straße 97" },
  ];
}

const shell = (noise: Noise) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"/><link rel="icon" href="data:,"/><meta name="viewport" content="width=device-width,initial-scale=1"/><meta name="theme-color" content="#12233f"/><title>Careers</title><script>window.APP_CONFIG={"apiBase":"/api/v2","release":"${noise.build}","session":"${noise.token}"}</script><script type="module" crossorigin src="/assets/index-${noise.build}.js"></script></head><body><div id="root"><div class="splash" aria-busy="true"></div></div><noscript>Please enable JavaScript to view our open positions.</noscript></body></html>`;

const script = (day: SiteDay) => `
const isNext = ${day === 3};
const base = window.APP_CONFIG.apiBase;
const scope = "sc-" + window.APP_CONFIG.release.slice(-4);
const call = async (path) => { const reply = await fetch(base + path, { headers: { accept: "application/json" } }); if (!reply.ok) throw new Error(String(reply.status)); return reply.json(); };
const tag = (name, className, ...children) => { const node = document.createElement(name); if (className) node.className = scope + "-" + className; node.append(...children.filter((child) => child !== null && child !== "")); return node; };
const to = (href, className, ...children) => { const link = tag("a", className, ...children); link.setAttribute("href", href); link.addEventListener("click", (event) => { event.preventDefault(); history.pushState(null, "", href); scrollTo(0, 0); draw(); }); return link; };
const chip = (text) => text ? tag("span", "chip", text) : null;

function row(one) {
  const place = one.workLocations.map(({ city }) => city).join(", ");
  if (isNext) return tag("tr", "line", tag("td", "", to(one.url, "t", one.jobTitle)), tag("td", "", one.orgUnit.name), tag("td", "", place), tag("td", "", one.payGrade), tag("td", "", one.weeklyHours || ""));
  return tag("li", "card", tag("h3", "title", to(one.url, "t", one.jobTitle)), tag("div", "chips", chip(place), chip(one.orgUnit.name), chip(one.payGrade), chip(one.weeklyHours)), tag("button", "save", "Save job"));
}

function filters(search, sites) {
  const form = tag("form", "filters");
  for (const [name, values] of [["team", Object.keys(sites.teams)], ["place", [...sites.sites.map(({ town }) => town), "Remote"]]]) {
    const select = tag("select", ""); select.name = name; select.setAttribute("aria-label", name);
    for (const value of ["", ...values]) { const option = tag("option", "", value || "All " + name + "s"); option.value = value; option.selected = search.get(name) === value; select.append(option); }
    select.addEventListener("change", () => { const next = new URLSearchParams(location.search); next.delete("page"); if (select.value) next.set(name, select.value); else next.delete(name); history.pushState(null, "", "/jobs?" + next); draw(); });
    form.append(select);
  }
  return form;
}

async function list() {
  const search = new URLSearchParams(location.search);
  const [found, sites] = await Promise.all([call("/search?" + search), call("/sites")]);
  document.title = "Jobs | Mittelbahn Careers";
  const rows = found.hits.map((one) => row(one._source));
  const board = isNext ? tag("table", "board", tag("tbody", "", ...rows)) : tag("ul", "board", ...rows);
  const pages = tag("nav", "pages"); pages.setAttribute("aria-label", "Pagination");
  for (let page = 1; page <= found.pageCount; page++) {
    const next = new URLSearchParams(search); if (page === 1) next.delete("page"); else next.set("page", page);
    const link = to("/jobs" + (String(next) ? "?" + next : ""), page === found.page ? "now" : "page", String(page));
    if (page === found.page) link.setAttribute("aria-current", "page");
    pages.append(link);
  }
  return [tag("h1", "h", "Find your place on the line"), filters(search, sites), tag("p", "count", found.total + " open positions"), board, pages];
}

async function detail(id) {
  const { position } = await call("/positions/" + id);
  document.title = position.jobTitle + " | Mittelbahn Careers";
  const facts = [["Team", position.orgUnit.name], ["Location", position.workLocations[0].city], ["Pay", position.payGrade], ["Weekly hours", position.weeklyHours || ""], ["Reference", "R-" + position.reqId]];
  const box = isNext ? tag("p", "facts", ...facts.flatMap(([label, value]) => [tag("small", "", label), " ", tag("strong", "", value), " "])) : tag("dl", "facts", ...facts.flatMap(([label, value]) => [tag("dt", "", label), tag("dd", "", value)]));
  const text = tag("div", "text"); text.innerHTML = position.descriptionHtml;
  const apply = tag("button", "apply", "Apply now");
  return [to("/jobs", "back", "Back to search"), tag("h1", "h", position.jobTitle), box, text, apply];
}

const screens = {
  places: async () => { const { sites } = await call("/sites"); document.title = "Places | Mittelbahn Careers"; return [tag("h1", "h", "Where we are"), ...sites.map((one) => isNext ? tag("p", "office", tag("b", "", one.town), ": ", tag("span", "", one.street), " (", tag("span", "", one.people), ")") : tag("section", "office", tag("h2", "", one.town), tag("address", "", one.street), tag("div", "", one.people), to("/jobs?place=" + encodeURIComponent(one.town), "more", "Jobs here")))]; },
  teams: async () => { const { teams } = await call("/sites"); document.title = "Teams | Mittelbahn Careers"; return [tag("h1", "h", "Who we are"), ...Object.entries(teams).map(([name, line]) => tag("section", "team", tag("h2", "", name), tag("p", "", line), to("/jobs?team=" + name, "more", "Jobs in this team")))]; },
};

let turn = 0;
async function draw() {
  const mine = ++turn;
  const root = document.getElementById("root");
  const [, top, rest] = location.pathname.split("/");
  const content = await (rest ? detail(rest.split("-")[0]) : (screens[top] || list)()).catch(() => [tag("h1", "h", "This position is no longer open"), to("/jobs", "back", "All jobs")]);
  if (mine !== turn) return;
  const head = tag("header", "top", to("/jobs", "brand", "Mittelbahn Careers"), tag("nav", "menu", to("/jobs", "", "Jobs"), to("/places", "", "Places"), to("/teams", "", "Teams")));
  root.replaceChildren(head, tag("main", isNext ? "stage" : "main", ...content), tag("footer", "foot", "Mittelbahn Cargo eG, Kassel. Session " + window.APP_CONFIG.session.slice(0, 6)));
}
addEventListener("popstate", draw);
draw();
`;
