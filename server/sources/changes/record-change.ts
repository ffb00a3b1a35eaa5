import { and, eq, isNotNull, ne } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type ChangeItemRow, changes, type SourcePage, sourcePages, sourceRecords } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { ChangeKind } from "@/lib/vocabulary/sources";
import type { Comparison } from "@/server/evidence/changes";
import { announce } from "@/server/jobs/announce";
import { changeDetected } from "@/server/jobs/events";
import { announceLive } from "@/server/platform/live";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { kindsOfEntries } from "../pages/links-to-follow";
import type { RunningScan } from "../runs/running-scan";
import { withoutSiteName } from "./without-site-name";

/** The run in which a change was found. */
export type ChangedIn = Pick<RunningScan, "source" | "runId">;

/** A change keeps its first hundred places; the viewer shows all of both revisions. */
const maxItems = 100;

/** Tells a difference between two kept revisions, once for each run and page. */
export async function recordChange(
  tx: Tx,
  ctx: WorkspaceContext,
  run: ChangedIn,
  page: SourcePage,
  kept: { documentId: string; snapshotId: string },
  comparison: Comparison,
  detectedAt: Date,
): Promise<void> {
  if (comparison.verdict === "none" || !page.snapshotId) return;
  await insertChange(tx, ctx, run, page, {
    documentId: kept.documentId,
    beforeSnapshotId: page.snapshotId,
    afterSnapshotId: kept.snapshotId,
    verdict: comparison.verdict,
    severity: comparison.severity,
    kinds: [...new Set(comparison.items.map((item) => item.kind))],
    summary: comparison.summary,
    items: comparison.items.slice(0, maxItems),
    detectedAt,
    ...(isOnlyLayout(comparison) ? { archivedAt: detectedAt } : {}),
  });
}

/** A page that was laid out anew and says what it said: kept and put away with the archived changes, since no fact of it has changed. */
function isOnlyLayout({ verdict, items, isLaidOutAnew }: Comparison): boolean {
  return (
    verdict === "form" && isLaidOutAnew === true && items.every(({ kind }) => kind === "structure" || kind === "image")
  );
}

/** The site no longer has the page, or leads to it no more. Its revisions stay, and so does what was said from them. */
export async function recordPageRemoved(
  tx: Tx,
  ctx: WorkspaceContext,
  run: ChangedIn,
  page: SourcePage,
  how: { isUnlinked?: true; leadsTo?: SourcePage } = {},
): Promise<void> {
  if (!page.documentId || !page.snapshotId) return;
  const name = await nameOf(tx, run.source, page, page.title);
  const other = how.leadsTo ? await nameOf(tx, run.source, how.leadsTo, how.leadsTo.title) : null;
  await insertChange(tx, ctx, run, page, {
    documentId: page.documentId,
    beforeSnapshotId: page.snapshotId,
    afterSnapshotId: null,
    verdict: "wording",
    severity: "high",
    kinds: ["page_removed"],
    summary: how.isUnlinked
      ? `The page "${name}" is no longer listed: nothing on the site leads to it any more.`
      : `The page "${name}" is no longer there${other ? `: its address leads to "${other}" now` : ""}.`,
    items: [],
    detectedAt: new Date(),
  });
}

/**
 * By what the list called it, where that says more than the page's own title: many entries stand on pages that are all called alike. On a site, where what
 * leads to a page may be called by its kind, only such a page is.
 */
export async function nameOf(
  tx: Tx,
  { kind }: ChangedIn["source"],
  page: SourcePage,
  title: string | null,
): Promise<string> {
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
  const mayBeCalled = kindsOfEntries.includes(kind) || !title || (await isSharedTitle(tx, page, title));
  if (listed && mayBeCalled && !title?.includes(listed.title)) return listed.title;
  if (!title) return page.url;
  const beside = await titlesBeside(tx, page);
  // "Warehouse Clerk Job Details" beside other details of jobs is called as its list calls it.
  const rest = listed && title.startsWith(listed.title) ? title.slice(listed.title.length) : "";
  if (listed && rest.trim() !== "" && beside.some((other) => other.endsWith(rest))) return listed.title;
  return withoutSiteName(title, beside);
}

async function isSharedTitle(tx: Tx, page: SourcePage, title: string): Promise<boolean> {
  const others = await tx
    .select({ id: sourcePages.id })
    .from(sourcePages)
    .where(
      and(
        eq(sourcePages.workspaceId, page.workspaceId),
        eq(sourcePages.sourceId, page.sourceId),
        ne(sourcePages.id, page.id),
        eq(sourcePages.title, title),
      ),
    )
    .limit(1);
  return others.length > 0;
}

/** So many titles show what they have in common. */
const fewTitles = 30;

async function titlesBeside(tx: Tx, page: SourcePage): Promise<string[]> {
  const rows = await tx
    .select({ title: sourcePages.title })
    .from(sourcePages)
    .where(
      and(
        eq(sourcePages.workspaceId, page.workspaceId),
        eq(sourcePages.sourceId, page.sourceId),
        ne(sourcePages.id, page.id),
        isNotNull(sourcePages.title),
      ),
    )
    .limit(fewTitles);
  return rows.flatMap(({ title }) => title ?? []);
}

/** Once for each run and page. */
export async function insertChange(
  tx: Tx,
  ctx: WorkspaceContext,
  { source, runId }: ChangedIn,
  page: SourcePage,
  values: {
    documentId: string;
    beforeSnapshotId: string | null;
    afterSnapshotId: string | null;
    verdict: "wording" | "form";
    severity: Comparison["severity"];
    kinds: ChangeKind[];
    summary: string;
    items: ChangeItemRow[];
    detectedAt: Date;
    archivedAt?: Date;
  },
): Promise<void> {
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
