import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, renditions, requirements } from "@/drizzle/schema";
import { foldText } from "@/lib/fold-text";
import { newId } from "@/lib/ids";
import type { AssertionOrigin } from "@/lib/vocabulary/opportunities";
import { linkDependents, recordEvidence } from "@/server/evidence";
import { InvalidInputError, NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { firstWords } from "../reading/quote-evidence";
import { nextNumber, placesBehind, revise } from "./revise";
import type { AddRequirementInput, RequirementDeed } from "./schemas";
import { labelOf } from "./to-views";

/** Adds a requirement by hand, or from words selected in a document; those are then its evidence. Throws NotFoundError (opportunity, document, requirement), InvalidInputError. */
export function addRequirement(
  ctx: WorkspaceContext,
  input: AddRequirementInput,
  // What a model proposed and a person accepted is told as such.
  taken: { origin: AssertionOrigin; reason: string } = { origin: "person", reason: "A person added it." },
): Promise<RequirementDeed> {
  return revise(ctx, { opportunityId: input.opportunityId }, async (tx, opportunity) => {
    const id = newId();
    const cited = input.place ? await cite(tx, ctx, id, input.place) : null;
    const text = input.text ?? cited?.text;
    if (!text) throw new InvalidInputError("Write the requirement, or select its words in a document.");
    const number = await nextNumber(tx, ctx, opportunity.id);
    const behind = await positionBehind(tx, ctx, input);
    const [position = 0] = await placesBehind(tx, ctx, opportunity.id, behind);
    return {
      deed: "add",
      text: `added ${labelOf(number)}`,
      changes: [],
      added: [
        {
          workspaceId: ctx.workspace.id,
          id,
          opportunityId: opportunity.id,
          number,
          text: text.slice(0, 10_000),
          kind: input.kind,
          isMandatory: input.isMandatory,
          obliged: input.obliged,
          section: input.section ?? "",
          note: input.note ?? null,
          position,
          ...taken,
          documentId: input.place?.documentId ?? null,
          evidenceId: cited?.evidenceId ?? null,
          fingerprint: foldText(text).trim().slice(0, 2000),
          editedBy: ctx.actor.userId,
        },
      ],
    };
  });
}

async function cite(tx: Tx, ctx: WorkspaceContext, id: string, place: NonNullable<AddRequirementInput["place"]>) {
  const [found] = await tx
    .select({ renditionId: renditions.id, text: renditions.text })
    .from(renditions)
    .innerJoin(
      documents,
      and(eq(documents.workspaceId, renditions.workspaceId), eq(documents.id, renditions.documentId)),
    )
    .where(
      and(
        eq(renditions.workspaceId, ctx.workspace.id),
        eq(renditions.documentId, place.documentId),
        place.renditionId
          ? eq(renditions.id, place.renditionId)
          : sql`${renditions.snapshotId} = ${documents.currentSnapshotId}`,
      ),
    )
    .orderBy(desc(renditions.id))
    .limit(1);
  if (!found) throw new NotFoundError("document");
  const selected = found.text.slice(place.start, place.end).replace(/\s+/g, " ").trim();
  if (selected === "") throw new InvalidInputError("There are no words in the selection.");
  const { start, end } = firstWords(found.text, place.start, place.end);
  const quote = found.text.slice(start, end);
  const [recorded] = await recordEvidence(tx, ctx, [{ renditionId: found.renditionId, start, end, quote }]);
  if (!recorded) throw new Error("the evidence was not stored");
  await linkDependents(tx, ctx, [{ evidenceId: recorded.id, kind: "requirement", dependentId: id }]);
  return { text: selected, evidenceId: recorded.id };
}

/** Behind the one that is named; otherwise at the end of its document, or of all. */
async function positionBehind(tx: Tx, ctx: WorkspaceContext, input: AddRequirementInput): Promise<number | null> {
  const ofOpportunity = and(
    eq(requirements.workspaceId, ctx.workspace.id),
    eq(requirements.opportunityId, input.opportunityId),
  );
  if (input.afterId) {
    const [after] = await tx
      .select({ position: requirements.position })
      .from(requirements)
      .where(and(ofOpportunity, eq(requirements.id, input.afterId)));
    if (!after) throw new NotFoundError("requirement");
    return after.position;
  }
  const last = async (documentId?: string) => {
    const [row] = await tx
      .select({ position: sql<number | null>`max(${requirements.position})` })
      .from(requirements)
      .where(and(ofOpportunity, documentId ? eq(requirements.documentId, documentId) : undefined));
    return row?.position ?? null;
  };
  return (input.place && (await last(input.place.documentId))) ?? (await last());
}
