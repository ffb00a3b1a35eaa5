import { and, eq, inArray } from "drizzle-orm";
import { notices, opportunities, type Source } from "@/drizzle/schema";
import type { ProcedureStatus } from "@/lib/vocabulary/opportunities";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { findDropped } from "@/server/sources";
import type { NoticeToRecord } from "./notice-batch";
import type { NoticeFacts } from "./notice-facts";
import { noticeKeyOf } from "./pages/listing-entry";

/** So many at most in one run: an entry leaves its list once. */
const mostWithdrawn = 200;
const mayBeOpen: ProcedureStatus[] = ["open", "planned", "unknown"];

/**
 * Notices that a portal does not show any more, without saying that they are over, as they were with that for their state. One that is shown again is
 * read again and says itself where it stands. What is over in any case stays as it is.
 */
export async function findWithdrawn(ctx: WorkspaceContext, source: Source, runId: string): Promise<NoticeToRecord[]> {
  if (source.kind !== "portal") return [];
  const dropped = (await findDropped(ctx, source, runId)).slice(0, mostWithdrawn);
  if (dropped.length === 0) return [];
  const keys = dropped.map(({ recordKey, url }) => noticeKeyOf({ key: recordKey, url }, source.url));
  const rows = await inWorkspace(ctx, (tx) =>
    tx
      .select({ notice: notices })
      .from(notices)
      .innerJoin(
        opportunities,
        and(eq(opportunities.workspaceId, notices.workspaceId), eq(opportunities.id, notices.opportunityId)),
      )
      .where(
        and(
          eq(notices.workspaceId, ctx.workspace.id),
          eq(notices.sourceId, source.id),
          eq(notices.scheme, "portal"),
          inArray(notices.noticeKey, keys),
          inArray(opportunities.procedureStatus, mayBeOpen),
        ),
      ),
  );
  return rows.map(({ notice: { facts, documentId, snapshotId } }) => ({
    facts: { ...(facts as NoticeFacts), status: "unlisted" as const },
    documentId,
    snapshotId,
  }));
}
