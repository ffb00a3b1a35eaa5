import { html, type Markup, raw } from "../ground/html";
import type { Reply, SiteRequest } from "../ground/start-site";
import { sauvigneDrafts } from "./drafts-sauvigne";
import { awardOf, daysFrom, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { csvPaper, tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { type Visit, visitTo } from "./visits";
import { clockTime, slashedDate, wordDate } from "./wording";

const zone = "Europe/Paris";
const home = "/Achats/Consultations.aspx";
const single = "/Achats/Consultation.aspx";
const perPage = 5;
/** So many numbers stand below the grid; an ellipsis leads to the next ones. */
const numbersShown = 3;
const grid = "ctl00$cphContenu$gvConsultations";
const sizes = "ctl00$cphContenu$ddlTri";
const panel = "ctl00$cphContenu$upListe";
const states = {
  open: "En cours",
  closed: "Clôturée",
  cancelled: "Déclarée sans suite",
  awarded: "Attribuée",
  prior: "Préinformation",
} as const;

/**
 * A metropolis' buyer profile on web forms: a grid within a panel that the page's script renews by half a postback and that any other reader
 * turns by a whole one, numbers in threes with an ellipsis behind them, a choice of order that posts by itself; a notice opens under an address.
 */
export const sauvigne: Skin = {
  plan: {
    country: "fr",
    zone,
    listed: { firstId: 4_812, drafts: sauvigneDrafts, awarded: "Numérisation des permis de construire" },
  },
  listingPath: home,
  detailPath: ({ id }) => `${single}?idC=${id}`,
  answer: (request, register) => {
    const { path, query } = request;
    if (path === "/" || path === "/Achats/") return { status: 302, headers: { location: home }, body: "" };
    if (path === "/ScriptResource.axd")
      return { body: halfPostback, headers: { "content-type": "text/javascript; charset=utf-8" } };
    const visit = visitTo(register);
    if (path === home)
      return request.method === "POST"
        ? posted(request, register, visit)
        : { body: listing({ page: 1, order: "limite" }, register, visit) };
    const notice = register.find(Number(query.get("idC")));
    if (!notice) return null;
    if (path === single) return { body: detail(notice, register, visit) };
    if (path !== "/Achats/Telecharger.ashx" || notice.isPrior) return null;
    return query.get("piece") === "BPU" ? prices(notice) : paper(notice);
  },
};

/** What the library of the forms does where a panel stands in the page. */
const halfPostback = `
(function () {
  var whole = window.__doPostBack;
  window.__doPostBack = function (target, argument) {
    var panel = document.getElementById("${panel.replaceAll("$", "_")}");
    if (!panel) return whole(target, argument);
    var form = document.forms.aspnetForm;
    var data = new URLSearchParams(new FormData(form));
    data.set("__EVENTTARGET", target);
    data.set("__EVENTARGUMENT", argument);
    data.set("__ASYNCPOST", "true");
    data.set("ctl00$ScriptManager1", "${panel}|" + target);
    fetch(form.action, { method: "POST", headers: { "x-microsoftajax": "Delta=true", "x-requested-with": "XMLHttpRequest" }, body: data })
      .then(function (reply) { return reply.text(); })
      .then(function (text) {
        for (var head; (head = /^(\\d+)\\|([^|]*)\\|([^|]*)\\|/.exec(text)); ) {
          var content = text.slice(head[0].length, head[0].length + Number(head[1]));
          if (head[2] === "updatePanel") document.getElementById(head[3]).innerHTML = content;
          if (head[2] === "hiddenField") document.getElementById(head[3]).value = content;
          text = text.slice(head[0].length + content.length + 1);
        }
      });
  };
})();
`;

interface View {
  page: number;
  order: string;
}

/** What the server remembers of the page that it has sent. */
const stateOf = ({ page, order }: View) =>
  Buffer.from(`/wEPDwULLTE5${page}|${order}|${"MTAyODc2NTQzD2QWAmYPZBYCAgMPZBYE".repeat(14)}`).toString("base64");

function posted({ form, headers }: SiteRequest, register: ProcurementRegister, visit: Visit): Reply {
  const state = Buffer.from(form.get("__VIEWSTATE") ?? "", "base64").toString();
  const [, page, order] = /^\/wEPDwULLTE5(\d+)\|(\w+)\|/.exec(state) ?? [];
  if (!page || !order || !form.get("__EVENTVALIDATION"))
    return {
      status: 500,
      body: "<h1>Erreur du serveur dans l'application '/Achats'.</h1><p>Argument de publication (postback) ou de rappel non valide.</p>",
    };
  const wanted = form.get(sizes) === "objet" ? "objet" : "limite";
  const turned =
    form.get("__EVENTTARGET") === grid
      ? /^Page\$(\d+|First|Last)$/.exec(form.get("__EVENTARGUMENT") ?? "")?.[1]
      : undefined;
  const next = turned === "First" ? 1 : turned === "Last" ? Number.POSITIVE_INFINITY : Number(turned ?? page);
  const view = { page: wanted === order ? next : 1, order: wanted };
  if (form.get("__ASYNCPOST") !== "true" || headers["x-microsoftajax"] === undefined)
    return { body: listing(view, register, visit) };
  const shown = { ...view, page: Math.min(view.page, countOf(register)) };
  const part = (type: string, id: string, content: string) => `${content.length}|${type}|${id}|${content}|`;
  return {
    headers: { "content-type": "text/plain; charset=utf-8" },
    body: `1|#||4|${part("updatePanel", panel.replaceAll("$", "_"), list(shown, register, visit).markup)}${part("hiddenField", "__VIEWSTATE", stateOf(shown))}${part("hiddenField", "__EVENTVALIDATION", `/wEdAB${visit.token}`)}${part("asyncPostBackControlIDs", "", "")}`,
  };
}

const countOf = (register: ProcurementRegister) => Math.ceil(register.all().length / perPage);
/** `jeudi 17 décembre 2026 12:00` */
const long = (at: Date) => `${wordDate(at, zone, "fr", true)} ${clockTime(at, zone)}`;
const short = (at: Date) => `${slashedDate(at, zone)} ${clockTime(at, zone)}`;
const postback = (target: string, argument = "") => `javascript:__doPostBack('${target}','${argument}')`;

const bandeaux = [
  "Réunion des fournisseurs le 21 janvier",
  "La facture électronique en pratique",
  "Nos achats prévus en 2027",
];

function frame(
  title: string,
  form: string,
  state: string,
  main: Markup,
  register: ProcurementRegister,
  visit: Visit,
): string {
  const hidden = (name: string, value: string) =>
    html`<input type="hidden" name="${name}" id="${name}" value="${value}" />`;
  return documentOf(
    `<title>\r\n\t${html`${title}`.markup} - Achats de la Métropole de Sauvigné\r\n</title><link href="/App_Themes/Sauvigne/principal.css" type="text/css" rel="stylesheet" />`,
    html`<form method="post" action="${form}" id="aspnetForm"><div class="aspNetHidden">${hidden("__EVENTTARGET", "")}${hidden("__EVENTARGUMENT", "")}${hidden("__LASTFOCUS", "")}${hidden("__VIEWSTATE", state)}${hidden("__VIEWSTATEGENERATOR", "3C9E71A0")}${hidden("__SCROLLPOSITIONX", "0")}${hidden("__SCROLLPOSITIONY", "0")}${hidden("__EVENTVALIDATION", `/wEdAB${visit.token}`)}</div>
${raw(`<script type="text/javascript">
//<![CDATA[
var theForm = document.forms['aspnetForm'];
var Page_Async = false;
function __doPostBack(eventTarget, eventArgument) {
    if (!theForm.onsubmit || (theForm.onsubmit() != false)) {
        theForm.__EVENTTARGET.value = eventTarget;
        theForm.__EVENTARGUMENT.value = eventArgument;
        theForm.submit();
    }
}
//]]>
</script>
<script src="/ScriptResource.axd?d=MSAjax&t=ffffffff" type="text/javascript"></script>`)}
<div id="entete"><a href="${home}"><img src="/images/logo.png" alt="Métropole de Sauvigné" /></a><span id="ctl00_lblBandeau">${bandeaux[visit.turn % bandeaux.length]}</span><a id="ctl00_lnkConnexion" href="/Compte/Connexion.aspx?ReturnUrl=${encodeURIComponent(home)}">Espace fournisseur</a></div>
<div id="contenu">${main}</div><div id="pied">Session n° ${visit.token} - ${visit.count} visiteurs - ${short(register.now())}:${String(visit.second).padStart(2, "0")} - <a href="/Mentions.aspx">Mentions légales</a></div></form>`,
    "fr",
  );
}

function listing(view: View, register: ProcurementRegister, visit: Visit): string {
  const shown = { ...view, page: Math.max(1, Math.min(view.page, countOf(register))) };
  const option = (value: string, label: string) =>
    html`<option${shown.order === value && raw(' selected="selected"')} value="${value}">${label}</option>`;
  return frame(
    "Consultations",
    "./Consultations.aspx",
    stateOf(shown),
    html`<h1>Consultations</h1><p>Trier par : <select name="${sizes}" onchange="javascript:setTimeout('__doPostBack(\\'${sizes}\\',\\'\\')', 0)" id="${sizes.replaceAll("$", "_")}">${option("limite", "date limite")}${option("objet", "objet")}</select></p><div id="${panel.replaceAll("$", "_")}">${list(shown, register, visit)}</div>`,
    register,
    visit,
  );
}

function list({ page, order }: View, register: ProcurementRegister, visit: Visit): Markup {
  const all = register
    .all()
    .sort((a, b) =>
      order === "objet"
        ? a.title.localeCompare(b.title, "fr")
        : b.deadline.getTime() - a.deadline.getTime() || a.id - b.id,
    );
  const count = countOf(register);
  const rows = all.slice((page - 1) * perPage, page * perPage).map((notice, index) => {
    const link = html`<a id="${grid.replaceAll("$", "_")}_ctl${String(index + 2).padStart(2, "0")}_hlObjet" href="Consultation.aspx?idC=${notice.id}">${notice.title}</a>`;
    const state = states[standingOf(notice, register.now())];
    const term = notice.isPrior ? "" : short(notice.deadline);
    return register.isRedesigned()
      ? html`<div class="consultation"><div class="consultation-titre">${link}</div><div class="consultation-infos"><span>${notice.reference}</span> <span>${notice.buyer}</span> <span>${term}</span> <em>${state}</em></div></div>`
      : html`<tr class="${index % 2 ? "LigneAlternee" : "Ligne"}"><td>${notice.reference}</td><td>${link}<br /><span class="acheteur">${notice.buyer}</span></td><td align="center">${notice.details?.kind}</td><td align="center">${term}</td><td><img src="/images/etat_${standingOf(notice, register.now())}.gif" alt="${state}" title="${state}" /></td></tr>`;
  });
  const from = Math.floor((page - 1) / numbersShown) * numbersShown + 1;
  const to = Math.min(count, from + numbersShown - 1);
  const turn = (to: string | number, words: string | number) =>
    html`<td><a href="${postback(grid, `Page$${to}`)}">${words}</a></td>`;
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index).map((number) =>
    number === page ? html`<td><span>${number}</span></td>` : turn(number, number),
  );
  const pager = html`<table border="0"><tr>${from > 1 && turn(from - 1, "...")}${numbers}${to < count && turn(to + 1, "...")}</tr></table>`;
  const body = register.isRedesigned()
    ? html`<div id="lvConsultations">${rows}</div><div class="pagination">${pager}</div>`
    : html`<table class="Grille" cellspacing="0" cellpadding="4" rules="cols" border="1" id="${grid.replaceAll("$", "_")}" style="width:100%;border-collapse:collapse;"><tr class="EnTete"><th scope="col">Référence</th><th scope="col">Objet</th><th scope="col">Procédure</th><th scope="col">Date limite</th><th scope="col">&nbsp;</th></tr>${rows}<tr class="Pagination"><td colspan="5">${pager}</td></tr></table>`;
  return html`<span id="ctl00_cphContenu_lblNombre">${all.length} consultations, page ${page} sur ${count}</span>${body}<input type="hidden" name="ctl00$cphContenu$hfJeton" value="${visit.token}" />`;
}

function factsOf(notice: PortalNotice, register: ProcurementRegister): [id: string, label: string, value: string][] {
  const { reference, title, buyer, details, publishedAt, deadline, isPrior } = notice;
  return [
    ["lblReference", "Référence", reference],
    ["lblObjet", "Objet", title],
    ["lblAcheteur", "Pouvoir adjudicateur", buyer],
    ["lblService", "Service", details?.unit ?? ""],
    ["lblProcedure", "Procédure", isPrior ? "Avis de préinformation" : (details?.kind ?? "")],
    ["lblCpv", "Code CPV", details?.codes ?? ""],
    ["lblLieu", "Lieu d'exécution", details?.place ?? ""],
    ...(details?.value ? [["lblValeur", "Valeur estimée", details.value] as [string, string, string]] : []),
    ["lblPublication", "Mise en ligne", short(publishedAt)],
    ...(isPrior
      ? ([["lblPrevision", "Lancement prévu", slashedDate(deadline, zone)]] as [string, string, string][])
      : ([
          ["lblQuestions", "Questions jusqu'au", long(daysFrom(deadline, -6, 12, zone))],
          ["lblLimite", "Date limite de remise des offres", long(deadline)],
        ] as [string, string, string][])),
    ["lblEtat", "État", states[standingOf(notice, register.now())]],
  ];
}

const said = { deadline: "Report de la date limite", need: "Modification d'une exigence" };
const turns = {
  awarded: "Attribution",
  cancelled: "Déclaration sans suite",
  closed: "Clôture anticipée",
  open: "Réouverture",
};

function detail(notice: PortalNotice, register: ProcurementRegister, visit: Visit): string {
  const { id, title, summary, needs, corrections, status, isPrior } = notice;
  const facts = factsOf(notice, register);
  const label = (name: string, value: string) =>
    html`<span id="ctl00_cphContenu_fvConsultation_${name}">${value}</span>`;
  const form = register.isRedesigned()
    ? html`<div class="fiche">${facts.map(([name, head, value]) => html`<div class="fiche-ligne"><div class="fiche-libelle">${head}</div><div class="fiche-valeur">${label(name, value)}</div></div>`)}</div>`
    : html`<table cellspacing="0" id="ctl00_cphContenu_fvConsultation" style="border-collapse:collapse;"><tr><td colspan="2"><table class="fiche">${facts.map(([name, head, value]) => html`<tr><td class="libelle">${head} :</td><td class="valeur">${label(name, value)}</td></tr>`)}</table></td></tr></table>`;
  const pieces = [
    ["RC", "Règlement et cahier des charges (RC_CCTP.pdf)"],
    ["BPU", "Bordereau des prix (BPU.csv)"],
  ].map(([piece, name]) => html`<li><a href="Telecharger.ashx?idC=${id}&amp;piece=${piece}">${name}</a></li>`);
  const log = [
    ...corrections.map(({ at, what, was }): [Date, string, string] => [
      at,
      what === "status" ? turns[status] : said[what],
      was ? `Auparavant : ${long(was)}` : "",
    ]),
    ...(status === "awarded" && corrections.length === 0
      ? [[awardOf(notice, zone), turns.awarded, ""] as [Date, string, string]]
      : []),
  ];
  return frame(
    title,
    `./Consultation.aspx?idC=${id}`,
    stateOf({ page: id, order: "fiche" }),
    html`<h1>${title}</h1>${form}<h2>Description</h2><p>${summary}</p>${needs.length > 0 && html`<h2>Exigences</h2><ul>${needs.map((need) => html`<li>${need}</li>`)}</ul>`}${!isPrior && html`<h2>Pièces de la consultation</h2><ul class="pieces">${visit.turn % 2 ? [...pieces].reverse() : pieces}</ul><p>${visit.count} retraits</p>`}${log.length > 0 && html`<h2>Historique des modifications</h2><table class="Grille" rules="all" border="1"><tr><th>Date</th><th>Modification</th><th>Détail</th></tr>${log.map(([at, what, more]) => html`<tr><td>${short(at)}</td><td>${what}</td><td>${more}</td></tr>`)}</table>`}<p><a href="${home}">Retour à la liste</a></p>`,
    register,
    visit,
  );
}

const paper = (notice: PortalNotice): Reply => {
  const made = tenderPaper(notice, {
    head: "Règlement de la consultation et cahier des charges",
    scope: "Objet",
    term: "Remise des offres",
    demands: "Exigences",
    lots: "Lots",
    closing: `Les offres doivent parvenir avant le ${long(notice.deadline)}.`,
  });
  return { ...made, headers: { ...made.headers, "content-disposition": 'attachment; filename="RC_CCTP.pdf"' } };
};

const prices = ({ reference }: PortalNotice) =>
  csvPaper([
    ["N°", "Désignation", "Unité", "Prix HT"],
    [`${reference}-01`, "Prestation décrite au cahier des charges", "forfait", ""],
    [`${reference}-02`, "Heure supplémentaire", "heure", ""],
  ]);
