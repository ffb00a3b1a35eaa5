import { html, type Markup, raw } from "../ground/html";
import { bothHours, eventsOf, hoursOf, type Pump, peopleOf, pumpsOf, voices } from "./pump-maker-content";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const perPage = 5;
const pathOf = ({ slug }: Pump) => `/produkte/${slug}`;
const lostPhone = "08331 5550-31";

/** A German maker on a content system of views, nodes and fields: teasers with paging from zero, events and contacts as views, node numbers beside the aliases. */
export const pumpMaker: SiteMake = {
  pasted: "/produkte",
  answer: ({ path, query }, day, noise) => {
    const pumps = pumpsOf(day);
    const node = pumps.find((_, index) => path === `/node/${40 + index}`);
    const shown = bodyOf(node ? pathOf(node) : path, Number(query.get("page")) || 0, day, noise);
    return shown
      ? {
          body: frame(shown.title, shown.main, node ? pathOf(node) : path, day, noise),
          headers: { "x-generator": "Drupal 10" },
        }
      : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const kept = day === 2 ? 1 : day;
  const pumps = pumpsOf(day);
  const lists = Array.from({ length: Math.ceil(pumps.length / perPage) }, (_, index) =>
    index === 0 ? "/produkte" : `/produkte?page=${index}`,
  );
  return {
    pages: ["/", ...lists, "/termine", "/kontakt", "/preisliste", "/impressum", ...pumps.map(pathOf)],
    records: [
      ...pumps.map((one) => ({ page: pathOf(one), title: one.name, values: [one.flow, one.head, one.price] })),
      ...peopleOf(kept).map(({ name, role, phone }) => ({ page: "/kontakt", title: name, values: [role, phone] })),
      ...eventsOf(day).map(({ name, date, place }) => ({ page: "/termine", title: name, values: [date, place] })),
    ],
    changes:
      day === 1
        ? [
            { pages: ["/produkte/nk-45", "/preisliste", "/produkte"], was: "2.190,00 €", is: "2.315,00 €" },
            { pages: [...lists, "/preisliste"], was: "FZ 3" },
            { pages: [...lists, "/preisliste"], is: "TM 30" },
            { pages: ["/kontakt"], was: "Arno Kessling", is: "Bilge Sommer" },
            { pages: ["/termine"], was: "Wassertage Ulm" },
            { pages: ["/termine"], is: "Tag der offenen Gießerei" },
          ]
        : [],
    emptied: day === 2 ? [{ pages: ["/kontakt"], value: lostPhone }] : [],
    flapping: day >= 2 ? [{ pages: ["/kontakt"], values: bothHours }] : [],
  };
}

function bodyOf(path: string, page: number, day: SiteDay, noise: Noise): { title: string; main: Markup } | null {
  const pumps = pumpsOf(day);
  if (path === "/")
    return {
      title: "Pumpen aus Memmingen",
      main: html`<div class="block block-block-content"><h1>Pumpen aus Memmingen</h1><p>Nordkette gießt, dreht und prüft seit 1923. Was wir verkaufen, reparieren wir auch.</p></div><div class="views-element-container"><h2>Stimmen</h2>${rotated(voices, noise.turn, 2).map(([words, who]) => html`<div class="views-row"><blockquote>${words}</blockquote><cite>${who}</cite></div>`)}</div>`,
    };
  if (path === "/produkte" && page * perPage < pumps.length)
    return { title: "Produkte", main: products(pumps, page, day) };
  if (path === "/termine") return { title: "Termine", main: events(day) };
  if (path === "/kontakt") return { title: "Kontakt", main: contacts(day, noise) };
  if (path === "/preisliste")
    return {
      title: "Preisliste",
      main: html`<h1>Preisliste</h1><p>Preise ab Werk ohne Mehrwertsteuer.</p><table class="table table-striped"><caption>Gültig bis auf Widerruf</caption><thead><tr><th>Typ</th><th>Baureihe</th><th>Preis</th></tr></thead><tbody>${pumps.map(({ name, series, price }) => html`<tr><td>${name}</td><td>${series}</td><td class="text-right">${price}</td></tr>`)}</tbody></table>`,
    };
  if (path === "/impressum")
    return {
      title: "Impressum",
      main: html`<h1>Impressum</h1><p>Nordkette Pumpen GmbH, Gießereiweg 8, Memmingen. Geschäftsführerin: Leonore Hafner. Registergericht Memmingen, HRB 55501.</p>`,
    };
  const one = pumps.find((pump) => pathOf(pump) === path);
  return one ? { title: one.name, main: single(one, pumps, day) } : null;
}

function products(pumps: Pump[], page: number, day: SiteDay): Markup {
  const shown = pumps.slice(page * perPage, (page + 1) * perPage);
  const count = Math.ceil(pumps.length / perPage);
  const rows = shown.map((one) =>
    day === 3
      ? html`<li class="kachel"><a href="${pathOf(one)}">${one.name}</a><span>${one.series}</span><span>Preis</span> <span>${one.price}</span></li>`
      : html`<div class="views-row"><article about="${pathOf(one)}" class="node node--type-produkt node--view-mode-teaser"><h2 class="node__title"><a href="${pathOf(one)}" rel="bookmark"><span class="field field--name-title">${one.name}</span></a></h2><div class="node__content"><div class="field field--name-field-baureihe field__item">${one.series}</div><div class="field field--name-field-preis field--label-inline"><div class="field__label">Preis</div><div class="field__item">${one.price}</div></div></div></article></div>`,
  );
  const pager = html`<nav class="pager" role="navigation"><ul class="pager__items js-pager__items">${page > 0 && html`<li class="pager__item pager__item--previous"><a href="?page=${page - 1}" rel="prev">‹‹</a></li>`}<li class="pager__item is-active">Seite ${page + 1}</li>${page + 1 < count && html`<li class="pager__item pager__item--next"><a href="?page=${page + 1}" title="Zur nächsten Seite" rel="next"><span class="visually-hidden">Nächste Seite</span><span aria-hidden="true">››</span></a></li>`}</ul></nav>`;
  return html`<h1 class="page-title">Produkte</h1>${day === 3 ? html`<ul class="kacheln">${rows}</ul>` : html`<div class="view view-produkte"><div class="view-content">${rows}</div></div>`}${pager}`;
}

function single(one: Pump, pumps: Pump[], day: SiteDay): Markup {
  const facts = [
    ["Baureihe", one.series],
    ["Förderstrom", one.flow],
    ["Förderhöhe", one.head],
    ["Listenpreis", one.price],
  ];
  const fields =
    day === 3
      ? html`<dl class="technik">${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
      : html`${facts.map(([label, value]) => html`<div class="field field--label-inline clearfix"><div class="field__label">${label}</div><div class="field__item">${value}</div></div>`)}`;
  return html`<article class="${day === 3 ? "seite" : "node node--type-produkt node--view-mode-full"}"><h1 class="page-title"><span>${one.name}</span></h1><div class="node__content"><div class="field field--name-body text-formatted"><p>${one.text}</p></div>${fields}</div></article><link rel="shortlink" href="/node/${40 + pumps.indexOf(one)}">`;
}

function events(day: SiteDay): Markup {
  const rows = eventsOf(day).map(({ date, name, place }) =>
    day === 3
      ? html`<div class="termin"><h3>${name}</h3><p>${date}, ${place}</p></div>`
      : html`<tr><td class="views-field views-field-field-datum">${date}</td><td class="views-field views-field-title">${name}</td><td class="views-field views-field-field-ort">${place}</td></tr>`,
  );
  return html`<h1 class="page-title">Termine</h1>${day === 3 ? rows : html`<table class="views-table cols-3"><thead><tr><th>Datum</th><th>Veranstaltung</th><th>Ort</th></tr></thead><tbody>${rows}</tbody></table>`}`;
}

function contacts(day: SiteDay, noise: Noise): Markup {
  const cards = peopleOf(day).map(({ name, role, phone, mail }) =>
    day === 3
      ? html`<li><b>${name}</b> (${role})<br>${phone && `Tel.: ${phone}, `}E-Mail: ${mail}</li>`
      : html`<div class="paragraph paragraph--type--person"><h3>${name}</h3><div class="field__item">${role}</div><div class="field__item">Tel.: ${phone}</div><div class="field__item">E-Mail: ${mail}</div></div>`,
  );
  return html`<h1 class="page-title">Kontakt</h1><p>Unser Werk ist werktags von ${hoursOf(day)} besetzt.</p>${day === 3 ? html`<ul>${cards}</ul>` : cards}<form class="webform" action="/kontakt" method="post"><input type="hidden" name="form_build_id" value="form-${noise.token}"><label>Nachricht <textarea name="nachricht"></textarea></label><button>Absenden</button></form>`;
}

function frame(title: string, main: Markup, path: string, day: SiteDay, noise: Noise): string {
  const menu = ["Produkte", "Preisliste", "Termine", "Kontakt"].map(
    (name) =>
      html`<li class="nav-item"><a href="/${name.toLowerCase()}" data-drupal-link-system-path="${name.toLowerCase()}">${name}</a></li>`,
  );
  return html`${raw("<!DOCTYPE html>")}<html lang="de" dir="ltr"><head><meta charset="utf-8"><meta name="Generator" content="Drupal 10"><link rel="canonical" href="${path}"><title>${title} | Nordkette Pumpen</title><link rel="stylesheet" href="/sites/default/files/css/css_${noise.build}.css"></head><body class="${day === 3 ? "neu" : "path-node"}"><a href="#main-content" class="visually-hidden">Direkt zum Inhalt</a><div class="dialog-off-canvas-main-canvas"><header role="banner"><a href="/" rel="home">Nordkette Pumpen</a><ul class="nav">${menu}</ul></header><main role="main"><a id="main-content"></a>${main}</main><footer role="contentinfo"><a href="/impressum">Impressum</a> <span>Sitzung ${noise.token}</span> <span>Seite abgerufen: ${noise.turn} Mal</span></footer></div>${noise.isVariant ? html`<div class="eu-cookie-compliance-banner"><p>Wir verwenden Cookies, um die Seite zu verbessern.</p><button>Zustimmen</button></div>` : html`<div class="eu-cookie-compliance-banner minimal"><p>Cookies helfen uns.</p><button>Ja</button><button>Nein</button></div>`}<script type="application/json" data-drupal-selector="drupal-settings-json">${raw(JSON.stringify({ path: { currentPath: path }, user: { permissionsHash: noise.token } }))}</script></body></html>`
    .markup;
}
