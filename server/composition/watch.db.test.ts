import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { startPortalSite } from "@/e2e/sites/portal/portal-site";
import type { RunningEngine } from "@/server/jobs/engine";
import { getRendition, listDocuments } from "@/server/knowledge/documents";
import { search } from "@/server/knowledge/retrieval";
import { getChange } from "@/server/sources/changes/get-change";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { listPages } from "@/server/sources/pages/list-pages";
import { listRecords } from "@/server/sources/records/list-records";
import { allowSite } from "./testing/allow-site";
import { startEngine } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
let engine: RunningEngine;

beforeAll(async () => {
  engine = await startEngine();
}, 240_000);
afterAll(() => engine.stop());

const everything = listChangesInput.parse({ limit: 200 });

test("a portal is read through all its pages, its tenders are entries, its pages can be found, and an amendment is a change", async () => {
  // Enough for more than one page of the listing.
  const site = await startPortalSite({ tenders: 6, pageSize: 4 });
  allowSite(site);
  const ctx = await aWorkspace();
  const { source, run } = await watch(ctx, `${site.origin}/tenders`, "portal");
  expect(run).toMatchObject({ status: "finished", reason: null, problems: [] });

  const tenders = site.register.all().filter((tender) => !tender.isWithdrawn);
  const { records, total } = await listRecords(ctx, { sourceId: source.id, limit: 200, offset: 0 });
  expect(total).toBe(tenders.length);
  expect(new Set(records.map(({ title }) => title))).toEqual(new Set(tenders.map(({ title }) => title)));

  const pages = await listPages(ctx, { sourceId: source.id, limit: 200, offset: 0 });
  expect(pages.pages.filter(({ kind }) => kind === "page")).toHaveLength(tenders.length);
  expect(pages.pages.filter(({ kind }) => kind === "file").length).toBeGreaterThanOrEqual(tenders.length);
  expect(pages.pages.every(({ health }) => health === "good")).toBe(true);

  const [one] = tenders;
  if (!one) throw new Error("the portal has no tenders");
  const byTitle = async () => (await search(ctx, { text: one.title, limit: 5 })).results[0]?.title;
  await expect.poll(byTitle, { timeout: 240_000 }).toContain(one.title);

  // Nothing changed: nothing new is kept, nothing is told, and the site was mostly asked "has this changed?".
  const quiet = await scanAgain(ctx, source.id);
  expect(quiet.counts).toMatchObject({ new: 0, changed: 0, failed: 0, changes: 0 });
  expect(quiet.counts.same).toBe(run.counts.new);

  site.set({
    amend: { reference: one.reference, deadline: new Date(one.deadline.getTime() + 14 * 86_400_000).toISOString() },
  });
  const after = await scanAgain(ctx, source.id);
  expect(after.counts.changed).toBeGreaterThan(0);
  const { changes } = await listChanges(ctx, everything);
  // The listing shows the new deadline, too; it is told once, by the tender's own page.
  const told = changes.find(({ page }) => page.title?.startsWith(one.title));
  expect(changes.filter(({ page }) => page.url.endsWith("/tenders"))).toEqual([]);
  expect(told).toMatchObject({ verdict: "wording", summary: expect.stringMatching(/^[^"]+: ".+" became ".+"/) });
  const detail = await getChange(ctx, told?.id ?? "");
  expect(detail.rows.some(({ words }) => words?.some(({ op }) => op === "added"))).toBe(true);
  await site.close();
});

test("a captured page is a document of its matter, not of what surrounds it", async () => {
  const site = await startPortalSite();
  allowSite(site);
  const ctx = await aWorkspace();
  const [tender] = site.register.all();
  await watch(ctx, `${site.origin}/tenders/${tender?.slug}`, "site", { depth: 0 });
  const { documents } = await listDocuments(ctx, {
    sort: "updated",
    descending: true,
    limit: 10,
    offset: 0,
  });
  expect(documents).toHaveLength(1);
  const document = documents[0];
  expect(document).toMatchObject({ origin: "capture", collection: { name: "Watched pages" } });
  await expect
    .poll(
      async () =>
        (await listDocuments(ctx, { sort: "updated", descending: true, limit: 1, offset: 0 })).documents[0]?.latest
          .status,
      { timeout: 120_000 },
    )
    .toBe("ready");
  const rendition = await getRendition(ctx, { documentId: document?.id ?? "" });
  expect(rendition.extractor).toBe("page");
  expect(rendition.text).toContain(tender?.reference);
  await site.close();
});
