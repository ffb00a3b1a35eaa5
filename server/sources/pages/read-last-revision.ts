import { and, eq, isNull } from "drizzle-orm";
import { snapshots } from "@/drizzle/schema";
import { NotFoundError } from "@/server/platform/errors";
import { fileStorage } from "@/server/platform/ports";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** The markup of a kept revision; null when it was erased, or is no longer kept. */
export async function readLastRevision(ctx: WorkspaceContext, snapshotId: string): Promise<string | null> {
  const bytes = await readLastBytes(ctx, snapshotId);
  return bytes?.toString("utf8").replace(/^\uFEFF/, "") ?? null;
}

/** The markup of a kept revision with the moment at which it was fetched: what it counts from "today" is counted from then. Null as above. */
export async function readDatedRevision(
  ctx: WorkspaceContext,
  snapshotId: string,
): Promise<{ html: string; fetchedAt: Date } | null> {
  const html = await readLastRevision(ctx, snapshotId);
  if (html === null) return null;
  const [kept] = await inWorkspace(ctx, (tx) =>
    tx
      .select({ fetchedAt: snapshots.fetchedAt })
      .from(snapshots)
      .where(and(eq(snapshots.workspaceId, ctx.workspace.id), eq(snapshots.id, snapshotId))),
  );
  return kept ? { html, fetchedAt: kept.fetchedAt } : null;
}

/** The bytes of a kept revision; null as above. */
export async function readLastBytes(ctx: WorkspaceContext, snapshotId: string): Promise<Buffer | null> {
  const key = await inWorkspace(ctx, async (tx) => {
    const [found] = await tx
      .select({ key: snapshots.storageKey })
      .from(snapshots)
      .where(
        and(eq(snapshots.workspaceId, ctx.workspace.id), eq(snapshots.id, snapshotId), isNull(snapshots.removedAt)),
      );
    return found?.key ?? null;
  });
  if (!key) return null;
  try {
    const parts: Buffer[] = [];
    for await (const part of await fileStorage().get(key)) parts.push(Buffer.from(part));
    return Buffer.concat(parts);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
