import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { collections, notices, opportunities, opportunityDocuments } from "@/drizzle/schema";
import { announce } from "@/server/jobs/announce";
import { opportunityChanged, opportunityDiscovered } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, InvalidInputError, NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { lockOpportunity } from "../queries";
import { applyNotices } from "./apply-notices";
import { lockNotices } from "./lock-notices";

/**
 * Two opportunities that are one tender: the notices and documents of `fromId` go to `intoId`; the row of `fromId` stays, with its work, and is
 * shown nowhere. `unmergeOpportunity` takes it back. Throws NotFoundError, InvalidInputError (the same), ConflictError (other collections).
 */
export async function mergeOpportunities(
  ctx: WorkspaceContext,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<void> {
  authorize(ctx, "opportunities:write");
  if (fromId === intoId) throw new InvalidInputError("An opportunity cannot be merged with itself.");
  await inWorkspace(ctx, async (tx) => {
    await lockNotices(tx, ctx);
    // In one order, so that two people who merge the same pair do not wait for each other.
    const [one, other] = [fromId, intoId].sort();
    await lockOpportunity(tx, ctx, one ?? fromId);
    await lockOpportunity(tx, ctx, other ?? intoId);
    const from = await lockOpportunity(tx, ctx, fromId);
    const into = await lockOpportunity(tx, ctx, intoId);
    if (
      from.collectionId !== into.collectionId &&
      !(await areEquallyOpen(tx, ctx, [from.collectionId, into.collectionId]))
    )
      throw new ConflictError("One of them is visible to a few only; merging would show or hide it. Move it first.");
    const moved = await tx
      .select()
      .from(notices)
      .where(and(eq(notices.workspaceId, ctx.workspace.id), eq(notices.opportunityId, fromId)));
    for (const notice of moved) {
      const reasons = [`Merged from #${from.number} by hand.`, ...notice.matchedBy.reasons];
      await tx
        .update(notices)
        .set({ opportunityId: intoId, matchedBy: { how: "merge", score: 1, reasons, from: fromId } })
        .where(and(eq(notices.workspaceId, ctx.workspace.id), eq(notices.id, notice.id)));
    }
    const files = await tx
      .select()
      .from(opportunityDocuments)
      .where(
        and(eq(opportunityDocuments.workspaceId, ctx.workspace.id), eq(opportunityDocuments.opportunityId, fromId)),
      );
    if (files.length > 0) {
      // They stay listed with the merged row, so that it is whole again when the merge is taken back.
      const rows = files.map((file) => ({
        workspaceId: ctx.workspace.id,
        opportunityId: intoId,
        documentId: file.documentId,
        role: file.role,
      }));
      await tx.insert(opportunityDocuments).values(rows).onConflictDoNothing();
    }
    await applyNotices(tx, ctx, fromId);
    await setMerged(tx, ctx, fromId, intoId);
    const { changes } = await applyNotices(tx, ctx, intoId);
    await recordAudit(tx, ctx, {
      action: "opportunity.merge",
      subjectId: fromId,
      detail: { into: intoId, notices: moved.length },
    });
    await announce(
      tx,
      opportunityChanged.create({
        workspaceId: ctx.workspace.id,
        userId: ctx.actor.userId,
        opportunityId: intoId,
        noticeId: null,
        changes,
      }),
    );
    for (const id of [fromId, intoId]) announceLive(ctx, "opportunity", id);
  });
}

/** Takes a merge back: the notices that came with it return. Throws NotFoundError, ConflictError (it is not merged). */
export async function unmergeOpportunity(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    await lockNotices(tx, ctx);
    const [merged] = await tx
      .select()
      .from(opportunities)
      .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, id)))
      .for("update");
    if (!merged) throw new NotFoundError("opportunity");
    const intoId = merged.mergedIntoId;
    if (!intoId) throw new ConflictError("This opportunity is not merged into another.");
    const held = await tx
      .select()
      .from(notices)
      .where(and(eq(notices.workspaceId, ctx.workspace.id), eq(notices.opportunityId, intoId)));
    const back = held.filter(({ matchedBy }) => matchedBy.how === "merge" && matchedBy.from === id);
    for (const notice of back) {
      const reasons = notice.matchedBy.reasons.slice(1);
      await tx
        .update(notices)
        .set({
          opportunityId: id,
          matchedBy: {
            how: "split",
            score: 1,
            reasons: ["The merge was taken back by hand.", ...reasons],
            from: intoId,
          },
        })
        .where(and(eq(notices.workspaceId, ctx.workspace.id), eq(notices.id, notice.id)));
    }
    await returnDocuments(tx, ctx, id, intoId);
    await setMerged(tx, ctx, id, null);
    await applyNotices(tx, ctx, id);
    const { changes } = await applyNotices(tx, ctx, intoId);
    await recordAudit(tx, ctx, {
      action: "opportunity.unmerge",
      subjectId: id,
      detail: { from: intoId, notices: back.length },
    });
    const about = { workspaceId: ctx.workspace.id, userId: ctx.actor.userId, noticeId: null };
    await announce(tx, opportunityDiscovered.create({ ...about, opportunityId: id }));
    await announce(tx, opportunityChanged.create({ ...about, opportunityId: intoId, changes }));
    for (const one of [id, intoId]) announceLive(ctx, "opportunity", one);
  });
}

/** Documents that the other has only because of the merge, and that nobody has read for it since. */
async function returnDocuments(tx: Tx, ctx: WorkspaceContext, id: string, intoId: string): Promise<void> {
  const own = await tx
    .select({ documentId: opportunityDocuments.documentId })
    .from(opportunityDocuments)
    .where(and(eq(opportunityDocuments.workspaceId, ctx.workspace.id), eq(opportunityDocuments.opportunityId, id)));
  if (own.length === 0) return;
  await tx.delete(opportunityDocuments).where(
    and(
      eq(opportunityDocuments.workspaceId, ctx.workspace.id),
      eq(opportunityDocuments.opportunityId, intoId),
      inArray(
        opportunityDocuments.documentId,
        own.map(({ documentId }) => documentId),
      ),
    ),
  );
}

async function setMerged(tx: Tx, ctx: WorkspaceContext, id: string, mergedIntoId: string | null): Promise<void> {
  await tx
    .update(opportunities)
    .set({ mergedIntoId })
    .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, id)));
}

async function areEquallyOpen(tx: Tx, ctx: WorkspaceContext, ids: readonly string[]): Promise<boolean> {
  const found = await tx
    .select({ visibility: collections.visibility })
    .from(collections)
    .where(and(eq(collections.workspaceId, ctx.workspace.id), inArray(collections.id, [...ids])));
  return found.every(({ visibility }) => visibility !== "restricted");
}
