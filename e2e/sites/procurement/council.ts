import { html, type Markup } from "../ground/html";
import type { PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin, sliceOf } from "./skin";
import { spokenHour, wordDate } from "./wording";

const zone = "Europe/London";

/** A county's shared news-like site: headings and teasers, no date and no number in the list, everything else told in sentences. */
export const council: Skin = {
  plan: { country: "gb", half: "first", zone },
  listingPath: "/business/tenders/",
  detailPath: ({ id, title }) => `/business/tenders/${slugOf(title)}-${id}/`,
  answer: ({ path }, register) => {
    const turned = /^\/business\/tenders\/page\/(\d+)\/$/.exec(path);
    if (path === "/" || path === "/business/tenders/" || turned)
      return { body: listing(register, Number(turned?.[1] ?? 1)) };
    const notice = register.find(Number(/-(\d+)\/$/.exec(path)?.[1]));
    return notice && path === council.detailPath(notice) ? { body: detail(notice, register) } : null;
  },
};

const slugOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "");

function frame(title: string, main: Markup): string {
  return documentOf(
    `<title>${html`${title}`.markup} - Procurement in Haleshire</title>`,
    html`<header class="site-header"><p class="site-title"><a href="/">Procurement in Haleshire</a></p><nav><ul><li><a href="/business/">Business</a></li><li><a href="/business/tenders/">Tenders</a></li><li><a href="/contact/">Contact</a></li></ul></nav></header>
<main id="main">${main}</main><aside class="sidebar"><h2>Related</h2><ul><li><a href="/business/how-to-tender/">How to tender</a></li><li><a href="/business/rates/">Business rates</a></li></ul></aside>
<footer><p>Haleshire public bodies buy together. They are invented.</p></footer>`,
    "en-GB",
  );
}

function listing(register: ProcurementRegister, wanted: number): string {
  const { shown, number, count } = sliceOf(register, wanted);
  const label = ({ status }: PortalNotice) =>
    ({ open: "", closed: "CLOSED: ", cancelled: "CANCELLED: ", awarded: "AWARDED: " })[status];
  const posts = shown.map((notice) =>
    register.isRedesigned()
      ? html`<div class="wp-block-group"><a href="${council.detailPath(notice)}">${label(notice)}${notice.title}</a><p>${notice.summary}</p></div>`
      : html`<article class="post"><h2 class="entry-title"><a href="${council.detailPath(notice)}" rel="bookmark">${label(notice)}${notice.title}</a></h2><div class="entry-summary"><p>${notice.summary} <a class="read-more" href="${council.detailPath(notice)}">Continue reading</a></p></div></article>`,
  );
  return frame(
    "Tenders",
    html`<h1 class="page-title">Tenders</h1><p>Current and recent opportunities to supply public bodies in Haleshire.</p>${posts}
<nav class="posts-navigation"><div class="nav-links">${number > 1 && html`<a href="${number === 2 ? "/business/tenders/" : `/business/tenders/page/${number - 1}/`}">Newer</a>`} ${number < count && html`<a href="/business/tenders/page/${number + 1}/">Older</a>`}</div></nav>`,
  );
}

function detail(notice: PortalNotice, register: ProcurementRegister): string {
  const { status, buyer, reference, deadline, summary, needs, title } = notice;
  const day = wordDate(deadline, zone, "en-GB", true);
  const banner = {
    open: "",
    closed: "This opportunity has now closed.",
    cancelled: "This procurement has been cancelled and will not be awarded.",
    awarded: "A contract has been awarded following this procurement.",
  }[status];
  const text = html`<p>${buyer} is inviting tenders for ${title.charAt(0).toLowerCase()}${title.slice(1)}. ${summary}</p>
<p>Tenders must be submitted by ${spokenHour(deadline, zone)} on ${day}. Late tenders will not be considered.</p>
<p>${needs.join(" ")}</p><p>To take part, please quote reference ${reference} and write to procurement@haleshire.example. The notice was published on ${wordDate(notice.publishedAt, zone, "en-GB", false)}.</p>`;
  return frame(
    title,
    html`<article><h1>${title}</h1>${banner && html`<p class="notice"><strong>${banner}</strong></p>`}${register.isRedesigned() ? html`<div class="entry-content"><section class="columns"><div>${text}</div></section></div>` : text}</article>`,
  );
}
