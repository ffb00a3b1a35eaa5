import { html, type Markup, raw } from "../ground/html";
import { frenchDrafts } from "./drafts-french";
import { marchesDrafts } from "./drafts-marches";
import { awardOf, daysFrom, standingOf } from "./listed-notices";
import { clockOf, type PortalNotice } from "./notice";
import { csvPaper, tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { clockTime, slashedDate, wordDate } from "./wording";

const zone = "Europe/Paris";
const home = "/entreprise/consultations";
const step = 6;
const standings = {
  open: "En cours",
  closed: "Clôturée - analyse des offres",
  cancelled: "Déclarée sans suite",
  awarded: "Attribuée",
  prior: "Préinformation",
} as const;

/**
 * A buyers' profile shared by the public bodies of a French region: notices appended by a "plus d'avis" button, days left beside the closing
 * date, lots and CPV, a withdrawal page for the tender documents, and rectifying notices that name the former date.
 */
export const marchesOuest: Skin = {
  plan: {
    country: "fr",
    zone,
    listed: {
      firstId: 1_140_882,
      drafts: marchesDrafts,
      also: [
        {
          index: 8,
          draft: frenchDrafts[8],
          words: { title: "Dispositifs de perfusion : perfuseurs, prolongateurs, pompes", reference: "MAO-1142066" },
        },
        {
          index: 14,
          draft: frenchDrafts[14],
          words: {
            title: "Location-entretien du linge hospitalier",
            buyer: "CH de Brévannes sur Loue",
            reference: "MAPA2026-54",
          },
        },
      ],
    },
  },
  listingPath: home,
  detailPath: ({ id }) => `/entreprise/consultation/${id}?orgAcronyme=o${id % 7}k`,
  answer: ({ path, query }, register) => {
    if (path === "/" || path === home) return { body: listing(register) };
    if (path === `${home}/suite`) return more(register, Number(query.get("depuis")));
    const [, id, part] = /^\/entreprise\/consultation\/(\d+)(\/[a-z.]+)?$/.exec(path) ?? [];
    const notice = register.find(Number(id));
    if (!notice) return null;
    if (!part) return { body: detail(notice, register) };
    if (notice.isPrior) return null;
    if (part === "/retrait") return { body: withdrawal(notice, register) };
    if (part === "/reglement.pdf") return rules(notice);
    return part === "/bordereau.csv" ? prices(notice) : null;
  },
};

const when = (at: Date) => `le ${slashedDate(at, zone)} à ${clockTime(at, zone, "h")}`;

function frame(title: string, main: Markup, register: ProcurementRegister): string {
  return documentOf(
    `<title>${html`${title}`.markup} - Marchés Ouest, le profil d'acheteur mutualisé</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/themes/ouest/css/app.css?20261002">`,
    html`<div id="tarteaucitronRoot"><div id="tarteaucitronAlertBig" role="dialog"><span>En poursuivant, vous acceptez le dépôt de cookies de mesure d'audience.</span> <button type="button">OK, tout accepter</button> <button type="button">Interdire tous les cookies</button></div></div>
<header class="entete"><a class="entete-logo" href="/">Marchés Ouest</a><p>Plateforme de dématérialisation des achats publics</p><p class="horloge">${wordDate(register.now(), zone, "fr", true)} - ${clockTime(register.now(), zone, "h")}</p><nav class="menu"><a href="${home}">Consultations</a> <a href="/entreprise/attributions">Données essentielles</a> <a href="/entreprise/panier">Mon panier</a> <a href="/aide">Se préparer à répondre</a> <a href="/login">S'identifier</a></nav></header>
<main class="conteneur">${main}</main>
<aside class="actus"><h2>Actualités</h2><ul><li><a href="/actus/188">Webinaire « Répondre en groupement », le ${slashedDate(daysFrom(register.now(), 16, 10, zone), zone)}</a></li><li><a href="/actus/181">Nouveaux seuils des procédures formalisées</a></li></ul></aside>
<footer class="pied"><a href="/mentions-legales">Mentions légales</a> - <a href="/cgu">CGU</a> - <a href="/accessibilite">Accessibilité : partiellement conforme</a> - Assistance : 02 99 00 01 42 - v. 2026.09.3</footer>`,
    "fr",
  );
}

const ordered = (register: ProcurementRegister) =>
  register.all().sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id);
const address = (from: number) => `${home}/suite?depuis=${from}`;

function listing(register: ProcurementRegister): string {
  const all = ordered(register);
  return frame(
    "Toutes les consultations",
    html`<h1>Consultations et avis</h1><form class="recherche" action="${home}"><input type="text" name="motsCles" placeholder="Objet, référence, acheteur"><select name="cat"><option>Toutes catégories</option><option>Travaux</option><option>Fournitures</option><option>Services</option></select><button>Lancer la recherche</button></form>
<p class="nb"><span id="nbAvis">${all.length}</span> avis</p><div id="listeAvis">${all.slice(0, step).map((notice) => entry(notice, register))}</div>
${all.length > step && html`<div class="suite"><button type="button" class="btn-suite" data-url="${address(step)}">Afficher plus d'avis</button></div>`}${raw(`<script>
(function () {
  var bouton = document.querySelector(".btn-suite");
  if (!bouton) return;
  bouton.addEventListener("click", function () {
    bouton.disabled = true;
    bouton.textContent = "Chargement...";
    var requete = new XMLHttpRequest();
    requete.open("GET", bouton.getAttribute("data-url"));
    requete.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    requete.onload = function () {
      var recu = JSON.parse(requete.responseText);
      document.getElementById("listeAvis").insertAdjacentHTML("beforeend", recu.html);
      if (!recu.suivant) return bouton.parentNode.removeChild(bouton);
      bouton.setAttribute("data-url", recu.suivant);
      bouton.textContent = "Afficher plus d'avis";
      bouton.disabled = false;
    };
    requete.send();
  });
})();
</script>`)}`,
    register,
  );
}

function more(register: ProcurementRegister, wanted: number) {
  const all = ordered(register);
  const from = Math.max(0, Math.trunc(wanted) || 0);
  const shown = all.slice(from, from + step);
  const next = from + step < all.length ? address(from + step) : null;
  return {
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ html: html`${shown.map((notice) => entry(notice, register))}`.markup, suivant: next }),
  };
}

function entry(notice: PortalNotice, register: ProcurementRegister): Markup {
  const { title, buyer, reference, deadline, details, publishedAt } = notice;
  const standing = standingOf(notice, register.now());
  const midnight = (at: Date) => {
    const { year, month, day } = clockOf(at, zone);
    return Date.UTC(year, month - 1, day);
  };
  const left = Math.round((midnight(deadline) - midnight(register.now())) / 86_400_000);
  const link = html`<a href="${marchesOuest.detailPath(notice)}">${title}</a>`;
  const kind = details?.kind ?? "Procédure adaptée";
  const limit = notice.isPrior
    ? "Sans remise de plis"
    : `${slashedDate(deadline, zone)} - ${clockTime(deadline, zone, "h")}`;
  if (register.isRedesigned())
    return html`<section class="ligne-avis"><h2>${link}</h2><table><tr><td>Acheteur</td><td>${buyer}</td></tr><tr><td>Remise des plis</td><td>${limit}</td></tr><tr><td>État</td><td>${standings[standing]}</td></tr></table></section>`;
  return html`<div class="avis avis-${standing}"><div class="avis-date"><span class="libelle">Date limite de remise des plis</span><span class="date">${limit}</span>${standing === "open" && html`<span class="reste">J-${left}</span>`}</div><div class="avis-corps"><p class="avis-proc"><abbr title="${kind}">${kind}</abbr> | Publié le ${slashedDate(publishedAt, zone)} ${standing !== "open" && html`<strong class="etat">${standings[standing]}</strong>`}</p><h2 class="avis-objet">${link}</h2><p class="avis-org">${buyer} <small>Réf. ${reference}</small></p>${details?.lots && html`<p class="avis-lots">Marché alloti : ${details.lots.length} lots</p>`}</div><div class="avis-actions"><a href="${marchesOuest.detailPath(notice)}" class="picto" title="Accéder à la consultation"></a> <a href="/entreprise/panier?ajout=${notice.id}" rel="nofollow" title="Ajouter au panier">+</a></div></div>`;
}

function rectified({ at, what, was }: PortalNotice["corrections"][number], notice: PortalNotice): Markup {
  const text = {
    deadline: `report de la date limite de remise des plis${was ? `, initialement fixée au ${slashedDate(was, zone)}` : ""}`,
    status: `changement d'état de la consultation (${standings[notice.isPrior ? "prior" : notice.status].toLowerCase()})`,
    need: "modification du dossier de consultation",
  }[what];
  return html`<li>Avis rectificatif du ${slashedDate(at, zone)} : ${text}</li>`;
}

function detail(notice: PortalNotice, register: ProcurementRegister): string {
  const { title, buyer, reference, deadline, summary, needs, publishedAt, corrections, details, isPrior } = notice;
  const standing = standingOf(notice, register.now());
  const facts: [string, string][] = [
    ["Référence de la consultation", reference],
    ["Acheteur public", buyer],
    ["Service", details?.unit ?? "Service des marchés"],
    ["Type de procédure", details?.kind ?? "Procédure adaptée"],
    ["Code CPV principal", details?.codes ?? "non renseigné"],
    ["Lieu d'exécution", details?.place ?? "non renseigné"],
    ["Date de mise en ligne", slashedDate(publishedAt, zone)],
  ];
  const dates: [string, string][] = isPrior
    ? [["Lancement prévisionnel de la consultation", slashedDate(deadline, zone)]]
    : [
        ["Date limite de remise des plis", `${when(deadline)} (heure de Paris)`],
        ["Questions à poser au plus tard", `${when(daysFrom(deadline, -6, 17, zone))}`],
        ["Durée de validité des offres", "120 jours à compter de la date limite"],
        ["Début prévisionnel d'exécution", slashedDate(daysFrom(deadline, 70, 9, zone), zone)],
      ];
  const list = (rows: [string, string][]) =>
    register.isRedesigned()
      ? html`<dl>${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
      : html`<div class="bloc-infos">${rows.map(([label, value]) => html`<p class="info"><label>${label} :</label> <span>${value}</span></p>`)}</div>`;
  const base = `/entreprise/consultation/${notice.id}`;
  return frame(
    title,
    html`<p class="ariane">Vous êtes ici : <a href="/">Accueil</a> &gt; <a href="${home}">Consultations</a> &gt; Détail</p><h1>${title}</h1>${standing !== "open" && html`<p class="bandeau bandeau-${standing}">${standings[standing]}</p>`}${notice.status === "awarded" && html`<p class="attribution">Avis d'attribution publié le ${slashedDate(awardOf(notice, zone), zone)}. Titulaire : SAS Le Goff et Fils (56)</p>`}
${corrections.length > 0 && html`<ul class="rectificatifs">${corrections.map((one) => rectified(one, notice))}</ul>`}
<h2>Identification</h2>${list(facts)}<h2>Calendrier</h2>${list(dates)}<h2>Objet du marché</h2><p>${summary}</p>
${details?.lots && html`<h3>Allotissement</h3><table class="lots"><tr><th>Lot</th><th>Réponse</th></tr>${details.lots.map((lot) => html`<tr><td>${lot}</td><td>autorisée</td></tr>`)}</table>`}
${needs.length > 0 && html`<h2>Conditions de participation et d'exécution</h2>${needs.map((need) => html`<p>${need}</p>`)}`}
${!isPrior && html`<h2 id="dce">Dossier de consultation</h2><ul class="pieces"><li><a href="${base}/reglement.pdf">Règlement de la consultation</a> (PDF)</li><li><a href="${base}/retrait">Retrait du dossier (DCE)</a></li></ul>${standing === "open" && html`<p><a class="btn" href="/login?retour=${notice.id}">Déposer un pli</a> <a class="btn" href="/login?question=${notice.id}">Poser une question</a></p>`}`}`,
    register,
  );
}

const withdrawal = (notice: PortalNotice, register: ProcurementRegister) =>
  frame(
    "Retrait du dossier",
    html`<h1>Retrait du dossier de consultation</h1><p>${notice.title}</p><p>Les entreprises identifiées sont averties des modifications. Le retrait anonyme reste possible.</p><p><a href="/entreprise/consultation/${notice.id}/bordereau.csv">Télécharger anonymement le bordereau des prix</a></p><p><a href="${marchesOuest.detailPath(notice)}">Retour à la consultation</a></p>`,
    register,
  );

const rules = (notice: PortalNotice) =>
  tenderPaper(notice, {
    head: "Règlement de la consultation",
    scope: "Objet de la consultation",
    term: "Remise des plis",
    demands: "Conditions de participation et exigences",
    lots: "Décomposition en lots",
    closing: `Les plis devront parvenir au plus tard ${when(notice.deadline)} (heure de Paris), par voie électronique.`,
  });

const prices = ({ reference }: PortalNotice) =>
  csvPaper([
    ["Poste", "Unité", "Prix unitaire HT"],
    ...["Forfait annuel", "Heure supplémentaire"].map((item) => [`${reference} - ${item}`, "U", ""]),
  ]);
