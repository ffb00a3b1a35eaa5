import { html, type Markup, raw } from "../ground/html";
import { managers, news, placesOf, references, sections, slugs, type Tongue, titles } from "./corporate-content";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const tongues: Tongue[] = ["de", "fr"];
const other = (tongue: Tongue): Tongue => (tongue === "de" ? "fr" : "de");
const built = (day: SiteDay) => references.filter(({ from }) => from <= day);
const listOf = (what: keyof typeof slugs, tongue: Tongue) => `/${tongue}/${slugs[what][tongue]}.html`;
const referencePath = (slug: string, tongue: Tongue) => `/${tongue}/${slugs.references[tongue]}/${slug}.html`;
const dayOf = (date: string, tongue: Tongue) =>
  new Intl.DateTimeFormat(tongue, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));

/** A company's site in German and French: management, places, references, news; the root sends on to a language. */
export const corporate: SiteMake = {
  pasted: "/de/",
  answer: ({ path }, day, noise) => {
    if (path === "/") return { status: 302, headers: { location: "/de/" }, body: "" };
    const tongue = tongues.find((one) => path.startsWith(`/${one}/`));
    const shown = tongue ? bodyOf(path, tongue, day, noise) : null;
    return tongue && shown ? { body: frame(shown, tongue, day, noise) } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const isFirst = day === 1;
  return {
    pages: tongues.flatMap((tongue) => [
      `/${tongue}/`,
      ...sections.map(({ slug }) => `/${tongue}/${slug[tongue]}.html`),
      ...(Object.keys(slugs) as (keyof typeof slugs)[]).map((what) => listOf(what, tongue)),
      ...built(day).map(({ slug }) => referencePath(slug, tongue)),
    ]),
    records: tongues.flatMap((tongue) => [
      ...managers(day).map(({ name, role }) => ({
        page: listOf("management", tongue),
        title: name,
        values: [role[tongue]],
      })),
      ...placesOf(day === 2 ? 1 : day).map(({ town, street, phone }) => ({
        page: listOf("places", tongue),
        title: town,
        values: [street, phone],
      })),
      ...built(day).map(({ slug, name, year, length }) => ({
        page: referencePath(slug, tongue),
        title: name,
        values: [year, length],
      })),
    ]),
    changes: isFirst
      ? tongues.flatMap((tongue) => [
          { pages: [listOf("management", tongue)], was: "Paul Grätz", is: "Yvonne Lacher" },
          { pages: [listOf("places", tongue)], was: "Metz" },
          { pages: [listOf("references", tongue)], is: "Campus Nord" },
        ])
      : [],
    emptied: day === 2 ? [{ pages: tongues.map((tongue) => listOf("places", tongue)), value: "+49 7851 5550 27" }] : [],
    flapping: day >= 2 ? [{ pages: tongues.map((tongue) => listOf("places", tongue)), values: ["8–17", "9–17"] }] : [],
  };
}

interface Shown {
  title: string;
  main: Markup;
  twin: string;
}

function bodyOf(path: string, tongue: Tongue, day: SiteDay, noise: Noise): Shown | null {
  const twin = other(tongue);
  const words = {
    de: { year: "Jahr", length: "Länge", phone: "Telefon", hours: "Öffnungszeiten" },
    fr: { year: "Année", length: "Longueur", phone: "Téléphone", hours: "Horaires" },
  }[tongue];
  if (path === `/${tongue}/`) {
    const teaser = rotated(
      references.filter(({ from }) => from === 0),
      noise.turn,
      1,
    )[0];
    return {
      title: tongue === "de" ? "Wärme für ganze Stadtteile" : "La chaleur de quartiers entiers",
      twin: `/${twin}/`,
      main: html`<div class="csc-default"><h1>${tongue === "de" ? "Wärme für ganze Stadtteile" : "La chaleur de quartiers entiers"}</h1><p>${sections[1]?.text[tongue][0]}</p></div><div class="slider" data-autoplay="true"><div class="slide"><p>${teaser?.text[tongue]}</p></div></div>`,
    };
  }
  const plain = sections.find(({ slug }) => path === `/${tongue}/${slug[tongue]}.html`);
  if (plain)
    return {
      title: plain.title[tongue],
      twin: `/${twin}/${plain.slug[twin]}.html`,
      main: html`<div class="csc-default"><h1>${plain.title[tongue]}</h1>${plain.text[tongue].map((one) => html`<p class="bodytext">${one}</p>`)}</div>`,
    };
  const what = (Object.keys(slugs) as (keyof typeof slugs)[]).find((one) => path === listOf(one, tongue));
  if (what)
    return {
      title: titles[what][tongue],
      twin: listOf(what, twin),
      main: html`<h1>${titles[what][tongue]}</h1>${lists[what](tongue, day, words)}`,
    };
  const reference = built(day).find(({ slug }) => path === referencePath(slug, tongue));
  if (!reference) return null;
  const facts = [
    [words.year, reference.year],
    [words.length, reference.length],
  ];
  const box =
    day === 3
      ? html`<table class="ce-table">${facts.map(([label, value]) => html`<tr><td>${label}</td><td>${value}</td></tr>`)}</table>`
      : html`<p class="facts">${facts.map(([label, value]) => html`<b>${label}:</b> ${value}<br>`)}</p>`;
  return {
    title: reference.name,
    twin: referencePath(reference.slug, twin),
    main: html`<h1>${reference.name}</h1><p class="bodytext">${reference.text[tongue]}</p>${box}`,
  };
}

type Words = Record<"year" | "length" | "phone" | "hours", string>;

const lists: Record<keyof typeof slugs, (tongue: Tongue, day: SiteDay, words: Words) => Markup> = {
  management: (tongue, day) => {
    const people = managers(day);
    return day === 3
      ? html`<ul class="team">${people.map(({ name, role }) => html`<li><span class="who">${name}</span><span class="what">${role[tongue]}</span></li>`)}</ul>`
      : html`<div class="row">${people.map(({ name, role }, index) => html`<div class="col-sm-3"><div class="frame"><img src="/fileadmin/portrait-${index}.jpg" alt=""><h3>${name}</h3><p>${role[tongue]}</p></div></div>`)}</div>`;
  },
  places: (_tongue, day, words) => {
    const places = placesOf(day);
    return day === 3
      ? html`<table class="ce-table"><thead><tr><th></th><th></th><th>${words.phone}</th><th>${words.hours}</th></tr></thead><tbody>${places.map((one) => html`<tr><td>${one.town}</td><td>${one.street}</td><td>${one.phone}</td><td>${one.hours}</td></tr>`)}</tbody></table>`
      : html`${places.map((one) => html`<div class="vcard"><h2 class="locality">${one.town}</h2><p><span class="street-address">${one.street}</span></p><p>${words.phone}: <span class="tel">${one.phone}</span></p><p>${words.hours}: <span class="hours">${one.hours}</span></p></div>`)}`;
  },
  references: (tongue, day) =>
    html`<div class="${day === 3 ? "tiles" : "list"}">${built(day).map((one) => html`<div class="${day === 3 ? "tile" : "item"}"><h3><a href="${referencePath(one.slug, tongue)}">${one.name}</a></h3><p>${one.year}</p></div>`)}</div>`,
  news: (tongue) =>
    html`${news.map((one) => html`<div class="news-list-item"><span class="news-list-date">${dayOf(one.date, tongue)}</span><h3>${one.title[tongue]}</h3><p>${one.text[tongue]}</p></div>`)}`,
};

function frame({ title, main, twin }: Shown, tongue: Tongue, day: SiteDay, noise: Noise): string {
  const links = [
    ...sections.map((one) => [`/${tongue}/${one.slug[tongue]}.html`, one.title[tongue]]),
    ...(Object.keys(slugs) as (keyof typeof slugs)[]).map((what) => [listOf(what, tongue), titles[what][tongue]]),
  ];
  const cookie =
    tongue === "de"
      ? "Wir verwenden Cookies, um diese Website zu verbessern."
      : "Nous utilisons des cookies pour améliorer ce site.";
  const accept = tongue === "de" ? "Alle akzeptieren" : "Tout accepter";
  const stamp =
    tongue === "de"
      ? `Stand: 27.11.2026 ${noise.turn % 24}:${10 + (noise.turn % 50)} Uhr`
      : `Consulté ${noise.visitors} fois aujourd'hui`;
  return html`${raw("<!DOCTYPE html>")}<html lang="${tongue}"><head><meta charset="utf-8"><title>${title} - Wärmebau Rhenus</title><link rel="alternate" hreflang="${other(tongue)}" href="${twin}"><link rel="stylesheet" href="/typo3temp/${noise.build}.css"></head><body id="p${day === 3 ? "2" : "1"}">${day === 3 ? html`<div class="langbar"><a href="${twin}">${other(tongue).toUpperCase()}</a></div>` : ""}<div class="header"><a href="/${tongue}/">Wärmebau Rhenus</a><div class="nav"><ul>${links.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}</ul></div>${day === 3 ? "" : html`<ul class="lang"><li><a hreflang="${other(tongue)}" href="${twin}">${other(tongue) === "fr" ? "Français" : "Deutsch"}</a></li></ul>`}</div><div id="content"><!--TYPO3SEARCH_begin-->${main}<!--TYPO3SEARCH_end--></div><div class="footer"><p>© Wärmebau Rhenus GmbH</p><p class="stamp">${stamp}</p></div><div class="cookie-layer"><p>${cookie}</p><button>${accept}</button></div></body></html>`
    .markup;
}
