import { html } from "../ground/html";
import type { Reply } from "../ground/start-site";
import { docketDrafts } from "./drafts-docket";
import { awardOf, daysFrom, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { openDocketScript } from "./open-docket-script";
import { tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { type Visit, visitTo } from "./visits";
import { americanDate } from "./wording";

const zone = "America/Chicago";
const app = "/opportunities";
const api = "/api/public/opportunities";
const most = 6;
const winners = ["Corrigan Rink Systems", "Lodestar Devices Inc.", "Fahey Brothers"] as const;

/**
 * A newer procurement service: a shell, cards drawn from an interface that tells counts for its facets, distances in place of dates ("closes
 * in 5 days"), facets and order in the address, more by a button, and a drawer over the list by a word in the query string. Beside the cards
 * stand others' favourites, anew at each answer.
 */
export const openDocket: Skin = {
  plan: {
    country: "us",
    zone,
    listed: { firstId: 7_350, drafts: docketDrafts, awarded: "Outdoor ice rink refrigeration" },
  },
  listingPath: app,
  detailPath: (notice) => `${app}?notice=${keyOf(notice)}`,
  answer: ({ path, query }, register) => {
    if (path === "/") return { status: 302, headers: { location: app }, body: "" };
    if (path === app) return { body: shell };
    if (path === "/_app/immutable/entry/app.C9d0w1.js")
      return {
        body: openDocketScript(register.isRedesigned()),
        headers: { "content-type": "text/javascript; charset=utf-8" },
      };
    const visit = visitTo(register);
    if (path === api) return json(found(register, query, visit));
    return path.startsWith(`${api}/`) ? one(path.slice(api.length + 1), register, visit) : null;
  },
};

function keyOf({ title, id }: PortalNotice): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${slug}-${id.toString(36)}`;
}

const json = (value: unknown): Reply => ({
  headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  body: JSON.stringify(value),
});

/** `2026-12-18T15:00:00-06:00` */
function isoIn(at: Date): string {
  const name = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const offset = name?.replace("GMT", "") || "+00:00";
  const hours = Number(offset.slice(0, 3));
  return `${new Date(at.getTime() + hours * 3_600_000).toISOString().slice(0, 19)}${offset}`;
}

const facetsOf = {
  status: (notice: PortalNotice, now: Date) => standingOf(notice, now),
  agency: ({ buyer }: PortalNotice) => buyer,
  category: ({ details }: PortalNotice) => details?.unit ?? "",
  type: ({ details }: PortalNotice) => details?.kind ?? "",
};
type Facet = keyof typeof facetsOf;
const facetNames = Object.keys(facetsOf) as Facet[];

/** A facet's counts are those of what the other facets leave. */
function found(register: ProcurementRegister, query: URLSearchParams, visit: Visit) {
  const now = register.now();
  const fits = (notice: PortalNotice, but?: Facet) =>
    facetNames.every((name) => {
      const wanted = query.getAll(name);
      return name === but || wanted.length === 0 || wanted.includes(facetsOf[name](notice, now));
    });
  const all = register.all();
  const isByDate = query.get("sort") === "closing";
  const hits = all
    .filter((notice) => fits(notice))
    .sort((a, b) =>
      isByDate
        ? a.deadline.getTime() - b.deadline.getTime() || a.id - b.id
        : b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id,
    );
  const offset = Math.max(0, Number(query.get("offset")) || 0);
  const counts = (name: Facet) => {
    const left = all.filter((notice) => fits(notice, name)).map((notice) => facetsOf[name](notice, now));
    return [...new Set(left)].sort().map((value) => ({ value, count: left.filter((one) => one === value).length }));
  };
  const favourites = [0, 1].map((step) => all[(visit.turn + step * 5) % all.length] as PortalNotice);
  return {
    items: hits.slice(offset, offset + most).map((notice) => short(notice, now)),
    facets: Object.fromEntries(facetNames.map((name) => [name, counts(name)])),
    page: { offset, limit: most, total: hits.length },
    popular: favourites.map((notice) => ({ key: keyOf(notice), title: notice.title, views: visit.count })),
    serverTime: isoIn(now),
    requestId: visit.token,
  };
}

const short = (notice: PortalNotice, now: Date) => ({
  key: keyOf(notice),
  title: notice.title,
  agency: { name: notice.buyer },
  type: notice.details?.kind ?? null,
  category: notice.details?.unit ?? null,
  status: standingOf(notice, now),
  postedAt: isoIn(notice.publishedAt),
  closesAt: notice.isPrior ? null : isoIn(notice.deadline),
});

const events = { deadline: "CLOSING_CHANGED", status: "STATUS_CHANGED", need: "DOCUMENTS_REPLACED" } as const;

const whole = (notice: PortalNotice, now: Date, visit: Visit) => ({
  ...short(notice, now),
  solicitationNumber: notice.reference,
  overview: notice.summary,
  requirements: notice.needs,
  budget: notice.details?.value ?? null,
  unspsc: notice.details?.codes ?? null,
  questionsDueAt: notice.isPrior ? null : isoIn(daysFrom(notice.deadline, -9, 12, zone)),
  expectedReleaseAt: notice.isPrior ? isoIn(notice.deadline) : null,
  award:
    notice.status === "awarded"
      ? { supplier: winners[notice.id % winners.length], awardedAt: isoIn(awardOf(notice, zone)) }
      : null,
  documents: notice.isPrior
    ? []
    : [
        {
          name: `${notice.reference} packet${notice.corrections.length > 0 ? ` v${notice.corrections.length + 1}` : ""}.pdf`,
          href: `${api}/${keyOf(notice)}/files/packet.pdf`,
        },
      ],
  addenda: notice.corrections.map(({ at, what, was }, index) => ({
    number: index + 1,
    issuedAt: isoIn(at),
    kind: events[what],
    previousClosesAt: was ? isoIn(was) : null,
  })),
  watchers: visit.count,
  serverTime: isoIn(now),
  requestId: visit.token,
});

function one(rest: string, register: ProcurementRegister, visit: Visit): Reply {
  const [key, part] = rest.split("/");
  const notice = register.all().find((candidate) => keyOf(candidate) === key);
  if (!notice) return { ...json({ error: "not_found", requestId: visit.token }), status: 404 };
  if (part !== "files") return json(whole(notice, register.now(), visit));
  return tenderPaper(notice, {
    head: notice.details?.kind ?? "Solicitation",
    scope: "Overview",
    term: "Closing",
    demands: "Requirements",
    lots: "Parts",
    closing: `This solicitation closes at ${americanDate(notice.deadline, zone)} Central Time.`,
  });
}

const shell = documentOf(
  '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Opportunities · OpenDocket</title><link rel="icon" href="data:,"><link rel="modulepreload" href="/_app/immutable/entry/app.C9d0w1.js"><script type="module" src="/_app/immutable/entry/app.C9d0w1.js"></script>',
  html`<div style="display: contents"><div id="app"><p class="loading">Loading opportunities…</p></div></div>`,
  "en-US",
);
