import { createHash } from "node:crypto";
import { html, type Markup, raw } from "../ground/html";
import type { Reply, SiteRequest } from "../ground/start-site";
import { lakelandDrafts } from "./drafts-lakeland";
import { lakelandDetail } from "./lakeland-detail";
import { lakelandFrame, stamp, stateNames, zone } from "./lakeland-frame";
import { standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { csvPaper, tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import type { Skin } from "./skin";
import { type Visit, visitTo } from "./visits";

const list = "/esop/public/SolicitationList.aspx";
const page = "/esop/public/SolicitationDetail.aspx";
const file = "/esop/public/DownloadAttachment.aspx";
const expired = "/esop/public/SessionExpired.aspx";
const grid = "ctl00$cphMain$rgSolicitations$ctl00";
const perPage = 5;

/**
 * A cooperative's portal on an e-tendering suite of web forms: a grid of a vendor of controls whose view state belongs to one session and is
 * refused in another, links that open a solicitation in a window of its own, there tabs of which all but the first are hidden.
 */
export const lakeland: Skin = {
  plan: { country: "us", zone, listed: { firstId: 118_230, drafts: lakelandDrafts, awarded: "Jail Meal Services" } },
  listingPath: list,
  detailPath: ({ id }) => `${page}?sid=${id}&mode=view`,
  answer: (request, register) => {
    const { path, query } = request;
    if (path === "/" || path === "/esop/") return { status: 302, headers: { location: list }, body: "" };
    const visit = visitTo(register);
    if (path === expired) return { body: timedOut(register, visit) };
    if (path === list) return listed(request, register, visit);
    const notice = register.find(Number(query.get("sid")));
    if (!notice) return null;
    if (path === page) return { body: lakelandDetail(notice, register, visit) };
    return path === file && !notice.isPrior ? attachment(notice, query.get("doc") ?? "") : null;
  },
};

const sealOf = (session: string) => createHash("sha1").update(`machine key ${session}`).digest("hex").slice(0, 16);

/** The number of the page shown, the order and the seal of the session, as nobody but the server reads it. */
const stateOf = (session: string, number: number, order: string): string =>
  Buffer.from(
    `\xff\x01\x0f\x10rg|${number}|${order}|${sealOf(session)}|${"\x02\x66\x16".repeat(70)}`,
    "latin1",
  ).toString("base64");

function listed({ method, cookies, form }: SiteRequest, register: ProcurementRegister, visit: Visit): Reply {
  const known = cookies["ASP.NET_SessionId"];
  const session = known ?? visit.token;
  const headers: Record<string, string> = known
    ? {}
    : { "set-cookie": `ASP.NET_SessionId=${session}; path=/; HttpOnly; SameSite=Lax` };
  if (method !== "POST") return { headers, body: listing(register, visit, session, 1, "") };
  const state = Buffer.from(form.get("__VIEWSTATE") ?? "", "base64").toString("latin1");
  const [, number = "", order = "", seal = ""] = /rg\|(\d+)\|(\w*)\|(\w+)\|/.exec(state) ?? [];
  if (!known || seal !== sealOf(known)) return { status: 302, headers: { location: expired }, body: "" };
  return { headers, body: listing(register, visit, session, ...turned(form, Number(number), order)) };
}

/** A click on a number, on an arrow or on the head of a column. */
function turned(form: URLSearchParams, number: number, order: string): [number: number, order: string] {
  const target = form.get("__EVENTTARGET") ?? "";
  const wanted = /\$ctl03\$ctl01\$ctl(\d\d)$/.exec(target)?.[1];
  if (wanted) return [(Number(wanted) - 5) / 2 + 1, order];
  const sorted = /\$ctl02\$ctl01\$lbSort_(\w+)$/.exec(target)?.[1];
  if (sorted) return [1, sorted];
  if (form.has(`${grid}$ctl03$ctl01$btnNext`)) return [number + 1, order];
  if (form.has(`${grid}$ctl03$ctl01$btnPrev`)) return [number - 1, order];
  return [number, order];
}

const orders: Record<string, (a: PortalNotice, b: PortalNotice) => number> = {
  Title: (a, b) => a.title.localeCompare(b.title),
  CloseDate: (a, b) => a.deadline.getTime() - b.deadline.getTime(),
  "": (a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id,
};

function listing(register: ProcurementRegister, visit: Visit, session: string, wanted: number, order: string): string {
  const all = register.all().sort(orders[order] ?? orders[""]);
  const count = Math.ceil(all.length / perPage);
  const number = Math.min(count, Math.max(1, wanted));
  const shown = all.slice((number - 1) * perPage, number * perPage);
  const now = register.now();
  const isNext = register.isRedesigned();
  const cells = (notice: PortalNotice, index: number): [name: string, head: string, cell: Markup][] => [
    ["Number", "Solicitation #", html`${notice.reference}`],
    [
      "Title",
      "Title",
      html`<a id="${grid.replaceAll("$", "_")}_ctl${String(4 + index * 2).padStart(2, "0")}_lnkTitle" href="#" title="Opens in a new window" onclick="return OpenSolicitation(${notice.id});">${notice.title}</a>`,
    ],
    ["Agency", "Agency", html`${notice.buyer}`],
    ["Type", "Type", html`${notice.details?.kind}`],
    ["CloseDate", "Closes (CT)", html`${notice.isPrior ? raw("&nbsp;") : stamp(notice.deadline)}`],
    [
      "Status",
      "Status",
      html`<span class="st st${standingOf(notice, now)}">${stateNames[standingOf(notice, now)]}</span>`,
    ],
  ];
  // The next release shows the same columns in another order.
  const ordered = <T>(columns: T[]): T[] => (isNext ? [5, 1, 0, 4, 2, 3].map((place) => columns[place] as T) : columns);
  const heads = ordered(cells(all[0] as PortalNotice, 0)).map(([name, head]) =>
    ["Title", "CloseDate"].includes(name)
      ? html`<th scope="col" class="rgHeader"><a title="Click here to sort" href="javascript:__doPostBack('${grid}$ctl02$ctl01$lbSort_${name}','')">${head}</a></th>`
      : html`<th scope="col" class="rgHeader">${head}</th>`,
  );
  const rows = shown.map(
    (notice, index) =>
      html`<tr class="${index % 2 ? "rgAltRow" : "rgRow"}" id="${grid.replaceAll("$", "_")}__${index}">${ordered(cells(notice, index)).map(([, , cell]) => html`<td>${cell}</td>`)}</tr>`,
  );
  const foot = pager(number, count, all.length);
  const table = isNext
    ? html`<div id="ctl00_cphMain_rgSolicitations" class="RadGrid RadGrid_Bootstrap rgLight"><div class="rgDataDiv"><table class="rgMasterTable rgClipCells"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div><div class="rgPager NextPrevAndNumeric">${foot}</div></div>`
    : html`<div id="ctl00_cphMain_rgSolicitations" class="RadGrid RadGrid_Office2010Silver" tabindex="0"><table cellspacing="0" class="rgMasterTable" border="0" id="${grid.replaceAll("$", "_")}" style="width:100%;table-layout:auto;empty-cells:show;"><colgroup>${heads.map(() => html`<col>`)}</colgroup><thead><tr>${heads}</tr></thead><tfoot><tr class="rgPager"><td colspan="6"><table cellspacing="0" summary="Data pager which controls on which page is the RadGrid control." border="0" style="width:100%;border-spacing:0;"><tbody><tr><td class="rgPagerCell NextPrevAndNumeric">${foot}</td></tr></tbody></table></td></tr></tfoot><tbody>${rows}</tbody></table><input id="ctl00_cphMain_rgSolicitations_ClientState" name="ctl00_cphMain_rgSolicitations_ClientState" type="hidden" autocomplete="off"></div>`;
  return lakelandFrame({
    title: "Public Solicitations",
    action: "./SolicitationList.aspx",
    state: stateOf(session, number, order),
    main: html`<h2 class="pgTitle">Public Solicitations</h2><p>Solicitations of all members. Select a title to view it; it opens in a separate window, so please allow pop-ups for this site.</p>${table}`,
    register,
    visit,
  });
}

function pager(number: number, count: number, total: number): Markup {
  const numbers = Array.from({ length: count }, (_, index) => {
    const target = `${grid}$ctl03$ctl01$ctl${String(5 + index * 2).padStart(2, "0")}`;
    return index + 1 === number
      ? html`<a onclick="return false;" class="rgCurrentPage" href="javascript:__doPostBack('${target}','')"><span>${index + 1}</span></a>`
      : html`<a title="Go to page ${index + 1}" href="javascript:__doPostBack('${target}','')"><span>${index + 1}</span></a>`;
  });
  const arrow = (name: string, title: string, isOff: boolean) =>
    html`<input type="submit" name="${grid}$ctl03$ctl01$${name}" value=" " title="${title}" class="rgPage${name.slice(3)}"${isOff && html` onclick="return false;"`}>`;
  return html`<div class="rgWrap rgArrPart1">${arrow("btnPrev", "Previous Page", number === 1)}</div><div class="rgWrap rgNumPart">${numbers}</div><div class="rgWrap rgArrPart2">${arrow("btnNext", "Next Page", number === count)}</div><div class="rgWrap rgInfoPart">&nbsp;<strong>${total}</strong> items in <strong>${count}</strong> pages</div>`;
}

const timedOut = (register: ProcurementRegister, visit: Visit): string =>
  lakelandFrame({
    title: "Session Expired",
    action: "./SessionExpired.aspx",
    state: stateOf(visit.token, 1, ""),
    main: html`<h2 class="pgTitle">Session Expired</h2><p>Your session has expired or is not valid. Please <a href="SolicitationList.aspx">return to the list</a> and try again.</p>`,
    register,
    visit,
  });

function attachment(notice: PortalNotice, doc: string): Reply | null {
  if (doc === "1")
    return tenderPaper(notice, {
      head: notice.details?.kind ?? "Solicitation",
      scope: "Scope",
      term: "Submittal",
      demands: "Requirements",
      lots: "Bid Items",
      closing: `Submittals are due no later than ${stamp(notice.deadline)} Central Time.`,
    });
  if (doc !== "2") return null;
  return csvPaper([
    ["Item", "Description", "Unit", "Unit Price"],
    ["1", notice.reference, "LS", ""],
  ]);
}
