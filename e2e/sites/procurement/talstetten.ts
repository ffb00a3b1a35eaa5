import { textPdf } from "@/server/knowledge/ingest/parsing/testing/make-pdf";
import { html, type Markup, raw } from "../ground/html";
import type { Reply } from "../ground/start-site";
import { layOut } from "../portal/attachments";
import { talstettenDrafts } from "./drafts-talstetten";
import { awardOf, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { type Visit, visitTo } from "./visits";
import { dottedDate } from "./wording";

const zone = "Europe/Berlin";
const home = "/rathaus-service/ausschreibungen-vergaben";
const folder = "/fileadmin/user_upload/rathaus/ausschreibungen/";

/**
 * A town's own site on a well-known content system: all tenders as one table whose titles are PDFs, with a list of addenda (PDFs, too) in the
 * cell, what is awarded or called off among what is open, forms as further PDFs below, and boxes that are others at each visit.
 */
export const talstetten: Skin = {
  plan: {
    country: "de",
    zone,
    listed: { firstId: 6_604, drafts: talstettenDrafts, awarded: "Bohrung eines Notbrunnens" },
  },
  listingPath: home,
  detailPath: (notice) => pathOf(notice),
  isWithoutPages: true,
  answer: ({ path }, register) => {
    if (path === "/") return { status: 302, headers: { location: home }, body: "" };
    if (path === home) return { body: listing(register, visitTo(register)) };
    const asked = decodeURI(path);
    for (const notice of register.all()) {
      if (asked === pathOf(notice)) return paper(notice);
      for (const index of notice.corrections.keys())
        if (asked === addendumPath(notice, index)) return addendum(notice, index);
    }
    return path.startsWith(`${folder}formulare/`) ? form : null;
  },
};

const slugOf = (text: string) => text.replace(/[^A-Za-z0-9]+/g, "_");
const pathOf = ({ reference, id }: PortalNotice) => `${folder}${slugOf(reference)}_Bekanntmachung_${id}.pdf`;
const addendumPath = ({ reference, id }: PortalNotice, index: number) =>
  `${folder}${slugOf(reference)}_Bieterinformation_${index + 1}_${id}.pdf`;

/** `18.12.2026, 11:00 Uhr` */
const moment = (at: Date) => `${dottedDate(at, zone).replace(" ", ", ")} Uhr`;
const day = (at: Date) => dottedDate(at, zone, false);
const sizeOf = (seed: number) => 84 + ((seed * 37) % 420);
const winners = ["Gebr. Ohnmacht Bau GmbH", "Zimmerei Kleiber, Talstetten", "Alber & Söhne KG"] as const;
const events = {
  deadline: "Verlängerung der Angebotsfrist",
  status: "Änderung des Verfahrensstands",
  need: "geänderte Anforderungen",
} as const;

function stateOf(notice: PortalNotice, now: Date): string {
  const standing = standingOf(notice, now);
  if (standing === "awarded") return `vergeben am ${day(awardOf(notice, zone))} an ${winners[notice.id % 3]}`;
  if (standing === "cancelled") return "aufgehoben";
  return standing === "closed" ? "Angebotsfrist abgelaufen, in Wertung" : "läuft";
}

function term({ deadline, corrections }: PortalNotice): Markup {
  const former = corrections.filter(({ was }) => was).at(-1)?.was;
  return html`${moment(deadline)}${former && html`<br><small>(bisher ${moment(former)})</small>`}`;
}

const pdfLink = (path: string, text: string, seed: number) =>
  html`<a href="${path}" title="Leitet Herunterladen der Datei ein" class="download" target="_blank">${text}</a> <span class="filesize">(PDF, ${sizeOf(seed)} KB)</span>`;

function added(notice: PortalNotice): Markup | false {
  if (notice.corrections.length === 0) return false;
  return html`<ul class="nachtraege">${notice.corrections.map(({ at, what }, index) => html`<li>${pdfLink(addendumPath(notice, index), `Bieterinformation Nr. ${index + 1} vom ${day(at)}: ${events[what]}`, notice.id + index)}</li>`)}</ul>`;
}

function listing(register: ProcurementRegister, visit: Visit): string {
  const now = register.now();
  const all = register.all().sort((a, b) => a.reference.localeCompare(b.reference));
  const row = (notice: PortalNotice) =>
    html`<tr><td>${notice.reference}</td><td><p>${pdfLink(pathOf(notice), notice.title, notice.id)}<br>${notice.summary}</p>${added(notice)}</td><td>${notice.buyer}</td><td>${notice.details?.kind}</td><td>${term(notice)}</td><td>${stateOf(notice, now)}</td></tr>`;
  const card = (notice: PortalNotice) =>
    html`<div class="card mb-3"><div class="card-body"><p class="card-subtitle">${stateOf(notice, now)}</p><h3 class="card-title">${pdfLink(pathOf(notice), notice.title, notice.id)}</h3><p>${notice.summary}</p><dl><dt>Vergabestelle</dt><dd>${notice.buyer}</dd><dt>Vergabenummer</dt><dd>${notice.reference}</dd><dt>Art</dt><dd>${notice.details?.kind}</dd><dt>Angebotsfrist</dt><dd>${term(notice)}</dd></dl>${added(notice)}</div></div>`;
  const heads = ["Vergabe-Nr.", "Maßnahme", "Vergabestelle", "Vergabeart", "Angebotsfrist", "Stand"];
  const body = register.isRedesigned()
    ? html`<div class="vergaben">${all.map(card)}</div>`
    : html`<div class="table-responsive"><table class="ce-table contenttable"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${all.map(row)}</tbody></table></div>`;
  const forms = [
    "Eigenerklärung zur Eignung",
    "Verpflichtungserklärung Mindestentgelt",
    "Merkblatt elektronische Angebote",
  ];
  return frame(
    html`<h1>Ausschreibungen und Vergaben</h1><div id="c2204" class="frame frame-default frame-type-text"><p>Hier finden Sie die Ausschreibungen der Stadt und ihrer Gesellschaften. Die Unterlagen sind kostenfrei. Fragen stellen Sie bitte bis sieben Tage vor Ablauf der Angebotsfrist.</p></div><div id="c2207" class="frame frame-default frame-type-table">${body}</div><div id="c2211" class="frame frame-default frame-type-uploads"><h2>Formulare</h2><ul class="ce-uploads">${forms.map((name, index) => html`<li>${pdfLink(`${folder}formulare/${index + 1}.pdf`, name, index)}</li>`)}</ul></div>`,
    register,
    visit,
  );
}

const townNews = [
  "Weihnachtsmarkt auf dem Rathausplatz",
  "Gemeinderat tagt öffentlich",
  "Lesung in der Stadtbücherei",
  "Winterpause im Hallenbad",
] as const;

function frame(main: Markup, register: ProcurementRegister, visit: Visit): string {
  const cookies =
    visit.turn % 2 === 0
      ? "Wir verwenden Cookies, um unsere Website zu verbessern."
      : "Diese Website nutzt Cookies. Details in der Datenschutzerklärung.";
  const news = [0, 1].map((step) => html`<li>${townNews[(visit.turn + step) % townNews.length]}</li>`);
  const menu = html`<ul class="nav"><li><a href="/rathaus-service">Rathaus &amp; Service</a></li><li><a href="/leben-wohnen">Leben &amp; Wohnen</a></li><li class="active"><a href="${home}">Ausschreibungen</a></li></ul>`;
  const side = html`<aside class="sidebar"><h4>Aktuelles</h4><ul>${news}</ul><h4>Wetter in Talstetten</h4><p>${visit.count % 9} °C, ${visit.turn % 2 ? "bewölkt" : "sonnig"}</p></aside>`;
  const inner = register.isRedesigned()
    ? html`<div class="grid-container">${side}<main class="content" id="content">${main}</main></div><header class="page-header">${menu}</header>`
    : html`<header id="page-header">${menu}<ol class="breadcrumb"><li><a href="/">Startseite</a></li><li>Ausschreibungen &amp; Vergaben</li></ol></header><div class="row"><main id="page-content" class="col-md-9">${raw("<!--TYPO3SEARCH_begin-->")}${main}${raw("<!--TYPO3SEARCH_end-->")}</main>${side}</div>`;
  return documentOf(
    `<title>Ausschreibungen und Vergaben: Stadt Talstetten</title><meta name="generator" content="TYPO3 CMS"><link rel="stylesheet" href="/typo3temp/assets/compressed/merged-${visit.token.slice(0, 12)}.css">`,
    html`<div id="cookieman-modal" role="dialog">${cookies}</div>${inner}<footer><p>Zuletzt aktualisiert: ${dottedDate(register.now(), zone)}:${String(visit.second).padStart(2, "0")} Uhr</p><p>Besucher heute: ${visit.count}</p><p>Das Rathaus ist vom 24.12.2026 bis 01.01.2027 geschlossen.</p></footer>`,
    "de",
  );
}

const paper = (notice: PortalNotice): Reply =>
  tenderPaper(notice, {
    head: `Bekanntmachung: ${notice.details?.kind ?? ""}`,
    scope: "Art und Umfang der Leistung",
    term: "Angebotsfrist",
    demands: "Bedingungen",
    lots: "Lose",
    closing: `Die Angebote sind bis zum ${moment(notice.deadline)} einzureichen.`,
  });

const pdf = (texts: string[]): Reply => ({
  body: textPdf([layOut(texts.map((text, index) => ({ text, ...(index === 0 ? { size: 13, bold: true } : {}) })))]),
  headers: { "content-type": "application/pdf" },
});

function addendum(notice: PortalNotice, index: number): Reply {
  const one = notice.corrections[index];
  if (!one) return pdf(["Bieterinformation"]);
  const said = {
    deadline: `Die Angebotsfrist endet nun am ${moment(notice.deadline)}${one.was ? ` statt am ${moment(one.was)}` : ""}.`,
    status: `Das Verfahren hat einen neuen Stand: ${stateOf(notice, one.at)}.`,
    need: "Abschnitt 3 der Bekanntmachung wurde neu gefasst. Bitte laden Sie die Bekanntmachung erneut herunter.",
  };
  return pdf([
    `Bieterinformation Nr. ${index + 1} vom ${day(one.at)}`,
    `${notice.reference} ${notice.title}`,
    notice.buyer,
    said[one.what],
  ]);
}

const form = pdf(["Formular der Stadt Talstetten", "Bitte ausfüllen und mit dem Angebot einreichen."]);
