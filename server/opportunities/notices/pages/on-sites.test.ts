import { afterEach, describe, expect, it } from "vitest";
import { standingOf } from "@/e2e/sites/procurement/listed-notices";
import { clockOf } from "@/e2e/sites/procurement/notice";
import {
  type ProcurementSite,
  type ProcurementSkin,
  procurementSkins,
  startProcurementSite,
} from "@/e2e/sites/procurement/procurement-site";
import { canonicalUrl } from "@/lib/canonical-url";
import { detectSource } from "@/server/crawling/detect";
import { decodeHtml } from "@/server/crawling/extraction/decode-html";
import type { FetchedPage } from "@/server/crawling/fetching";
import { findListing, findNextPage, findTabs, type ListingRecord } from "@/server/crawling/listings";
import { readPortalNotice } from "./read-portal-notice";

let site: ProcurementSite | null = null;
/** Some portals turn the pages of a list only within one session. */
let session = "";
afterEach(async () => {
  session = "";
  await site?.close();
});

async function see(url: string, init?: RequestInit): Promise<FetchedPage> {
  const answer = await fetch(url, { ...init, headers: session ? { cookie: session } : {} });
  session = answer.headers.getSetCookie().at(0)?.split(";")[0] ?? session;
  const body = Buffer.from(await answer.arrayBuffer());
  const headers = Object.fromEntries(answer.headers);
  const { text, charset } = decodeHtml(body, headers["content-type"] ?? null);
  const { status, url: finalUrl } = answer;
  const mime = headers["content-type"]?.split(";")[0] ?? "text/html";
  const how = { rung: "http" as const, fetchedAt: new Date(), ms: 1, bytes: body.length, redirects: [] };
  return { url, finalUrl, status, headers, mime, charset, body, text, ...how };
}
const ask = async (url: string, init?: RequestInit) => (await see(url, init)).text ?? "";
const posted = (fields: Record<string, string>) => ({ method: "post", body: new URLSearchParams(fields) });

/** The page of an entry, by its address or by the form that opens it; null where it has none. */
async function pageOf({ url, opens }: ListingRecord) {
  const capturedAt = new Date();
  if (url && !url.endsWith(".pdf")) return { url, html: await ask(url), capturedAt };
  if (!opens) return null;
  return { url: `${opens.action}#1`, html: await ask(opens.action, posted(opens.fields)), capturedAt };
}

/** Every entry, by the tabs and pages that can be turned without a browser. */
async function entriesOf(start: string): Promise<Map<string, ListingRecord>> {
  const entries = new Map<string, ListingRecord>();
  const first = await ask(start);
  for (const tab of [start, ...findTabs(first, start)]) await walk(tab, entries);
  return entries;
}

async function walk(url: string, entries: Map<string, ListingRecord>): Promise<void> {
  let html = await ask(url);
  for (let page = 1; page < 6; page++) {
    for (const one of findListing(html, url)?.records ?? [])
      entries.set(one.url ? (canonicalUrl(one.url) ?? "") : one.title, one);
    const next = findNextPage(html, url);
    if (next?.kind === "form" && next.method === "post") html = await ask(next.action, posted(next.fields));
    else if (next?.kind === "form") html = await ask(`${next.action}?${new URLSearchParams(next.fields)}`);
    else if (next?.kind === "link") {
      url = next.url;
      html = await ask(url);
    } else break;
  }
}

/** Where an entry's link is its number, its title is one of its fields. */
function titled(entries: Map<string, ListingRecord>, title: string): ListingRecord | undefined {
  return [...entries.values()].find(({ fields }) => Object.values(fields).includes(title));
}

// Those that exist only after JavaScript are read by the bench, in a browser; of those that grow under a button their first part is.
const skins = (Object.keys(procurementSkins) as ProcurementSkin[]).filter(
  (name) => !["hub", "hashApp", "noticeFinder", "tidewater", "openDocket", "northmere", "brevanne"].includes(name),
);

describe.each([false, true])("redesigned: %s", (isRedesigned) => {
  it.each(skins)(
    "%s: title, buyer, reference, deadline and state of each notice are read as its portal writes them",
    async (name) => {
      site = await startProcurementSite(name);
      site.set({ isRedesigned });
      const { plan, detailPath } = procurementSkins[name];
      const {
        url: listingUrl,
        kind,
        title: portal,
      } = await detectSource(await see(site.listingUrl), (url) => see(url));
      expect(kind).toBe("portal");
      const entries = await entriesOf(listingUrl);
      const texts = [...entries.values()]
        .flatMap(({ fields }) => Object.values(fields))
        .filter((text) => text.length < 80);
      const capturedAt = new Date();
      let read = 0;
      for (const notice of site.register.all()) {
        const url = site.origin + detailPath(notice);
        const listed =
          entries.get(canonicalUrl(url) ?? "") ?? entries.get(notice.title) ?? titled(entries, notice.title);
        // A last page with a single entry is read by the rule that the pages before it gave, not by its structure.
        if (!listed) continue;
        read += 1;
        const [found] = readPortalNotice({
          entry: { key: url, ...listed },
          page: await pageOf(listed),
          listingUrl,
          capturedAt,
          portalNames: portal ? [portal] : [],
          neighbours: texts,
        }).notices;
        const { title, buyer, reference } = notice;
        const status = notice.isPrior ? "planned" : standingOf(notice, site.register.now());
        const submission = found?.deadlines.find(({ kind }) => kind === "submission");
        const { year, month, day, hour, minute } = clockOf(notice.deadline, plan.zone);
        const due = new Date(Date.UTC(year, month - 1, day, hour, minute)).toISOString().slice(0, 16);
        // Of prior information no date is a closing date.
        const clock = notice.isPrior ? null : due;
        const said = submission?.localDate ? `${submission.localDate}T${submission.localTime}` : null;
        expect({
          title: found?.title,
          buyer: found?.buyer,
          reference: found?.reference,
          status: found?.status,
          said,
        }).toEqual({
          title,
          buyer,
          reference,
          status,
          said: clock,
        });
        if (submission?.at) expect(submission.at).toBe(notice.deadline.toISOString());
      }
      const listed = site.register.all().length - 2;
      expect(read).toBeGreaterThanOrEqual(name === "landesportal" ? 7 : name === "marchesOuest" ? 6 : listed);
    },
  );
});
