import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunityDeadlines, opportunityFields, opportunityReadings, requirements } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { loadDocuments } from "../detail/load-documents";
import { requireOpportunity } from "../queries";
import { ofReading } from "./request-reading";
import type { ImportProgress } from "./schemas";

/** How far the reading of an opportunity's documents is: where each file stands, what has been found so far, and what failed and why. Throws NotFoundError. */
export async function getImport(ctx: WorkspaceContext, id: string): Promise<ImportProgress> {
  authorize(ctx, "opportunities:read");
  return inWorkspace(ctx, async (tx) => {
    const opportunity = await requireOpportunity(tx, ctx, id);
    const [[reading], documents, found] = await Promise.all([
      tx.select().from(opportunityReadings).where(ofReading(ctx, id)),
      loadDocuments(tx, ctx, id),
      countFindings(tx, ctx, id),
    ]);
    const isContainer = (path: string) => /\.zip$/i.test(path);
    // An archive that has been opened is its files.
    const files = documents.filter((one) => !(isContainer(one.path) && one.status === "ready"));
    return {
      opportunityId: id,
      title: opportunity.title,
      phase: reading?.phase ?? "idle",
      startedAt: reading?.startedAt ?? null,
      finishedAt: reading?.finishedAt ?? null,
      problem: reading?.problem ?? null,
      counts: {
        files: files.length,
        read: files.filter(({ status }) => status === "ready").length,
        failed: files.filter(({ status }) => status === "failed" || status === "cancelled").length,
        shredded: files.filter(({ isShredded }) => isShredded).length,
        pages: files.reduce((sum, { pageCount, progress }) => sum + (pageCount ?? progress?.page ?? 0), 0),
        ...found,
      },
      files: files.map((file) => ({
        documentId: file.documentId,
        path: file.path,
        status: file.status,
        reason: file.failureReason,
        page: file.progress?.page ?? null,
        pages: file.progress?.pages ?? file.pageCount,
        role: file.role,
        isShredded: file.isShredded,
        requirements: file.requirementCount,
      })),
    };
  });
}

async function countFindings(tx: Tx, ctx: WorkspaceContext, id: string) {
  const workspaceId = ctx.workspace.id;
  const count = sql<number>`count(*)::int`;
  const [[demanded], [stated], [dated]] = await Promise.all([
    tx
      .select({
        requirements: count,
        mandatory: sql<number>`(count(*) filter (where ${requirements.isMandatory}))::int`,
      })
      .from(requirements)
      .where(
        and(
          eq(requirements.workspaceId, workspaceId),
          eq(requirements.opportunityId, id),
          eq(requirements.state, "active"),
        ),
      ),
    tx
      .select({ fields: count })
      .from(opportunityFields)
      .where(
        and(
          eq(opportunityFields.workspaceId, workspaceId),
          eq(opportunityFields.opportunityId, id),
          eq(opportunityFields.isChosen, true),
        ),
      ),
    tx
      .select({
        deadlines: sql<number>`count(distinct ${opportunityDeadlines.kind})::int`,
        contradictions: sql<number>`count(distinct ${opportunityDeadlines.kind}) filter (where ${opportunityDeadlines.state} = 'contradicted')::int`,
      })
      .from(opportunityDeadlines)
      .where(and(eq(opportunityDeadlines.workspaceId, workspaceId), eq(opportunityDeadlines.opportunityId, id))),
  ]);
  return {
    requirements: demanded?.requirements ?? 0,
    mandatory: demanded?.mandatory ?? 0,
    fields: stated?.fields ?? 0,
    deadlines: Number(dated?.deadlines ?? 0),
    contradictions: Number(dated?.contradictions ?? 0),
  };
}
