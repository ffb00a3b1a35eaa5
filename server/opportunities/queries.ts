import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { dependents, documents, evidence, members, type Opportunity, opportunities } from "@/drizzle/schema";
import { NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { CitationView } from "./schemas";

/** What evidence of this domain carries. */
export type CitedKind = "opportunity_field" | "opportunity_deadline" | "requirement" | "buyer_question";

/** The opportunity, as far as the actor may see it; merged and removed ones are not there. Throws NotFoundError. */
export async function requireOpportunity(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Opportunity> {
  const [opportunity] = await tx
    .select()
    .from(opportunities)
    .where(
      and(
        eq(opportunities.workspaceId, ctx.workspace.id),
        eq(opportunities.id, id),
        isNull(opportunities.deletedAt),
        isNull(opportunities.mergedIntoId),
      ),
    );
  if (!opportunity) throw new NotFoundError("opportunity");
  return opportunity;
}

/** As `requireOpportunity`, and nobody else changes it until the transaction ends. */
export async function lockOpportunity(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Opportunity> {
  const [locked] = await tx
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, id)))
    .for("update");
  if (!locked) throw new NotFoundError("opportunity");
  return requireOpportunity(tx, ctx, id);
}

/** Names of people by id; somebody who has left has none any more. */
export async function loadPeople(
  tx: Tx,
  ctx: WorkspaceContext,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => { id: string; name: string } | null> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const found =
    wanted.length === 0
      ? []
      : await tx
          .select({ id: members.userId, name: members.name })
          .from(members)
          .where(and(eq(members.workspaceId, ctx.workspace.id), inArray(members.userId, wanted)));
  const byId = new Map(found.map((person) => [person.id, person]));
  return (id) => (id === null ? null : (byId.get(id) ?? { id, name: "A former member" }));
}

/** The quotes on which rows of this domain rest, by the row's id. Rows whose document the actor may not see have none. */
export async function loadCitations(
  tx: Tx,
  ctx: WorkspaceContext,
  kind: CitedKind,
  rows: readonly { id: string; evidenceId: string | null }[],
): Promise<Map<string, CitationView>> {
  const evidenceIds = [...new Set(rows.map((row) => row.evidenceId).filter((id) => id !== null))];
  if (evidenceIds.length === 0) return new Map();
  const found = await tx
    .select({
      evidenceId: evidence.id,
      documentId: evidence.documentId,
      snapshotId: evidence.snapshotId,
      renditionId: evidence.renditionId,
      title: documents.title,
      page: evidence.page,
      start: evidence.start,
      end: evidence.end,
      quote: evidence.quote,
      dependentId: dependents.dependentId,
      freshness: dependents.freshness,
      after: dependents.after,
    })
    .from(evidence)
    .innerJoin(
      dependents,
      and(
        eq(dependents.workspaceId, evidence.workspaceId),
        eq(dependents.evidenceId, evidence.id),
        eq(dependents.kind, kind),
      ),
    )
    .innerJoin(documents, and(eq(documents.workspaceId, evidence.workspaceId), eq(documents.id, evidence.documentId)))
    .where(and(eq(evidence.workspaceId, ctx.workspace.id), inArray(evidence.id, evidenceIds)));
  const evidenceOf = new Map(rows.map((row) => [row.id, row.evidenceId]));
  const cited = new Map<string, CitationView>();
  for (const { dependentId, ...citation } of found) {
    if (evidenceOf.get(dependentId) === citation.evidenceId) cited.set(dependentId, citation);
  }
  return cited;
}
