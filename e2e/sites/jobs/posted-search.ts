import { html, type Markup, raw } from "../ground/html";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "../vendors/watched-site";
import {
  agoOf,
  filled,
  lengthened,
  moved,
  regraded,
  rehoured,
  type Vacancy,
  vacanciesOf,
} from "./posted-search-content";

const search = "/careersection/ex/jobsearch.ftl";
const detail = "/careersection/ex/jobdetail.ftl";
const perPage = 5;
const pathOf = ({ number }: Pick<Vacancy, "number">) => `${detail}?job=${number}`;

/** A hospital trust's openings on an old suite for staff: the further pages of its table come only for a posted form that a script fills with the page's number, the details by number of the requisition; what was filled says that it is no longer available. Nothing is redesigned. */
export const postedSearch: SiteMake = {
  pasted: search,
  answer: ({ path, query, method, form }, day, noise) => {
    const all = vacanciesOf(day);
    const headers = { "set-cookie": `locale=en; Path=/careersection`, "cache-control": "no-store" };
    if (path === "/") return { status: 302, headers: { location: search }, body: "" };
    if (path === search) {
      const wanted = method === "POST" ? Number(form.get("rlPager.currentPage")) || 1 : 1;
      return { headers, body: frame("Job Search", list(all, wanted, noise), noise) };
    }
    if (path !== detail) return null;
    const one = all.find(({ number }) => number === query.get("job"));
    return { headers, body: frame("Job Description", one ? single(one, all, noise) : unavailable, noise) };
  },
  truth,
};

const named = (title: string, day: SiteDay) => vacanciesOf(day).find((one) => one.title === title);

function truth(day: SiteDay): DayTruth {
  return {
    pages: [search, ...vacanciesOf(day).map(pathOf)],
    records: vacanciesOf(day).map((one) => ({
      page: pathOf(one),
      title: one.title,
      values: [one.number, one.ward, one.site, one.grade, one.schedule],
    })),
    changes: changesOf(day),
    emptied: [],
    flapping: [],
  };
}

/** What is filled leaves a page of the list that may be one which only the form brings; its own page says so. */
function changesOf(day: SiteDay): DayTruth["changes"] {
  const own = (title: string) => [pathOf(named(title, day) ?? { number: "" })];
  const gone = (title: string) => ({
    pages: [pathOf(named(title, (day - 1) as SiteDay) ?? { number: "" }), search],
    was: title,
  });
  if (day === 1)
    return [
      { pages: [search, ...own("Theatre Practitioner")], is: "Theatre Practitioner" },
      { pages: own(regraded.title), was: regraded.was, is: regraded.is },
      { pages: own(moved.title), was: moved.was, is: moved.is },
      { pages: own(lengthened.title), was: lengthened.was, is: lengthened.is },
      gone(filled[1]),
    ];
  if (day !== 2) return [];
  return [
    { pages: [search, ...own("Play Specialist")], is: "Play Specialist" },
    { pages: own(rehoured.title), was: rehoured.was, is: rehoured.is },
    gone(filled[2]),
  ];
}

const unavailable = html`<div class="editablesection"><span class="subtitle">The job description you are trying to view is no longer available.</span><p>It may have been filled. <a href="${search}">Search again</a></p></div>`;

function list(all: Vacancy[], asked: number, noise: Noise): Markup {
  const last = Math.ceil(all.length / perPage);
  const page = Math.min(last, Math.max(1, Math.trunc(asked)));
  const shown = all.slice((page - 1) * perPage, page * perPage);
  const turn = (to: number, words: string) =>
    html`<span class="pagerlink"><a href="javascript:turnTo(${to})" id="rlPager.page${to}" title="Go to page ${to}">${words}</a></span> `;
  const numbers = Array.from({ length: last }, (_, index) =>
    index + 1 === page ? html`<span class="pagerlabel">${page}</span> ` : turn(index + 1, String(index + 1)),
  );
  const pager = html`<div class="pagerpanel">${page > 1 && turn(page - 1, "Previous")}${numbers}${page < last && turn(page + 1, "Next")}</div>`;
  const hidden: [string, string][] = [
    ["ftlpageid", "reqListBasicPage"],
    ["ftlstate", `${noise.token}${noise.build}`],
    ["ftlcompid", ""],
    ["jsfCmdId", ""],
    ["csrftoken", noise.token],
    ["rlPager.currentPage", String(page)],
    ["dropListSize", String(perPage)],
  ];
  const rows = shown.map(
    (one, index) =>
      html`<tr class="ftlrow ftlrow-${index % 2}" id="requisitionListInterface.ID${3000 + index}"><td class="ftlcell"><h3><span class="titlelink"><a id="reqTitleLinkAction.row${index + 1}" href="${pathOf(one)}" title="View this job description">${one.title}</a></span></h3><div class="nowrapdiv"><span class="text">${one.site}</span> - <span class="text">${one.ward}</span></div></td><td class="ftlcell"><span class="text">${one.number}</span></td><td class="ftlcell"><span class="text">Posted ${agoOf(one)}</span></td></tr>`,
  );
  return html`<form id="ftlform" name="ftlform" method="post" action="${search}">${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" id="${name}" value="${value}">`)}<h1 class="no-change-header-inline"><span class="titlepage">Search Results (${all.length} jobs found)</span></h1>${pager}<table class="ftltable" id="requisitionListInterface.listRequisition" summary=""><thead><tr><th>Title</th><th>Requisition</th><th>Posting date</th></tr></thead><tbody>${rows}</tbody></table>${pager}</form><script>function turnTo(number){var form=document.getElementById("ftlform");form.elements["rlPager.currentPage"].value=number;form.submit()}</script>`;
}

function single(one: Vacancy, all: Vacancy[], noise: Noise): Markup {
  const facts: [string, string][] = [
    ["Job field", one.ward],
    ["Primary location", one.site],
    ["Grade", one.grade],
    ["Schedule", one.schedule],
    ["Job posting", agoOf(one)],
  ];
  const others = rotated(
    all.filter(({ number }) => number !== one.number),
    noise.turn,
    3,
  );
  return html`<div class="editablesection"><h1><span class="titlepage">${one.title}</span></h1> - <span class="text">(${one.number})</span><div class="contentlinepanel"><h2 class="no-change-header-inline"><span class="subtitle">Description</span></h2><div class="description"><p>${one.text}</p><p>The trust runs four hospitals between the moor and the sea.</p></div></div>${facts.map(([label, value]) => html`<div class="contentlinepanel"><h2 class="no-change-header-inline"><span class="subtitle">${label}</span></h2><span>: </span><span class="text">${value}</span></div>`)}<input type="button" value="Apply Online"></div><div class="similar"><h2>Similar jobs</h2><ul>${others.map((other) => html`<li><a href="${pathOf(other)}">${other.title}</a></li>`)}</ul></div><p><a href="${search}">Job search</a></p>`;
}

function frame(title: string, main: Markup, noise: Noise): string {
  return html`${raw('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">')}<html lang="en" xml:lang="en" xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><link rel="stylesheet" href="/careersection/theme/${noise.build}/style.css"/></head><body class="mainbody"><div id="banner"><a href="${search}">Averil Hospitals Trust: working with us</a><span class="clock">Your session ends in ${20 + (noise.turn % 10)} minutes.</span></div><div class="mainsection">${main}</div><div id="footer">${noise.visitors} candidates are signed in. ${noise.isVariant ? "Cookies are used." : ""}</div></body></html>`
    .markup;
}
