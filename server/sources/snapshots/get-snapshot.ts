import { and, desc, eq } from "drizzle-orm";
import { captures, renditions } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { selectSnapshots, toSummary } from "./list-snapshots";
import type { SnapshotDetail } from "./schemas";

/** One kept revision: when and from where it came, what the server said, and its text. Throws NotFoundError. */
export async function getSnapshot(ctx: WorkspaceContext, id: string): Promise<SnapshotDetail> {
  authorize(ctx, "sources:read");
  return inWorkspace(ctx, async (tx) => {
    const [row] = await selectSnapshots(
      tx,
      and(eq(captures.workspaceId, ctx.workspace.id), eq(captures.snapshotId, id)),
    );
    if (!row) throw new NotFoundError("version");
    const [rendition] = await tx
      .select({ text: renditions.text })
      .from(renditions)
      .where(and(eq(renditions.workspaceId, ctx.workspace.id), eq(renditions.snapshotId, id)))
      .orderBy(desc(renditions.id))
      .limit(1);
    const { finalUrl, status, headers } = row;
    return { ...toSummary(row), finalUrl, status, headers, text: rendition?.text ?? null };
  });
}
