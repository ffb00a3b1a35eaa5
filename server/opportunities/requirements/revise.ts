import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Opportunity, type Requirement, requirementRevisions, requirements } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { recordActivity } from "@/server/collaboration";
import { announce } from "@/server/jobs/announce";
import { requirementsChanged } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { lockOpportunity } from "../queries";
import { refreshOpportunity } from "../refresh/refresh-opportunity";
import { settleReopened } from "../reopened/record-reopenings";
import type { RequirementDeed } from "./schemas";
import { toViews } from "./to-views";

export type RequirementDeedName = "edit" | "split" | "merge" | "add" | "drop" | "move" | "undo";
export type NewRequirement = typeof requirements.$inferInsert;

/** What a deed of a person does to requirements of one opportunity. */
export interface Revision {
  deed: RequirementDeedName;
  /** One plain sentence that continues the person's name. */
  text: string;
  changes: { row: Requirement; after: Partial<Requirement> }[];
  added: NewRequirement[];
}

/**
 * Does what `plan` says, in one transaction with the opportunity locked: rows change, the history says how to take it back, counts follow, and
 * what was built on the old demands is told. Throws NotFoundError, and whatever `plan` throws.
 */
export async function revise(
  ctx: WorkspaceContext,
  find: { opportunityId: string } | { requirementIds: string[] },
  plan: (tx: Tx, opportunity: Opportunity, rows: Requirement[]) => Promise<Revision>,
): Promise<RequirementDeed> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const ids = "requirementIds" in find ? [...new Set(find.requirementIds)] : [];
    const opportunityId = "opportunityId" in find ? find.opportunityId : await opportunityOf(tx, ctx, ids);
    const opportunity = await lockOpportunity(tx, ctx, opportunityId);
    const rows = await readRows(tx, ctx, opportunityId, ids);
    if (rows.length !== ids.length) throw new NotFoundError("requirement");
    const { deed, text, changes, added } = await plan(tx, opportunity, rows);
    const batchId = newId();
    const base = { workspaceId: ctx.workspace.id, opportunityId, batchId, deed, userId: ctx.actor.userId };
    for (const { row, after } of changes) {
      await tx
        .update(requirements)
        .set({ ...after, revision: row.revision + 1 })
        .where(and(eq(requirements.workspaceId, ctx.workspace.id), eq(requirements.id, row.id)));
    }
    if (added.length > 0) await tx.insert(requirements).values(added);
    const revisions = [
      ...changes.map(({ row, after }) => ({
        ...base,
        id: newId(),
        requirementId: row.id,
        revision: row.revision + 1,
        before: Object.fromEntries(Object.keys(after).map((key) => [key, row[key as keyof Requirement]])),
        after,
      })),
      ...added.map((row) => ({
        ...base,
        id: newId(),
        requirementId: row.id ?? "",
        revision: 1,
        before: null,
        after: { text: row.text, kind: row.kind, state: "active" },
      })),
    ];
    if (revisions.length > 0) await tx.insert(requirementRevisions).values(revisions);
    // Where it stands says nothing of whether it still holds.
    if (deed !== "move") {
      const ids = changes.map(({ row }) => row.id);
      await settleReopened(tx, ctx, "requirement", ids, ctx.actor.userId);
    }
    await refreshOpportunity(tx, ctx, opportunityId);
    await tell(tx, ctx, opportunity, { deed, text, batchId }, [
      ...changes.map(({ row }) => row.id),
      ...added.map((row) => row.id ?? ""),
    ]);
    const touched = await readRows(
      tx,
      ctx,
      opportunityId,
      revisions.map(({ requirementId }) => requirementId),
    );
    return { batchId, requirements: await toViews(tx, ctx, touched) };
  });
}

async function tell(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunity: Opportunity,
  said: { deed: RequirementDeedName; text: string; batchId: string },
  ids: string[],
): Promise<void> {
  await recordActivity(tx, ctx, opportunitySubject(opportunity), {
    deed: `requirement.${said.deed}`,
    text: said.text,
    detail: { batchId: said.batchId, requirementIds: ids.slice(0, 50) },
  });
  await recordAudit(tx, ctx, {
    action: `requirement.${said.deed}`,
    subjectId: opportunity.id,
    detail: { batchId: said.batchId, requirements: ids.length },
  });
  // A new order is no new demand.
  if (said.deed !== "move") {
    await announce(
      tx,
      requirementsChanged.create({
        workspaceId: ctx.workspace.id,
        userId: ctx.actor.userId,
        opportunityId: opportunity.id,
        requirementIds: ids.slice(0, 2000),
        amendmentId: null,
      }),
    );
  }
  announceLive(ctx, "requirement", opportunity.id);
}

async function opportunityOf(tx: Tx, ctx: WorkspaceContext, ids: string[]): Promise<string> {
  const [first] = ids;
  const [row] = first
    ? await tx
        .select({ opportunityId: requirements.opportunityId })
        .from(requirements)
        .where(and(eq(requirements.workspaceId, ctx.workspace.id), eq(requirements.id, first)))
    : [];
  if (!row) throw new NotFoundError("requirement");
  return row.opportunityId;
}

async function readRows(tx: Tx, ctx: WorkspaceContext, opportunityId: string, ids: string[]): Promise<Requirement[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(requirements)
    .where(
      and(
        eq(requirements.workspaceId, ctx.workspace.id),
        eq(requirements.opportunityId, opportunityId),
        inArray(requirements.id, ids),
      ),
    )
    .orderBy(asc(requirements.position), asc(requirements.number));
  // In the order in which the person named them.
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** The next number of an opportunity; numbers are never given again. */
export async function nextNumber(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<number> {
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${requirements.number}), 0)` })
    .from(requirements)
    .where(and(eq(requirements.workspaceId, ctx.workspace.id), eq(requirements.opportunityId, opportunityId)));
  return Number(last?.number ?? 0) + 1;
}

/** Places for so many rows right behind a position; null: at the top. */
export async function placesBehind(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  position: number | null,
  count = 1,
): Promise<number[]> {
  const [next] = await tx
    .select({ position: requirements.position })
    .from(requirements)
    .where(
      and(
        eq(requirements.workspaceId, ctx.workspace.id),
        eq(requirements.opportunityId, opportunityId),
        position === null ? undefined : gt(requirements.position, position),
      ),
    )
    .orderBy(asc(requirements.position))
    .limit(1);
  const low = position ?? (next ? next.position - 1000 : 0);
  const room = ((next?.position ?? low + 1000) - low) / (count + 1);
  return Array.from({ length: count }, (_, index) => low + room * (index + 1));
}
