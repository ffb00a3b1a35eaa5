import { html, type Markup } from "../ground/html";
import type { PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin, sliceOf } from "./skin";
import { clockTime, distance, slashedDate, wordDate } from "./wording";

const zone = "Europe/Paris";

/** A French gazette: cards with "il y a 3 heures", a number of its own for every notice, and notices written in numbered sections. */
export const annonces: Skin = {
  plan: { country: "fr", half: "first", zone },
  listingPath: "/pages/recherche/",
  detailPath: ({ id }) => `/pages/avis/?q=idweb:%22${numberOf(id)}%22`,
  answer: ({ path, query }, register) => {
    if (path === "/" || path === "/pages/recherche/") return { body: listing(register, Number(query.get("page"))) };
    if (path !== "/pages/avis/") return null;
    const number = /idweb:"(26-\d+)"/.exec(query.get("q") ?? "")?.[1];
    const notice = register.all().find(({ id }) => numberOf(id) === number);
    return notice ? { body: detail(notice, register) } : null;
  },
};

const numberOf = (id: number) => `26-${128_000 + (id % 1000)}`;

function frame(title: string, main: Markup): string {
  return documentOf(
    `<title>${html`${title}`.markup} | Gazette des marchés</title>`,
    html`<header role="banner"><a href="/">Gazette des marchés</a><nav><ul><li><a href="/pages/recherche/">Rechercher un avis</a></li><li><a href="/pages/aide/">Aide</a></li><li><a href="/pages/connexion/">Se connecter</a></li></ul></nav></header><main role="main">${main}</main>
<footer><a href="/pages/mentions/">Mentions légales</a> <a href="/pages/cookies/">Gestion des cookies</a></footer>`,
    "fr",
  );
}

function listing(register: ProcurementRegister, wanted: number): string {
  const { shown, number, count, total } = sliceOf(register, wanted);
  return frame(
    "Rechercher un avis",
    html`<h1>Avis de marchés publics</h1><p><strong>${total} avis</strong> correspondent à votre recherche</p>
${shown.map((notice) => card(notice, register))}
<nav class="fr-pagination" aria-label="Pagination"><ul>${number > 1 && html`<li><a href="/pages/recherche/?page=${number - 1}">Page précédente</a></li>`}<li><a aria-current="page">${number}</a></li>${number < count && html`<li><a href="/pages/recherche/?page=${number + 1}">Page suivante</a></li>`}</ul></nav>`,
  );
}

function card(notice: PortalNotice, register: ProcurementRegister): Markup {
  const now = register.now();
  const limit = {
    open: `Date limite de réponse : ${slashedDate(notice.deadline, zone)} à ${clockTime(notice.deadline, zone, "h")}`,
    closed: `Clôturé il y a ${distance(notice.deadline, now, zone, "fr")}`,
    cancelled: "Avis d'annulation",
    awarded: "Avis d'attribution",
  }[notice.status];
  const age = `Publié il y a ${distance(notice.publishedAt, now, zone, "fr")}`;
  if (register.isRedesigned())
    return html`<section class="avis"><p>${limit}</p><h3><a href="${annonces.detailPath(notice)}">${notice.title}</a></h3><p>${age} · Avis n° ${numberOf(notice.id)}</p><p>Acheteur : ${notice.buyer}</p></section>`;
  return html`<div class="fr-card"><div class="fr-card__body"><p class="fr-card__detail">Avis n° ${numberOf(notice.id)} — ${age}</p><h4 class="fr-card__title"><a href="${annonces.detailPath(notice)}" target="_blank">${notice.title}</a></h4><p class="fr-card__desc">Acheteur : ${notice.buyer}</p><ul class="fr-tags-group"><li><p class="fr-tag">Services</p></li><li><p class="fr-tag">Procédure adaptée</p></li></ul><div class="fr-card__end">${limit}</div></div></div>`;
}

function detail(notice: PortalNotice, register: ProcurementRegister): string {
  const { title, buyer, reference, deadline, status, summary, needs } = notice;
  const state = {
    open: "",
    closed: "La date limite de réponse est dépassée.",
    cancelled: "Procédure annulée : l'acheteur a déclaré la procédure sans suite.",
    awarded: "Le marché a été attribué.",
  }[status];
  const line = (label: string, value: string) =>
    register.isRedesigned()
      ? html`<li><strong>${label}</strong> ${value}</li>`
      : html`<p><span class="gras">${label} :</span> ${value}</p>`;
  return frame(
    `Avis n° ${numberOf(notice.id)}`,
    html`<p><a href="/pages/recherche/">Retour aux résultats</a></p><h1>${title}</h1>${state && html`<p class="fr-alert">${state}</p>`}
<h2>Section 1 : Identification de l'acheteur</h2>${line("Nom complet de l'acheteur", buyer)}${line("Type de numéro national d'identification", "SIRET")}
<h2>Section 2 : Communication</h2>${line("Identifiant interne de la consultation", reference)}${line("Nom du contact", "Service de la commande publique")}
<h2>Section 3 : Procédure</h2>${line("Type de procédure", "Procédure adaptée ouverte")}${line("Date et heure limite de réception des plis", `${wordDate(deadline, zone, "fr", false)} à ${clockTime(deadline, zone, " h ")}`)}
<h2>Section 4 : Identification du marché</h2>${line("Intitulé du marché", title)}${line("Description succincte du marché", summary)}
<h2>Section 5 : Conditions</h2>${needs.map((need) => html`<p>${need}</p>`)}
<p>Date d'envoi du présent avis : ${wordDate(notice.publishedAt, zone, "fr", false)}</p>`,
  );
}
