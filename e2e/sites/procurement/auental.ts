import { createHash } from "node:crypto";
import { html, type Markup } from "../ground/html";
import { auentalDrafts } from "./drafts-auental";
import { awardOf, daysFrom, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { csvPaper, tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { type Visit, visitTo } from "./visits";
import { clockTime, dottedDate, wordDate } from "./wording";

const zone = "Europe/Berlin";
const home = "/wirtschaft/ausschreibungen";
const single = "/wirtschaft/ausschreibungen/bekanntmachung";
const files = "/fileadmin/vergabe";
const perPage = 8;
const states = {
  open: "Laufend",
  closed: "Angebotsfrist abgelaufen",
  cancelled: "Aufgehoben",
  awarded: "Zuschlag erteilt",
  prior: "Vorinformation",
} as const;

/** The system signs what it writes into a query and refuses what it has not signed. */
function signed(path: string, name: string, value: string | number): string {
  const argument = `tx_kavergabe_list[${name}]`;
  return `${path}?${encodeURIComponent(argument)}=${value}&cHash=${hashOf(argument, String(value))}`;
}
const hashOf = (argument: string, value: string) => createHash("md5").update(`${argument}=${value}`).digest("hex");
const pathOf = ({ id }: Pick<PortalNotice, "id">) => signed(single, "notice", id);

/**
 * A district's site on the content system of German authorities: a table whose heads sort and whose pages turn by signed words in the query,
 * a notice as a grid of terms, its documents in an order of the visit, and a history of all that was amended, from the first publication on.
 */
export const auental: Skin = {
  plan: {
    country: "de",
    zone,
    listed: { firstId: 2_307, drafts: auentalDrafts, awarded: "Sicherheitsdienst in Gemeinschaftsunterkünften" },
  },
  listingPath: home,
  detailPath: pathOf,
  answer: ({ path, query }, register) => {
    if (path === "/") return { status: 302, headers: { location: home }, body: "" };
    const asked = [...query].find(([name]) => name.startsWith("tx_kavergabe_list["));
    if (asked && query.get("cHash") !== hashOf(...asked)) return null;
    const visit = visitTo(register);
    if (path === home) {
      const [page, sort] = ["currentPage", "sort"].map((name) => query.get(`tx_kavergabe_list[${name}]`));
      return { body: listing(register, Number(page), sort ?? "", visit) };
    }
    if (path === single) {
      const notice = register.find(Number(query.get("tx_kavergabe_list[notice]")));
      return notice ? { body: detail(notice, register, visit) } : null;
    }
    const [, id, file] = /^\/fileadmin\/vergabe\/(\d+)\/(Vergabeunterlagen\.pdf|Preisblatt\.csv)$/.exec(path) ?? [];
    const notice = register.find(Number(id));
    if (!notice || notice.isPrior) return null;
    return file === "Preisblatt.csv" ? prices(notice) : paper(notice);
  },
};

/** `Montag, 14. Dezember 2026, 10:00 Uhr` */
const spoken = (at: Date) => `${wordDate(at, zone, "de", true)}, ${clockTime(at, zone)} Uhr`;
const short = (at: Date) => `${dottedDate(at, zone, false)}, ${clockTime(at, zone)} Uhr`;
const day = (at: Date) => dottedDate(at, zone, false);

const banners = [
  "Heimatpreis 2027: jetzt vorschlagen",
  "Die Zulassungsstelle öffnet samstags",
  "Breitband: neue Karte des Ausbaus",
  "Ehrenamtskarte beantragen",
];

function frame(title: string, main: Markup, register: ProcurementRegister, visit: Visit): string {
  const others = register.all();
  const aside = [0, 1, 2].map((step) => others[(visit.turn * 3 + step) % others.length] as PortalNotice);
  const trusted = Buffer.from(`a:1:{s:6:"demand";a:1:{s:4:"word";i:1;}}${visit.token}`).toString("base64");
  return documentOf(
    `<!--
	This website is powered by TYPO3 - inspiring people to share!
-->
<title>${html`${title}`.markup} - Landkreis Auental</title><meta name="generator" content="TYPO3 CMS"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/typo3temp/assets/compressed/merged-${visit.token.slice(0, 12)}.css" media="all">`,
    html`<div class="cookieman" id="cookieman-modal" role="dialog"><p>Diese Website verwendet Cookies. Sie können die Auswahl jederzeit ändern.</p><button data-cookieman-accept-all>Alle akzeptieren</button><button data-cookieman-save>Speichern</button></div>
<header class="page-header"><a class="navbar-brand" href="/">Landkreis Auental</a><div class="stage-teaser" data-slide="${visit.turn % banners.length}"><a href="/aktuelles">${banners[visit.turn % banners.length]}</a></div><nav class="navbar"><ul class="nav"><li><a href="/buergerservice">Bürgerservice</a></li><li class="active"><a href="${home}">Ausschreibungen</a></li><li><a href="/kreistag">Kreistag</a></li></ul></nav></header>
<!--TYPO3SEARCH_begin--><main id="page-content"><section id="c4107" class="frame frame-default frame-type-list">${main}</section></main><!--TYPO3SEARCH_end-->
<aside class="sidebar"><form method="post" action="${home}"><input type="hidden" name="tx_kavergabe_list[__trustedProperties]" value="${trusted}"><label>Stichwort <input name="tx_kavergabe_list[demand][word]"></label><button type="submit">Suchen</button></form><h4>Weitere Bekanntmachungen</h4><ul>${aside.map((notice) => html`<li><a href="${pathOf(notice)}">${notice.title}</a></li>`)}</ul></aside>
<footer><p>Seitenaufrufe heute: ${1_200 + visit.count} | <a href="/impressum">Impressum</a> | <a href="/datenschutz">Datenschutz</a></p></footer>`,
    "de",
  );
}

const columns: readonly [key: string, head: string][] = [
  ["reference", "Vergabenummer"],
  ["title", "Bezeichnung"],
  ["buyer", "Vergabestelle"],
  ["deadline", "Angebotsfrist"],
  ["state", "Status"],
];

function listing(register: ProcurementRegister, wanted: number, sort: string, visit: Visit): string {
  const byTerm = (a: PortalNotice, b: PortalNotice) => b.deadline.getTime() - a.deadline.getTime() || a.id - b.id;
  const all = register.all().sort((a, b) => (sort === "title" ? a.title.localeCompare(b.title, "de") : byTerm(a, b)));
  const count = Math.ceil(all.length / perPage);
  const page = Math.min(count, Math.max(1, Math.trunc(wanted) || 1));
  const shown = all.slice((page - 1) * perPage, page * perPage);
  // What stands on one page comes in an order of the cache.
  const turned = visit.turn % 3 === 2 ? [...shown.slice(2), ...shown.slice(0, 2)] : shown;
  const state = (notice: PortalNotice) => states[standingOf(notice, register.now())];
  const term = (notice: PortalNotice) => (notice.isPrior ? "–" : short(notice.deadline));
  const link = (notice: PortalNotice) => html`<a href="${pathOf(notice)}">${notice.title}</a>`;
  const heads = columns.map(([key, head]) =>
    key === "title" || key === "deadline"
      ? html`<th scope="col"><a rel="nofollow" href="${signed(home, "sort", key)}">${head}</a></th>`
      : html`<th scope="col">${head}</th>`,
  );
  const row = (notice: PortalNotice) =>
    html`<tr><td data-th="Vergabenummer">${notice.reference}</td><td data-th="Bezeichnung">${link(notice)}</td><td data-th="Vergabestelle">${notice.buyer}</td><td data-th="Angebotsfrist">${term(notice)}</td><td data-th="Status"><span class="badge">${state(notice)}</span></td></tr>`;
  const tile = (notice: PortalNotice) =>
    html`<article class="card card-body"><h3 class="h5">${link(notice)}</h3><ul class="list-inline"><li>${notice.buyer}</li><li>${notice.reference}</li><li>Frist: ${term(notice)}</li><li>${state(notice)}</li></ul></article>`;
  const numbers = Array.from({ length: count }, (_, index) => index + 1).map((number) =>
    number === page
      ? html`<li class="page-item active" aria-current="page"><span class="page-link">${number}</span></li>`
      : html`<li class="page-item"><a class="page-link" href="${number === 1 ? home : signed(home, "currentPage", number)}">${number}</a></li>`,
  );
  return frame(
    "Ausschreibungen",
    html`<header><h1>Ausschreibungen und Vergaben</h1></header><p class="bodytext">Bekanntmachungen des Landkreises, seiner Kreisstadt und des Abfallzweckverbands. ${all.length} Treffer.</p>${
      register.isRedesigned()
        ? html`<div class="row row-cols-1">${turned.map(tile)}</div>`
        : html`<table class="table table-striped tx-kavergabe"><thead><tr>${heads}</tr></thead><tbody>${turned.map(row)}</tbody></table>`
    }<nav aria-label="Seiten"><ul class="pagination">${numbers}</ul></nav>`,
    register,
    visit,
  );
}

function factsOf(notice: PortalNotice, register: ProcurementRegister): [string, string][] {
  const { reference, buyer, details, publishedAt, deadline, isPrior } = notice;
  const some = (label: string, value: string | undefined): [string, string][] => (value ? [[label, value]] : []);
  return [
    ["Vergabenummer", reference],
    ["Vergabestelle", buyer],
    ...some("Zuständiges Amt", details?.unit),
    ...some("Vergabeart", isPrior ? "Vorinformation" : details?.kind),
    ...some("Ort der Leistung", details?.place),
    ...some("CPV-Code", details?.codes),
    ...some("Geschätzter Auftragswert", details?.value),
    ["Veröffentlicht am", day(publishedAt)],
    ...(isPrior
      ? ([["Voraussichtlicher Beginn des Verfahrens", day(deadline)]] as [string, string][])
      : ([
          ["Fragen bis", spoken(daysFrom(deadline, -7, 12, zone))],
          ["Schlusstermin für den Eingang der Angebote", spoken(deadline)],
        ] as [string, string][])),
    ["Status", states[standingOf(notice, register.now())]],
  ];
}

function historyOf(notice: PortalNotice): [at: Date, what: string][] {
  const { corrections, publishedAt, status } = notice;
  const said = { deadline: "Verlängerung der Angebotsfrist", need: "Änderung einer Anforderung" };
  const statusSaid = {
    awarded: "Zuschlag erteilt",
    cancelled: "Aufhebung des Verfahrens",
    closed: "Angebotsphase beendet",
    open: "Verfahren wieder geöffnet",
  };
  return [
    ...corrections
      .map(({ at, what, was }): [Date, string] => [
        at,
        what === "status" ? statusSaid[status] : `${said[what]}${was ? ` (bisher: ${spoken(was)})` : ""}`,
      ])
      .reverse(),
    [publishedAt, "Bekanntmachung veröffentlicht"],
  ];
}

function detail(notice: PortalNotice, register: ProcurementRegister, visit: Visit): string {
  const { id, title, summary, needs, details, isPrior, status } = notice;
  const facts = factsOf(notice, register);
  const grid = register.isRedesigned()
    ? html`<table class="ce-table"><tbody>${facts.map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</tbody></table>`
    : html`<dl class="row tx-kavergabe-facts">${facts.map(([label, value]) => html`<dt class="col-sm-4">${label}</dt><dd class="col-sm-8">${value}</dd>`)}</dl>`;
  const history = register.isRedesigned()
    ? html`<ol class="timeline">${historyOf(notice).map(([at, what]) => html`<li><time>${short(at)}</time> <span>${what}</span></li>`)}</ol>`
    : html`<table class="table table-sm"><thead><tr><th>Zeitpunkt</th><th>Änderung</th></tr></thead><tbody>${historyOf(notice).map(([at, what]) => html`<tr><td>${short(at)}</td><td>${what}</td></tr>`)}</tbody></table>`;
  const names = [
    ["Vergabeunterlagen.pdf", "PDF", 214],
    ["Preisblatt.csv", "CSV", 3],
  ] as const;
  const documents = visit.turn % 2 ? [...names].reverse() : names;
  return frame(
    title,
    html`<article itemscope><header><h1>${title}</h1></header><p class="lead">${summary}</p>${grid}${details?.lots && html`<h2>Lose</h2><ul>${details.lots.map((lot) => html`<li>${lot}</li>`)}</ul>`}${needs.length > 0 && html`<h2>Anforderungen an die Leistung</h2><ul>${needs.map((need) => html`<li>${need}</li>`)}</ul>`}${status === "awarded" && html`<h2>Vergebener Auftrag</h2><p>Der Zuschlag wurde am ${day(awardOf(notice, zone))} erteilt.</p>`}
${!isPrior && html`<h2>Unterlagen</h2><ul class="ce-uploads">${documents.map(([name, type, size]) => html`<li><span class="ce-uploads-fileName"><a href="${files}/${id}/${name}" download>${name}</a></span> <span class="ce-uploads-filesize">${type}, ${size} KB</span></li>`)}</ul>`}
<h2>Änderungshistorie</h2>${history}
<p class="tools"><a rel="nofollow" href="/merkzettel/hinzufuegen?notice=${id}&amp;sid=${visit.token}">Auf den Merkzettel</a> <span class="views">${visit.count} Aufrufe</span></p><p><a href="${home}">Zurück zur Übersicht</a></p></article>`,
    register,
    visit,
  );
}

const paper = (notice: PortalNotice) =>
  tenderPaper(notice, {
    head: "Vergabeunterlagen",
    scope: "Gegenstand der Leistung",
    term: "Angebotsfrist",
    demands: "Anforderungen",
    lots: "Lose",
    closing: `Angebote müssen bis ${spoken(notice.deadline)} eingegangen sein.`,
  });

const prices = ({ reference }: PortalNotice) =>
  csvPaper([
    ["Position", "Bezeichnung", "Einheit", "Preis in EUR"],
    [`${reference}-1`, "Leistung nach Leistungsbeschreibung", "pauschal", ""],
    [`${reference}-2`, "Zuschlag für Leistungen außerhalb der Geschäftszeiten", "Stunde", ""],
  ]);
