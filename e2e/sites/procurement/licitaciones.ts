import { html, type Markup, raw } from "../ground/html";
import type { Reply, SiteRequest } from "../ground/start-site";
import { spanishDrafts } from "./drafts-blind";
import type { PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin, sliceOf } from "./skin";
import { clockTime, slashedDate, wordDate } from "./wording";

const zone = "Europe/Madrid";
const view = "/perfil/licitaciones.xhtml";
const library = "/perfil/javax.faces.resource/jsf.js.xhtml";
const estados = { open: "Publicada", closed: "Evaluación", cancelled: "Anulada", awarded: "Adjudicada" } as const;
const tramites = {
  deadline: "Modificación del plazo de presentación",
  status: "Cambio de estado",
  need: "Rectificación del pliego",
} as const;

/** A Spanish contracting profile on server faces: paging and notices are posts with a view state to one address, dates in words, definition lists. */
export const licitaciones: Skin = {
  plan: { country: "es", zone, own: { firstId: 9_120, drafts: spanishDrafts, also: [] } },
  listingPath: view,
  isWithoutPages: true,
  // What a notice says of itself once it is open.
  detailPath: ({ id }) => `/perfil/enlace.xhtml?idLicitacion=${id}`,
  answer: (request, register) => {
    const { path, query } = request;
    if (path === library) return { body: script, headers: { "content-type": "text/javascript; charset=utf-8" } };
    if (path === "/perfil/enlace.xhtml") {
      const notice = register.find(Number(query.get("idLicitacion")));
      return notice ? { body: detail(notice, 1, register) } : null;
    }
    if (path === "/" || path === "/perfil/" || path.replace(/;jsessionid=.*/, "") === view)
      return posted(request, register);
    return null;
  },
};

/** The state that the server keeps of a page, sent with it and back. */
const stateOf = (page: number) => Buffer.from(`rO0AB:lista:${page}`).toString("base64");

function posted({ method, form }: SiteRequest, register: ProcurementRegister): Reply {
  if (method !== "POST") return { body: listing(1, register) };
  const page = Number(
    /:lista:(\d+)$/.exec(Buffer.from(form.get("javax.faces.ViewState") ?? "", "base64").toString())?.[1],
  );
  if (!page) return { status: 500, body: "javax.faces.application.ViewExpiredException: viewId:/licitaciones.xhtml" };
  const row = [...form.keys()].map((name) => /^frm:tabla:(\d+):ver$/.exec(name)?.[1]).find((at) => at !== undefined);
  if (row !== undefined) {
    const notice = sliceOf(register, page).shown[Number(row)];
    return { body: notice ? detail(notice, page, register) : listing(page, register) };
  }
  const step = form.has("frm:siguiente") ? 1 : form.has("frm:anterior") ? -1 : 0;
  return { body: listing(page + step, register) };
}

const command = (name: string, text: Markup | string, style = "") =>
  html`<a href="#" class="${style}" onclick="${`mojarra.jsfcljs(document.getElementById('frm'),{'${name}':'${name}'},'');return false`}">${text}</a>`;

function frame(title: string, page: number, main: Markup): string {
  return documentOf(
    `<title>${html`${title}`.markup} - Perfil de contratante</title><script src="${library}?ln=javax.faces"></script>`,
    html`<div id="cabecera"><a href="${view}">Perfil de contratante</a><ul class="menu"><li><a href="${view}">Licitaciones</a></li><li><a href="/perfil/ayuda.xhtml">Ayuda</a></li></ul></div>
<form id="frm" name="frm" method="post" action="${view};jsessionid=node0${(page * 7919).toString(36)}" enctype="application/x-www-form-urlencoded"><input type="hidden" name="frm" value="frm">${main}<input type="hidden" name="javax.faces.ViewState" id="j_id1:javax.faces.ViewState:0" value="${stateOf(page)}" autocomplete="off"></form>
<div id="pie"><a href="/perfil/aviso.xhtml">Aviso legal</a> <span>Hora oficial peninsular</span></div>`,
    "es",
  );
}

function listing(wanted: number, register: ProcurementRegister): string {
  const { shown, number, count, total } = sliceOf(register, wanted);
  const limit = ({ deadline }: PortalNotice) => slashedDate(deadline, zone);
  const rows = shown.map((notice, index) =>
    register.isRedesigned()
      ? html`<li class="ui-datagrid-column"><div class="ui-panel"><div class="ui-panel-titlebar">${command(`frm:tabla:${index}:ver`, notice.title)}</div><div class="ui-panel-content"><p>Expediente ${notice.reference}</p><p>${notice.buyer}</p><p>${estados[notice.status]} · Fin de plazo ${limit(notice)}</p></div></div></li>`
      : html`<tr data-ri="${index}" class="ui-widget-content ${index % 2 ? "ui-datatable-odd" : "ui-datatable-even"}" role="row"><td role="gridcell">${command(`frm:tabla:${index}:ver`, notice.reference)}</td><td role="gridcell">${notice.title}</td><td role="gridcell">${estados[notice.status]}</td><td role="gridcell">${limit(notice)}</td><td role="gridcell">${notice.buyer}</td></tr>`,
  );
  const head = [
    "Expediente",
    "Objeto del contrato",
    "Estado",
    "Fin de plazo de presentación",
    "Órgano de contratación",
  ];
  const table = register.isRedesigned()
    ? html`<ul class="ui-datagrid-data">${rows}</ul>`
    : html`<table role="grid"><thead><tr role="row">${head.map((name) => html`<th class="ui-state-default" role="columnheader"><span class="ui-column-title">${name}</span></th>`)}</tr></thead><tbody id="frm:tabla_data" class="ui-datatable-data">${rows}</tbody></table>`;
  return frame(
    "Licitaciones",
    number,
    html`<h1>Licitaciones</h1><p>${total} expedientes encontrados</p><div id="frm:tabla" class="ui-datatable ui-widget">${table}</div>
<div class="ui-paginator">${number > 1 && command("frm:anterior", "« Anterior", "ui-paginator-prev")} <span>Página ${number} de ${count}</span> ${number < count && command("frm:siguiente", "Siguiente »", "ui-paginator-next")}</div>`,
  );
}

function detail(notice: PortalNotice, page: number, register: ProcurementRegister): string {
  const facts: [string, string][] = [
    ["Expediente", notice.reference],
    ["Órgano de contratación", notice.buyer],
    ["Estado de la licitación", estados[notice.status]],
    ["Objeto del contrato", notice.title],
    ["Tipo de procedimiento", "Abierto"],
    [
      "Plazo de presentación de ofertas",
      `Hasta el ${wordDate(notice.deadline, zone, "es", true)} a las ${clockTime(notice.deadline, zone)} horas`,
    ],
    ["Fecha de publicación", wordDate(notice.publishedAt, zone, "es", false)],
  ];
  const list = register.isRedesigned()
    ? html`<table class="ui-panelgrid"><tbody>${facts.map(([label, value]) => html`<tr><td class="ui-panelgrid-cell">${label}</td><td class="ui-panelgrid-cell">${value}</td></tr>`)}</tbody></table>`
    : html`<dl class="datos">${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
  const announced = [
    ...notice.corrections.map(({ at, what }) => [tramites[what], wordDate(at, zone, "es", false)]),
    ["Anuncio de licitación", wordDate(notice.publishedAt, zone, "es", false)],
  ];
  return frame(
    `Expediente ${notice.reference}`,
    page,
    html`<h1>Detalle de la licitación</h1>${list}<h2>Descripción</h2><p>${notice.summary}</p><h2>Condiciones de admisión</h2><ul>${notice.needs.map((need) => html`<li>${need}</li>`)}</ul>
<h2>Anuncios y documentos</h2><table class="anuncios"><tr><th>Anuncio</th><th>Fecha</th></tr>${announced.map(([name, at]) => html`<tr><td>${name}</td><td>${at}</td></tr>`)}</table>
<p>Enlace a esta licitación: <a href="${licitaciones.detailPath(notice)}">${licitaciones.detailPath(notice)}</a></p>${command("frm:volver", "Volver a la lista")}`,
  );
}

const script = raw(`
var mojarra = mojarra || {};
mojarra.jsfcljs = function (form, names, target) {
  var added = [];
  for (var name in names) { var input = document.createElement("input"); input.type = "hidden"; input.name = name; input.value = names[name]; form.appendChild(input); added.push(input); }
  var before = form.target; if (target) form.target = target; form.submit(); form.target = before;
  for (var at = 0; at < added.length; at++) form.removeChild(added[at]);
};
`).markup;
