import { eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  type AmendmentItem,
  amendments,
  type MovedDate,
  type Opportunity,
  opportunityReadings,
} from "@/drizzle/schema";
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
import type { ChangedField } from "./compare-fields";
import type { ChangedLine } from "./compare-lines";
import type { RequirementChange } from "./compared-requirement";
import { countItems } from "./count-items";
import { summariseAmendment } from "./summarise-amendment";
import { leaveOutTold } from "./told-move";

export interface NewAmendment {
  documentId: string;
  beforeSnapshotId: string | null;
  afterSnapshotId: string;
  items: AmendmentItem[];
  changes: RequirementChange[];
  /** Factors, limits, sums and dates of a schedule that no demand states. */
  fields: ChangedField[];
  /** Rows, items and sentences that no demand states. */
  lines?: ChangedLine[];
  /** Dates that moved, where it is not the reading that found them. */
  dates?: MovedDate[];
  changedIds: string[];
}

/**
 * Writes down what a new version of a document changed, or an addendum beside the others, tells owner and watchers, and announces it, so that what was built on the old demands is
 * opened again. A version that changes no demand and no date is no amendment. In the caller's transaction. Returns its id.
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
  const moved = await leaveOutTold(tx, ctx, opportunity.id, input.dates ?? noted);
  if (input.items.length + moved.length + input.fields.length + (input.lines?.length ?? 0) === 0) return null;
  const count = (type: RequirementChange["type"]) => input.changes.filter((change) => change.type === type).length;
  // What is said is what the rows tell, those that were merged or split among them; only rows that stayed have no item.
  const { added, removed, changed, affected } = countItems(input.items);
  const counts = { added, removed, changed, moved: count("moved"), unchanged: count("unchanged") };
  const lines = (input.lines ?? []).map((line): AmendmentItem => ({ ...line, requirementId: null, detail: "text" }));
  const summary = summariseAmendment({ changes: input.changes, counts }, moved, input.fields, {
    affected,
    lines: lines.length,
  });
  const deadlines = moved.map(
    ({ kind, before, after, quotes }): AmendmentItem => ({
      what: "deadline",
      requirementId: null,
      before,
      after,
      detail: kind,
      ...(quotes ? { quotes } : {}),
    }),
  );
  const fields = input.fields.map(
    ({ name, before, after }): AmendmentItem => ({
      what: name === "date" ? "deadline" : "field",
      requirementId: null,
      before,
      after,
      detail: name === "date" ? "other" : name,
    }),
  );
  const id = newId();
  const items = [...deadlines, ...fields, ...input.items, ...lines];
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
  const isMoved = moved.some(({ kind }) => kind === "submission");
  await tellFollowers(tx, ctx, opportunity, {
    kind: isMoved ? "deadline_moved" : "opportunity_amended",
    title: isMoved ? `${opportunity.title}: the submission date moved` : `${opportunity.title} was amended`,
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

export const ofAmendments = (ctx: WorkspaceContext) => eq(amendments.workspaceId, ctx.workspace.id);
