import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { changes, type SourcePage, sourceRecords } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { ChangeKind } from "@/lib/vocabulary/sources";
import type { Comparison } from "@/server/evidence/changes";
import { announce } from "@/server/jobs/announce";
import { changeDetected } from "@/server/jobs/events";
import { announceLive } from "@/server/platform/live";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { RunningScan } from "../runs/running-scan";

/** A change keeps its first hundred places; the viewer shows all of both revisions. */
const maxItems = 100;

/** Tells a difference between two kept revisions, once for each run and page. */
export async function recordChange(
  tx: Tx,
  ctx: WorkspaceContext,
  scan: RunningScan,
  page: SourcePage,
  kept: { documentId: string; snapshotId: string },
  comparison: Comparison,
  detectedAt: Date,
): Promise<void> {
  if (comparison.verdict === "none" || !page.snapshotId) return;
  await insertChange(tx, ctx, scan, page, {
    documentId: kept.documentId,
    afterSnapshotId: kept.snapshotId,
    verdict: comparison.verdict,
    severity: comparison.severity,
    kinds: [...new Set(comparison.items.map((item) => item.kind))],
    summary: comparison.summary,
    items: comparison.items.slice(0, maxItems),
    detectedAt,
  });
}

/** The site no longer has the page. Its revisions stay, and so does what was said from them. */
export async function recordPageRemoved(
  tx: Tx,
  ctx: WorkspaceContext,
  scan: RunningScan,
  page: SourcePage,
): Promise<void> {
  if (!page.documentId) return;
  await insertChange(tx, ctx, scan, page, {
    documentId: page.documentId,
    afterSnapshotId: null,
    verdict: "wording",
    severity: "high",
    kinds: ["page_removed"],
    summary: `The page "${await nameOf(tx, page)}" is no longer there.`,
    items: [],
    detectedAt: new Date(),
  });
}

/** By what the list called it, where that says more than the page's own title: many entries stand on pages that are all called alike. */
async function nameOf(tx: Tx, page: SourcePage): Promise<string> {
  const [listed] = await tx
    .select({ title: sourceRecords.title })
    .from(sourceRecords)
    .where(
      and(
        eq(sourceRecords.workspaceId, page.workspaceId),
        eq(sourceRecords.sourceId, page.sourceId),
        eq(sourceRecords.url, page.url),
      ),
    )
    .limit(1);
  const { title } = page;
  if (!listed || title?.includes(listed.title)) return title ?? page.url;
  return listed.title;
}

async function insertChange(
  tx: Tx,
  ctx: WorkspaceContext,
  { source, runId }: RunningScan,
  page: SourcePage,
  values: {
    documentId: string;
    afterSnapshotId: string | null;
    verdict: "wording" | "form";
    severity: Comparison["severity"];
    kinds: ChangeKind[];
    summary: string;
    items: Comparison["items"];
    detectedAt: Date;
  },
): Promise<void> {
  if (!page.snapshotId) return;
  const workspaceId = ctx.workspace.id;
  const [told] = await tx
    .insert(changes)
    .values({
      ...values,
      workspaceId,
      id: newId(),
      sourceId: source.id,
      runId,
      pageId: page.id,
      beforeSnapshotId: page.snapshotId,
    })
    .onConflictDoNothing()
    .returning({ id: changes.id });
  if (!told) return;
  await announce(
    tx,
    changeDetected.create({
      workspaceId,
      userId: null,
      changeId: told.id,
      sourceId: source.id,
      documentId: values.documentId,
    }),
  );
  announceLive(ctx, "change", told.id);
}
