import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { notices, sources } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { OpportunityDetail } from "./schemas";

/** What was published about an opportunity, newest first, with where it was seen and why it belongs here. */
export async function loadNotices(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
): Promise<OpportunityDetail["notices"]> {
  const rows = await tx
    .select({ notice: notices, sourceName: sources.name })
    .from(notices)
    .leftJoin(sources, and(eq(sources.workspaceId, notices.workspaceId), eq(sources.id, notices.sourceId)))
    .where(and(eq(notices.workspaceId, ctx.workspace.id), eq(notices.opportunityId, opportunityId)))
    .orderBy(sql`${notices.publishedAt} desc nulls last`, desc(notices.readAt));
  return rows.map(({ notice, sourceName }) => ({
    id: notice.id,
    scheme: notice.scheme,
    type: notice.type,
    title: notice.title,
    url: notice.url,
    source: notice.sourceId && sourceName ? { id: notice.sourceId, name: sourceName } : null,
    documentId: notice.documentId,
    publishedAt: notice.publishedAt,
    readAt: notice.readAt,
    rationale: notice.rationale,
    matchedBy: notice.matchedBy,
  }));
}
