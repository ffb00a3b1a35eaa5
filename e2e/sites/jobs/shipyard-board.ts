import { html, type Markup, raw } from "../ground/html";
import { asText } from "../vendors/sitemap";
import type { DayTruth, Noise, SiteDay, SiteMake } from "../vendors/watched-site";
import {
  extended,
  filled,
  filledWords,
  isFilled,
  lostContract,
  named,
  raised,
  swinging,
  type Vacancy,
  vacanciesOf,
} from "./shipyard-content";

const board = "/work-with-us/vacancies.php";
const perPage = 7;
const pathOf = ({ ref }: { ref: string }) => `/work-with-us/vacancy.php?ref=${ref}`;
const pageOf = (number: number) => (number === 1 ? board : `${board}?page=${number}`);

/** A shipyard's own board in an old script language: tiles in two pages below a form of filters, sessions in the links, the same trade at two yards, last days to apply, and one that was filled and still stands there struck through. */
export const shipyardBoard: SiteMake = {
  pasted: board,
  answer: ({ path, query }, day, noise) => {
    if (path === "/robots.txt") return asText("User-agent: *\nDisallow: /work-with-us/apply.php\n");
    if (path === "/") return { status: 302, headers: { location: board }, body: "" };
    if (path === board) return { body: frame("Vacancies", list(query, day, noise), day, noise) };
    if (path !== "/work-with-us/vacancy.php") return null;
    const one = vacanciesOf(day).find(({ ref }) => ref === query.get("ref"));
    return one ? { body: frame(one.title, vacancy(one, day, noise), day, noise) } : null;
  },
  truth,
};

/** What leaves a page of the list pulls the next one over from the page behind it. */
function pageWith(ref: string, day: SiteDay): string {
  const at = vacanciesOf(day).findIndex((one) => one.ref === ref);
  return pageOf(Math.floor(Math.max(0, at) / perPage) + 1);
}

function truth(day: SiteDay): DayTruth {
  const all = vacanciesOf(day);
  const pages = Array.from({ length: Math.ceil(all.length / perPage) }, (_, index) => pageOf(index + 1));
  return {
    pages: [...pages, ...all.map(pathOf)],
    records: all
      .filter((one) => !isFilled(one, day))
      .map((one) => ({
        page: pathOf(one),
        title: one.title,
        values: [
          one.ref,
          one.yard,
          one.pay,
          one.until,
          ...(one.contract && one.ref !== swinging.ref ? [one.contract] : []),
        ],
      })),
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: [pathOf(lostContract)], value: lostContract.value }] : [],
    flapping: day >= 2 ? [{ pages: [pathOf(swinging)], values: [...swinging.values] }] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  const at = ({ ref }: { ref: string }) => [pathOf({ ref }), pageWith(ref, day), pageWith(ref, (day - 1) as SiteDay)];
  if (day === 1)
    return [
      { pages: at(raised), was: raised.was, is: raised.is },
      { pages: at(extended), was: extended.was, is: extended.is },
      { pages: at({ ref: filled }), was: "Apply by 4 December 2026", is: filledWords },
      { pages: [board, pageOf(2)], was: "Crane Operator" },
      { pages: at({ ref: "S-0012" }), is: "Safety Adviser" },
      { pages: [pathOf(swinging)], was: swinging.values[0], is: swinging.values[1] },
    ];
  if (day !== 2) return [];
  return [
    { pages: [board, pageOf(2)], was: named(filled).title },
    { pages: at({ ref: "P-0090" }), is: "Apprentice Shipwright" },
  ];
}

const linkTo = ({ ref }: Vacancy, noise: Noise) => `${pathOf({ ref })}&PHPSESSID=${noise.token}`;

function list(query: URLSearchParams, day: SiteDay, noise: Noise): Markup {
  const [trade, yard] = [query.get("trade") ?? "", query.get("yard") ?? ""];
  const all = vacanciesOf(day).filter(
    (one) => (trade === "" || one.trade === trade) && (yard === "" || one.yard === yard),
  );
  const count = Math.max(1, Math.ceil(all.length / perPage));
  const number = Math.min(count, Math.max(1, Math.trunc(Number(query.get("page"))) || 1));
  const shown = all.slice((number - 1) * perPage, number * perPage);
  const choices = (name: string, of: (one: Vacancy) => string, chosen: string) =>
    html`<label>${name} <select name="${name.toLowerCase()}"><option value="">All</option>${[...new Set(vacanciesOf(day).map(of))].map((value) => html`<option${value === chosen && html` selected`}>${value}</option>`)}</select></label>`;
  const turn = Array.from({ length: count }, (_, index) =>
    index + 1 === number ? html`<b>${index + 1}</b> ` : html`<a href="${pageOf(index + 1)}">${index + 1}</a> `,
  );
  const tiles = shown.map((one) => (day === 3 ? line(one, day, noise) : tile(one, day, noise)));
  return html`<h1>Vacancies</h1><form method="get" action="vacancies.php" class="filter">${choices("Trade", (one) => one.trade, trade)} ${choices("Yard", (one) => one.yard, yard)} <input type="submit" value="Show"></form><p class="count">${all.length} vacancies</p>${day === 3 ? html`<table class="jobs"><tbody>${tiles}</tbody></table>` : html`<div class="tiles">${tiles}</div>`}<p class="pages">Page ${turn}</p>`;
}

function tile(one: Vacancy, day: SiteDay, noise: Noise): Markup {
  if (isFilled(one, day))
    return html`<div class="tile tile-filled"><h3><s><a href="${linkTo(one, noise)}">${one.title}</a></s></h3><p class="where">${one.yard}</p><p class="state">${filledWords}</p></div>`;
  return html`<div class="tile"><span class="trade">${one.trade}</span><h3><a href="${linkTo(one, noise)}">${one.title}</a></h3><p class="where">${one.yard}</p><p class="pay">${one.pay}</p><p class="until">Apply by ${one.until}</p></div>`;
}

const line = (one: Vacancy, day: SiteDay, noise: Noise): Markup =>
  isFilled(one, day)
    ? html`<tr class="is-filled"><td><a href="${linkTo(one, noise)}">${one.title}</a></td><td colspan="3">${filledWords}</td></tr>`
    : html`<tr><td><a href="${linkTo(one, noise)}">${one.title}</a><br>${one.trade}</td><td>${one.yard}</td><td>${one.pay}</td><td>Apply by ${one.until}</td></tr>`;

function vacancy(one: Vacancy, day: SiteDay, noise: Noise): Markup {
  if (isFilled(one, day))
    return html`<h1>${one.title}</h1><p class="state">${filledWords}. Thank you for your interest.</p><p><a href="${board}">All vacancies</a></p>`;
  const facts: [string, string][] = [
    ["Reference", one.ref],
    ["Trade", one.trade],
    ["Yard", one.yard],
    ["Contract", one.contract],
    ["Pay", one.pay],
  ];
  const table =
    day === 3
      ? html`<dl>${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
      : html`<table class="facts">${facts.map(([label, value]) => html`<tr><th>${label}</th><td>${value}</td></tr>`)}</table>`;
  return html`<h1>${one.title}</h1>${table}${one.text.map((text) => html`<p>${text}</p>`)}<p class="until">Apply by ${one.until}</p><p class="seen">Viewed ${noise.visitors} times this week, last ${noise.ago}</p><p><a class="apply" href="/work-with-us/apply.php?ref=${one.ref}&PHPSESSID=${noise.token}">Apply</a> <a href="${board}">All vacancies</a></p>`;
}

function frame(title: string, main: Markup, day: SiteDay, noise: Noise): string {
  const bar = html`<a href="/">Harkin Brothers Shipyards</a> <a href="${board}">Work with us</a>`;
  const tide = html`<p class="tide">High water at Cobh: ${noise.turn % 12}:${10 + (noise.turn % 50)}. Wind ${noise.visitors % 9} Bft.</p>`;
  const inner =
    day === 3
      ? html`<section class="page">${main}</section><header>${bar}</header>`
      : html`<div id="header">${bar}</div><div id="wrapper"><div id="main">${main}</div></div>`;
  return html`${raw("<!DOCTYPE html>")}<html lang="en-IE"><head><meta charset="utf-8"><title>${title} | Harkin Brothers Shipyards</title></head><body class="b${noise.build}">${inner}<div id="footer">${tide}<p>© Harkin Brothers 2026. Built boats since 1871.</p><p>${noise.isVariant ? "We use cookies." : "This site uses cookies to remember you."}</p></div></body></html>`
    .markup;
}
