import { createHash } from "node:crypto";
import { html, type Markup } from "../ground/html";
import type { SiteRequest } from "../ground/start-site";
import { germanDrafts } from "./drafts-german";
import { nordmarkDrafts } from "./drafts-nordmark";
import { standingOf } from "./listed-notices";
import { eformsParts, isPartIn, nationalParts, type Section } from "./nordmark-parts";
import type { PortalNotice } from "./notice";
import { csvPaper, tenderText } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { clockTime, dottedDate } from "./wording";

const zone = "Europe/Berlin";
const list = "/NordServer/PublicationSearch";
const page = "/NordServer/Publication";
const perPage = 6;
const tabs = { tender: "Ausschreibungen", prior: "Vorinformationen", archive: "Archiv" } as const;
type Tab = keyof typeof tabs;
const icons = {
  open: ["status_gruen.png", "laufend"],
  soon: ["status_gelb.png", "endet in Kürze"],
  closed: ["status_rot.png", "Frist abgelaufen"],
  cancelled: ["status_kreuz.png", "aufgehoben"],
  awarded: ["status_haken.png", "vergeben"],
  prior: ["status_blau.png", "Vorinformation"],
} as const;

/**
 * A state's procurement platform on a servlet server: session ids in the links until a cookie is kept, status icons, prior information and
 * what is over behind tabs, European notices in the numbered sections of their form and national ones in those of theirs, documents apart.
 */
export const nordmark: Skin = {
  plan: {
    country: "de",
    zone,
    listed: {
      firstId: 36_508,
      drafts: nordmarkDrafts,
      also: [
        {
          index: 8,
          draft: germanDrafts[8],
          words: {
            title: "Mietwäsche und Wäscheaufbereitung für das Universitätsklinikum",
            buyer: "Universitätsklinikum Harzfelde, Anstalt des öffentlichen Rechts",
            reference: "10.3-049/26",
            details: { kind: "VgV, Offenes Verfahren", codes: "98310000-9", place: "Harzfelde" },
          },
        },
        {
          index: 14,
          draft: germanDrafts[14],
          words: {
            title: "Laborinformationssystem (LIS): Lizenzen, Einführung und Pflege",
            reference: "UKH-2026-0211",
            details: {
              kind: "VgV, Verhandlungsverfahren mit Teilnahmewettbewerb",
              codes: "48610000-7",
              place: "Harzfelde",
            },
          },
        },
      ],
    },
  },
  listingPath: list,
  detailPath: (notice) => `${page}?function=Detail&TOID=${oidOf(notice)}`,
  answer: (request, register) => {
    const { query } = request;
    const path = request.path.replace(/;jsessionid=.*$/, "");
    const session = sessionOf(request);
    const reply = (body: string) => ({ body, ...(session && { headers: htmlWith(session) }) });
    const suffix = session ? `;jsessionid=${session}` : "";
    if (path === "/" || path === list) return reply(listing(register, query, suffix));
    const notice = register.all().find((one) => oidOf(one) === query.get("TOID"));
    if (path !== page || !notice) return null;
    if (query.get("function") === "Detail") return reply(detail(notice, register, suffix));
    if (notice.isPrior) return null;
    if (query.get("function") === "Documents") return reply(documents(notice, suffix));
    if (query.get("function") !== "Download") return null;
    return query.get("file") === "2" ? prices(notice) : paper(notice);
  },
};

const oidOf = ({ id }: PortalNotice) =>
  `54321-NM-${createHash("sha1").update(`verfahren ${id}`).digest("hex").slice(0, 11)}-${(id * 31).toString(16)}`;

let sessions = 0;

/** A new session for whoever brings none; servlet servers write it into every link as long as no cookie came back. */
function sessionOf({ cookies, path }: SiteRequest): string | null {
  if (cookies.JSESSIONID) return null;
  const told = /;jsessionid=([0-9A-F]+)/.exec(path)?.[1];
  return told ?? createHash("md5").update(`session ${sessions++}`).digest("hex").toUpperCase();
}

const htmlWith = (session: string) => ({
  "content-type": "text/html; charset=utf-8",
  "set-cookie": `JSESSIONID=${session}; Path=/NordServer; HttpOnly`,
});

const linkTo = (address: string, suffix: string) => address.replace(/(?=\?|$)/, suffix);

function frame(title: string, trail: string, main: Markup, suffix: string): string {
  return documentOf(
    `<title>${html`${title}`.markup} | Vergabeplattform Nordmark</title><link rel="stylesheet" href="/NordServer/css/bootstrap.min.css"><meta name="robots" content="noarchive">`,
    html`<a class="sr-only" href="#inhalt">Zum Inhalt</a><nav class="navbar navbar-expand-lg"><a class="navbar-brand" href="${linkTo(list, suffix)}"><img src="/NordServer/img/wappen.svg" alt=""> Vergabeplattform Nordmark</a><ul class="navbar-nav"><li class="nav-item"><a class="nav-link" href="${linkTo(list, suffix)}">Bekanntmachungen</a></li><li class="nav-item"><a class="nav-link" href="${linkTo("/NordServer/Info", suffix)}">Informationen für Bieter</a></li><li class="nav-item"><a class="nav-link" href="${linkTo("/NordServer/Login", suffix)}">Anmelden</a></li></ul></nav>
<ol class="breadcrumb"><li class="breadcrumb-item"><a href="${linkTo(list, suffix)}">Startseite</a></li><li class="breadcrumb-item active">${trail}</li></ol><div class="container" id="inhalt">${main}</div>
<div class="card wartung"><div class="card-body"><strong>Wartungsarbeiten:</strong> Am 19.12.2026 steht die Plattform zwischen 20:00 und 23:00 Uhr nicht zur Verfügung.</div></div><footer><a href="/impressum">Impressum</a> | <a href="/datenschutz">Datenschutz</a> | <a href="/barrierefreiheit">Erklärung zur Barrierefreiheit</a> | Release 26.3.1 vom 07.09.2026</footer>`,
    "de",
  );
}

const tabOf = (notice: PortalNotice, now: Date): Tab => {
  const standing = standingOf(notice, now);
  return standing === "open" ? "tender" : standing === "prior" ? "prior" : "archive";
};

const limitOf = (notice: PortalNotice) => (notice.isPrior ? "-" : dottedDate(notice.deadline, zone));

function listing(register: ProcurementRegister, query: URLSearchParams, suffix: string): string {
  const now = register.now();
  const wanted = query.get("category");
  const tab: Tab = wanted === "prior" || wanted === "archive" ? wanted : "tender";
  const all = register.all().sort((a, b) => a.deadline.getTime() - b.deadline.getTime() || a.id - b.id);
  const here = all.filter((one) => tabOf(one, now) === tab);
  if (tab === "archive") here.reverse();
  const count = Math.max(1, Math.ceil(here.length / perPage));
  const number = Math.min(count, Math.max(1, Math.trunc(Number(query.get("page"))) || 1));
  const shown = here.slice((number - 1) * perPage, number * perPage);
  const address = (of: string, at: number) => linkTo(`${list}?category=${of}&page=${at}`, suffix);
  const icon = (notice: PortalNotice) => {
    const standing = standingOf(notice, now);
    const isSoon = standing === "open" && notice.deadline.getTime() - now.getTime() < 7 * 86_400_000;
    const [file, text] = icons[isSoon ? "soon" : standing];
    return html`<img src="/NordServer/img/${file}" alt="${text}" title="${text}" width="18">`;
  };
  const link = (notice: PortalNotice) =>
    html`<a href="${linkTo(nordmark.detailPath(notice), suffix)}">${notice.title}</a>`;
  const kind = ({ details }: PortalNotice) => details?.kind ?? "UVgO, Öffentliche Ausschreibung";
  const row = (notice: PortalNotice) =>
    html`<tr><td class="text-center">${icon(notice)}</td><td>${dottedDate(notice.publishedAt, zone, false)}</td><td>${link(notice)}</td><td>${notice.buyer}</td><td>${kind(notice)}</td><td class="text-nowrap">${limitOf(notice)}</td></tr>`;
  const item = (notice: PortalNotice) =>
    html`<div class="list-group-item"><div class="d-flex"><h5>${icon(notice)} ${link(notice)}</h5><small>${limitOf(notice)}</small></div><p>${notice.buyer}<br><span class="text-muted">${kind(notice)}</span></p></div>`;
  const table = html`<table class="table table-striped table-hover tableWithCaptions"><thead><tr><th>Status</th><th>Erschienen</th><th>Ausschreibung</th><th>Vergabestelle</th><th>Verfahrensart</th><th>Abgabefrist</th></tr></thead><tbody>${shown.map(row)}</tbody></table>`;
  return frame(
    "Bekanntmachungen",
    "Bekanntmachungen",
    html`<h1>Bekanntmachungen</h1><ul class="nav nav-tabs" role="tablist">${(Object.keys(tabs) as Tab[]).map((name) => html`<li class="nav-item"><a class="nav-link${name === tab ? " active" : ""}" href="${address(name, 1)}">${tabs[name]} <span class="badge">${all.filter((one) => tabOf(one, now) === name).length}</span></a></li>`)}</ul>
<form class="form-inline" action="${linkTo(list, suffix)}"><input type="hidden" name="category" value="${tab}"><input class="form-control" name="Searchkey" placeholder="Suchbegriff"><select class="form-control" name="Gesetz"><option>alle Rechtsgrundlagen</option><option>VgV</option><option>UVgO</option><option>VOB/A</option><option>SektVO</option></select><button class="btn btn-primary">Suchen</button></form>
${register.isRedesigned() ? html`<div class="list-group">${shown.map(item)}</div>` : table}
<nav aria-label="Blättern"><ul class="pagination">${number > 1 && html`<li class="page-item"><a class="page-link" href="${address(tab, number - 1)}">&laquo;</a></li>`}<li class="page-item disabled"><span class="page-link">Seite ${number} von ${count}</span></li>${number < count && html`<li class="page-item"><a class="page-link" href="${address(tab, number + 1)}">&raquo;</a></li>`}</ul></nav>
<p class="legende">${Object.values(icons).map(([file, text]) => html`<img src="/NordServer/img/${file}" alt="" width="14"> ${text} &nbsp; `)}</p>`,
    suffix,
  );
}

const states = {
  closed: "Die Frist zur Abgabe ist abgelaufen. Eine Teilnahme ist nicht mehr möglich.",
  cancelled: "Dieses Verfahren wurde aufgehoben.",
  awarded: "Der Zuschlag wurde erteilt.",
  prior: "Dies ist eine Vorinformation. Angebote werden noch nicht entgegengenommen.",
  open: "",
} as const;

function detail(notice: PortalNotice, register: ProcurementRegister, suffix: string): string {
  const state = states[standingOf(notice, register.now())];
  const address = nordmark.detailPath(notice);
  const parts = (notice.details?.kind ?? "").match(/^(VgV|SektVO)/) ? eformsParts(notice) : nationalParts(notice);
  const line = ([label, value]: readonly [string, string]) =>
    register.isRedesigned()
      ? html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`
      : html`<div class="row"><div class="col-md-4 label">${label}:</div><div class="col-md-8 data">${value}</div></div>`;
  const section = ({ number, name, lines }: Section) => {
    const body = register.isRedesigned()
      ? html`<table class="table"><tbody>${lines.map(line)}</tbody></table>`
      : lines.map(line);
    const head = `${number} ${name}`;
    return html`${isPartIn(number) ? html`<h4>${head}</h4>` : html`<h3>${head}</h3>`}${body}`;
  };
  return frame(
    notice.title,
    "Bekanntmachung",
    html`<h1>${notice.title}</h1>${state && html`<div class="alert alert-warning">${state}</div>`}<ul class="nav nav-tabs"><li class="nav-item"><a class="nav-link active" href="${linkTo(address, suffix)}">Bekanntmachung</a></li>${!notice.isPrior && html`<li class="nav-item"><a class="nav-link" href="${linkTo(address.replace("Detail", "Documents"), suffix)}">Vergabeunterlagen</a></li>`}<li class="nav-item"><a class="nav-link" href="${linkTo("/NordServer/Login", suffix)}">Bieterkommunikation</a></li></ul><div class="bekanntmachung">${parts.map(section)}</div><p><a class="btn" href="${linkTo(list, suffix)}">Zurück zur Übersicht</a></p>`,
    suffix,
  );
}

function documents(notice: PortalNotice, suffix: string): string {
  const address = nordmark.detailPath(notice);
  const file = (at: number, name: string, day: Date) =>
    html`<tr><td><a href="${linkTo(`${address.replace("Detail", "Download")}&file=${at}`, suffix)}">${name}</a></td><td>${dottedDate(day, zone)}</td></tr>`;
  return frame(
    `Vergabeunterlagen ${notice.reference}`,
    "Vergabeunterlagen",
    html`<h1>Vergabeunterlagen</h1><p><a href="${linkTo(address, suffix)}">${notice.title}</a></p><table class="table"><thead><tr><th>Datei</th><th>Stand</th></tr></thead><tbody>${file(1, "01_Leistungsbeschreibung_und_Bedingungen.docx", notice.corrections.at(-1)?.at ?? notice.publishedAt)}${file(2, "02_Preisblatt.csv", notice.publishedAt)}</tbody></table>`,
    suffix,
  );
}

const paper = (notice: PortalNotice) =>
  tenderText(notice, {
    head: "Leistungsbeschreibung und Bewerbungsbedingungen",
    scope: "Gegenstand des Auftrags",
    term: "Frist",
    demands: "Anforderungen",
    lots: "Lose",
    closing: `Die Frist endet am ${dottedDate(notice.deadline, zone, false)} um ${clockTime(notice.deadline, zone)} Uhr.`,
  });

const prices = ({ reference }: PortalNotice) =>
  csvPaper([
    ["Position", "Menge", "Einheitspreis netto in EUR"],
    ["1", "1", ""],
    [`Summe ${reference}`, "", ""],
  ]);
