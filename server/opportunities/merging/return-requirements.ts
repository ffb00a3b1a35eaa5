import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunityDocuments, type Requirement, requirementRevisions, requirements } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { requirementsOf, unlinkTwins } from "./bring-requirements";
import { moveWithRequirements } from "./move-with-requirements";
import { numbersBack } from "./numbers-back";

interface Return {
  id: string;
  intoId: string;
  /** The opportunity that goes, and what had been merged into it before. */
  family: readonly string[];
  documentIds: readonly string[];
  noticeIds: readonly string[];
}

/**
 * Requirements of the papers that go back, and those that people had written before the merge, are with `id` again under their numbers, as they stand
 * now. What was drawn together across the two stands on its own on either side. Returns those that went.
 */
export async function returnRequirements(tx: Tx, ctx: WorkspaceContext, input: Return): Promise<string[]> {
  const { id, intoId, family, documentIds } = input;
  const rows = await requirementsOf(tx, ctx, intoId);
  const own = new Set(await documentsOf(tx, ctx, id));
  const cameAlong = ({ mergedFrom }: Requirement) => mergedFrom !== null && family.includes(mergedFrom);
  const goes = (row: Requirement) =>
    (row.documentId !== null && documentIds.includes(row.documentId)) ||
    (cameAlong(row) && (row.documentId === null || own.has(row.documentId)));
  const back = rows.filter(goes);
  const ids = back.map((row) => row.id);
  await standAlone(tx, ctx, rows, new Set(ids));
  const stays = rows.filter((row) => cameAlong(row) && !goes(row)).map((row) => row.id);
  if (stays.length > 0) {
    await tx
      .update(requirements)
      .set({ mergedFrom: null, mergedNumber: null })
      .where(and(eq(requirements.workspaceId, ctx.workspace.id), inArray(requirements.id, stays)));
  }
  const taken = (await requirementsOf(tx, ctx, id)).map(({ number }) => number);
  const at = numbersBack(id, back, taken);
  for (let start = 0; start < at.length; start += 500) {
    const part = at.slice(start, start + 500);
    await tx.execute(sql`
      update requirements r set opportunity_id = ${id}, number = m.number, merged_from = m.merged_from, merged_number = m.merged_number, factor_id = null
      from unnest(${sql.param(part.map((one) => one.id))}::uuid[], ${sql.param(part.map(({ number }) => number))}::int[],
        ${sql.param(part.map(({ mergedFrom }) => mergedFrom))}::uuid[], ${sql.param(part.map(({ mergedNumber }) => mergedNumber))}::int[])
        as m(id, number, merged_from, merged_number)
      where r.workspace_id = ${ctx.workspace.id} and r.id = m.id`);
  }
  await unlinkTwins(tx, ctx, [id, intoId]);
  await moveWithRequirements(tx, ctx, {
    fromId: intoId,
    toId: id,
    requirementIds: ids,
    documentIds,
    noticeIds: input.noticeIds,
  });
  return ids;
}

async function documentsOf(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<string[]> {
  const links = await tx
    .select({ id: opportunityDocuments.documentId })
    .from(opportunityDocuments)
    .where(
      and(
        eq(opportunityDocuments.workspaceId, ctx.workspace.id),
        eq(opportunityDocuments.opportunityId, opportunityId),
      ),
    );
  return links.map(({ id }) => id);
}

/** A row that was drawn into one on the other side would be in none of its own: it stands again. The drawn one keeps the words that it was given. */
async function standAlone(tx: Tx, ctx: WorkspaceContext, rows: Requirement[], going: ReadonlySet<string>) {
  const drawn = rows.filter(({ state }) => state === "merged").map(({ id }) => id);
  if (drawn.length === 0) return;
  const revisions = requirementRevisions;
  const deeds = await tx
    .select({ id: revisions.requirementId, batchId: revisions.batchId, after: revisions.after })
    .from(revisions)
    .where(
      and(
        eq(revisions.workspaceId, ctx.workspace.id),
        eq(revisions.deed, "merge"),
        sql`${revisions.batchId} in (select b.batch_id from requirement_revisions b where b.workspace_id = ${ctx.workspace.id}
          and b.deed = 'merge' and b.requirement_id = any(${sql.param(drawn)}::uuid[]))`,
      ),
    )
    .orderBy(desc(revisions.createdAt), desc(revisions.id));
  const parted = rows.filter((row) => {
    if (row.state !== "merged") return false;
    const last = deeds.find((deed) => deed.id === row.id && deed.after.state === "merged");
    const target = deeds.find((deed) => deed.batchId === last?.batchId && deed.after.state !== "merged");
    return target !== undefined && going.has(target.id) !== going.has(row.id);
  });
  const batchId = newId();
  for (const row of parted) {
    const revision = row.revision + 1;
    await tx
      .update(requirements)
      .set({ state: "active", revision })
      .where(and(eq(requirements.workspaceId, ctx.workspace.id), eq(requirements.id, row.id)));
    await tx.insert(revisions).values({
      workspaceId: ctx.workspace.id,
      id: newId(),
      opportunityId: row.opportunityId,
      requirementId: row.id,
      batchId,
      deed: "edit",
      revision,
      before: { state: row.state },
      after: { state: "active" },
      userId: ctx.actor.userId,
    });
  }
}
