import { createHash } from "node:crypto";
import { html } from "../ground/html";
import type { Reply } from "../ground/start-site";
import { finderDrafts } from "./drafts-finder";
import { daysFrom, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { finderScript } from "./notice-finder-script";
import { tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { clockTime, wordDate } from "./wording";

const zone = "Europe/London";
const api = "/api/v1/notices";
const standings = {
  open: "ACTIVE",
  closed: "CLOSED",
  cancelled: "CANCELLED",
  awarded: "COMPLETE",
  prior: "PLANNED",
} as const;
const events = { deadline: "CLOSING_DATE_CHANGED", status: "STATUS_CHANGED", need: "DOCUMENTS_CHANGED" } as const;

/**
 * A national notice service of the newer kind: an empty shell, paths turned by the history of the browser, a list with numbered page buttons,
 * and a notice that is fetched by a long identifier, its documents by a request of their own.
 */
export const noticeFinder: Skin = {
  plan: { country: "gb", zone, listed: { firstId: 83_410, drafts: finderDrafts } },
  listingPath: "/notices",
  detailPath: (notice) => `/notices/${guidOf(notice)}`,
  answer: ({ path, query }, register) => {
    if (path === "/assets/index-C9xk0dPa.js")
      return {
        body: finderScript(register.isRedesigned()),
        headers: { "content-type": "text/javascript; charset=utf-8" },
      };
    if (path === "/api/v1/session")
      return json({ user: null, features: { alerts: true, exportCsv: false }, apiVersion: "1.38.0" });
    if (path === api) return json(pageOf(register, Number(query.get("page")), Number(query.get("size"))));
    if (path.startsWith(`${api}/`)) return one(path.slice(api.length + 1), register);
    if (path === "/" || path === "/about" || path === "/notices" || path.startsWith("/notices/"))
      return { body: shell };
    return null;
  },
};

/** Identifiers tell nothing of the order. */
function guidOf({ id }: PortalNotice): string {
  const hex = createHash("sha256").update(`notice ${id}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const json = (value: unknown, status = 200): Reply => ({
  status,
  headers: { "content-type": "application/json", "cache-control": "no-cache", vary: "Accept" },
  body: JSON.stringify(value),
});

/** Counted from 0, as its framework does. */
function pageOf(register: ProcurementRegister, wanted: number, asked: number) {
  const size = Math.min(50, Math.max(1, Math.trunc(asked) || 5));
  const all = register.all().sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id);
  const totalPages = Math.ceil(all.length / size);
  const number = Math.max(0, Math.trunc(wanted) || 0);
  return {
    content: all.slice(number * size, (number + 1) * size).map((notice) => short(notice, register)),
    totalElements: all.length,
    totalPages,
    number,
    size,
    first: number === 0,
    last: number >= totalPages - 1,
  };
}

const short = (notice: PortalNotice, register: ProcurementRegister) => ({
  id: guidOf(notice),
  stage: notice.isPrior ? "PLANNING" : notice.status === "awarded" ? "AWARD" : "TENDER",
  status: standings[standingOf(notice, register.now())],
  title: notice.title,
  buyer: { id: createHash("md5").update(notice.buyer).digest("hex").slice(0, 10), name: notice.buyer },
  region: notice.details?.place ?? null,
  publishedDate: notice.publishedAt.toISOString(),
  closingDate: notice.isPrior ? null : notice.deadline.toISOString(),
});

const whole = (notice: PortalNotice, register: ProcurementRegister) => ({
  ...short(notice, register),
  noticeIdentifier: notice.reference,
  description: notice.summary,
  mainProcurementCategory: notice.details?.kind ?? null,
  classifications: notice.details?.codes?.split(", ") ?? [],
  value: notice.details?.value ? { amount: Number(notice.details.value), currency: "GBP", vatIncluded: false } : null,
  lots: notice.details?.lots ?? [],
  requirements: notice.needs,
  estimatedTenderDate: notice.isPrior ? notice.deadline.toISOString() : null,
  enquiryDate: notice.isPrior ? null : daysFrom(notice.deadline, -8, 12, zone).toISOString(),
  contractPeriod: { startDate: daysFrom(notice.deadline, 75, 0, zone).toISOString(), durationInMonths: 36 },
  contactPoint: { name: "Procurement team", email: "tenders@buyers.example" },
  history: notice.corrections.map(({ at, what }) => ({ date: at.toISOString(), type: events[what] })),
});

function one(rest: string, register: ProcurementRegister): Reply | null {
  const [guid, kind, file] = rest.split("/");
  const notice = register.all().find((candidate) => guidOf(candidate) === guid);
  if (!notice) return json({ status: 404, error: "Not Found", path: `${api}/${rest}` }, 404);
  if (!kind) return json(whole(notice, register));
  if (kind !== "documents") return null;
  if (file) return paper(notice);
  return json(
    notice.isPrior
      ? []
      : [
          {
            fileName: `${notice.reference} tender documents.pdf`,
            mediaType: "application/pdf",
            bytes: 151_000 + (notice.id % 5000),
            datePublished: (notice.corrections.at(-1)?.at ?? notice.publishedAt).toISOString(),
            href: `${api}/${guid}/documents/tender-documents.pdf`,
          },
        ],
  );
}

const paper = (notice: PortalNotice) =>
  tenderPaper(notice, {
    head: "Tender documents",
    scope: "Overview of the requirement",
    term: "Timetable",
    demands: "Conditions and specification",
    lots: "Division into lots",
    closing: `Tenders must be received no later than ${clockTime(notice.deadline, zone)} on ${wordDate(notice.deadline, zone, "en-GB", false)} (UK time).`,
  });

const shell = documentOf(
  '<meta name="viewport" content="width=device-width, initial-scale=1.0"><link rel="icon" href="data:,"><title>Notice Finder</title><script type="module" crossorigin src="/assets/index-C9xk0dPa.js"></script>',
  html`<noscript><strong>Notice Finder does not work properly without JavaScript. Please enable it to continue.</strong></noscript><div id="app"></div>`,
  "en",
);
