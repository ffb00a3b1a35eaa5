import { createHash } from "node:crypto";
import { html, type Markup, raw } from "../ground/html";
import type { Reply, SiteRequest } from "../ground/start-site";
import { southernDrafts } from "./drafts-southern";
import { daysFrom, standingOf } from "./listed-notices";
import { clockOf, type PortalNotice } from "./notice";
import { tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";

const zone = "Pacific/Auckland";
const home = "/suppliers/Notices.aspx";
const page = "/suppliers/Notice.aspx";
const step = 5;
const flags = {
  open: "Open for responses",
  closed: "Under evaluation",
  cancelled: "Withdrawn",
  awarded: "Contract awarded",
  prior: "Advance notice",
} as const;

/**
 * A government's tender service at the other end of the world, on web forms: cards that tell distances and no date, a button whose postback
 * answers with all that was shown and five more, two numbers for each notice, times on a clock thirteen hours ahead.
 */
export const southern: Skin = {
  plan: { country: "gb", zone, listed: { firstId: 31_844_020, drafts: southernDrafts } },
  listingPath: home,
  detailPath: ({ id }) => `${page}?rfx=${id}`,
  answer: (request, register) => {
    const { path, query, method } = request;
    if (path === "/") return { status: 302, headers: { location: home }, body: "" };
    if (path === home) return method === "POST" ? posted(request, register) : { body: listing(register, step) };
    const notice = register.find(Number(query.get("rfx")));
    if (!notice) return null;
    if (path === page) return { body: detail(notice, register) };
    return path === "/suppliers/Download.ashx" && !notice.isPrior ? paper(notice) : null;
  },
};

const offsetOf = (at: Date) =>
  new Intl.DateTimeFormat("en-NZ", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")
    ?.value.replace("GMT", "UTC") ?? "";

const day = (at: Date) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "medium" }).format(at);

/** `5:00 PM 15 Dec 2026 (Pacific/Auckland UTC+13:00)` */
function stamp(at: Date): string {
  const { hour, minute } = clockOf(at, zone);
  const twelfth = hour % 12 === 0 ? 12 : hour % 12;
  return `${twelfth}:${String(minute).padStart(2, "0")} ${hour < 12 ? "AM" : "PM"} ${day(at)} (${zone} ${offsetOf(at)})`;
}

function daysBetween(from: Date, to: Date): number {
  const midnight = (at: Date) => {
    const { year, month, day: date } = clockOf(at, zone);
    return Date.UTC(year, month - 1, date);
  };
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

function closing(notice: PortalNotice, now: Date): string {
  const standing = standingOf(notice, now);
  if (standing === "prior") return "Not open yet";
  const days = daysBetween(now, notice.deadline);
  if (days < -1) return `Closed ${-days} days ago`;
  if (days === -1) return "Closed yesterday";
  if (days === 0) return notice.deadline > now ? "Closes today" : "Closed today";
  return days === 1 ? "Closes tomorrow" : `Closes in ${days} days`;
}

function posting({ publishedAt }: PortalNotice, now: Date): string {
  const days = daysBetween(publishedAt, now);
  if (days === 0) return "Posted today";
  return days === 1 ? "Posted yesterday" : `Posted ${days} days ago`;
}

const stateOf = (shown: number) =>
  Buffer.from(`\xff\x01\x0f\x02Notices|${shown}|${"\x0b\x10\x66".repeat(52)}`, "latin1").toString("base64");

function posted({ form }: SiteRequest, register: ProcurementRegister): Reply {
  const state = Buffer.from(form.get("__VIEWSTATE") ?? "", "base64").toString("latin1");
  const shown = Number(/Notices\|(\d+)\|/.exec(state)?.[1]);
  if (!shown)
    return {
      status: 500,
      body: "<html><head><title>Runtime Error</title></head><body><h1>Server Error in '/suppliers' Application.</h1><p>The state information is invalid for this page and might be corrupted.</p></body></html>",
    };
  const isMore = form.has("ctl00$Main$btnMore") || form.get("__EVENTTARGET") === "ctl00$Main$lnkMore";
  return { body: listing(register, isMore ? shown + step : step) };
}

function frame(title: string, action: string, state: string, main: Markup, now: Date): string {
  const script = `<script>//<![CDATA[
var theForm = document.forms['form1'];
function __doPostBack(eventTarget, eventArgument) { theForm.__EVENTTARGET.value = eventTarget; theForm.__EVENTARGUMENT.value = eventArgument; theForm.submit(); }
//]]></script>`;
  return documentOf(
    `<title>${html`${title}`.markup} | Southern Tenders Service</title><meta name="viewport" content="width=device-width">`,
    html`<form method="post" action="${action}" id="form1"><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value=""><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${state}"><input type="hidden" name="__EVENTVALIDATION" id="__EVENTVALIDATION" value="${createHash("md5").update(state).digest("base64")}">${raw(script)}
<div class="masthead"><a href="${home}"><img src="/img/crest.svg" alt="Southern Tenders Service"></a><span class="clock">It is now ${stamp(now)}</span></div><div class="menu"><a href="${home}">Notices</a> <a href="/suppliers/Awards.aspx">Award notices</a> <a href="/suppliers/Register.aspx">Register</a> <a href="/suppliers/Login.aspx">Login</a></div>
<div class="main-col">${main}</div><div class="side-col"><h4>Supplier briefings</h4><p>Learn to respond to government. Next webinar: 10:00 AM 4 Feb 2027. Seats close on 29 Jan 2027.</p><h4>Scheduled outage</h4><p>The service is not available from 20 Dec 2026 8:00 PM for two hours.</p></div>
<div class="foot">Crown copyright. <a href="/terms">Terms</a> <a href="/privacy">Privacy</a> 0800 555 014, 9 AM to 5 PM on working days</div></form>`,
    "en-NZ",
  );
}

function listing(register: ProcurementRegister, wanted: number): string {
  const now = register.now();
  const all = register.all().sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id);
  const shown = all.slice(0, wanted);
  const flag = (notice: PortalNotice) => {
    const standing = standingOf(notice, now);
    return html`<span class="flag flag-${standing}">${flags[standing]}</span>`;
  };
  const link = (notice: PortalNotice) => html`<a href="${southern.detailPath(notice)}">${notice.title}</a>`;
  const card = (notice: PortalNotice, index: number) =>
    html`<div class="card" id="ctl00_Main_rpt_ctl${String(index).padStart(2, "0")}_card"><div class="card-flag">${flag(notice)}<span class="card-type">${notice.details?.kind}</span></div><div class="card-title">${link(notice)}</div><div class="card-agency">${notice.buyer}</div><div class="card-when"><span>${posting(notice, now)}</span> <span class="bullet">&bull;</span> <strong>${closing(notice, now)}</strong></div></div>`;
  const line = (notice: PortalNotice) =>
    html`<tr><td>${notice.id}</td><td>${link(notice)}<div class="sub">${notice.buyer}</div></td><td>${flag(notice)}</td><td>${closing(notice, now)}</td><td>${posting(notice, now)}</td></tr>`;
  const more = register.isRedesigned()
    ? html`<a id="ctl00_Main_lnkMore" class="btn" href="javascript:__doPostBack('ctl00$Main$lnkMore','')">Load ${Math.min(step, all.length - wanted)} more</a>`
    : html`<input type="submit" name="ctl00$Main$btnMore" value="Show more notices" id="ctl00_Main_btnMore" class="btn">`;
  return frame(
    "Notices",
    "./Notices.aspx",
    stateOf(wanted),
    html`<h1>Notices</h1><p class="lead">Showing ${shown.length} of ${all.length} notices, newest first.</p>${register.isRedesigned() ? html`<table class="notices"><thead><tr><th>RFx ID</th><th>Notice</th><th>Stage</th><th>Closes</th><th>Posted</th></tr></thead><tbody>${shown.map(line)}</tbody></table>` : html`<div id="ctl00_Main_pnlCards">${shown.map(card)}</div>`}${wanted < all.length && html`<div class="more">${more}</div>`}`,
    now,
  );
}

function history({ corrections, status }: PortalNotice): Markup | false {
  if (corrections.length === 0) return false;
  const said = {
    deadline: "The close date was extended. Responses already lodged may be replaced.",
    status: `The stage of this notice was changed to: ${flags[status]}.`,
    need: "The requirements were revised. Please download the documents again.",
  };
  return html`<h2>Notice history</h2><ul class="history">${corrections.map(({ at, what, was }) => html`<li><em>${stamp(at)}</em> ${said[what]}${was && ` It was ${stamp(was)}.`}</li>`)}</ul>`;
}

function detail(notice: PortalNotice, register: ProcurementRegister): string {
  const { title, buyer, reference, deadline, summary, needs, publishedAt, details, isPrior, corrections } = notice;
  const now = register.now();
  const standing = standingOf(notice, now);
  const facts: [string, string][] = [
    ["RFx ID", String(notice.id)],
    ["Tender Name", title],
    ["Reference #", reference],
    ["Stage", flags[standing]],
    ["Open Date", stamp(publishedAt)],
    ...(isPrior
      ? [["Expected to open", day(deadline)] as [string, string]]
      : [
          ["Questions close", stamp(daysFrom(deadline, -7, 12, zone))] as [string, string],
          ["Close Date", stamp(deadline)] as [string, string],
        ]),
    ["Tender Type", details?.kind ?? ""],
    ["Categories", details?.codes ?? ""],
    ["Regions", details?.place ?? ""],
    ["Agency", buyer],
    ["Required Pre-qualifications", "None"],
  ];
  const list = register.isRedesigned()
    ? html`<div class="kv">${facts.map(([label, value]) => html`<p><span class="k">${label}</span><span class="v">${value}</span></p>`)}</div>`
    : html`<table class="summary" border="0">${facts.map(([label, value]) => html`<tr><td class="label">${label}</td><td>:</td><td>${value}</td></tr>`)}</table>`;
  return frame(
    title,
    `./Notice.aspx?rfx=${notice.id}`,
    stateOf(step),
    html`<div class="crumbs"><a href="${home}">Notices</a> &raquo; ${notice.id}</div><h1>${title}</h1>${standing === "cancelled" && html`<div class="warn">This notice has been withdrawn by the agency.</div>`}${list}<h2>Overview</h2><p>${summary}</p>${needs.length > 0 && html`<h2>Mandatory requirements</h2><ol>${needs.map((need) => html`<li>${need}</li>`)}</ol>`}${!isPrior && html`<h2>Documents</h2><p><a href="/suppliers/Download.ashx?rfx=${notice.id}">${reference.replaceAll(/[ /]/g, "-")} response pack${corrections.length > 0 ? ` v${corrections.length + 1}` : ""}.pdf</a></p>`}${history(notice)}`,
    now,
  );
}

const paper = (notice: PortalNotice) =>
  tenderPaper(notice, {
    head: notice.details?.kind ?? "Request",
    scope: "What we need",
    term: "Key dates",
    demands: "Our requirements",
    lots: "Parts",
    closing: `Responses close at ${stamp(notice.deadline)}.`,
  });
