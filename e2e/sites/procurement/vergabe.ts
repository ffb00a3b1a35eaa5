import { html, type Markup } from "../ground/html";
import type { PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import { documentOf, idIn, type Skin, sliceOf } from "./skin";
import { dottedDate } from "./wording";

const zone = "Europe/Berlin";

/** A German tender market: a table whose titles are no links, an icon that leads on, a definition list on the page of the notice. */
export const vergabe: Skin = {
  plan: { country: "de", half: "first", zone },
  listingPath: "/VMPCenter/company/announcements/categoryOverview.do",
  detailPath: ({ id }) => `/VMPSatellite/public/company/project/CX${id}/de/overview`,
  answer: ({ path, query }, register) => {
    if (path === "/" || path.endsWith("/categoryOverview.do"))
      return { body: listing(register, Number(query.get("seite"))) };
    const notice = path.startsWith("/VMPSatellite/") ? register.find(idIn(path.replace("/de/", "/"))) : undefined;
    return notice ? { body: detail(notice, register) } : null;
  },
};

function frame(title: string, main: Markup): string {
  return documentOf(
    `<title>${html`${title}`.markup} - Vergabemarkt Ostmark</title>`,
    html`<div class="kopf"><a href="/">Vergabemarkt Ostmark</a> <a href="/anmelden">Anmelden</a> <a href="/registrieren">Kostenlos registrieren</a></div>
<div class="inhalt">${main}</div><div class="fuss"><a href="/impressum">Impressum</a> | <a href="/datenschutz">Datenschutzerklärung</a> | <a href="/barrierefreiheit">Barrierefreiheit</a></div>`,
    "de",
  );
}

const marks = { open: "", closed: "Frist abgelaufen", cancelled: "Aufgehoben", awarded: "Vergebener Auftrag" } as const;

function listing(register: ProcurementRegister, wanted: number): string {
  const { shown, number, count, total } = sliceOf(register, wanted);
  const address = (at: number) => `/VMPCenter/company/announcements/categoryOverview.do?method=search&seite=${at}`;
  const kind = ({ status }: PortalNotice) =>
    status === "awarded" ? "Vergebener Auftrag" : status === "cancelled" ? "Aufhebung" : "Ausschreibung";
  const link = (notice: PortalNotice) =>
    html`<a href="${vergabe.detailPath(notice)}" title="Projektinformationen"><img src="data:," alt="Projektinformationen"></a>`;
  const rows = shown.map((notice) =>
    register.isRedesigned()
      ? html`<tr><td>${notice.title}${marks[notice.status] && html` <em>${marks[notice.status]}</em>`}</td><td>${notice.buyer}</td><td>${dottedDate(notice.deadline, zone)}</td><td>${dottedDate(notice.publishedAt, zone, false)}</td><td>${kind(notice)}</td><td>${link(notice)}</td></tr>`
      : html`<tr><td>${dottedDate(notice.publishedAt, zone, false)}</td><td>${dottedDate(notice.deadline, zone)}</td><td>${notice.title}</td><td>${kind(notice)}</td><td>${notice.buyer}</td><td>${link(notice)}</td></tr>`,
  );
  const head = register.isRedesigned()
    ? ["Kurzbezeichnung", "Vergabestelle", "Angebots- / Teilnahmefrist", "Erschienen am", "Typ", "Aktion"]
    : [
        "Erschienen am",
        "Angebots- / Teilnahmefrist",
        "Kurzbezeichnung",
        "Typ",
        "Vergabestelle / Veröffentlicher",
        "Aktion",
      ];
  return frame(
    "Bekanntmachungen",
    html`<h1>Aktuelle Bekanntmachungen</h1><p>${total} Treffer</p>
<table class="browsetable"><thead><tr>${head.map((name) => html`<th>${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table>
<ul class="pagination">${number > 1 && html`<li><a href="${address(number - 1)}">zurück</a></li>`}${Array.from({ length: count }, (_, index) => html`<li>${index + 1 === number ? html`<b>${number}</b>` : html`<a href="${address(index + 1)}">${index + 1}</a>`}</li>`)}${number < count && html`<li><a href="${address(number + 1)}">weiter</a></li>`}</ul>`,
  );
}

function detail(notice: PortalNotice, register: ProcurementRegister): string {
  const facts: [string, string][] = [
    ["Bezeichnung", notice.title],
    ["Vergabenummer", notice.reference],
    ["Auftraggeber", notice.buyer],
    ["Verfahrensart", "Öffentliche Ausschreibung (UVgO)"],
    ["Angebotsfrist", `${dottedDate(notice.deadline, zone).replace(" ", ", ")} Uhr`],
    ["Bindefrist", dottedDate(new Date(notice.deadline.getTime() + 30 * 86_400_000), zone, false)],
    ["Veröffentlicht am", dottedDate(notice.publishedAt, zone, false)],
    ...(marks[notice.status] ? [["Verfahrensstand", marks[notice.status]] as [string, string]] : []),
  ];
  const list = register.isRedesigned()
    ? html`<div class="grid">${facts.map(([label, value]) => html`<div class="row"><div class="col-4"><strong>${label}</strong></div><div class="col-8">${value}</div></div>`)}</div>`
    : html`<dl class="dl-horizontal">${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
  return frame(
    `Projektinformationen ${notice.title}`,
    html`<h1>Projektinformationen</h1>${list}<h2>Kurze Beschreibung</h2><p>${notice.summary}</p><h2>Teilnahmebedingungen</h2><ul>${notice.needs.map((need) => html`<li>${need}</li>`)}</ul>`,
  );
}
