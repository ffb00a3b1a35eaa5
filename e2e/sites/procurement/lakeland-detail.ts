import { html, type Markup } from "../ground/html";
import { lakelandFrame, stamp, stateNames, zone } from "./lakeland-frame";
import { awardOf, daysFrom, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import type { Visit } from "./visits";
import { americanDate } from "./wording";

const suppliers = ["Northern Larch Services LLC", "Superior Shoreline Inc.", "Ojibwe Valley Contracting"] as const;
const reasons = {
  deadline: "The closing date and time has been changed.",
  status: "The status of this solicitation has been changed.",
  need: "The specifications have been revised. Download the documents again.",
} as const;

/** The window of one solicitation: what stands in its tabs is all in the page, and all but the first is hidden. */
export function lakelandDetail(notice: PortalNotice, register: ProcurementRegister, visit: Visit): string {
  const isNext = register.isRedesigned();
  const views: [name: string, body: Markup][] = [
    ["General", general(notice, register)],
    ["Description", described(notice)],
    ["Documents", documents(notice)],
    ["Addenda", addenda(notice)],
    ["Award", award(notice)],
  ];
  const tabs = views.map(
    ([name], index) =>
      html`<li class="rtsLI"><a class="rtsLink${index === 0 ? " rtsSelected" : ""}" href="#"><span class="rtsTxt">${name}</span></a></li>`,
  );
  const main = isNext
    ? html`${views.map(([name, body]) => html`<section class="panel panel-default"><h3 class="panel-title">${name}</h3><div class="panel-body">${body}</div></section>`)}`
    : html`<div id="ctl00_rtsDetail" class="RadTabStrip RadTabStrip_Office2010Silver"><ul class="rtsUL">${tabs}</ul></div><div class="RadMultiPage">${views.map(([name, body], index) => html`<div id="ctl00_rpv${name}" class="rmpView"${index > 0 && html` style="display:none;"`}>${body}</div>`)}</div>`;
  return lakelandFrame({
    title: `${notice.reference} ${notice.title}`,
    action: `./SolicitationDetail.aspx?sid=${notice.id}&mode=view`,
    state: Buffer.from(`\xff\x01\x0fsd|${notice.id}|${visit.token}`, "latin1").toString("base64"),
    main: html`<h2 class="pgTitle"><span id="ctl00_lblTitle">${notice.title}</span></h2>${main}`,
    register,
    visit,
    isWindow: true,
  });
}

function general(notice: PortalNotice, register: ProcurementRegister): Markup {
  const { reference, buyer, details, publishedAt, deadline, isPrior, id } = notice;
  const facts: [name: string, label: string, value: string][] = [
    ["Number", "Solicitation Number", reference],
    ["SysId", "System ID", String(id)],
    ["Agency", "Agency", buyer],
    ["Type", "Solicitation Type", details?.kind ?? ""],
    ["Status", "Status", stateNames[standingOf(notice, register.now())]],
    ["Contact", "Contact", details?.unit ?? ""],
    ["Codes", "Commodity Codes (NIGP)", details?.codes ?? ""],
    ["Post", "Posted", `${stamp(publishedAt)} CT`],
    ...(isPrior
      ? [["Expect", "Expected Posting", americanDate(deadline, zone).slice(0, 10)] as [string, string, string]]
      : [
          ["QDue", "Questions Due", `${stamp(daysFrom(deadline, -8, 16, zone))} CT`] as [string, string, string],
          ["Close", "Closing Date and Time", `${stamp(deadline)} CT`] as [string, string, string],
          ["Open", "Public Opening", `${stamp(new Date(deadline.getTime() + 900_000))} CT`] as [string, string, string],
        ]),
  ];
  return register.isRedesigned()
    ? html`<dl class="dl-horizontal">${facts.map(([name, label, value]) => html`<dt>${label}</dt><dd id="ctl00_val${name}">${value}</dd>`)}</dl>`
    : html`<table class="frmTable"><tbody>${facts.map(([name, label, value]) => html`<tr><td class="frmLabel"><span id="ctl00_lbl${name}">${label}:</span></td><td class="frmValue"><span id="ctl00_val${name}" class="riTextBox riRead">${value}</span></td></tr>`)}</tbody></table>`;
}

const described = ({ summary, needs }: PortalNotice): Markup =>
  html`<div class="fldDesc"><p>${summary}</p>${needs.length > 0 && html`<p><strong>Minimum requirements</strong></p><ol>${needs.map((need) => html`<li>${need}</li>`)}</ol>`}</div>`;

function documents({ id, reference, publishedAt, corrections, isPrior }: PortalNotice): Markup {
  if (isPrior) return none("Documents");
  const last = corrections.at(-1)?.at ?? publishedAt;
  const lines: [doc: number, name: string, at: Date][] = [
    [1, `${reference} Solicitation${corrections.length > 0 ? ` Rev ${corrections.length}` : ""}.pdf`, last],
    [2, "Bid Sheet.csv", publishedAt],
  ];
  return gridOf(
    "Documents",
    ["File Name", "Uploaded"],
    lines.map(([doc, name, at]) => [
      html`<a href="DownloadAttachment.aspx?sid=${id}&doc=${doc}" target="_blank">${name}</a>`,
      html`${americanDate(at, zone)}`,
    ]),
  );
}

function addenda({ corrections }: PortalNotice): Markup {
  if (corrections.length === 0) return none("Addenda");
  return gridOf(
    "Addenda",
    ["No.", "Issued", "Description"],
    corrections.map(({ at, what, was }, index) => [
      html`${index + 1}`,
      html`${stamp(at)} CT`,
      html`${reasons[what]}${was && ` Previous closing: ${stamp(was)} CT.`}`,
    ]),
  );
}

function award(notice: PortalNotice): Markup {
  if (notice.status !== "awarded") return none("Award");
  return gridOf(
    "Award",
    ["Awarded To", "Award Date"],
    [
      [
        html`${suppliers[notice.id % suppliers.length]}`,
        html`${americanDate(awardOf(notice, zone), zone).slice(0, 10)}`,
      ],
    ],
  );
}

const none = (name: string): Markup =>
  html`<div id="ctl00_rg${name}" class="RadGrid"><table class="rgMasterTable"><tbody><tr class="rgNoRecords"><td><div>No records to display.</div></td></tr></tbody></table></div>`;

const gridOf = (name: string, heads: string[], rows: Markup[][]): Markup =>
  html`<div id="ctl00_rg${name}" class="RadGrid"><table class="rgMasterTable"><thead><tr>${heads.map((head) => html`<th scope="col" class="rgHeader">${head}</th>`)}</tr></thead><tbody>${rows.map((cells) => html`<tr class="rgRow">${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
