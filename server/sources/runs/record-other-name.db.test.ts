import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { crawlFrontier, type SourcePage, sourcePages } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import type { FetchedPage } from "@/server/crawling/fetching";
import { inWorkspace } from "@/server/platform/workspace-context";
import { analysePage } from "../pages/analyse-page";
import { ensurePage, updatePage } from "../pages/find-page";
import { keepCapture } from "../pages/keep-capture";
import { urlHash } from "./frontier";
import { recordLedAway } from "./record-led-away";
import { recordOtherName } from "./record-other-name";
import { runOf } from "./running-scan";
import type { Seen } from "./see-page";
import { type Met, meetAddress } from "./testing/meet-address";

openTestDatabase();

const own = "https://harbour.example.com/notice?id=7";
const fromList = `${own}&ref=list`;
const secondPage = "https://harbour.example.com/notice?id=7&page=2";

/** A page that names its own address, with prose enough to be a good one. */
const html = (canonical: string, about = "dredging") => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <title>Harbour works</title><link rel="canonical" href="${canonical}"></head><body><main><h1>Harbour works</h1>
  ${Array.from({ length: 8 }, (_, n) => `<p>Part ${n + 1} of the ${about} works says what is built, by whom it is checked and until when it lasts.</p>`).join("")}
  </main></body></html>`;

function shows(url: string, markup: string): Seen {
  const body = Buffer.from(markup);
  const fetched: FetchedPage = {
    ...{ url, finalUrl: url, redirects: [], status: 200, headers: {}, mime: "text/html", charset: "utf-8" },
    ...{ body, text: markup, rung: "http", fetchedAt: new Date(), ms: 1, bytes: body.byteLength },
  };
  const analysis = analysePage({
    ...{ url, finalUrl: url, status: 200, html: markup, isListing: false, rule: null, known: [], scope: {} },
    ...{ lastGood: null, before: null, history: [] },
  });
  return { outcome: { kind: "fetched", page: fetched }, analysis };
}

async function frontierOf({ ctx, scan }: Met) {
  return inWorkspace(ctx, (tx) =>
    tx
      .select({ url: crawlFrontier.url, state: crawlFrontier.state, result: crawlFrontier.result })
      .from(crawlFrontier)
      .where(eq(crawlFrontier.runId, scan.runId))
      .orderBy(asc(crawlFrontier.position)),
  );
}

const record = ({ ctx, scan, entry, page }: Met, seen: Seen) => recordOtherName(ctx, scan, entry, page, seen);

test("an address that only says where its reader came from is done, and the page's own is read in its place", async () => {
  const met = await meetAddress(fromList);
  expect(await record(met, shows(fromList, html(own)))).toBe("named");
  expect(await frontierOf(met)).toEqual([
    { url: fromList, state: "done", result: "same" },
    { url: own, state: "queued", result: null },
  ]);
  const { db } = await getDatabase();
  const pages = await db.select().from(sourcePages).where(eq(sourcePages.sourceId, met.scan.source.id));
  expect(pages.map(({ snapshotId }) => snapshotId)).toEqual([null]);
});

/** The page itself, as it was read in this run or an earlier one. */
async function isRead({ ctx, scan }: Met, url: string, markup: string): Promise<void> {
  const { content } = shows(url, markup).analysis ?? {};
  const at = { workspaceId: ctx.workspace.id, sourceId: scan.source.id, urlHash: urlHash(url), url, title: null };
  await inWorkspace(ctx, async (tx) => {
    const page = await ensurePage(tx, { ...at, kind: "page" });
    await updatePage(tx, page, { title: content?.title, textHash: content?.textHash });
    await tx
      .update(crawlFrontier)
      .set({ state: "done" })
      .where(eq(crawlFrontier.urlHash, urlHash(url)));
  });
}

test("a page that calls another its own waits for that one, and is believed only when it says the same", async () => {
  const met = await meetAddress(secondPage);
  const seen = shows(secondPage, html(own));
  expect(await record(met, seen)).toBe("waits");
  expect(await frontierOf(met)).toMatchObject([
    { url: own, state: "queued" },
    { url: secondPage, state: "queued" },
  ]);
  await isRead(met, own, html(own, "paving"));
  expect(await record(met, seen)).toBeNull();
  await isRead(met, own, html(own));
  expect(await record(met, seen)).toBe("named");
  expect(await frontierOf(met)).toMatchObject([{ url: own }, { url: secondPage, state: "done", result: "same" }]);
});

test("the first page of a list under a second address is that list, and the second page of one that is counted from 0 is not", async () => {
  const list = "https://harbour.example.com/notices";
  const pager = (...links: [number, string][]) =>
    html(list)
      .replace(/<link[^>]*>/, "")
      .replace("</main>", `${links.map(([n, text]) => `<a href="/notices?page=${n}">${text}</a>`).join(" ")}</main>`);
  const isKept = async ({ ctx, scan, page }: Met, markup: string) => {
    const seen = shows(list, markup);
    if (seen.outcome.kind !== "fetched") throw new Error("not read");
    const at = { workspaceId: ctx.workspace.id, sourceId: scan.source.id, urlHash: urlHash(list), url: list };
    const known = await inWorkspace(ctx, (tx) => ensurePage(tx, { ...at, title: null, kind: "page" }));
    const kept = await keepCapture(ctx, known, runOf(scan), seen.outcome.page, "Harbour works");
    const textHash = seen.analysis?.content.textHash;
    await inWorkspace(ctx, (tx) => updatePage(tx, known, { ...kept, textHash }));
    expect(page.url).not.toBe(list);
  };
  const first = `${list}?page=1`;
  const met = await meetAddress(first);
  expect(await record(met, shows(first, pager([2, "Next"])))).toBeNull();
  await isKept(met, pager([2, "Next"]));
  expect(await record(met, shows(first, pager([2, "Next"])))).toBe("named");
  expect((await frontierOf(met))[0]).toMatchObject({ url: first, state: "done", result: "same" });
  const other = await meetAddress(first);
  await isKept(other, pager([1, "2"], [2, "3"]));
  expect(await record(other, shows(first, pager([1, "2"], [2, "3"])))).toBeNull();
});

test("a page that leads away to another one of the site has gone, and is told as gone once", async () => {
  const other = "https://harbour.example.com/ended";
  const met = await meetAddress(own);
  await isRead(met, other, html(other, "ended").replaceAll("Harbour works", "What has ended"));
  const seen = shows(own, html(other, "ended").replaceAll("Harbour works", "What has ended"));
  if (seen.outcome.kind === "fetched") seen.outcome.page.finalUrl = other;
  const ledAway = (page: Partial<SourcePage>) =>
    recordLedAway(met.ctx, met.scan, met.entry, { ...met.page, ...page }, seen);
  expect(await ledAway({ title: "Harbour works" })).toBe(false);
  const kept = { snapshotId: newId(), title: "Harbour works", textHash: "of its own" };
  expect(await ledAway({ ...kept, title: "What has ended" })).toBe(false);
  expect(await ledAway(kept)).toBe(true);
  expect((await frontierOf(met))[0]).toMatchObject({ url: own, state: "done", result: "gone" });
  const { db } = await getDatabase();
  const [page] = await db.select().from(sourcePages).where(eq(sourcePages.id, met.page.id));
  expect(page?.goneAt).not.toBeNull();
});

test("its own address, one that was kept before, the source's own and a page that is not good are read as they are", async () => {
  const met = await meetAddress(fromList);
  const seen = shows(fromList, html(own));
  expect(await record({ ...met, entry: { ...met.entry, kind: "root" } }, seen)).toBeNull();
  expect(await record({ ...met, page: { ...met.page, snapshotId: newId() } }, seen)).toBeNull();
  expect(await record(met, shows(fromList, "<html><body></body></html>"))).toBeNull();
  expect(await record(met, shows(fromList, html(fromList)))).toBeNull();
  const itself = await meetAddress(own);
  expect(await record(itself, shows(own, html(own)))).toBeNull();
  expect(await frontierOf(met)).toMatchObject([{ url: fromList, state: "fetching" }]);
});

test("an address that is only guessed and was tried in vain is not asked for again", async () => {
  const met = await meetAddress(fromList);
  const seen = shows(fromList, html(own).replace(/<link[^>]*>/, ""));
  expect(await record(met, seen)).toBe("waits");
  const at = { workspaceId: met.ctx.workspace.id, sourceId: met.scan.source.id, urlHash: urlHash(own), url: own };
  await inWorkspace(met.ctx, async (tx) => {
    const guess = await ensurePage(tx, { ...at, title: null, kind: "page" });
    await updatePage(tx, guess, { health: "error_page" });
  });
  expect(await record(met, seen)).toBeNull();
});
