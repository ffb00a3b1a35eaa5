import { textPdf } from "@/server/knowledge/ingest/parsing/testing/make-pdf";
import { html, type Markup } from "../ground/html";
import { layOut } from "../portal/attachments";
import { cityDrafts } from "./drafts-blind";
import { americanDrafts } from "./drafts-english";
import { clockOf, type PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { wordDate } from "./wording";

const zone = "America/New_York";
const page = "/departments/finance/bids-rfps/";
const folder = "/wp-content/uploads/2026/11/";
const addenda = {
  deadline: "Due date changed",
  status: "Status updated",
  need: "Clarification of requirements",
} as const;

/** A city's page in a well-known publishing system: all notices on one page as accordions of prose with a link to a PDF, no page of their own. */
export const cityHall: Skin = {
  plan: {
    country: "us",
    zone,
    own: {
      firstId: 3_010,
      drafts: cityDrafts,
      also: [
        {
          index: 6,
          draft: americanDrafts[6],
          words: { title: "Purchase of Two Bucket Trucks", reference: "RFQ 26-179" },
        },
        {
          index: 18,
          draft: americanDrafts[18],
          words: { title: "Armored Car Service for City Offices", reference: "Bid 26-60" },
        },
      ],
    },
  },
  listingPath: page,
  isWithoutPages: true,
  detailPath: (notice) => folder + fileOf(notice),
  answer: ({ path }, register) => {
    if (path === page || path === page.slice(0, -1)) return { body: listing(register) };
    if (path === "/")
      return {
        body: frame(
          "Home",
          html`<h1>Welcome to Port Alder</h1><p>A city on the water, founded in 1851.</p><p><a href="${page}">Bids &amp; RFPs</a></p>`,
        ),
      };
    const notice = register.all().find((one) => path === folder + fileOf(one));
    return notice ? { body: invitation(notice), headers: { "content-type": "application/pdf" } } : null;
  },
};

const fileOf = ({ reference, title }: PortalNotice) => `${`${reference} ${title}`.replace(/[^A-Za-z0-9]+/g, "-")}.pdf`;

/** `Tuesday, December 8, 2026 at 2:00 p.m.` */
function due(at: Date): string {
  const { hour, minute } = clockOf(at, zone);
  const clock = `${hour % 12 || 12}:${String(minute).padStart(2, "0")} ${hour < 12 ? "a.m." : "p.m."}`;
  return `${wordDate(at, zone, "en-US", true)} at ${clock}`;
}

function frame(title: string, main: Markup): string {
  return documentOf(
    `<title>${html`${title}`.markup} - City of Port Alder</title><meta name="generator" content="WordPress 6.8"><link rel="stylesheet" href="/wp-content/themes/harborside/style.css">`,
    html`<header class="site-header"><a class="custom-logo-link" href="/" rel="home">City of Port Alder</a><nav class="main-navigation"><ul><li class="menu-item"><a href="/">Home</a></li><li class="menu-item"><a href="${page}">Bids &amp; RFPs</a></li><li class="menu-item"><a href="/calendar/">Calendar</a></li></ul></nav></header>
<div class="entry-content">${main}</div><footer class="site-footer"><p>City of Port Alder, 12 Harbor Street. City Hall is open Monday through Friday, 8:30 a.m. to 4:30 p.m.</p></footer>`,
    "en-US",
  );
}

function listing(register: ProcurementRegister): string {
  const all = register.all().sort((a, b) => a.deadline.getTime() - b.deadline.getTime());
  const current = all.filter(({ status }) => status === "open" || status === "cancelled");
  const past = all.filter(({ status }) => status === "closed" || status === "awarded");
  const item = register.isRedesigned() ? block : accordion;
  return frame(
    "Bids & RFPs",
    html`<h1 class="entry-title">Bids &amp; RFPs</h1><p>The City of Port Alder buys goods and services through sealed bids and requests for proposals. Submissions are received by the Purchasing Office, Room 204. All times are Eastern.</p>
<h2>Current Opportunities</h2>${current.map(item)}<h2>Closed and Awarded</h2>${past.map(item)}
<h2>Vendor Registration</h2><p>To be told of new opportunities, send a completed <a href="${folder}vendor-form.pdf">vendor form</a> to purchasing@portalder.example.</p>`,
  );
}

function text(notice: PortalNotice): Markup {
  const { status, reference, deadline, summary, needs, corrections } = notice;
  const state = {
    open: "",
    closed: "This solicitation is closed. Submissions are under review.",
    cancelled: "This solicitation has been canceled.",
    awarded: "A contract has been awarded.",
  }[status];
  return html`<p><strong>${reference}</strong> &#8211; Issued ${wordDate(notice.publishedAt, zone, "en-US", false)}</p>${state && html`<p><em>${state}</em></p>`}
<p>${summary} ${needs.join(" ")}</p><p><strong>Due:</strong> ${due(deadline)}</p>
<p><a href="${cityHall.detailPath(notice)}" target="_blank" rel="noopener">Download ${reference} (PDF)</a></p>${corrections.map(({ at, what }, index) => html`<p>Addendum ${index + 1}, ${wordDate(at, zone, "en-US", false)}: ${addenda[what]}.</p>`)}`;
}

const heading = ({ title, status }: PortalNotice) => `${title}${status === "cancelled" ? " – CANCELED" : ""}`;

function accordion(notice: PortalNotice): Markup {
  return html`<div class="elementor-accordion-item"><div id="elementor-tab-title-${notice.id}" class="elementor-tab-title" data-tab="${notice.id}" role="button" aria-expanded="false" aria-controls="elementor-tab-content-${notice.id}"><span class="elementor-accordion-icon" aria-hidden="true"></span><a class="elementor-accordion-title" tabindex="0">${heading(notice)}</a></div><div id="elementor-tab-content-${notice.id}" class="elementor-tab-content elementor-clearfix" data-tab="${notice.id}" role="region" style="display:none">${text(notice)}</div></div>`;
}

function block(notice: PortalNotice): Markup {
  return html`<details class="wp-block-details"><summary>${heading(notice)}</summary>${text(notice)}</details>`;
}

function invitation(notice: PortalNotice): Uint8Array {
  return textPdf([
    layOut([
      { text: "City of Port Alder, Purchasing Office", size: 11 },
      { text: notice.title, size: 17, bold: true },
      { text: `Solicitation ${notice.reference}`, size: 12 },
      { text: "1. Scope", size: 13, bold: true },
      { text: notice.summary },
      { text: "2. Submission", size: 13, bold: true },
      { text: `Sealed submissions are due ${due(notice.deadline)} Eastern Time.` },
      { text: "3. Requirements", size: 13, bold: true },
      ...notice.needs.map((need, index) => ({ text: `3.${index + 1} ${need}` })),
    ]),
  ]);
}
