import type { Tx } from "@/drizzle/client";
import { type AmendmentItem, amendments, type Opportunity } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { recordReopenings } from "../reopened/record-reopenings";
import type { StatedMove } from "./same-move";
import { summariseAmendment } from "./summarise-amendment";

/**
 * Writes down that a new notice moved the submission date, so that it is approved like any other amendment and what was built on the date is
 * opened again. In the caller's transaction, which tells and announces it.
 */
export async function recordNoticeAmendment(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunity: Opportunity,
  noticeId: string,
  moved: StatedMove,
): Promise<void> {
  const dates = shownMove(moved);
  const nothing = { changes: [], counts: { added: 0, removed: 0, changed: 0, moved: 0, unchanged: 0 } };
  const items: AmendmentItem[] = [{ what: "deadline", requirementId: null, detail: "submission", ...dates }];
  const id = newId();
  await tx.insert(amendments).values({
    workspaceId: ctx.workspace.id,
    id,
    opportunityId: opportunity.id,
    noticeId,
    summary: summariseAmendment(nothing, [{ kind: "submission", ...dates }]),
    items,
  });
  await recordReopenings(tx, ctx, opportunity, { id, items });
}

/** As amendments state it, of days and instants in ISO's writing. */
export function shownMove({ before, after }: StatedMove): StatedMove {
  return { before: before && shownMoment(before), after: after && shownMoment(after) };
}

/** "2031-03-01 12:00 UTC" of an instant, a day as it is. */
function shownMoment(moment: string): string {
  return moment.includes("T") ? `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC` : moment;
}
