import { eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { amendments, type MovedDate, type Opportunity, opportunityReadings } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { recordActivity } from "@/server/collaboration";
import { announce } from "@/server/jobs/announce";
import { requirementsChanged } from "@/server/jobs/events";
import { announceLive } from "@/server/platform/live";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { tellFollowers } from "../pipeline/tell-followers";
import { ofReading } from "../reading/request-reading";
import { recordReopenings } from "../reopened/record-reopenings";
import { findToldBefore } from "./find-told-before";
import { leaveOutTold } from "./told-move";
import { type Repeated, type WhatChanged, whatIsNew } from "./what-is-new";

export interface NewAmendment extends WhatChanged {
  documentId: string;
  beforeSnapshotId: string | null;
  afterSnapshotId: string;
  /** Dates that moved, where it is not the reading that found them. */
  dates?: MovedDate[];
  changedIds: string[];
}

/**
 * Writes down what a new version of a document changed, or an addendum beside the others, tells owner and watchers, and announces it, so that what was built on the old demands is
 * opened again. A version that changes no demand and no date, or only what another paper was told to change, is no amendment. In the caller's transaction. Returns its id.
 */
export async function recordAmendment(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunity: Opportunity,
  input: NewAmendment,
): Promise<string | null> {
  const [reading] = await tx
    .select({ movedDates: opportunityReadings.movedDates })
    .from(opportunityReadings)
    .where(ofReading(ctx, opportunity.id));
  const isOwn = ({ documentId }: Pick<MovedDate, "documentId">) => !documentId || documentId === input.documentId;
  const noted = (reading?.movedDates ?? []).filter((one) => one.before !== one.after && isOwn(one));
  if (noted.length > 0) {
    const movedDates = (reading?.movedDates ?? []).filter((one) => !isOwn(one));
    await tx.update(opportunityReadings).set({ movedDates }).where(ofReading(ctx, opportunity.id));
  }
  const toldBefore = await findToldBefore(tx, ctx, opportunity.id, input.documentId);
  const moved = await leaveOutTold(tx, ctx, opportunity.id, input.dates ?? noted);
  const { items, summary, repeated, isSubmissionMoved } = whatIsNew(input, moved, toldBefore);
  await reopenRepeated(tx, ctx, opportunity, repeated);
  if (items.length === 0) return null;
  const id = newId();
  await tx.insert(amendments).values({
    workspaceId: ctx.workspace.id,
    id,
    opportunityId: opportunity.id,
    documentId: input.documentId,
    beforeSnapshotId: input.beforeSnapshotId,
    afterSnapshotId: input.afterSnapshotId,
    summary,
    items,
  });
  const reopened = await recordReopenings(tx, ctx, opportunity, { id, items });
  await recordActivity(tx, ctx, opportunitySubject(opportunity), {
    deed: "amendment.read",
    text: `found that the buyer changed a document: ${summary}`.slice(0, 600),
    detail: { amendmentId: id },
  });
  await tellFollowers(tx, ctx, opportunity, {
    kind: isSubmissionMoved ? "deadline_moved" : "opportunity_amended",
    title: isSubmissionMoved ? `${opportunity.title}: the submission date moved` : `${opportunity.title} was amended`,
    body: `${reopened > 0 ? `${reopened} of our own to confirm again. ` : ""}${summary}`.slice(0, 500),
    occasion: `amendment ${id}`,
  });
  await announce(
    tx,
    requirementsChanged.create({
      workspaceId: ctx.workspace.id,
      userId: null,
      opportunityId: opportunity.id,
      requirementIds: input.changedIds.slice(0, 2000),
      amendmentId: id,
    }),
  );
  announceLive(ctx, "opportunity", opportunity.id);
  return id;
}

/** What was built on the other paper's own rows is opened again all the same, under the amendment that told it. */
async function reopenRepeated(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunity: Opportunity,
  repeated: readonly Repeated[],
): Promise<void> {
  for (const id of new Set(repeated.map(({ amendmentId }) => amendmentId))) {
    const items = repeated.flatMap(({ item, amendmentId }) => (amendmentId === id ? [item] : []));
    await recordReopenings(tx, ctx, opportunity, { id, items });
  }
}

export const ofAmendments = (ctx: WorkspaceContext) => eq(amendments.workspaceId, ctx.workspace.id);
