import { html, type Markup, raw } from "../ground/html";
import type { PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import { documentOf, idIn, type Skin, sliceOf } from "./skin";
import { clockTime, distance, wordDate } from "./wording";

const zone = "Europe/Berlin";

/** A state's portal of today: cards with relative dates that load on while one scrolls, a grid of label and value, dates with weekday and month in words. */
export const landesportal: Skin = {
  plan: { country: "de", half: "second", zone },
  listingPath: "/ausschreibungen",
  detailPath: ({ id }) => `/ausschreibungen/${id}`,
  answer: ({ path, query }, register) => {
    const { shown, number, count } = sliceOf(register, Number(query.get("seite")));
    if (path === "/" || path === "/ausschreibungen") return { body: listing(register) };
    if (path === "/ausschreibungen/liste")
      return {
        body: html`${shown.map((notice) => card(notice, register))}`.markup,
        headers: { "content-type": "text/html; charset=utf-8", "x-weitere": number < count ? String(number + 1) : "" },
      };
    const notice = path.startsWith("/ausschreibungen/") ? register.find(idIn(path)) : undefined;
    return notice ? { body: detail(notice, register) } : null;
  },
};

function frame(title: string, main: Markup): string {
  return documentOf(
    `<title>${html`${title}`.markup} | Landesvergabeportal</title>`,
    html`<header><a class="logo" href="/">Landesvergabeportal</a><nav><a href="/ausschreibungen">Ausschreibungen</a><a href="/hilfe">Hilfe</a><a href="/kontakt">Kontakt</a></nav></header><main>${main}</main><footer><a href="/impressum">Impressum</a></footer>`,
    "de",
  );
}

function listing(register: ProcurementRegister): string {
  return frame(
    "Ausschreibungen",
    html`<h1>Ausschreibungen</h1><div id="treffer" class="trefferliste">${sliceOf(register, 1).shown.map((notice) => card(notice, register))}</div><div id="mehr" aria-live="polite">Weitere werden geladen …</div>${raw(`<script>
let seite = 2, laeuft = false;
const ende = document.getElementById("mehr");
new IntersectionObserver(async (eintraege, beobachter) => {
  if (laeuft || !eintraege.some((eintrag) => eintrag.isIntersecting)) return;
  laeuft = true;
  const antwort = await fetch("/ausschreibungen/liste?seite=" + seite);
  document.getElementById("treffer").insertAdjacentHTML("beforeend", await antwort.text());
  laeuft = false;
  if (antwort.headers.get("x-weitere")) { seite++; beobachter.unobserve(ende); beobachter.observe(ende); } else { beobachter.disconnect(); ende.remove(); }
}).observe(ende);
</script>`)}`,
  );
}

function term({ status, deadline }: PortalNotice, now: Date): string {
  if (status === "cancelled") return "Verfahren aufgehoben";
  if (status === "awarded") return "Zuschlag erteilt";
  return deadline > now
    ? `Endet in ${distance(now, deadline, zone, "de")}`
    : `Abgelaufen vor ${distance(deadline, now, zone, "de")}`;
}

function card(notice: PortalNotice, register: ProcurementRegister): Markup {
  const now = register.now();
  const age = `vor ${distance(notice.publishedAt, now, zone, "de")} veröffentlicht`;
  if (register.isRedesigned())
    return html`<div class="treffer"><span class="frist">${term(notice, now)}</span><a href="${landesportal.detailPath(notice)}">${notice.title}</a><span>${notice.buyer}</span><span>${age}</span></div>`;
  return html`<article class="karte"><a class="karte__link" href="${landesportal.detailPath(notice)}"><h2>${notice.title}</h2></a><p class="karte__stelle">${notice.buyer}</p><p class="karte__text">${notice.summary}</p><ul class="karte__meta"><li>${age}</li><li>${term(notice, now)}</li><li>UVgO</li></ul></article>`;
}

function detail(notice: PortalNotice, register: ProcurementRegister): string {
  const facts: [string, string][] = [
    ["Aktenzeichen", notice.reference],
    ["Zur Angebotsabgabe auffordernde Stelle", notice.buyer],
    ["Einreichungsfrist", `${wordDate(notice.deadline, zone, "de", true)}, ${clockTime(notice.deadline, zone)} Uhr`],
    ["Ausführungsort", "Ostmark"],
    ["Tag der Veröffentlichung", wordDate(notice.publishedAt, zone, "de", false)],
  ];
  const state = {
    open: "",
    closed: "Die Frist ist abgelaufen.",
    cancelled: "Das Vergabeverfahren wurde aufgehoben.",
    awarded: "Der Zuschlag wurde erteilt.",
  }[notice.status];
  const grid = register.isRedesigned()
    ? html`<dl>${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
    : html`<div class="daten">${facts.map(([label, value]) => html`<div class="daten__feld">${label}:</div><div class="daten__wert">${value}</div>`)}</div>`;
  return frame(
    notice.title,
    html`<nav class="pfad"><a href="/ausschreibungen">Ausschreibungen</a> / ${notice.title}</nav><h1>${notice.title}</h1>${state && html`<div class="hinweis">${state}</div>`}${grid}<h2>Art und Umfang der Leistung</h2><p>${notice.summary}</p>${notice.needs.map((need) => html`<p>${need}</p>`)}`,
  );
}
