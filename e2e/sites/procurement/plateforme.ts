import { html, type Markup } from "../ground/html";
import { clockOf, type PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin, sliceOf } from "./skin";
import { clockTime, slashedDate } from "./wording";

const zone = "Europe/Paris";
const months = ["Janv.", "Févr.", "Mars", "Avril", "Mai", "Juin", "Juil.", "Août", "Sept.", "Oct.", "Nov.", "Déc."];

/** A French purchasing platform: pages turned by a submit button and a hidden page state, cells that hold several facts, the deadline stacked in boxes. */
export const plateforme: Skin = {
  plan: { country: "fr", half: "second", zone },
  listingPath: "/index.php?page=Entreprise.EntrepriseAdvancedSearch&AllCons",
  detailPath: ({ id }) => `/app.php/entreprise/consultation/${id}?orgAcronyme=f2h`,
  answer: ({ path, method, form }, register) => {
    if (path === "/" || path === "/index.php") {
      const now = Number(
        /^page:(\d+)$/.exec(Buffer.from(form.get("PRADO_PAGESTATE") ?? "", "base64").toString())?.[1] ?? 1,
      );
      const step = form.has("ctl0$CONTENU_PAGE$resultSearch$PagerTop$suivant")
        ? 1
        : form.has("ctl0$CONTENU_PAGE$resultSearch$PagerTop$precedent")
          ? -1
          : 0;
      return { body: listing(register, method === "POST" ? now + step : 1) };
    }
    const notice = path.startsWith("/app.php/entreprise/consultation/")
      ? register.find(Number(path.split("/").at(-1)))
      : undefined;
    return notice ? { body: detail(notice, register) } : null;
  },
};

function frame(title: string, main: Markup): string {
  return documentOf(
    `<title>${html`${title}`.markup} - Plateforme des achats publics</title>`,
    html`<div class="header"><a href="/">Plateforme des achats publics</a><ul><li><a href="/index.php?page=Entreprise.EntrepriseAdvancedSearch&amp;AllCons">Toutes les consultations</a></li><li><a href="/aide">Aide</a></li></ul></div><div id="main-part">${main}</div><div class="footer"><a href="/conditions">Conditions d'utilisation</a></div>`,
    "fr",
  );
}

function listing(register: ProcurementRegister, wanted: number): string {
  const { shown, number, count, total } = sliceOf(register, wanted);
  const button = (name: string, title: string, isOff: boolean) =>
    isOff
      ? false
      : html`<input type="submit" name="ctl0$CONTENU_PAGE$resultSearch$PagerTop$${name}" value="${name === "suivant" ? ">" : "<"}" title="${title}">`;
  return frame(
    "Recherche avancée",
    html`<form id="ctl0_ctl1" method="post" action="/index.php?page=Entreprise.EntrepriseAdvancedSearch&amp;AllCons"><div style="visibility:hidden;"><input type="hidden" name="PRADO_PAGESTATE" value="${Buffer.from(`page:${number}`).toString("base64")}"><input type="hidden" name="PRADO_POSTBACK_TARGET" value=""><input type="hidden" name="PRADO_POSTBACK_PARAMETER" value=""></div>
<h1>Résultats de la recherche</h1><p>Nombre de résultats : ${total}</p><div class="pager">${button("precedent", "Aller à la page précédente", number === 1)} Page ${number} / ${count} ${button("suivant", "Aller à la page suivante", number === count)}</div>
<table class="table-results" summary="Liste des consultations"><thead><tr><th>Procédure<br>Catégorie<br>Publié le</th><th>Référence<br>Intitulé / Objet<br>Organisme</th><th>Lieu d'exécution</th><th>Date limite de remise des plis</th><th>Actions</th></tr></thead>
<tbody>${shown.map((notice) => row(notice, register))}</tbody></table></form>`,
  );
}

function row(notice: PortalNotice, register: ProcurementRegister): Markup {
  const at = clockOf(notice.deadline, zone);
  const state = { open: "", closed: "Clôturée", cancelled: "Annulée", awarded: "Attribuée" }[notice.status];
  const stacked = html`<div class="cloture"><div class="day"><span>${String(at.day).padStart(2, "0")}</span></div><div class="month"><span>${months[at.month - 1]}</span></div><div class="year"><span>${at.year}</span></div><div class="time"><span>${clockTime(notice.deadline, zone)}</span></div></div>`;
  const flat = html`<span>${slashedDate(notice.deadline, zone)} ${clockTime(notice.deadline, zone)}</span>`;
  return html`<tr class="${notice.id % 2 ? "on" : ""}"><td>Procédure adaptée<div class="line">Services</div><div>${slashedDate(notice.publishedAt, zone)}</div></td><td><div class="objet-line"><strong class="ref">${notice.reference}</strong>${state && html` <span class="statut">${state}</span>`}</div><div class="objet-line"><strong>Objet :</strong> ${notice.title}</div><div class="objet-line"><strong>Organisme :</strong> ${notice.buyer}</div></td><td>(97) Ourve</td><td>${register.isRedesigned() ? flat : stacked}</td><td class="actions"><a href="${plateforme.detailPath(notice)}" title="Accéder à la consultation">Accéder à la consultation</a></td></tr>`;
}

function detail(notice: PortalNotice, register: ProcurementRegister): string {
  const state = {
    open: "",
    closed: "Consultation clôturée",
    cancelled: "Consultation annulée",
    awarded: "Consultation attribuée",
  }[notice.status];
  const facts: [string, string][] = [
    ["Référence", notice.reference],
    ["Intitulé", notice.title],
    ["Objet", notice.summary],
    ["Entité publique", notice.buyer],
    ["Type d'annonce", "Annonce de consultation"],
    ["Date limite de remise des plis", `${slashedDate(notice.deadline, zone)} ${clockTime(notice.deadline, zone)}`],
    ["Lieu d'exécution", "(97) Ourve"],
  ];
  const body = register.isRedesigned()
    ? html`<table>${facts.map(([label, value]) => html`<tr><th>${label} :</th><td>${value}</td></tr>`)}</table>`
    : html`<div class="panel">${facts.map(([label, value]) => html`<div class="line"><div class="intitule-150 bold">${label} :</div><div class="content-bloc">${value}</div></div>`)}</div>`;
  return frame(
    "Détail de la consultation",
    html`<h1>Détail de la consultation</h1>${state && html`<p class="bandeau">${state}</p>`}${body}<h2>Conditions de participation</h2><ul>${notice.needs.map((need) => html`<li>${need}</li>`)}</ul><p>Mise en ligne : ${slashedDate(notice.publishedAt, zone)}</p>`,
  );
}
