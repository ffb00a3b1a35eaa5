import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import { isSameSite } from "@/lib/canonical-url";
import type { FetchedPage } from "@/server/crawling/fetching";
import { isSameFile } from "@/server/evidence";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { recordChange } from "../changes/record-change";
import { updatePage } from "../pages/find-page";
import { keepCapture } from "../pages/keep-capture";
import { readLastBytes } from "../pages/read-last-revision";
import { listKnown } from "../records/list-known";
import type { ReadJson } from "../records/read-json";
import { recordRecords } from "../records/record-records";
import { saysElse } from "../records/says-else";
import { addToRun } from "./found-addresses";
import { type FoundUrl, settle } from "./frontier";
import { shapeOfRecords } from "./judge-run-shape";
import { noteAnswer } from "./note-reading";
import { recordFailure } from "./record-failure";
import { keyOf, type RunningScan, runOf } from "./running-scan";

/**
 * A file (PDF, office document, archive): kept as a document; the same again is nothing new, also where a server writes it anew with the time of day.
 * An interface's answer has entries, too.
 */
export async function recordFile(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  fetched: FetchedPage,
  json: ReadJson | null = null,
): Promise<void> {
  if (fetched.body.byteLength === 0) {
    const reason = "The address answered with nothing in it.";
    return recordFailure(ctx, scan, entry, page, {
      kind: "failed",
      code: "not_html",
      reason,
      recoverable: false,
      retryAfterMs: null,
      status: fetched.status,
    });
  }
  const before = page.snapshotId && !json ? await readLastBytes(ctx, page.snapshotId) : null;
  if (before && isSameFile(before, fetched.body)) return recordSameFile(ctx, scan, entry, page, fetched);
  const kept = await keepCapture(ctx, page, runOf(scan), fetched, page.title);
  await inWorkspace(ctx, async (tx) => {
    const isNew = page.snapshotId === null;
    const isChanged = !isNew && kept.snapshotId !== page.snapshotId;
    await updatePage(tx, page, {
      kind: "file",
      lastRunId: scan.runId,
      lastFetchedAt: fetched.fetchedAt,
      rung: fetched.rung,
      health: "good",
      healthReason: null,
      goneAt: null,
      etag: fetched.headers.etag ?? null,
      lastModified: fetched.headers["last-modified"] ?? null,
      ...(json ? { kind: entry.kind } : {}),
      documentId: kept.documentId,
      snapshotId: kept.snapshotId,
      ...(isChanged ? { lastChangedAt: fetched.fetchedAt } : {}),
    });
    if (isChanged && (!json || saysElse(json.records, await listKnown(tx, ctx, page)))) {
      await recordChange(tx, ctx, scan, page, kept, fileComparison(page), fetched.fetchedAt);
    }
    if (json) {
      await recordRecords(tx, ctx, scan, page, json.records);
      await noteAnswer(tx, ctx, scan, json);
      await addToRun(tx, ctx, scan, followAnswer(scan, entry, json, fetched.finalUrl));
    }
    await settle(tx, keyOf(ctx, scan), entry.urlHash, {
      state: "done",
      result: isNew ? "new" : isChanged ? "changed" : "same",
      rung: fetched.rung,
      bytes: fetched.bytes,
      ...(json ? { shape: shapeOfRecords(json.records) } : {}),
    });
  });
}

async function recordSameFile(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  { fetchedAt, headers, rung, bytes }: FetchedPage,
): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    await updatePage(tx, page, {
      lastRunId: scan.runId,
      lastFetchedAt: fetchedAt,
      rung,
      health: "good",
      healthReason: null,
      goneAt: null,
      etag: headers.etag ?? null,
      lastModified: headers["last-modified"] ?? null,
    });
    await settle(tx, keyOf(ctx, scan), entry.urlHash, { state: "done", result: "same", rung, bytes });
  });
}

function fileComparison(page: SourcePage) {
  const name = page.title ?? page.url.slice(page.url.lastIndexOf("/") + 1);
  return {
    verdict: "wording" as const,
    severity: "high" as const,
    summary: `A new version of the file ${name} was published.`,
    items: [],
  };
}

/** Further pages of an answer, and what its entries lead to on the same site. */
function followAnswer({ source }: RunningScan, entry: FrontierEntry, json: ReadJson, url: string): FoundUrl[] {
  const deeper = entry.depth + 1;
  const next = json.next && isSameSite(json.next, url) ? [json.next] : [];
  const entries = deeper > source.budget.depth ? [] : json.records.flatMap((record) => record.url ?? []);
  return [
    ...next.map((one) => ({ url: one, kind: "listing" as const, depth: entry.depth })),
    ...entries.filter((one) => isSameSite(one, url)).map((one) => ({ url: one, kind: "page" as const, depth: deeper })),
  ];
}
