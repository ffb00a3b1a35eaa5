import { html, type Markup, raw } from "../ground/html";
import {
  headlineOf,
  hours,
  hoursOf,
  lostPhone,
  type Position,
  positionsOf,
  praise,
  servicesOf,
  type Tongue,
  teamOf,
  words,
} from "./bilingual-office-content";
import { asText, sitemapIndexOf, sitemapOf } from "./sitemap";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const tongues: Tongue[] = ["en", "de"];
const other: Record<Tongue, Tongue> = { en: "de", de: "en" };
const paths = {
  home: { en: "/en/", de: "/de/" },
  team: { en: "/en/team/", de: "/de/team/" },
  rates: { en: "/en/services/", de: "/de/leistungen/" },
  jobs: { en: "/en/careers/", de: "/de/karriere/" },
} as const;
type Place = keyof typeof paths;
const pathOf = ({ slug }: Position, tongue: Tongue) => `${paths.jobs[tongue]}${slug[tongue]}/`;

/** A planning office in English and German on a publishing system with a plugin for tongues: the same facts twice with numbers as each tongue writes them, openings in one table whose departments span rows, a root that sends on by what the browser asks for. */
export const bilingualOffice: SiteMake = {
  pasted: "/en/",
  answer: ({ path, url, headers }, day, noise) => {
    if (path === "/robots.txt") return asText(`User-agent: *\nAllow: /\nSitemap: ${url.origin}/sitemap_index.xml\n`);
    if (path === "/sitemap_index.xml")
      return sitemapIndexOf(
        url.origin,
        tongues.map((one) => `/${one}/page-sitemap.xml`),
      );
    if (path === "/") {
      const asked = String(headers["accept-language"] ?? "").startsWith("de") ? "de" : "en";
      return { status: 302, headers: { location: paths.home[asked], vary: "Accept-Language" }, body: "" };
    }
    const tongue = tongues.find((one) => path.startsWith(`/${one}/`));
    if (!tongue) return null;
    if (path === `/${tongue}/page-sitemap.xml`)
      return sitemapOf(url.origin, pagesIn(tongue, day), `2026-11-${24 + day}`);
    const shown = bodyOf(path, tongue, day, noise);
    return shown ? { body: frame(shown, tongue, day, noise) } : null;
  },
  truth,
};

const pagesIn = (tongue: Tongue, day: SiteDay): string[] => [
  ...(Object.keys(paths) as Place[]).map((place) => paths[place][tongue]),
  ...positionsOf(day).map((one) => pathOf(one, tongue)),
];

function truth(day: SiteDay): DayTruth {
  const kept = day === 2 ? 1 : day;
  const everywhere = (place: Place) => tongues.map((tongue) => paths[place][tongue]);
  return {
    pages: tongues.flatMap((tongue) => pagesIn(tongue, day)),
    records: tongues.flatMap((tongue) => [
      ...teamOf(kept).map(({ name, role, phone }) => ({
        page: paths.team[tongue],
        title: name,
        values: [role[tongue], phone],
      })),
      ...servicesOf(day).map(({ name, rate }) => ({
        page: paths.rates[tongue],
        title: name[tongue],
        values: [rate[tongue]],
      })),
      ...positionsOf(day).map((one) => ({
        page: pathOf(one, tongue),
        title: one.title[tongue],
        values: [one.department[tongue], one.place[tongue], one.hours[tongue]],
      })),
    ]),
    changes: tongues.flatMap((tongue) => changesOf(day, tongue)),
    emptied: day === 2 ? [{ pages: everywhere("team"), value: lostPhone }] : [],
    flapping: day >= 2 ? [{ pages: everywhere("home"), values: [...hours] }] : [],
  };
}

function changesOf(day: SiteDay, tongue: Tongue): DayTruth["changes"] {
  const jobs = paths.jobs[tongue];
  const [before, now] = [positionsOf(day === 2 ? 1 : 0), positionsOf(day)];
  if (day === 1) {
    const closed = before.find(({ until }) => until === 0) as Position;
    const opened = now.find(({ from }) => from === 1) as Position;
    return [
      { pages: [paths.team[tongue]], was: "Gernot Pahl" },
      { pages: [paths.team[tongue]], is: "Milena Radić" },
      {
        pages: [paths.rates[tongue]],
        was: servicesOf(0)[0]?.rate[tongue] ?? "",
        is: servicesOf(1)[0]?.rate[tongue] ?? "",
      },
      { pages: [jobs], was: closed.title[tongue] },
      { pages: [pathOf(opened, tongue), jobs], is: opened.title[tongue] },
      { pages: [paths.home[tongue]], was: hours[0], is: hours[1] },
    ];
  }
  if (day !== 2) return [];
  const moved = now[0] as Position;
  return [
    { pages: [paths.home[tongue]], was: headlineOf(1)[tongue], is: headlineOf(2)[tongue] },
    { pages: [pathOf(moved, tongue), jobs], was: before[0]?.place[tongue] ?? "", is: moved.place[tongue] },
  ];
}

interface Shown {
  title: string;
  main: Markup;
  twin: string;
}

function bodyOf(path: string, tongue: Tongue, day: SiteDay, noise: Noise): Shown | null {
  const say = words[tongue];
  const place = (Object.keys(paths) as Place[]).find((one) => paths[one][tongue] === path);
  const twin = place ? paths[place][other[tongue]] : "";
  if (place === "home") return { title: headlineOf(day)[tongue], main: home(tongue, day, noise), twin };
  if (place === "team") return { title: say.team, main: team(tongue, day), twin };
  if (place === "rates") return { title: say.rates, main: rates(tongue, day), twin };
  if (place === "jobs") return { title: say.jobs, main: jobTable(tongue, day, noise), twin };
  const one = positionsOf(day).find((position) => pathOf(position, tongue) === path);
  return one
    ? { title: one.title[tongue], main: job(one, tongue, day, noise), twin: pathOf(one, other[tongue]) }
    : null;
}

function home(tongue: Tongue, day: SiteDay, noise: Noise): Markup {
  const parts = [
    html`<h1 class="wp-block-heading">${headlineOf(day)[tongue]}</h1>`,
    html`<p>${tongue === "en" ? "Auenwerk plans dyke relocations, fish passages and wet meadows between Lübeck and Szczecin." : "Auenwerk plant Deichrückverlegungen, Fischpässe und Feuchtwiesen zwischen Lübeck und Stettin."}</p>`,
    html`<figure class="wp-block-pullquote"><blockquote>${rotated(praise, noise.turn, 1).map((one) => one[tongue])}</blockquote></figure>`,
    html`<p class="office"><strong>${words[tongue].office}:</strong> ${hoursOf(day)}</p>`,
  ];
  return day === 3 ? html`${[parts[0], parts[3], parts[1], parts[2]]}` : html`${parts}`;
}

function team(tongue: Tongue, day: SiteDay): Markup {
  const people = teamOf(day).map(({ name, role, phone }) =>
    day === 3
      ? html`<tr><td>${role[tongue]}</td><td>${name}</td><td>${phone}</td></tr>`
      : html`<div class="wp-block-column person"><figure><img src="/wp-content/uploads/2026/${name.toLowerCase().replaceAll(" ", "-")}-300x300.jpg" alt=""></figure><h3>${name}</h3><p>${role[tongue]}<br>${phone}</p></div>`,
  );
  return html`<h1>${words[tongue].team}</h1>${day === 3 ? html`<table class="people">${people}</table>` : html`<div class="wp-block-columns">${people}</div>`}`;
}

function rates(tongue: Tongue, day: SiteDay): Markup {
  const say = words[tongue];
  const list = servicesOf(day);
  return html`<h1>${say.rates}</h1>${day === 3 ? html`<dl>${list.map(({ name, rate }) => html`<dt>${name[tongue]}</dt><dd>${rate[tongue]}</dd>`)}</dl>` : html`<figure class="wp-block-table"><table><thead><tr><th>${say.service}</th><th>${say.rate}</th></tr></thead><tbody>${list.map(({ name, rate }) => html`<tr><td>${name[tongue]}</td><td>${rate[tongue]}</td></tr>`)}</tbody></table></figure>`}`;
}

/** A department stands once, beside all of its openings. */
function jobTable(tongue: Tongue, day: SiteDay, noise: Noise): Markup {
  const say = words[tongue];
  const all = positionsOf(day);
  const departments = [...new Set(all.map(({ department }) => department[tongue]))];
  const link = (one: Position) => html`<a href="${pathOf(one, tongue)}?vid=${noise.token}">${one.title[tongue]}</a>`;
  const group = (name: string) => {
    const here = all.filter(({ department }) => department[tongue] === name);
    if (day === 3)
      return html`<section><h2>${name}</h2><ul>${here.map((one) => html`<li>${link(one)} <span>${one.place[tongue]}</span> <span>${one.hours[tongue]}</span></li>`)}</ul></section>`;
    return here.map(
      (one, index) =>
        html`<tr>${index === 0 && html`<th scope="rowgroup" rowspan="${here.length}">${name}</th>`}<td>${link(one)}</td><td>${one.place[tongue]}</td><td>${one.hours[tongue]}</td></tr>`,
    );
  };
  const groups = departments.map(group);
  const head = [say.department, say.position, say.place, say.hours].map((name) => html`<th>${name}</th>`);
  return html`<h1>${say.jobs}</h1>${day === 3 ? groups : html`<table class="jobs"><thead><tr>${head}</tr></thead><tbody>${groups}</tbody></table>`}`;
}

function job(one: Position, tongue: Tongue, day: SiteDay, noise: Noise): Markup {
  const say = words[tongue];
  const facts = [
    [say.department, one.department[tongue]],
    [say.place, one.place[tongue]],
    [say.hours, one.hours[tongue]],
  ] as const;
  const list =
    day === 3
      ? html`<p class="facts">${facts.map(([, value], index) => html`${index > 0 && " · "}<span>${value}</span>`)}</p>`
      : html`<ul class="facts">${facts.map(([label, value]) => html`<li><strong>${label}:</strong> ${value}</li>`)}</ul>`;
  return html`<h1>${one.title[tongue]}</h1>${list}<p>${one.text[tongue]}</p><p class="views">${noise.visitors} ${say.viewed}</p><p><a class="wp-block-button__link" href="mailto:jobs@auenwerk.invalid?subject=${noise.token}">${say.apply}</a> <a href="${paths.jobs[tongue]}">${say.all}</a></p>`;
}

function frame({ title, main, twin }: Shown, tongue: Tongue, day: SiteDay, noise: Noise): string {
  const say = words[tongue];
  const menu = (["team", "rates", "jobs"] as const).map(
    (place) =>
      html`<li class="menu-item menu-item-${noise.turn}"><a href="${paths[place][tongue]}">${say[place]}</a></li>`,
  );
  const cookies =
    tongue === "en"
      ? noise.isVariant
        ? "We value your privacy."
        : "This site uses cookies."
      : noise.isVariant
        ? "Ihre Privatsphäre ist uns wichtig."
        : "Diese Seite verwendet Cookies.";
  const tools = html`<a class="wpml-ls-link" hreflang="${other[tongue]}" href="${twin}">${say.switch}</a>`;
  const body =
    day === 3
      ? html`<div class="shell-${noise.build}"><main class="stack"><div class="stack__in">${main}</div></main><header class="bar">${tools}<ul>${menu}</ul><a href="${paths.home[tongue]}">Auenwerk</a></header></div>`
      : html`<header class="site-header"><a class="custom-logo-link" href="${paths.home[tongue]}"><img src="/wp-content/uploads/logo.svg" alt="Auenwerk"></a><nav><ul id="primary-menu">${menu}</ul></nav>${tools}</header><main id="primary" class="site-main"><article id="post-${noise.turn}"><div class="entry-content">${main}</div></article></main>`;
  return html`${raw("<!DOCTYPE html>")}<html lang="${tongue === "en" ? "en-US" : "de-DE"}"><head><meta charset="UTF-8"><title>${title} – Auenwerk</title><link rel="alternate" hreflang="${other[tongue]}" href="${twin}"><script id="wpml-js-extra">var wpml = {"nonce":"${noise.token}"};</script></head><body class="wp-theme-${noise.build}">${body}<footer>© 2026 Auenwerk GmbH</footer><div id="cookie-notice" role="dialog">${cookies}</div></body></html>`
    .markup;
}
