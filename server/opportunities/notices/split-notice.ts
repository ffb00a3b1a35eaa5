import { and, eq } from "drizzle-orm";
import { type Notice, notices, opportunities } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { recordActivity } from "@/server/collaboration";
import { announce } from "@/server/jobs/announce";
import { opportunityChanged, opportunityDiscovered } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { splitDocuments } from "../merging/split-documents";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { lockOpportunity } from "../queries";
import { takeNumbers } from "../take-numbers";
import { applyNotices } from "./apply-notices";
import { lockNotices } from "./lock-notices";
import { nameOf } from "./make-opportunities";
import type { NoticeFacts } from "./notice-facts";

/**
 * A notice that was joined wrongly becomes an opportunity of its own, and stays one when it is read again. Merging the two takes it back.
 * Throws NotFoundError, ConflictError (it is the only notice of its opportunity).
 */
export async function splitNotice(ctx: WorkspaceContext, noticeId: string): Promise<{ opportunityId: string }> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    await lockNotices(tx, ctx);
    const number = await takeNumbers(tx, ctx);
    const [notice] = await tx
      .select()
      .from(notices)
      .where(and(eq(notices.workspaceId, ctx.workspace.id), eq(notices.id, noticeId)));
    if (!notice) throw new NotFoundError("notice");
    const from = await lockOpportunity(tx, ctx, notice.opportunityId);
    const all = await tx
      .select()
      .from(notices)
      .where(and(eq(notices.workspaceId, ctx.workspace.id), eq(notices.opportunityId, from.id)));
    if (all.length < 2)
      throw new ConflictError("This is the only notice of its opportunity; there is nothing to split.");
    const facts = notice.facts as NoticeFacts;
    const opportunityId = newId();
    await tx.insert(opportunities).values({
      workspaceId: ctx.workspace.id,
      id: opportunityId,
      collectionId: from.collectionId,
      number,
      title: nameOf(facts),
      kind: facts.kind ?? "other",
      createdBy: ctx.actor.userId,
    });
    const matchedBy: Notice["matchedBy"] = {
      how: "split",
      score: 1,
      reasons: [
        `Split off from #${from.number} by hand. It had been joined because: ${notice.matchedBy.reasons.join(" ")}`,
      ],
      from: from.id,
    };
    await tx
      .update(notices)
      .set({ opportunityId, matchedBy })
      .where(and(eq(notices.workspaceId, ctx.workspace.id), eq(notices.id, noticeId)));
    const others = all.filter(({ id }) => id !== noticeId);
    await splitDocuments(tx, ctx, { notice, fromId: from.id, toId: opportunityId, others });
    const left = await applyNotices(tx, ctx, from.id);
    await applyNotices(tx, ctx, opportunityId);
    const subject = opportunitySubject(from);
    await recordActivity(tx, ctx, subject, {
      deed: "notice.split",
      text: `split a notice off, which is #${number} now`,
      detail: { noticeId, opportunityId },
    });
    await recordActivity(
      tx,
      ctx,
      { ...subject, id: opportunityId },
      {
        deed: "notice.split",
        text: `split it off from #${from.number}`,
        detail: { noticeId, opportunityId: from.id },
      },
    );
    await recordAudit(tx, ctx, {
      action: "notice.split",
      subjectId: noticeId,
      detail: { from: from.id, to: opportunityId },
    });
    const about = { workspaceId: ctx.workspace.id, userId: ctx.actor.userId, noticeId };
    await announce(tx, opportunityDiscovered.create({ ...about, opportunityId }));
    await announce(tx, opportunityChanged.create({ ...about, opportunityId: from.id, changes: left.changes }));
    for (const id of [from.id, opportunityId]) announceLive(ctx, "opportunity", id);
    return { opportunityId };
  });
}
