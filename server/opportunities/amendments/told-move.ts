import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Amendment, amendments, type MovedDate } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { isSameMove, type StatedMove } from "./same-move";

/**
 * Of dates that papers moved those that no notice has told of. A notice that did is given the words of both sides, which it lacks.
 * In the caller's transaction.
 */
export async function leaveOutTold(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  moved: readonly MovedDate[],
): Promise<MovedDate[]> {
  if (!moved.some(({ kind }) => kind === "submission")) return [...moved];
  const told = await newestMove(tx, ctx, opportunityId, "notice");
  const left: MovedDate[] = [];
  for (const one of moved) {
    if (!told || one.kind !== "submission" || !isSameMove(told.move, one)) left.push(one);
    else if (one.quotes && !told.move.quotes) await giveWords(tx, ctx, told.amendment, one.quotes);
  }
  return left;
}

/** Whether a paper that was read before its notice has told of the move already. In the caller's transaction. */
export async function isToldByPaper(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  move: StatedMove,
): Promise<boolean> {
  const told = await newestMove(tx, ctx, opportunityId, "paper");
  return told !== null && isSameMove(told.move, move);
}

/** The last move of the submission date that such a one told of. */
async function newestMove(tx: Tx, ctx: WorkspaceContext, opportunityId: string, by: "notice" | "paper") {
  const rows = await tx
    .select()
    .from(amendments)
    .where(
      and(
        eq(amendments.workspaceId, ctx.workspace.id),
        eq(amendments.opportunityId, opportunityId),
        by === "notice" ? isNotNull(amendments.noticeId) : isNull(amendments.noticeId),
      ),
    )
    .orderBy(desc(amendments.createdAt));
  for (const amendment of rows) {
    const move = amendment.items.find(isSubmission);
    if (move) return { amendment, move };
  }
  return null;
}

const isSubmission = ({ what, detail }: Amendment["items"][number]) => what === "deadline" && detail === "submission";

async function giveWords(tx: Tx, ctx: WorkspaceContext, { id, items }: Amendment, quotes: MovedDate["quotes"]) {
  await tx
    .update(amendments)
    .set({ items: items.map((item) => (isSubmission(item) && quotes ? { ...item, quotes } : item)) })
    .where(and(eq(amendments.workspaceId, ctx.workspace.id), eq(amendments.id, id)));
}
