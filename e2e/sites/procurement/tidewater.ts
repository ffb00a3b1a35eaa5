import { createHash } from "node:crypto";
import { html } from "../ground/html";
import type { Reply } from "../ground/start-site";
import { americanDrafts } from "./drafts-english";
import { tidewaterDrafts } from "./drafts-tidewater";
import { awardOf, daysFrom, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { tidewaterScript } from "./tidewater-script";
import { americanDate } from "./wording";

const zone = "America/New_York";
const app = "/vendor/solicitations";
const api = "/vendor/api/v2/solicitations";
const codes = { open: "OPN", closed: "EVL", cancelled: "CAN", awarded: "AWD", prior: "NOI" } as const;
const events = { deadline: "DUE_DATE", status: "STATUS", need: "SCOPE" } as const;
const batch = 6;

/**
 * A regional bidding application: an empty shell, a list within a box of its own that loads by a cursor as one scrolls and keeps only the
 * rows in sight, searched by a post of JSON, and notices in a drawer that is drawn over the list under an address of its own.
 */
export const tidewater: Skin = {
  plan: {
    country: "us",
    zone,
    listed: {
      firstId: 50_216,
      drafts: tidewaterDrafts,
      also: [
        {
          index: 7,
          draft: americanDrafts[7],
          words: {
            title: "Student Information System (SIS): Licensing, Migration and Support",
            details: { kind: "Request for Proposals", codes: "43231500", unit: "Technology", value: "2100000" },
          },
        },
        {
          index: 20,
          draft: americanDrafts[20],
          words: {
            title: "Inspection of Bridges - Districts 1 & 3",
            details: { kind: "Request for Qualifications", codes: "81101500", unit: "Structures", value: "1650000" },
          },
        },
      ],
    },
  },
  listingPath: app,
  detailPath: (notice) => `${app}?view=${keyOf(notice)}`,
  answer: ({ path, query, method }, register) => {
    if (path === "/") return { status: 302, headers: { location: app }, body: "" };
    if (path === app) return { body: shell };
    if (path === "/vendor/static/app.5b1f0c.js")
      return {
        body: tidewaterScript(register.isRedesigned()),
        headers: { "content-type": "text/javascript; charset=utf-8" },
      };
    // The cursor stands in the address; filters and order come as JSON, which nobody sets here.
    if (path === `${api}/search`)
      return method === "POST"
        ? json(found(register, query.get("cursor") ?? ""))
        : { ...json({ message: "Method Not Allowed" }), status: 405 };
    return path.startsWith(`${api}/`) ? one(path.slice(api.length + 1), register) : null;
  },
};

const keyOf = ({ id }: PortalNotice) =>
  createHash("sha1").update(`solicitation ${id}`).digest("base64url").slice(0, 12);

const json = (value: unknown): Reply => ({
  headers: { "content-type": "application/json", "cache-control": "private, no-store" },
  body: JSON.stringify(value),
});

/** A cursor tells the place of the last row in it, as services do that want nobody to count. */
function found(register: ProcurementRegister, cursor: string) {
  const from = Number(/^at:(\d+)$/.exec(Buffer.from(cursor, "base64url").toString())?.[1] ?? 0);
  const all = register.all().sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id);
  const next = from + batch;
  return {
    hits: all.slice(from, next).map((notice) => short(notice, register)),
    total: all.length,
    nextCursor: next < all.length ? Buffer.from(`at:${next}`).toString("base64url") : null,
    tookMs: 11 + (all.length % 7),
  };
}

const short = (notice: PortalNotice, register: ProcurementRegister) => ({
  key: keyOf(notice),
  name: notice.title,
  agencyName: notice.buyer,
  solicitationType: notice.details?.kind ?? null,
  statusCode: codes[standingOf(notice, register.now())],
  publishedOn: notice.publishedAt.getTime(),
  dueOn: notice.isPrior ? null : notice.deadline.getTime(),
});

const whole = (notice: PortalNotice, register: ProcurementRegister) => ({
  ...short(notice, register),
  asOf: register.now().getTime(),
  solicitationNumber: notice.reference,
  department: notice.details?.unit ?? null,
  estimatedValue: notice.details?.value ? Number(notice.details.value) : null,
  unspsc: notice.details?.codes ?? null,
  synopsis: notice.summary,
  minimumRequirements: notice.needs,
  timeline: [
    { label: "Released", at: notice.publishedAt.getTime() },
    ...(notice.isPrior
      ? [{ label: "Anticipated release", at: notice.deadline.getTime() }]
      : [
          { label: "Questions due", at: daysFrom(notice.deadline, -9, 17, zone).getTime() },
          { label: "Responses due", at: notice.deadline.getTime() },
          notice.status === "awarded"
            ? { label: "Awarded", at: awardOf(notice, zone).getTime() }
            : { label: "Anticipated award", at: daysFrom(notice.deadline, 45, 9, zone).getTime() },
        ]),
  ],
  files: notice.isPrior
    ? []
    : [{ name: `${notice.reference} Solicitation.pdf`, href: `${api}/${keyOf(notice)}/files/1`, pages: 2 }],
  addenda: notice.corrections.map(({ at, what, was }, index) => ({
    number: index + 1,
    issuedOn: at.getTime(),
    kind: events[what],
    formerDueOn: was?.getTime() ?? null,
  })),
});

function one(rest: string, register: ProcurementRegister): Reply {
  const [key, part] = rest.split("/");
  const notice = register.all().find((candidate) => keyOf(candidate) === key);
  if (!notice) return { ...json({ message: "Solicitation not found" }), status: 404 };
  return part === "files" ? paper(notice) : json(whole(notice, register));
}

const paper = (notice: PortalNotice) =>
  tenderPaper(notice, {
    head: notice.details?.kind ?? "Solicitation",
    scope: "Scope of Work",
    term: "Due Date",
    demands: "Minimum Requirements",
    lots: "Items",
    closing: `Responses are due no later than ${americanDate(notice.deadline, zone)} Eastern Time.`,
  });

const shell = documentOf(
  '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Tidewater Bids</title><link rel="icon" href="data:,"><script defer src="/vendor/static/app.5b1f0c.js"></script>',
  html`<div id="app-root"><div class="boot">Loading Tidewater Bids…</div></div>`,
  "en-US",
);
