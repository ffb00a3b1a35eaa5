import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { notices, opportunities, sources } from "@/drizzle/schema";
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
  const resembled = await nameResembled(
    tx,
    ctx,
    rows.flatMap(({ notice }) => notice.matchedBy.reasons),
  );
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
    matchedBy: {
      how: notice.matchedBy.how,
      score: notice.matchedBy.score,
      reasons: notice.matchedBy.reasons.flatMap(resembled),
    },
  }));
}

const resembles = /^Resembles ([0-9a-f-]{36}) \(([\d.]+)\)\.$/;

/** Reasons that name another opportunity by its id name it by its number and title; one that the actor may not see is not named at all. */
async function nameResembled(
  tx: Tx,
  ctx: WorkspaceContext,
  reasons: readonly string[],
): Promise<(reason: string) => string[]> {
  const ids = [...new Set(reasons.flatMap((reason) => resembles.exec(reason)?.[1] ?? []))];
  const named =
    ids.length === 0
      ? []
      : await tx
          .select({ id: opportunities.id, number: opportunities.number, title: opportunities.title })
          .from(opportunities)
          .where(and(eq(opportunities.workspaceId, ctx.workspace.id), inArray(opportunities.id, ids)));
  const byId = new Map(named.map((one) => [one.id, one]));
  return (reason) => {
    const [, id, score] = resembles.exec(reason) ?? [];
    if (!id) return [reason];
    const known = byId.get(id);
    return known ? [`It resembles #${known.number}, ${known.title} (${Math.round(Number(score) * 100)}%).`] : [];
  };
}
