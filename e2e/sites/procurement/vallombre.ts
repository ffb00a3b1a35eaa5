import { html, type Markup } from "../ground/html";
import type { Reply } from "../ground/start-site";
import { zip } from "./docx";
import { vallombreDrafts } from "./drafts-vallombre";
import { awardOf, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { csvPaper, tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { type Visit, visitTo } from "./visits";
import { clockTime, slashedDate, wordDate } from "./wording";

const zone = "Europe/Paris";
const home = "/consultations";
const perPage = 5;
const states = {
  open: "En cours",
  closed: "Clôturée",
  cancelled: "Sans suite",
  awarded: "Attribuée",
  prior: "Avis de préinformation",
} as const;

/**
 * A French platform in the state's design system: cards with tags, numbered pages, a consultation in tabs of one page of which all but the
 * first are hidden, lots that fold out, the whole dossier (DCE) as one archive.
 */
export const vallombre: Skin = {
  plan: {
    country: "fr",
    zone,
    listed: { firstId: 861_204, drafts: vallombreDrafts, awarded: "Denrées pour les cuisines scolaires" },
  },
  listingPath: home,
  detailPath: ({ id }) => `${home}/${id}`,
  answer: ({ path, query }, register) => {
    if (path === "/") return { status: 302, headers: { location: home }, body: "" };
    const visit = visitTo(register);
    if (path === home) return { body: listing(register, Number(query.get("page")), visit) };
    const [, id, file] = /^\/consultations\/(\d+)(\/dce\.zip)?$/.exec(path) ?? [];
    const notice = register.find(Number(id));
    if (!notice) return null;
    if (notice.id !== Number(id)) return { status: 301, headers: { location: `${home}/${notice.id}` }, body: "" };
    if (file) return notice.isPrior ? null : dossier(notice);
    return { body: detail(notice, register, visit) };
  },
};

/** `16/12/2026 à 12h00` */
const limit = (at: Date) => `${slashedDate(at, zone)} à ${clockTime(at, zone, "h")}`;
const news = ["Maintenance le 12 décembre de 7h à 8h", "Webinaire : répondre en groupement", "Nouveau : coffre-fort"];

function frame(title: string, main: Markup, register: ProcurementRegister, visit: Visit): string {
  return documentOf(
    `<title>${html`${title}`.markup} - Achats du Pays de Vallombre</title><meta name="csrf-token" content="${visit.token}"><link rel="stylesheet" href="/dsfr/dsfr.min.css?hash=${visit.token.slice(0, 8)}">`,
    html`<div id="tarteaucitronRoot"><div id="tarteaucitronAlertBig" role="alertdialog"><span>Nous utilisons des cookies pour mesurer l'audience.</span><button class="tarteaucitronAllow">Tout accepter</button><button class="tarteaucitronDeny">Interdire tous les cookies</button></div></div>
<div class="fr-notice fr-notice--info"><p class="fr-notice__title">${news[visit.turn % news.length]}</p></div><header role="banner" class="fr-header"><a href="/" class="fr-header__service">Achats du Pays de Vallombre</a><nav class="fr-nav"><a class="fr-nav__link" href="${home}">Consultations</a><a class="fr-nav__link" href="/connexion">Se connecter</a></nav></header>
<main role="main" id="content" class="fr-container">${main}</main>
<footer class="fr-footer" role="contentinfo"><p>Heure du serveur : ${clockTime(register.now(), zone)}:${String(visit.second).padStart(2, "0")} – ${visit.count} entreprises connectées</p><a href="/mentions-legales">Mentions légales</a></footer>`,
    "fr",
  );
}

function listing(register: ProcurementRegister, wanted: number, visit: Visit): string {
  const all = register.all().sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id);
  const count = Math.ceil(all.length / perPage);
  const number = Math.min(count, Math.max(1, Math.trunc(wanted) || 1));
  const shown = all.slice((number - 1) * perPage, number * perPage);
  const term = (notice: PortalNotice) => (notice.isPrior ? "sans objet" : limit(notice.deadline));
  const state = (notice: PortalNotice) => states[standingOf(notice, register.now())];
  const link = (notice: PortalNotice) => html`<a href="${home}/${notice.id}">${notice.title}</a>`;
  const card = (notice: PortalNotice) =>
    html`<div class="fr-col-12"><div class="fr-card fr-enlarge-link fr-card--horizontal"><div class="fr-card__body"><div class="fr-card__content"><h3 class="fr-card__title">${link(notice)}</h3><p class="fr-card__desc">${notice.buyer}</p><div class="fr-card__start"><ul class="fr-tags-group"><li><p class="fr-tag">${state(notice)}</p></li>${notice.details?.lots && html`<li><p class="fr-tag">${notice.details.lots.length} lots</p></li>`}</ul><p class="fr-card__detail">Réf. ${notice.reference}</p></div><div class="fr-card__end"><p class="fr-card__detail fr-icon-time-line">Date limite de remise des plis : ${term(notice)}</p></div></div></div></div></div>`;
  const row = (notice: PortalNotice) =>
    html`<tr><td>${notice.reference}</td><td>${link(notice)}<br>${notice.buyer}</td><td>${term(notice)}</td><td>${state(notice)}</td></tr>`;
  const entries = register.isRedesigned()
    ? html`<div class="fr-table"><table><caption>Consultations</caption><thead><tr><th>Référence</th><th>Objet et acheteur</th><th>Date limite de remise des plis</th><th>Statut</th></tr></thead><tbody>${shown.map(row)}</tbody></table></div>`
    : html`<div class="fr-grid-row fr-grid-row--gutters">${shown.map(card)}</div>`;
  const pages = Array.from({ length: count }, (_, index) => index + 1).map((page) =>
    page === number
      ? html`<li><a class="fr-pagination__link" aria-current="page" title="Page ${page}">${page}</a></li>`
      : html`<li><a class="fr-pagination__link" href="${home}?page=${page}" title="Page ${page}">${page}</a></li>`,
  );
  return frame(
    "Consultations",
    html`<h1>Consultations</h1><p class="fr-text--sm">${all.length} résultats, mis à jour il y a ${2 + (visit.turn % 40)} minutes</p><form class="fr-search-bar" action="${home}" method="post"><input type="hidden" name="_token" value="${visit.token}"><input class="fr-input" name="q" type="search"><button class="fr-btn">Rechercher</button></form>${entries}<nav role="navigation" class="fr-pagination" aria-label="Pagination"><ul class="fr-pagination__list">${pages}${number < count && html`<li><a class="fr-pagination__link fr-pagination__link--next" href="${home}?page=${number + 1}">Page suivante</a></li>`}</ul></nav>`,
    register,
    visit,
  );
}

function notified({ corrections, status }: PortalNotice): Markup {
  const said = {
    deadline: "report de la date limite de remise des plis",
    status: status === "cancelled" ? "procédure déclarée sans suite" : "marché attribué",
    need: "modification du dossier de consultation",
  };
  if (corrections.length === 0) return html`<p>Aucun avis rectificatif.</p>`;
  return html`<ul>${corrections.map(({ at, what, was }) => html`<li>${slashedDate(at, zone)} : ${said[what]}${was && ` (initialement le ${limit(was)})`}</li>`)}</ul>`;
}

function detail(notice: PortalNotice, register: ProcurementRegister, visit: Visit): string {
  const { title, buyer, reference, deadline, publishedAt, summary, needs, details, isPrior } = notice;
  const facts: [string, string][] = [
    ["Acheteur", buyer],
    ["Référence", reference],
    ["Service", details?.unit ?? ""],
    ["Procédure", details?.kind ?? ""],
    ["Code CPV", details?.codes ?? ""],
    ["Publication", wordDate(publishedAt, zone, "fr", false)],
    isPrior
      ? ["Lancement prévu", wordDate(deadline, zone, "fr", false)]
      : ["Date limite de remise des plis", limit(deadline)],
    ["Statut", states[standingOf(notice, register.now())]],
  ];
  const lot = (name: string, index: number) =>
    html`<section class="fr-accordion"><h3 class="fr-accordion__title"><button class="fr-accordion__btn" aria-expanded="false" aria-controls="lot-${index}">${name}</button></h3><div class="fr-collapse" id="lot-${index}"><p>Une offre peut être remise pour ce lot seul.</p></div></section>`;
  const panels: [string, Markup][] = [
    [
      "Avis",
      html`<dl>${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl><h2>Objet</h2><p>${summary}</p>${needs.length > 0 && html`<h2>Conditions</h2><ul>${needs.map((need) => html`<li>${need}</li>`)}</ul>`}${notice.status === "awarded" && html`<p>Attribué le ${slashedDate(awardOf(notice, zone), zone)}</p>`}`,
    ],
    ["Lots", details?.lots ? html`${details.lots.map(lot)}` : html`<p>Marché non alloti.</p>`],
    [
      "DCE",
      isPrior
        ? html`<p>Aucun dossier n'est disponible.</p>`
        : html`<a class="fr-link fr-link--download" download href="${home}/${notice.id}/dce.zip">Dossier de consultation (DCE)<span class="fr-link__detail">ZIP</span></a><p>Retiré ${visit.count} fois</p>`,
    ],
    ["Avis rectificatifs", notified(notice)],
  ];
  const body = register.isRedesigned()
    ? panels.map(([name, panel]) => html`<section><h2>${name}</h2>${panel}</section>`)
    : html`<div class="fr-tabs"><ul class="fr-tabs__list" role="tablist">${panels.map(([name], index) => html`<li role="presentation"><button id="tab-${index}" class="fr-tabs__tab" role="tab" aria-selected="${index === 0 ? "true" : "false"}" aria-controls="panel-${index}">${name}</button></li>`)}</ul>${panels.map(([, panel], index) => html`<div id="panel-${index}" class="fr-tabs__panel${index === 0 ? " fr-tabs__panel--selected" : ""}" role="tabpanel" aria-labelledby="tab-${index}">${panel}</div>`)}</div>`;
  return frame(
    title,
    html`<nav class="fr-breadcrumb"><ol><li><a href="${home}">Consultations</a></li><li><a aria-current="page">${reference}</a></li></ol></nav><h1>${title}</h1>${body}`,
    register,
    visit,
  );
}

function dossier(notice: PortalNotice): Reply {
  const rules = tenderPaper(notice, {
    head: "Règlement de la consultation",
    scope: "Objet",
    term: "Remise des plis",
    demands: "Conditions",
    lots: "Allotissement",
    closing: `Les plis doivent parvenir au plus tard le ${limit(notice.deadline)}.`,
  });
  const prices = csvPaper([
    ["Poste", "Quantité", "Prix unitaire HT"],
    [notice.reference, "1", ""],
  ]);
  return {
    body: zip({ "RC.pdf": rules.body ?? "", "annexes/BPU.csv": prices.body ?? "" }),
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="DCE_${notice.id}.zip"`,
    },
  };
}
