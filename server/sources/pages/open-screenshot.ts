import type { Readable } from "node:stream";
import { and, eq } from "drizzle-orm";
import { captures } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { fileStorage } from "@/server/platform/ports";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** The picture (JPEG) that was taken of a captured revision. Throws NotFoundError, also when none was taken. */
export async function openScreenshot(ctx: WorkspaceContext, snapshotId: string): Promise<Readable> {
  authorize(ctx, "sources:read");
  const key = await inWorkspace(ctx, async (tx) => {
    const [found] = await tx
      .select({ key: captures.screenshotKey })
      .from(captures)
      .where(and(eq(captures.workspaceId, ctx.workspace.id), eq(captures.snapshotId, snapshotId)));
    return found?.key ?? null;
  });
  if (!key) throw new NotFoundError("picture");
  return fileStorage().get(key);
}
