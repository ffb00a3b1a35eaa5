import { and, eq } from "drizzle-orm";
import { sourcePages, sourceRecords } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireSource } from "../queries";
import { urlHash } from "../runs/frontier";
import { openFix } from "./open-fix";
import type { OpenFixInput } from "./schemas";

/**
 * A person says that an entry is wrong, or wants to teach the fields of a source. The same matter is one task, however often it is said.
 * Returns its id. Throws NotFoundError, ConflictError when no page is kept on which anything could be shown.
 */
export async function askForFix(ctx: WorkspaceContext, input: OpenFixInput): Promise<string> {
  authorize(ctx, "sources:manage");
  return inWorkspace(ctx, async (tx) => {
    const source = await requireSource(tx, ctx, input.sourceId);
    const record = input.recordId ? await requireRecord(input.recordId) : null;
    const [page] = await tx
      .select({ id: sourcePages.id, snapshotId: sourcePages.snapshotId })
      .from(sourcePages)
      .where(
        and(
          eq(sourcePages.workspaceId, ctx.workspace.id),
          eq(sourcePages.sourceId, source.id),
          record ? eq(sourcePages.id, record.pageId) : eq(sourcePages.urlHash, urlHash(source.url)),
        ),
      );
    if (!page?.snapshotId) throw new ConflictError("No page of this source has been kept yet. Scan it first.");
    const id = await openFix(tx, ctx, {
      source,
      page,
      ...(record
        ? {
            reason: "entry_wrong",
            matter: `entry ${record.id}`,
            detail: `Somebody says that the entry “${record.title.slice(0, 200)}” is wrong.`,
            recordId: record.id,
          }
        : {
            reason: "asked",
            matter: "asked",
            detail: "Somebody wants to show where the fields of the entries stand.",
          }),
    });
    if (!id) throw new ConflictError("This was said at the same moment by somebody else.");
    await recordAudit(tx, ctx, { action: "fix_task.open", subjectId: id, detail: { sourceId: source.id } });
    return id;

    async function requireRecord(recordId: string) {
      const [found] = await tx
        .select({ id: sourceRecords.id, title: sourceRecords.title, pageId: sourceRecords.pageId })
        .from(sourceRecords)
        .where(
          and(
            eq(sourceRecords.workspaceId, ctx.workspace.id),
            eq(sourceRecords.sourceId, source.id),
            eq(sourceRecords.id, recordId),
          ),
        );
      if (!found) throw new NotFoundError("entry");
      return found;
    }
  });
}
