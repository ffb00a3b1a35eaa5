import { textPdf } from "@/server/knowledge/ingest/parsing/testing/make-pdf";
import { html, type Markup, raw } from "../ground/html";
import type { Reply } from "../ground/start-site";
import { layOut } from "../portal/attachments";
import {
  agenciesOf,
  delays,
  discontinuedOf,
  families,
  lost,
  reports,
  retired,
  type Sensor,
  sensorsOf,
} from "./datasheets-content";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

type Family = keyof typeof families;
const familyNames = Object.keys(families) as Family[];
const root = "/fr/fr";
const pathOf = ({ slug, family }: Sensor) => `${root}/produits/${family}/${slug}.html`;
const familyPath = (family: Family) => `${root}/produits/${family}.html`;
const sheetOf = ({ slug, revision }: Sensor) =>
  `/content/dam/valmorin/fiches/FT_${slug.toUpperCase()}_fr_rev${revision}.pdf`;
const finder = `${root}/selecteur-de-capteurs.html`;
const ended = `${root}/produits/arretes.html`;
const sheets = `${root}/support/documentation.html`;
const about = `${root}/societe.html`;

/** A French maker on a content system of large companies: components in responsive grids, tables of specifications, data sheets as PDF with their revision in the name, a finder over all products, a list of discontinued ones. */
export const datasheets: SiteMake = {
  pasted: `${root}.html`,
  answer: ({ path }, day, noise): Reply | null => {
    if (path === "/" || path === "/fr.html") return { status: 301, headers: { location: `${root}.html` }, body: "" };
    if (day >= 1 && path === pageOf(retired)) return { status: 301, headers: { location: ended }, body: "" };
    const one = sensorsOf(day).find((sensor) => sheetOf(sensor) === path);
    if (one) return { body: sheet(one), headers: { "content-type": "application/pdf" } };
    const shown = bodyOf(path, day, noise);
    return shown ? { body: frame(shown, path, day, noise), headers: { "x-dispatcher": "dispatcher2euwest1" } } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const sensors = sensorsOf(day);
  return {
    pages: pagesOf(day),
    records: [
      ...sensors.map((one) => ({
        page: pathOf(one),
        title: one.name,
        values: [one.range, one.precision, one.supply, one.protection, `rév. ${one.revision}`],
      })),
      ...discontinuedOf(day).map(({ name, until, service, successor }) => ({
        page: ended,
        title: name,
        values: [until, service, successor],
      })),
      ...agenciesOf(day).map(({ town, role, phone }) => ({ page: about, title: town, values: [role, phone] })),
    ],
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: [pageOf(lost.name)], value: lost.value }] : [],
    flapping: day >= 2 ? [{ pages: [pageOf("VN 80")], values: [...delays] }] : [],
  };
}

const pagesOf = (day: SiteDay) => [
  `${root}.html`,
  finder,
  ended,
  sheets,
  about,
  ...familyNames.map(familyPath),
  ...sensorsOf(day).map(pathOf),
];
const pageOf = (name: string) => pathOf(sensorsOf(0).find((one) => one.name === name) as Sensor);

function changesOf(day: SiteDay): DayTruth["changes"] {
  if (day === 2) return [{ pages: [ended], was: "30 juin 2030", is: "30 juin 2031" }];
  if (day !== 1) return [];
  const revised = pageOf("VP 610 Ti");
  return [
    { pages: [revised, finder], was: "± 0,1 % PE", is: "± 0,08 % PE" },
    { pages: [revised, sheets], was: "rév. B", is: "rév. C" },
    // The menu names every model on every page.
    { pages: [...new Set([finder, familyPath("niveau"), sheets, ...pagesOf(1)])], was: retired },
    { pages: [ended], is: retired },
    { pages: [...new Set([finder, familyPath("debit"), sheets, ...pagesOf(1)])], is: "VD 100 C" },
    { pages: [pageOf("VN 80")], was: delays[0], is: delays[1] },
    { pages: [about], was: "Bilbao" },
    { pages: [about], was: "+41 24 555 20 31", is: "+41 24 555 20 40" },
  ];
}

function sheet(one: Sensor): Uint8Array {
  return textPdf([
    layOut([
      { text: "Valmorin Mesure - Fiche technique", size: 11 },
      { text: one.name, size: 18, bold: true },
      { text: `Révision ${one.revision}` },
      { text: one.text },
      ...specsOf(one, 0, false).map(([label, value]) => ({ text: `${label} : ${value}` })),
    ]),
  ]);
}

const specsOf = (one: Sensor, day: SiteDay, withDelay = true): [string, string][] => [
  ["Étendue de mesure", one.range],
  ["Précision", one.precision],
  ["Alimentation", day === 2 && one.name === lost.name ? "" : one.supply],
  ["Indice de protection", one.protection],
  ...(withDelay
    ? ([["Délai indicatif", one.name === "VN 80" ? delays[day % 2] : "2 semaines"]] as [string, string][])
    : []),
];

interface Shown {
  title: string;
  main: Markup;
  trail?: [string, string][];
}

const component = (name: string, inner: Markup | Markup[]) =>
  html`<div class="${name} aem-GridColumn aem-GridColumn--default--12"><div class="cmp-${name}" data-cmp-data-layer="{&quot;${name}-${name.length}f&quot;:{&quot;@type&quot;:&quot;valmorin/components/${name}&quot;}}">${inner}</div></div>`;
const title = (text: string) => component("title", html`<h1 class="cmp-title__text">${text}</h1>`);

function bodyOf(path: string, day: SiteDay, noise: Noise): Shown | null {
  const sensors = sensorsOf(day);
  if (path === `${root}.html`) return { title: "Accueil", main: home(sensors, day, noise) };
  if (path === finder) return { title: "Sélecteur de capteurs", main: finderPage(sensors, day, noise) };
  if (path === ended) return { title: "Produits arrêtés", main: endedPage(day) };
  if (path === sheets)
    return {
      title: "Documentation",
      main: html`${title("Documentation")}${component(
        "download",
        sensors.map(
          (one) =>
            html`<div class="cmp-download__item"><h3 class="cmp-download__title"><a class="cmp-download__title-link" href="${sheetOf(one)}">Fiche technique ${one.name}</a></h3><dl class="cmp-download__properties"><div class="cmp-download__property cmp-download__property--filename"><dt>Nom du fichier</dt><dd>${sheetOf(one).split("/").at(-1)}</dd></div><div><dt>Version</dt><dd>rév. ${one.revision}</dd></div><div><dt>Format</dt><dd>application/pdf</dd></div></dl></div>`,
        ),
      )}`,
    };
  if (path === about)
    return {
      title: "La société",
      main: html`${title("La société")}${component("text", html`<p>Valmorin Mesure fabrique des capteurs à Annonay depuis 1964. La maison compte 140&nbsp;personnes et appartient à l'une d'elles.</p>`)}${agencies(day)}${component("list", html`<h2>Rendez-vous</h2><ul class="cmp-list">${reports.map(([what, when]) => html`<li class="cmp-list__item"><span class="cmp-list__item-title">${what}</span> <span class="cmp-list__item-date">${when}</span></li>`)}</ul>`)}`,
    };
  const family = familyNames.find((name) => familyPath(name) === path);
  if (family) return { title: families[family].name, main: familyPage(family, sensors, day) };
  const one = sensors.find((sensor) => pathOf(sensor) === path);
  return one
    ? {
        title: one.name,
        main: single(one, sensors, day, noise),
        trail: [[familyPath(one.family), families[one.family].name]],
      }
    : null;
}

function home(sensors: Sensor[], day: SiteDay, noise: Noise): Markup {
  const slides = ["Mesurer, puis parler", "Usine ouverte le 20 mars", "Un radar qui voit à travers la mousse"];
  return html`${title("Mesurer ce qui compte")}${component("carousel", html`<div class="cmp-carousel__content" aria-live="polite">${rotated(slides, noise.turn, 3).map((words, index) => html`<div class="cmp-carousel__item${index === 0 ? " cmp-carousel__item--active" : ""}" role="tabpanel"><p>${words}</p></div>`)}</div>`)}${component(
    "teaser",
    familyNames.map(
      (name) =>
        html`<div class="cmp-teaser__content"><h2 class="cmp-teaser__title"><a href="${familyPath(name)}">${families[name].name}</a></h2><div class="cmp-teaser__description"><p>${families[name].text}</p></div></div>`,
    ),
  )}${component("text", html`<p>Dernier né&nbsp;: <a href="${pathOf(sensors.at(-1) as Sensor)}">${sensors.at(-1)?.name}</a></p>`)}${day === 3 && component("separator", html`<hr>`)}`;
}

function familyPage(family: Family, sensors: Sensor[], day: SiteDay): Markup {
  const cards = sensors
    .filter((one) => one.family === family)
    .map((one) =>
      day === 3
        ? html`<li class="vm-card"><h3><a href="${pathOf(one)}">${one.name}</a></h3><p>${one.text}</p></li>`
        : html`<article class="cmp-productcard"><a class="cmp-productcard__link" href="${pathOf(one)}"><img class="cmp-image__image" loading="lazy" src="/content/dam/valmorin/img/${one.slug}.coreimg.82.640.jpeg" alt="${one.name}"><span class="cmp-productcard__name">${one.name}</span></a><p>${one.text}</p><a href="${sheetOf(one)}" target="_blank" aria-label="Fiche technique ${one.name}">PDF</a></article>`,
    );
  return html`${title(families[family].name)}${component("text", html`<p>${families[family].text}</p>`)}${component("productlist", day === 3 ? html`<ul class="vm-cards">${cards}</ul>` : cards)}`;
}

function single(one: Sensor, sensors: Sensor[], day: SiteDay, noise: Noise): Markup {
  const specs = specsOf(one, day);
  const table =
    day === 3
      ? html`<dl class="vm-specs">${specs.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
      : html`<table class="cmp-spectable"><caption>Caractéristiques techniques</caption><tbody>${specs.map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody></table>`;
  const link = html`<a class="cmp-button" href="${sheetOf(one)}"><span class="cmp-button__text">Fiche technique (PDF, rév. ${one.revision})</span></a>`;
  const tabs =
    day === 3
      ? html`${component("text", html`<p>${one.text}</p>`)}${component("specs", table)}${component("button", link)}`
      : component(
          "tabs",
          html`<ol role="tablist" class="cmp-tabs__tablist"><li role="tab" class="cmp-tabs__tab cmp-tabs__tab--active" aria-selected="true">Description</li><li role="tab" class="cmp-tabs__tab">Données techniques</li><li role="tab" class="cmp-tabs__tab">Téléchargements</li></ol><div role="tabpanel" class="cmp-tabs__tabpanel cmp-tabs__tabpanel--active"><p>${one.text}</p></div><div role="tabpanel" class="cmp-tabs__tabpanel" aria-hidden="true">${table}</div><div role="tabpanel" class="cmp-tabs__tabpanel" aria-hidden="true">${link}</div>`,
        );
  const others = sensors.filter(({ slug }) => slug !== one.slug);
  return html`${title(one.name)}${tabs}${component("related", html`<h2>Vous pourriez aussi avoir besoin de</h2>${rotated(others, noise.turn, 3).map((other) => html`<a href="${pathOf(other)}">${other.name}</a> `)}<p class="vm-consulted">Fiche consultée ${noise.turn} fois ce mois-ci</p>`)}`;
}

function finderPage(sensors: Sensor[], day: SiteDay, noise: Noise): Markup {
  const filters = html`<form class="vm-finder__filters" data-results="${sensors.length}">${familyNames.map((name) => html`<label><input type="checkbox" name="famille" value="${name}">${families[name].name} (${sensors.filter(({ family }) => family === name).length})</label>`)}<input type="hidden" name=":cq_csrf_token" value="${noise.token}"></form>`;
  const cells = (one: Sensor) => [families[one.family].name, one.range, one.precision];
  const rows =
    day === 3
      ? html`<ul class="vm-results">${sensors.map((one) => html`<li><a href="${pathOf(one)}">${one.name}</a>${cells(one).map((cell) => html` · <span>${cell}</span>`)}</li>`)}</ul>`
      : html`<div class="vm-finder__scroll"><table class="vm-finder__table" data-sortable="true"><thead><tr><th>Modèle</th><th>Famille</th><th>Étendue</th><th>Précision</th></tr></thead><tbody>${(noise.isVariant ? sensors : [...sensors].reverse()).map((one) => html`<tr data-family="${one.family}"><td><a href="${pathOf(one)}">${one.name}</a></td>${cells(one).map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
  return html`${title("Sélecteur de capteurs")}${component("finder", html`${filters}${rows}`)}`;
}

function endedPage(day: SiteDay): Markup {
  const rows = discontinuedOf(day).map(({ name, until, service, successor }) =>
    day === 3
      ? html`<details class="vm-ended"><summary>${name}</summary><p>Dernière commande le ${until}. Pièces et réparations jusqu'au ${service}. Remplaçant&nbsp;: ${successor}.</p></details>`
      : html`<tr><td><b>${name}</b></td><td>${until}</td><td>${service}</td><td>${successor}</td></tr>`,
  );
  return html`${title("Produits arrêtés")}${component("text", html`<p>Ces produits ne sont plus fabriqués. Nous les réparons encore.</p>`)}${component("table", day === 3 ? rows : html`<table><tbody><tr><td>Modèle</td><td>Dernière commande</td><td>Pièces jusqu'au</td><td>Remplaçant</td></tr>${rows}</tbody></table>`)}`;
}

function agencies(day: SiteDay): Markup {
  const all = agenciesOf(day);
  return day === 3
    ? component(
        "table",
        html`<table>${all.map(({ town, role, phone }) => html`<tr><td>${town}</td><td>${role}</td><td>${phone}</td></tr>`)}</table>`,
      )
    : component(
        "accordion",
        all.map(
          ({ town, role, phone }, index) =>
            html`<div class="cmp-accordion__item"><h3 class="cmp-accordion__header"><button id="a-${index}-button" class="cmp-accordion__button" aria-controls="a-${index}-panel"><span class="cmp-accordion__title">${town}</span><span class="cmp-accordion__icon"></span></button></h3><div id="a-${index}-panel" class="cmp-accordion__panel cmp-accordion__panel--hidden" role="region"><p>${role}</p><p>Tél. <a href="tel:${phone.replaceAll(" ", "")}">${phone}</a></p></div></div>`,
        ),
      );
}

function frame({ title: name, main, trail = [] }: Shown, path: string, day: SiteDay, noise: Noise): string {
  const mega = familyNames.map(
    (family) =>
      html`<li class="cmp-navigation__item cmp-navigation__item--level-1"><a class="cmp-navigation__item-link" href="${familyPath(family)}">${families[family].name}</a><ul>${sensorsOf(
        day,
      )
        .filter((one) => one.family === family)
        .map(
          (one) => html`<li class="cmp-navigation__item--level-2"><a href="${pathOf(one)}">${one.name}</a></li>`,
        )}</ul></li>`,
  );
  const crumbs = html`<nav class="cmp-breadcrumb" aria-label="Fil d'Ariane"><ol>${[[`${root}.html`, "Accueil"], ...trail].map(([href, text]) => html`<li class="cmp-breadcrumb__item"><a href="${href}"><span itemprop="name">${text}</span></a></li>`)}<li class="cmp-breadcrumb__item cmp-breadcrumb__item--active">${name}</li></ol></nav>`;
  return html`${raw("<!DOCTYPE HTML>")}<html lang="fr-FR"><head><meta charset="UTF-8"/><title>${name} | Valmorin Mesure</title><meta name="template" content="page-produit"/><link rel="canonical" href="${path}"/><link rel="stylesheet" href="/etc.clientlibs/valmorin/clientlibs/clientlib-base.lc-${noise.build}-lc.min.css"/></head><body class="page basicpage" id="page-${noise.build.slice(0, 6)}" data-cmp-data-layer-enabled><div class="root container responsivegrid"><div id="container-${day === 3 ? "b" : "a"}" class="cmp-container"><header class="experiencefragment"><div class="cmp-experiencefragment"><a href="${root}.html">Valmorin Mesure</a><nav class="cmp-navigation"><ul class="cmp-navigation__group">${mega}<li><a href="${finder}">Sélecteur</a></li><li><a href="${ended}">Produits arrêtés</a></li><li><a href="${sheets}">Documentation</a></li><li><a href="${about}">La société</a></li></ul></nav></div></header>${day !== 3 && crumbs}<main class="container responsivegrid"><div class="aem-Grid aem-Grid--12 aem-Grid--default--12">${main}</div></main><footer><p>© Valmorin Mesure SAS · RCS Aubenas 386 000 000</p><p>Page générée le 27/11/2026 à ${String(8 + (noise.turn % 10)).padStart(2, "0")}:${10 + (noise.turn % 50)}</p></footer></div></div>${noise.isVariant ? html`<div id="tarteaucitronRoot"><div id="tarteaucitronAlertBig"><span>En continuant, vous acceptez les cookies.</span><button>Tout accepter</button><button>Personnaliser</button></div></div>` : html`<div id="tarteaucitronRoot"></div>`}</body></html>`
    .markup;
}
