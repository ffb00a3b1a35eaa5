import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, opportunities, opportunityDocuments, opportunityWatchers } from "@/drizzle/schema";
import { announce } from "@/server/jobs/announce";
import { opportunityChanged, opportunityDiscovered } from "@/server/jobs/events";
import { notifyMembers } from "@/server/notifications";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { recordNoticeAmendment, shownMove } from "../amendments/record-notice-amendment";
import { isToldByPaper } from "../amendments/told-move";
import { requestReading } from "../reading/request-reading";
import { applyNotices } from "./apply-notices";
import { lockNotices } from "./lock-notices";
import { makeOpportunities } from "./make-opportunities";
import { type KeptNotice, keepNotice, type NoticeToRecord, openBatch, type RecordNoticesInput } from "./notice-batch";
import type { NoticeChange } from "./notice-facts";

export interface RecordedNotices {
  added: number;
  changed: number;
  unchanged: number;
  /** Opportunities that were made, and those that say something else than before. */
  discovered: string[];
  amended: string[];
  /** Keys of notices that were left out, because they belong to an opportunity that the actor may not see. */
  hidden: string[];
}

/** So many are matched and kept in one transaction. */
const perTransaction = 50;

/**
 * Keeps notices as read: the same publication with the same facts adds nothing; another version of it replaces its facts; a new one joins the
 * opportunity that it is about, or makes one. Dates that moved stay as history, and whoever watches is told. Safe to do twice.
 */
export async function recordNotices(ctx: WorkspaceContext, input: RecordNoticesInput): Promise<RecordedNotices> {
  authorize(ctx, "opportunities:write");
  const recorded: RecordedNotices = { added: 0, changed: 0, unchanged: 0, discovered: [], amended: [], hidden: [] };
  // Of two statements of one publication in one reading the last counts.
  const byKey = new Map(input.notices.map((notice) => [`${notice.facts.scheme} ${notice.facts.key}`, notice]));
  const ordered = [...byKey.values()].sort((one, other) =>
    (one.facts.publishedAt ?? "").localeCompare(other.facts.publishedAt ?? ""),
  );
  for (let from = 0; from < ordered.length; from += perTransaction) {
    await recordSome(ctx, input, ordered.slice(from, from + perTransaction), recorded);
  }
  return recorded;
}

async function recordSome(
  ctx: WorkspaceContext,
  input: RecordNoticesInput,
  some: readonly NoticeToRecord[],
  recorded: RecordedNotices,
): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    // Two sources that bring the same tender at once must not both find it new.
    await lockNotices(tx, ctx);
    const touched = new Map<string, { noticeId: string }>();
    const toRead = new Set<string>();
    const linked: [notice: KeptNotice["notice"], ids: readonly string[]][] = [];
    const batch = await openBatch(tx, ctx, input, some);
    for (const one of some) {
      if (batch.hidden.has(one)) {
        recorded.hidden.push(one.facts.key);
        continue;
      }
      const kept = await keepNotice(tx, ctx, batch, one);
      recorded[kept.outcome] += 1;
      linked.push([kept.notice, one.attachmentIds ?? []]);
      if (kept.outcome !== "unchanged") touched.set(kept.notice.opportunityId, { noticeId: kept.notice.id });
    }
    const made = [...batch.pending.values()];
    await makeOpportunities(tx, ctx, input.collectionId, made);
    for (const [notice, ids] of linked) {
      if (await linkDocuments(tx, ctx, notice, ids)) toRead.add(notice.opportunityId);
    }
    const aboutOf = (opportunityId: string, noticeId: string) => ({
      workspaceId: ctx.workspace.id,
      userId: ctx.actor.userId,
      opportunityId,
      noticeId,
    });
    await announce(
      tx,
      ...made.map(({ id }) => opportunityDiscovered.create(aboutOf(id, touched.get(id)?.noticeId ?? ""))),
    );
    recorded.discovered.push(...made.map(({ id }) => id));
    for (const [opportunityId, { noticeId }] of touched) {
      if (!batch.pending.has(opportunityId)) {
        // What somebody has removed stays removed, whatever is published about it.
        if (!(await isThere(tx, ctx, opportunityId))) continue;
        const { after, changes } = await applyNotices(tx, ctx, opportunityId);
        recorded.amended.push(opportunityId);
        const moved = changes.find(({ what, before, after: now }) => what === "deadline" && isMove(before, now));
        const isTold = moved !== undefined && (await isToldByPaper(tx, ctx, opportunityId, shownMove(moved)));
        if (moved && !isTold) await recordNoticeAmendment(tx, ctx, after, noticeId, moved);
        await announce(tx, opportunityChanged.create({ ...aboutOf(opportunityId, noticeId), changes }));
        await tell(tx, ctx, after, noticeId, isTold ? changes.filter((change) => change !== moved) : changes);
      }
      announceLive(ctx, "opportunity", opportunityId);
    }
    for (const opportunityId of toRead) await requestReading(tx, ctx, opportunityId);
    if (touched.size > 0) {
      const detail = { sourceId: input.sourceId ?? null, opportunities: touched.size, discovered: made.length };
      await recordAudit(tx, ctx, { action: "notice.record", detail });
    }
  });
}

/** The hour of a day that was stated without one is no move. */
function isMove(before: string | null, now: string | null): boolean {
  if (before === null || now === null) return before !== null;
  const isDay = before.length === 10 || now.length === 10;
  return isDay ? before.slice(0, 10) !== now.slice(0, 10) : before !== now;
}

async function isThere(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<boolean> {
  const [locked] = await tx
    .select({ deletedAt: opportunities.deletedAt })
    .from(opportunities)
    .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, opportunityId)))
    .for("update");
  return locked?.deletedAt === null;
}

/** Returns whether one of them was not among the opportunity's documents before. */
async function linkDocuments(
  tx: Tx,
  ctx: WorkspaceContext,
  { opportunityId, matchedBy }: KeptNotice["notice"],
  ids: readonly string[],
): Promise<boolean> {
  if (ids.length === 0) return false;
  const present = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(eq(documents.workspaceId, ctx.workspace.id), sql`${documents.id} = any(${sql.param([...ids])}::uuid[])`),
    );
  if (present.length === 0) return false;
  // What comes by a notice goes where the notice goes.
  const mergedFrom = matchedBy.how === "merge" ? (matchedBy.from ?? null) : null;
  const linked = await tx
    .insert(opportunityDocuments)
    .values(present.map(({ id }) => ({ workspaceId: ctx.workspace.id, opportunityId, documentId: id, mergedFrom })))
    .onConflictDoNothing()
    .returning({ id: opportunityDocuments.documentId });
  return linked.length > 0;
}

/** Owner and watchers hear of a moved deadline and of an end; the rest is on the page. */
async function tell(
  tx: Tx,
  ctx: WorkspaceContext,
  after: typeof opportunities.$inferSelect,
  noticeId: string,
  changes: readonly NoticeChange[],
): Promise<void> {
  const moved = changes.find(({ what }) => what === "deadline");
  const ended = changes.find(
    ({ what, after: is }) => what === "status" && /^(?:cancelled|closed|awarded|unlisted)$/.test(is ?? ""),
  );
  if (!moved && !ended) return;
  const watching = await tx
    .select({ userId: opportunityWatchers.userId })
    .from(opportunityWatchers)
    .where(and(eq(opportunityWatchers.workspaceId, ctx.workspace.id), eq(opportunityWatchers.opportunityId, after.id)));
  const among = [...new Set([...watching.map(({ userId }) => userId), ...(after.ownerId ? [after.ownerId] : [])])];
  if (among.length === 0) return;
  await notifyMembers(
    tx,
    ctx,
    "opportunities:read",
    {
      kind: moved ? "deadline_moved" : "opportunity_amended",
      title: moved ? `The deadline of ${after.title} has moved` : `${after.title} is ${inWords(ended?.after)}`,
      body: moved
        ? `It was ${moved.before ?? "not stated"} and is now ${moved.after ?? "no longer stated"}.`
        : ended?.after === "unlisted"
          ? "Its portal has taken it off its list without saying why."
          : "The buyer has published it.",
      path: `/opportunities/${after.id}`,
      occasion: `notice ${noticeId} ${moved?.after ?? ""} ${ended?.after ?? ""}`,
    },
    among,
  );
}

const inWords = (status: string | null | undefined) => (status === "unlisted" ? "no longer listed" : status);
