import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Notice, notices, type Opportunity, opportunities } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { recordActivity } from "@/server/collaboration";
import { announce } from "@/server/jobs/announce";
import { opportunityChanged, opportunityDiscovered } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { applyNotices } from "../notices/apply-notices";
import { lockNotices } from "../notices/lock-notices";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { forgetDocuments } from "../reading/forget-documents";
import { requestReading } from "../reading/request-reading";
import { hasDocuments, returnDocuments } from "./bring-documents";
import { returnQuestions } from "./bring-questions";
import { returnStatements } from "./bring-statements";
import { returnWatchers } from "./bring-watchers";
import { forgetCounterparts } from "./forget-counterparts";
import { mergedInto } from "./merged-into";
import { returnRequirements } from "./return-requirements";

/**
 * Takes a merge back: the notices, documents and work that came with it return, as they stand now; what people added to the other since stays there.
 * Both are read again. Throws NotFoundError, ConflictError (it is not merged, or into one that is merged itself).
 */
export async function unmergeOpportunity(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    await lockNotices(tx, ctx);
    const { merged, into } = await lockBoth(tx, ctx, id);
    const family = [id, ...(await mergedInto(tx, ctx, id))];
    const noticeIds = await returnNotices(tx, ctx, id, into.id);
    const documentIds = await returnDocuments(tx, ctx, id, into.id, family);
    await forgetCounterparts(tx, ctx, into.id, documentIds);
    const requirementIds = await returnRequirements(tx, ctx, { id, intoId: into.id, family, documentIds, noticeIds });
    await returnQuestions(tx, ctx, id, into.id, { family, requirementIds });
    await returnStatements(tx, ctx, id, into.id, family);
    await returnWatchers(tx, ctx, into.id, family);
    if (documentIds.length > 0) await forgetDocuments(tx, ctx, into.id, documentIds);
    await tx
      .update(opportunities)
      .set({ mergedIntoId: null })
      .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, id)));
    await applyNotices(tx, ctx, id);
    const { changes } = await applyNotices(tx, ctx, into.id);
    for (const each of documentIds.length > 0 ? [id, into.id] : []) {
      if (await hasDocuments(tx, ctx, each)) await requestReading(tx, ctx, each);
    }
    await recordActivity(tx, ctx, opportunitySubject(into), {
      deed: "opportunity.unmerge",
      text: `took #${merged.number} out again (${merged.title})`,
      detail: { opportunityId: id },
    });
    await recordActivity(tx, ctx, opportunitySubject(merged), {
      deed: "opportunity.unmerge",
      text: `made it an opportunity of its own again; it had been merged into #${into.number}`,
      detail: { opportunityId: into.id },
    });
    await recordAudit(tx, ctx, {
      action: "opportunity.unmerge",
      subjectId: id,
      detail: { from: into.id, notices: noticeIds.length, documents: documentIds.length },
    });
    const about = { workspaceId: ctx.workspace.id, userId: ctx.actor.userId, noticeId: null };
    await announce(tx, opportunityDiscovered.create({ ...about, opportunityId: id }));
    await announce(tx, opportunityChanged.create({ ...about, opportunityId: into.id, changes }));
    for (const each of [id, into.id]) {
      announceLive(ctx, "opportunity", each);
      announceLive(ctx, "requirement", each);
    }
  });
}

/** It and the one into which it was merged, both locked. */
async function lockBoth(
  tx: Tx,
  ctx: WorkspaceContext,
  id: string,
): Promise<{ merged: Opportunity; into: Opportunity }> {
  const of = (which: string) =>
    tx
      .select()
      .from(opportunities)
      .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, which)))
      .for("update");
  const [merged] = await of(id);
  if (!merged) throw new NotFoundError("opportunity");
  if (!merged.mergedIntoId) throw new ConflictError("This opportunity is not merged into another.");
  const into = one(await of(merged.mergedIntoId));
  if (into.mergedIntoId) {
    throw new ConflictError(
      `#${into.number}, into which it was merged, has been merged into another since. Take that one apart first.`,
    );
  }
  return { merged, into };
}

/** Notices that came with it, and what was published of their procedures since. */
async function returnNotices(tx: Tx, ctx: WorkspaceContext, id: string, intoId: string): Promise<string[]> {
  const workspaceId = ctx.workspace.id;
  const held = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.workspaceId, workspaceId), eq(notices.opportunityId, intoId)));
  const came = held.filter(({ matchedBy }) => matchedBy.how === "merge" && matchedBy.from === id);
  const procedureOf = ({ scheme, procedureKey }: Notice) => (procedureKey ? `${scheme} ${procedureKey}` : null);
  const ofMerged = new Set(came.map(procedureOf));
  const others = held.filter((notice) => !came.includes(notice));
  const mergedAt = came.map(({ matchedBy }) => matchedBy.at).find((at) => at !== undefined);
  const isSince = ({ createdAt }: Notice) => mergedAt !== undefined && createdAt > new Date(mergedAt);
  const ofOther = new Set(others.filter((notice) => !isSince(notice)).map(procedureOf));
  const since = others.filter((notice) => {
    const procedure = procedureOf(notice);
    return isSince(notice) && procedure !== null && ofMerged.has(procedure) && !ofOther.has(procedure);
  });
  for (const notice of came) {
    await tx
      .update(notices)
      .set({ opportunityId: id, matchedBy: comingBack(notice.matchedBy, intoId) })
      .where(and(eq(notices.workspaceId, workspaceId), eq(notices.id, notice.id)));
  }
  for (const notice of since) {
    await tx
      .update(notices)
      .set({ opportunityId: id })
      .where(and(eq(notices.workspaceId, workspaceId), eq(notices.id, notice.id)));
  }
  return [...came, ...since].map((notice) => notice.id);
}

/** What had come by an earlier merge still has come by that one, and can go back from there, too. */
function comingBack({ reasons, before }: Notice["matchedBy"], intoId: string): Notice["matchedBy"] {
  if (before?.how === "merge") return before;
  return {
    how: "split",
    score: 1,
    reasons: ["The merge was taken back by hand.", ...reasons.slice(1)],
    from: intoId,
  };
}
