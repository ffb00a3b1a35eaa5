import { createReadStream } from "node:fs";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { captures, documents, snapshots } from "@/drizzle/schema";
import { fileStorage } from "@/server/platform/ports";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { ReceivedFile } from "./received-file";

// Bytes are kept by their content, so a file that is being added may be the one that is being deleted. Whoever adds a row that names a key, and
// whoever deletes the bytes of a key that no row names, takes turns on the key.

/** Puts the bytes where a row is about to name them, unless they are there. To be called again once the row has been committed. */
export async function keepBytes(key: string, file: ReceivedFile): Promise<void> {
  if (!(await fileStorage().exists(key))) await fileStorage().put(key, createReadStream(file.localPath));
}

/** Waits until nobody deletes the bytes of this key, and keeps others from it until the transaction ends. */
export async function lockBytes(tx: Tx, key: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`bytes ${key}`}, 0))`);
}

/**
 * Deletes the bytes that no version and no picture names any more; returns how many keys that were. The context must be the workspace itself,
 * which sees restricted collections, too. Safe to do twice.
 */
export async function deleteUnnamedBytes(ctx: WorkspaceContext, keys: readonly string[]): Promise<number> {
  let deleted = 0;
  for (const key of keys) {
    deleted += await inWorkspace(ctx, async (tx) => {
      await lockBytes(tx, key);
      if (await isNamed(tx, ctx, key)) return 0;
      // Inside the transaction, as an exception: outside it, a row that names the key could come in between.
      await fileStorage().delete(key);
      return 1;
    });
  }
  return deleted;
}

async function isNamed(tx: Tx, ctx: WorkspaceContext, key: string): Promise<boolean> {
  const workspaceId = ctx.workspace.id;
  const [version] = await tx
    .select({ id: snapshots.id })
    .from(snapshots)
    .innerJoin(documents, and(eq(documents.workspaceId, snapshots.workspaceId), eq(documents.id, snapshots.documentId)))
    .where(
      and(
        eq(snapshots.workspaceId, workspaceId),
        eq(snapshots.storageKey, key),
        isNull(snapshots.removedAt),
        isNull(documents.deletedAt),
      ),
    )
    .limit(1);
  if (version) return true;
  const [picture] = await tx
    .select({ id: captures.snapshotId })
    .from(captures)
    .where(and(eq(captures.workspaceId, workspaceId), eq(captures.screenshotKey, key)))
    .limit(1);
  return picture !== undefined;
}
