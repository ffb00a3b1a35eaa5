import { html, type Markup, raw } from "../ground/html";
import type { SiteRequest } from "../ground/start-site";
import { asText, sitemapOf } from "../vendors/sitemap";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "../vendors/watched-site";
import {
  agoOf,
  categories,
  eased,
  extended,
  gone,
  lost,
  movedTo,
  type Requisition,
  raised,
  renamed,
  requisitionsOf,
  settled,
  swinging,
} from "./requisitions-content";

const perPage = 10;
const sorted = "q=&sortColumn=referencedate&sortDirection=desc";
const listOf = (page: number) => (page === 1 ? "/search/" : `/search/?${sorted}&startrow=${(page - 1) * perPage}`);
const listsOf = (day: SiteDay) =>
  Array.from({ length: Math.ceil(requisitionsOf(day).length / perPage) }, (_, index) => listOf(index + 1));
const dashed = (words: string) => words.replace(/[^\w]+/g, "-").replace(/-$/, "");
/** The address says the place and the name as they were when it was posted. */
const pathOf = ({ id }: Pick<Requisition, "id">) => {
  const first = [0, 1, 2].flatMap((day) => requisitionsOf(day as SiteDay)).find((one) => one.id === id);
  return `/job/${dashed(first?.place ?? "")}-${dashed(first?.title ?? "")}/${id}/`;
};
const groupOf = (category: string) => `/go/${dashed(category)}/${8_842_100 + categories.indexOf(category) * 11}/`;

/** The careers of a maker of gearboxes on a suite for staff: a table of results by start row, every title twice for two widths, numbers of requisitions, ages instead of days, similar openings by lot; what is filled leaves the list and its page says so. The redesign is the suite's newer skin of cards. */
export const requisitions: SiteMake = {
  pasted: "/search/",
  answer: (request, day, noise) => {
    const { path, url } = request;
    if (path === "/robots.txt")
      return asText(
        `User-agent: *\nDisallow: /talentcommunity/\nDisallow: /services/\nSitemap: ${url.origin}/sitemap.xml\n`,
      );
    const all = requisitionsOf(day);
    if (path === "/sitemap.xml") return sitemapOf(url.origin, all.map(pathOf), `2026-11-${25 + day}`);
    const shown = bodyOf(request, all, day, noise);
    const headers = { "set-cookie": `JSESSIONID=w${noise.token}~; Path=/; HttpOnly` };
    return shown ? { headers, body: (day === 3 ? newer : older)(shown, noise) } : null;
  },
  truth,
};

const named = (title: string, day: SiteDay) => requisitionsOf(day).find((one) => one.title === title);

function truth(day: SiteDay): DayTruth {
  const all = requisitionsOf(day === 2 ? 1 : day);
  const payOf = (one: Requisition) => all.find(({ id }) => id === one.id)?.pay ?? one.pay;
  const own = (title: string) => [named(title, day)].flatMap((one) => (one ? [pathOf(one)] : []));
  return {
    pages: ["/", ...listsOf(day), ...categories.map(groupOf), ...requisitionsOf(day).map(pathOf)],
    records: requisitionsOf(day).map((one) => ({
      page: pathOf(one),
      title: one.title,
      values: [one.number, one.category, one.place, one.terms, payOf(one), one.closes],
    })),
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: own(lost.title), value: lost.value }] : [],
    flapping: day >= 2 ? [{ pages: own(swinging.title), values: [...swinging.values] }] : [],
  };
}

/** Its own page first, then the list and the group with its row. */
function shownOn(title: string, day: SiteDay): string[] {
  const all = requisitionsOf(day);
  const one = all.find((candidate) => candidate.title === title);
  return one ? [pathOf(one), listOf(Math.floor(all.indexOf(one) / perPage) + 1), groupOf(one.category)] : [];
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  const fresh = (title: string) => ({ pages: shownOn(title, day), is: title });
  const filled = (title: string) => ({
    pages: [...listsOf(day), groupOf(named(title, (day - 1) as SiteDay)?.category ?? "")],
    was: title,
  });
  const own = (title: string) => shownOn(title, day).slice(0, 1);
  if (day === 1)
    return [
      fresh("Noise Measurement Intern"),
      fresh("Logistics Planner"),
      ...gone[1].map(filled),
      { pages: own(raised.title), was: raised.was, is: raised.is },
      { pages: own(movedTo.title), was: movedTo.was, is: movedTo.is },
      { pages: shownOn(renamed.is, 1), was: renamed.was, is: renamed.is },
      { pages: own(extended.title), was: extended.was, is: extended.is },
      { pages: own(swinging.title), was: swinging.values[0], is: swinging.values[1] },
    ];
  if (day !== 2) return [];
  return [
    fresh("Cyber Security Analyst"),
    ...gone[2].map(filled),
    { pages: own(settled.title), was: settled.was, is: settled.is },
    { pages: own(renamed.is), was: eased.was, is: eased.is },
  ];
}

interface Shown {
  title: string;
  main: Markup;
}

function bodyOf({ path, query, url }: SiteRequest, all: Requisition[], day: SiteDay, noise: Noise): Shown | null {
  if (path === "/") return { title: "Careers at Ostmark Gear", main: home(all) };
  if (path === "/search/") return { title: "Search results", main: results(all, query, day, noise) };
  const category = categories.find((one) => groupOf(one) === path);
  if (category) {
    const inGroup = all.filter((one) => one.category === category);
    const rows = day === 3 ? cards(inGroup) : table(inGroup, new URLSearchParams(), url.pathname);
    return { title: `${category} jobs`, main: html`<h1>${category}</h1>${rows}` };
  }
  const id = /^\/job\/[^/]+\/(\d+)\/$/.exec(path)?.[1];
  const one = all.find((candidate) => candidate.id === id);
  if (one) return { title: `${one.title} Job Details`, main: details(one, all, day, noise) };
  const wasThere = [0, 1, 2].some((at) => requisitionsOf(at as SiteDay).some((other) => other.id === id));
  if (!wasThere || (day === 0 && id)) return null;
  return {
    title: "Position filled",
    main: html`<div class="jobexpired"><h1>Position filled</h1><p>The position that you are looking for has been filled. There are others.</p>${similar(all, noise)}</div>`,
  };
}

const home = (all: Requisition[]): Markup =>
  html`<div class="heroimage"><h1>Thirty years without a whine</h1></div><div class="content"><p>Ostmark Gear builds gearboxes for mills, towers and ships in Linz, Gliwice, Leeds, Tampere and Hamburg. There are ${all.length} open positions.</p><ul class="categorylist">${categories.map((one) => html`<li><a href="${groupOf(one)}">${one} jobs</a></li>`)}</ul><a class="btn" href="/search/">View all jobs</a></div>`;

function chosen(all: Requisition[], query: URLSearchParams): Requisition[] {
  const words = (query.get("q") ?? "").trim().toLowerCase();
  const [place, category] = [
    query.get("optionsFacetsDD_location") ?? "",
    query.get("optionsFacetsDD_department") ?? "",
  ];
  const found = all.filter(
    (one) =>
      one.title.toLowerCase().includes(words) &&
      (place === "" || one.place === place) &&
      (category === "" || one.category === category),
  );
  const column = query.get("sortColumn");
  const key = ({ title, place: at }: Requisition) => (column === "location" ? at : title);
  if (column === "title" || column === "location") found.sort((a, b) => key(a).localeCompare(key(b)));
  if (column === "referencedate" && query.get("sortDirection") === "asc") found.reverse();
  return found;
}

function results(all: Requisition[], query: URLSearchParams, day: SiteDay, noise: Noise): Markup {
  const found = chosen(all, query);
  const start = Math.max(0, Math.trunc(Number(query.get("startrow"))) || 0);
  const shown = found.slice(start, start + perPage);
  const at = (row: number) => {
    const next = new URLSearchParams(query.size > 0 ? query : sorted);
    next.set("startrow", String(row));
    return `?${next}`;
  };
  const count = Math.ceil(found.length / perPage);
  const numbers = Array.from({ length: count }, (_, index) =>
    index === Math.floor(start / perPage)
      ? html`<li class="active"><a href="${at(index * perPage)}" title="Page ${index + 1}" aria-current="page">${index + 1}</a></li>`
      : html`<li><a href="${at(index * perPage)}" title="Page ${index + 1}">${index + 1}</a></li>`,
  );
  const label = html`<span class="paginationLabel" aria-label="Results ${start + 1} – ${start + shown.length}">Results <b>${start + 1} – ${start + shown.length}</b> of <b>${found.length}</b></span>`;
  const pager = html`<div class="pagination-top clearfix"><div class="paginationShell">${label}<ul class="pagination"><li><a class="paginationItemFirst" href="${at(0)}" title="First Page"><span aria-hidden="true">«</span></a></li>${numbers}<li><a class="paginationItemLast" href="${at((count - 1) * perPage)}" title="Last Page"><span aria-hidden="true">»</span></a></li></ul></div></div>`;
  const values = (of: (one: Requisition) => string) => [...new Set(all.map(of))].sort();
  const facet = (name: string, text: string, of: (one: Requisition) => string) =>
    html`<select id="optionsFacetsDD_${name}" name="optionsFacetsDD_${name}" class="form-control-100"><option value="">${text}</option>${values(of).map((value) => html`<option value="${value}">${value}</option>`)}</select>`;
  const form = html`<form class="jobAlertsSearchForm" name="keywordsearch" method="get" action="/search/;jsessionid=${noise.token}" role="search"><input type="text" name="q" placeholder="Search by keyword" maxlength="50" value="${query.get("q") ?? ""}">${facet("location", "All locations", ({ place }) => place)}${facet("department", "All departments", ({ category }) => category)}<input type="submit" class="btn keywordsearch-button" value="Search Jobs"><a href="/search/" class="search-clear-button btn">Clear</a></form>`;
  const alert = html`<div class="savesearch" id="savesearch"><button data-toggle="modal">Create alert</button><form method="post" action="/services/t/l"><label>Send me alerts every <input name="freq" value="7" size="2"> days</label><input type="hidden" name="csrf" value="${noise.token}"></form></div>`;
  return html`<h1 class="keyword-title">Search results for "<span class="securitySearchQuery">${query.get("q") ?? ""}</span>".</h1>${form}${alert}${pager}${day === 3 ? cards(shown) : table(shown, query, "/search/")}${pager}`;
}

/** A cell for wide screens and one for narrow ones, with the same title. */
function table(shown: Requisition[], query: URLSearchParams, path: string): Markup {
  const sort = (column: string, text: string) =>
    html`<a href="${path}?q=${query.get("q") ?? ""}&sortColumn=${column}&sortDirection=${query.get("sortDirection") === "asc" ? "desc" : "asc"}#hdr${text}">${text}</a>`;
  const rows = shown.map((one) => {
    const link = html`<a href="${pathOf(one)}" class="jobTitle-link">${one.title}</a>`;
    return html`<tr class="data-row"><td class="colTitle" headers="hdrTitle"><span class="jobTitle hidden-phone">${link}</span><div class="jobdetail-phone visible-phone"><span class="jobTitle visible-phone">${link}</span><span class="jobLocation visible-phone">${one.place}</span><span class="jobDate visible-phone">${agoOf(one)}</span></div></td><td class="colLocation hidden-phone" headers="hdrLocation"><span class="jobLocation">${one.place}</span></td><td class="colDepartment hidden-phone" headers="hdrDepartment"><span class="jobDepartment">${one.category}</span></td><td class="colDate hidden-phone" nowrap="nowrap" headers="hdrDate"><span class="jobDate">${agoOf(one)}</span></td></tr>`;
  });
  return html`<div class="searchResultsShell"><table id="searchresults" class="searchResults full table table-striped table-hover" cellpadding="0" cellspacing="0" aria-label="Search results"><thead><tr id="search-results-header"><th id="hdrTitle" scope="col"><span class="jobTitle">${sort("title", "Title")}</span></th><th id="hdrLocation" scope="col" class="hidden-phone">${sort("location", "Location")}</th><th id="hdrDepartment" scope="col" class="hidden-phone">Department</th><th id="hdrDate" scope="col" class="hidden-phone">${sort("referencedate", "Date")}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

const cards = (shown: Requisition[]): Markup =>
  html`<ul class="JobsList_jobCardList__0IqNq" data-testid="jobCardList">${shown.map((one) => html`<li data-testid="jobCard" class="JobsList_jobCard__8wE-Y"><a class="jobCardTitle" href="${pathOf(one)}">${one.title}</a><div class="jobCardFooter"><span data-testid="jobCardLocation">${one.place}</span><span>${one.category}</span><span>${agoOf(one)}</span></div></li>`)}</ul>`;

const similar = (all: Requisition[], noise: Noise): Markup =>
  html`<div class="similar-jobs"><h3>Similar jobs</h3><ul>${rotated(all, noise.turn, 4).map((one) => html`<li><a href="${pathOf(one)}">${one.title}</a>, ${one.place}</li>`)}</ul></div>`;

function details(one: Requisition, all: Requisition[], day: SiteDay, noise: Noise): Markup {
  const facts: [name: string, label: string, value: string][] = [
    ["adcode", "Requisition ID", one.number],
    ["department", "Department", one.category],
    ["shifttype", "Contract", one.terms],
    ["customfield1", "Way of working", one.model],
    ["salary", "Pay", one.pay],
    ["customfield3", "Apply by", one.closes],
  ];
  const others = similar(
    all.filter(({ id }) => id !== one.id),
    noise,
  );
  const posted = new Date(Date.UTC(2026, 10, 25 + day - one.age, 2)).toUTCString();
  if (day === 3)
    return html`<div class="JobDetail_root__k1"><header><h1 data-testid="jobTitle">${one.title}</h1><p>${one.place} · ${agoOf(one)}</p><a class="Button_primary__z" href="/talentcommunity/apply/${one.id}/?locale=en_GB">Apply</a></header><dl>${facts.map(([, label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl><div class="JobDetail_text__p">${one.texts.map((text) => html`<p>${text}</p>`)}</div></div>${others}`;
  return html`<div class="jobDisplayShell" itemscope itemtype="http://schema.org/JobPosting"><div class="jobDisplay"><div class="jobTitle"><h1 id="job-title"><span itemprop="title" data-careersite-propertyid="title">${one.title}</span></h1><div class="applylink pull-right"><a class="btn btn-primary apply" role="button" href="/talentcommunity/apply/${one.id}/?locale=en_GB" aria-label="Apply now ">Apply now »</a></div></div><p class="jobDateAndLocation"><span class="jobDate">${agoOf(one)}</span><meta itemprop="datePosted" content="${posted}"> <span class="jobGeoLocation" itemprop="jobLocation" data-careersite-propertyid="location">${one.place}</span></p><div class="joblayouttoken rtltextaligneligible displayDTM"><div class="inner">${facts.map(([name, label, value]) => html`<div class="row"><span class="joblayouttoken-label">${label}: </span><span data-careersite-propertyid="${name}">${value}</span></div>`)}</div></div><div class="job"><span class="jobdescription" itemprop="description"><p><b>About the job</b></p>${one.texts.map((text) => html`<p style="margin:0"><span style="font-family:Arial">${text}</span></p><p>&nbsp;</p>`)}</span></div><p class="applicants">${noise.visitors} people looked at this job</p></div></div>${others}`;
}

function older({ title, main }: Shown, noise: Noise): string {
  return html`${raw("<!DOCTYPE html>")}<html class="html5" lang="en-GB" xml:lang="en-GB"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>${title} | Ostmark Gear</title><link type="text/css" rel="stylesheet" href="/platform/bootstrap/3.4.8/css/bootstrap.min.css?h=${noise.build}"><script>var j2w=j2w||{};j2w.init={csrf:"${noise.token}",locale:"en_GB"};</script></head><body class="coreCSB search-page body unify" id="body"><div id="outershell"><div class="headerwidth"><a href="/" title="Home"><img class="logo" src="/logo.png" alt="Ostmark Gear"></a><ul class="nav"><li><a href="/">Home</a></li>${categories.map((one) => html`<li><a href="${groupOf(one)}">${one}</a></li>`)}<li><a href="/search/">All jobs</a></li></ul></div><div id="content"><div class="inner">${main}</div></div><div class="footer"><ul><li>Ostmark Gear AG</li><li><a href="/talentcommunity/subscribe/?et=${noise.token}" rel="nofollow">Join our talent community</a></li></ul></div></div>${noise.isVariant && html`<div id="cookie-acknowledge" class="cookiePolicy" role="dialog"><p>When you visit any website, it may store cookies.</p><button id="cookie-accept">Accept</button></div>`}</body></html>`
    .markup;
}

function newer({ title, main }: Shown, noise: Noise): string {
  return html`${raw("<!DOCTYPE html>")}<html lang="en-GB"><head><meta charset="utf-8"><title>${title} | Ostmark Gear</title><script src="/platform/js/unified.${noise.build}.js" defer></script></head><body class="coreCSB newSearch"><header class="Header_root__1"><a href="/">Ostmark Gear</a><nav>${categories.map((one) => html`<a href="${groupOf(one)}">${one}</a>`)}<a href="/search/">All jobs</a></nav></header><main class="Page_main__4">${main}</main><footer class="Footer_root__q">Ostmark Gear AG</footer></body></html>`
    .markup;
}
