import { and, asc, eq, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { notices, opportunities, opportunityFields, requirements } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { requireOpportunity } from "../queries";
import type { EndedOpportunity, FitFacts } from "./fit-facts";
import { readProfile } from "./profile";

/** Similar opportunities are looked for among this many that ended most recently. */
const mostEnded = 2000;

/** All that factors need of an opportunity and its workspace, besides the library. Throws NotFoundError. */
export async function readFitFacts(tx: Tx, ctx: WorkspaceContext, opportunityId: string, now: Date): Promise<FitFacts> {
  const workspaceId = ctx.workspace.id;
  const opportunity = await requireOpportunity(tx, ctx, opportunityId);
  const fields = await tx
    .select({ name: opportunityFields.name, text: opportunityFields.text, evidenceId: opportunityFields.evidenceId })
    .from(opportunityFields)
    .where(
      and(
        eq(opportunityFields.workspaceId, workspaceId),
        eq(opportunityFields.opportunityId, opportunityId),
        eq(opportunityFields.isChosen, true),
        inArray(opportunityFields.name, ["set_aside", "eligibility", "incumbent"]),
      ),
    )
    .orderBy(asc(opportunityFields.position));
  const demands = await tx
    .select({
      id: requirements.id,
      number: requirements.number,
      ref: requirements.ref,
      text: requirements.text,
      leadIn: requirements.leadIn,
      kind: requirements.kind,
      isMandatory: requirements.isMandatory,
      evidenceId: requirements.evidenceId,
    })
    .from(requirements)
    .where(
      and(
        eq(requirements.workspaceId, workspaceId),
        eq(requirements.opportunityId, opportunityId),
        eq(requirements.state, "active"),
        isNull(requirements.duplicateOfId),
      ),
    )
    .orderBy(asc(requirements.position));
  return {
    workspaceName: ctx.workspace.name,
    opportunity,
    profile: (await readProfile(tx, ctx)).profile,
    fields,
    demands,
    ended: await readEnded(tx, ctx, opportunityId),
    usualDemands: await usualDemands(tx, ctx),
    now,
  };
}

async function readEnded(tx: Tx, ctx: WorkspaceContext, exceptId: string): Promise<EndedOpportunity[]> {
  const isAwarded = sql<boolean>`${opportunities.procedureStatus} = 'awarded' or exists (select from ${notices} n
    where n.workspace_id = ${opportunities.workspaceId} and n.opportunity_id = ${opportunities.id} and n.type in ('award', 'contract'))`;
  return tx
    .select({
      id: opportunities.id,
      title: opportunities.title,
      buyer: opportunities.buyer,
      categories: opportunities.categories,
      outcome: opportunities.outcome,
      isAwarded,
    })
    .from(opportunities)
    .where(
      and(
        eq(opportunities.workspaceId, ctx.workspace.id),
        ne(opportunities.id, exceptId),
        isNull(opportunities.deletedAt),
        isNull(opportunities.mergedIntoId),
        or(isNotNull(opportunities.outcome), isAwarded),
      ),
    )
    .orderBy(sql`${opportunities.updatedAt} desc`)
    .limit(mostEnded);
}

async function usualDemands(tx: Tx, ctx: WorkspaceContext): Promise<number | null> {
  const [row] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      median: sql<
        number | null
      >`percentile_cont(0.5) within group (order by ${opportunities.requirementCount})::float8`,
    })
    .from(opportunities)
    .where(
      and(
        eq(opportunities.workspaceId, ctx.workspace.id),
        isNull(opportunities.deletedAt),
        sql`${opportunities.requirementCount} > 0`,
      ),
    );
  return row && row.count >= 5 ? row.median : null;
}
