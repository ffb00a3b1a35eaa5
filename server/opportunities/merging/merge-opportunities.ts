import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { collections, matchKeys, notices, type Opportunity, opportunities } from "@/drizzle/schema";
import { recordActivity } from "@/server/collaboration";
import { announce } from "@/server/jobs/announce";
import { opportunityChanged } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, InvalidInputError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { applyNotices } from "../notices/apply-notices";
import { lockNotices } from "../notices/lock-notices";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { lockOpportunity } from "../queries";
import { requestReading } from "../reading/request-reading";
import { bringDocuments } from "./bring-documents";
import { bringQuestions } from "./bring-questions";
import { bringRequirements } from "./bring-requirements";
import { bringStatements } from "./bring-statements";
import { bringWatchers } from "./bring-watchers";

/**
 * Two opportunities that are one tender: the notices, documents and work of `fromId` go to `intoId`, where all documents are read as one package;
 * the row of `fromId` stays and is shown nowhere. `unmergeOpportunity` takes it back. Throws NotFoundError, InvalidInputError (the same),
 * ConflictError (other collections).
 */
export async function mergeOpportunities(
  ctx: WorkspaceContext,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<void> {
  authorize(ctx, "opportunities:write");
  if (fromId === intoId) throw new InvalidInputError("An opportunity cannot be merged with itself.");
  await inWorkspace(ctx, async (tx) => {
    await lockNotices(tx, ctx);
    const { from, into } = await lockBoth(tx, ctx, fromId, intoId);
    const moved = await bringNotices(tx, ctx, from, into);
    const documents = await bringDocuments(tx, ctx, from, into);
    await bringRequirements(tx, ctx, from, into, documents);
    await bringQuestions(tx, ctx, from, into);
    await bringWatchers(tx, ctx, from, into);
    await tx
      .update(opportunities)
      .set({ mergedIntoId: intoId })
      .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, fromId)));
    const applied = await applyNotices(tx, ctx, intoId);
    const isStated = await bringStatements(tx, ctx, from, into);
    const { changes } = isStated ? await applyNotices(tx, ctx, intoId) : applied;
    if (documents.brought.length > 0) await requestReading(tx, ctx, intoId);
    await recordActivity(tx, ctx, opportunitySubject(into), {
      deed: "opportunity.merge",
      text: `merged #${from.number} into this one (${from.title})`,
      detail: { opportunityId: fromId },
    });
    await recordAudit(tx, ctx, {
      action: "opportunity.merge",
      subjectId: fromId,
      detail: { into: intoId, notices: moved, documents: documents.brought.length },
    });
    const about = { workspaceId: ctx.workspace.id, userId: ctx.actor.userId, opportunityId: intoId };
    await announce(tx, opportunityChanged.create({ ...about, noticeId: null, changes }));
    for (const id of [fromId, intoId]) announceLive(ctx, "opportunity", id);
    announceLive(ctx, "requirement", intoId);
  });
}

async function lockBoth(tx: Tx, ctx: WorkspaceContext, fromId: string, intoId: string) {
  // In one order, so that two people who merge the same pair do not wait for each other.
  const [one, other] = [fromId, intoId].sort();
  const first = await lockOpportunity(tx, ctx, one ?? fromId);
  const second = await lockOpportunity(tx, ctx, other ?? intoId);
  const [from, into] = first.id === fromId ? [first, second] : [second, first];
  const shelves = [from.collectionId, into.collectionId];
  if (shelves[0] !== shelves[1] && !(await areEquallyOpen(tx, ctx, shelves))) {
    throw new ConflictError("One of them is visible to a few only; merging would show or hide it. Move it first.");
  }
  return { from, into };
}

/** Its notices, and what later ones are found by. Its own statements stay as they are, so that what people chose among them is there when it comes back. */
async function bringNotices(tx: Tx, ctx: WorkspaceContext, from: Opportunity, into: Opportunity): Promise<number> {
  const workspaceId = ctx.workspace.id;
  const moved = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.workspaceId, workspaceId), eq(notices.opportunityId, from.id)));
  const at = new Date().toISOString();
  for (const { id, matchedBy } of moved) {
    const reasons = [`Merged from #${from.number} by hand.`, ...matchedBy.reasons];
    await tx
      .update(notices)
      .set({
        opportunityId: into.id,
        matchedBy: { how: "merge", score: 1, reasons, from: from.id, at, before: matchedBy },
      })
      .where(and(eq(notices.workspaceId, workspaceId), eq(notices.id, id)));
  }
  await tx.delete(matchKeys).where(and(eq(matchKeys.workspaceId, workspaceId), eq(matchKeys.opportunityId, from.id)));
  return moved.length;
}

async function areEquallyOpen(tx: Tx, ctx: WorkspaceContext, ids: readonly string[]): Promise<boolean> {
  const found = await tx
    .select({ visibility: collections.visibility })
    .from(collections)
    .where(and(eq(collections.workspaceId, ctx.workspace.id), inArray(collections.id, [...ids])));
  return found.every(({ visibility }) => visibility !== "restricted");
}
