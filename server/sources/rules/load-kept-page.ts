import { and, desc, eq } from "drizzle-orm";
import { captures, type SourcePage, snapshots, sourcePages } from "@/drizzle/schema";
import { ConflictError, NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { readLastRevision } from "../pages/read-last-revision";
import { urlHash } from "../runs/frontier";
import type { PageToTry } from "./try-rule";

export interface KeptRevision {
  snapshotId: string;
  revision: number;
  fetchedAt: Date;
  mime: string | null;
  screenshotKey: string | null;
}

export interface KeptPage {
  page: SourcePage;
  now: KeptRevision & PageToTry;
  /** Newest first. */
  past: (KeptRevision & PageToTry)[];
}

/** Earlier revisions on which a rule is tried. */
const mostPast = 8;

/** A page of a source with its newest kept revision and the ones before. Throws NotFoundError; ConflictError when nothing of it is kept. */
export async function loadKeptPage(
  ctx: WorkspaceContext,
  at: { sourceId: string; pageId?: string | undefined; rootUrl?: string },
  options: { withPast: boolean } = { withPast: true },
): Promise<KeptPage> {
  const { page, revisions } = await inWorkspace(ctx, async (tx) => {
    const [found] = await tx
      .select()
      .from(sourcePages)
      .where(
        and(
          eq(sourcePages.workspaceId, ctx.workspace.id),
          eq(sourcePages.sourceId, at.sourceId),
          at.pageId ? eq(sourcePages.id, at.pageId) : eq(sourcePages.urlHash, urlHash(at.rootUrl ?? "")),
        ),
      );
    if (!found && at.pageId) throw new NotFoundError("page");
    if (!found?.snapshotId) throw new ConflictError("No page of this source has been kept yet. Scan it first.");
    const kept = await tx
      .select({
        snapshotId: captures.snapshotId,
        revision: snapshots.revision,
        fetchedAt: captures.fetchedAt,
        mime: snapshots.mime,
        url: captures.finalUrl,
        screenshotKey: captures.screenshotKey,
      })
      .from(captures)
      .innerJoin(snapshots, and(eq(snapshots.workspaceId, captures.workspaceId), eq(snapshots.id, captures.snapshotId)))
      .where(and(eq(captures.workspaceId, ctx.workspace.id), eq(captures.pageId, found.id)))
      .orderBy(desc(snapshots.revision))
      .limit(options.withPast ? mostPast + 1 : 1);
    return { page: found, revisions: kept };
  });
  const read = await Promise.all(
    revisions.map(async (revision) => {
      const html = await readLastRevision(ctx, revision.snapshotId);
      return html === null ? [] : [{ ...revision, html }];
    }),
  );
  const [now, ...past] = read.flat();
  if (!now) throw new ConflictError("What was kept of this page has been erased. Scan the source to keep it again.");
  return { page, now, past };
}
