import { afterEach, describe, expect, it } from "vitest";
import { clockOf } from "@/e2e/sites/procurement/notice";
import {
  type ProcurementSite,
  type ProcurementSkin,
  procurementSkins,
  startProcurementSite,
} from "@/e2e/sites/procurement/procurement-site";
import { findListing, findNextPage, type ListingRecord } from "@/server/crawling/listings";
import { readPortalNotice } from "./read-portal-notice";

let site: ProcurementSite | null = null;
afterEach(async () => site?.close());

const ask = async (url: string, init?: RequestInit) => (await fetch(url, init)).text();

/** Every entry, by the pages that can be turned without a browser. */
async function entriesOf(url: string): Promise<Map<string, ListingRecord>> {
  const entries = new Map<string, ListingRecord>();
  let html = await ask(url);
  for (let page = 1; page < 6; page++) {
    for (const one of findListing(html, url)?.records ?? []) if (one.url) entries.set(decodeURI(one.url), one);
    const next = findNextPage(html, url);
    if (next?.kind === "form")
      html = await ask(next.action, { method: next.method, body: new URLSearchParams(next.fields) });
    else if (next?.kind === "link") {
      url = next.url;
      html = await ask(url);
    } else break;
  }
  return entries;
}

// The one that exists only after JavaScript is read by the bench, in a browser; of the endless one its first part is.
const skins = (Object.keys(procurementSkins) as ProcurementSkin[]).filter((name) => name !== "hub");

describe.each([false, true])("redesigned: %s", (isRedesigned) => {
  it.each(skins)(
    "%s: title, buyer, reference, deadline and state of each notice are read as its portal writes them",
    async (name) => {
      site = await startProcurementSite(name);
      site.set({ isRedesigned });
      const { plan, detailPath } = procurementSkins[name];
      const entries = await entriesOf(site.listingUrl);
      const texts = [...entries.values()]
        .flatMap(({ fields }) => Object.values(fields))
        .filter((text) => text.length < 80);
      const capturedAt = new Date();
      let read = 0;
      for (const notice of site.register.all()) {
        const url = site.origin + detailPath(notice);
        const listed = entries.get(decodeURI(url));
        // A last page with a single entry is read by the rule that the pages before it gave, not by its structure.
        if (!listed) continue;
        read += 1;
        const [found] = readPortalNotice({
          entry: { key: url, ...listed },
          page: { url, html: await ask(url), capturedAt },
          listingUrl: site.listingUrl,
          capturedAt,
          neighbours: texts,
        }).notices;
        const { title, buyer, reference, status } = notice;
        const submission = found?.deadlines.find(({ kind }) => kind === "submission");
        const { year, month, day, hour, minute } = clockOf(notice.deadline, plan.zone);
        const clock = new Date(Date.UTC(year, month - 1, day, hour, minute)).toISOString().slice(0, 16);
        const said = `${submission?.localDate}T${submission?.localTime}`;
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
      expect(read).toBeGreaterThanOrEqual(name === "landesportal" ? 7 : site.register.all().length - 2);
    },
  );
});
