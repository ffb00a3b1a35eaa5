import { and, asc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  documents,
  evidence,
  opportunityDocuments,
  opportunityReadings,
  type Refinement as RefinementState,
  renditions,
  requirementProposals,
  requirements,
} from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { FallbackReason } from "@/lib/vocabulary/models";
import { pageAt } from "@/server/evidence";
import { findModelName } from "@/server/models";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { ofReading } from "../reading/request-reading";
import { gateRefinement, type ShownRequirement } from "./gate-refinement";
import { judgeRefinement } from "./judge-refinement";
import { type Part, splitParts } from "./split-parts";

/** Of one document in one version, what a model is asked about in one call. */
export interface RefinablePart extends Part {
  documentId: string;
  snapshotId: string;
  /** With it the document has been gone through. */
  isLast: boolean;
}

/** In one turn; a person may ask for the rest. */
const mostParts = 40;

/** What of an opportunity's documents no model has gone through yet, in their current versions; nothing where the workspace has no model. */
export async function listRefinable(ctx: WorkspaceContext, opportunityId: string): Promise<RefinablePart[]> {
  if (!(await findModelName(ctx))) return [];
  const rows = await inWorkspace(ctx, (tx) =>
    tx
      .select({ documentId: documents.id, snapshotId: renditions.snapshotId, text: renditions.text })
      .from(opportunityDocuments)
      .innerJoin(
        documents,
        and(eq(documents.workspaceId, ctx.workspace.id), eq(documents.id, opportunityDocuments.documentId)),
      )
      .innerJoin(
        renditions,
        and(eq(renditions.workspaceId, ctx.workspace.id), eq(renditions.snapshotId, documents.currentSnapshotId)),
      )
      .where(
        and(
          eq(opportunityDocuments.workspaceId, ctx.workspace.id),
          eq(opportunityDocuments.opportunityId, opportunityId),
          isNull(opportunityDocuments.detachedAt),
          isNull(documents.deletedAt),
          sql`${opportunityDocuments.shreddedSnapshotId} = ${documents.currentSnapshotId}`,
          or(
            isNull(opportunityDocuments.refinedSnapshotId),
            ne(opportunityDocuments.refinedSnapshotId, renditions.snapshotId),
          ),
        ),
      )
      .orderBy(asc(documents.path)),
  );
  const parts = rows.flatMap(({ documentId, snapshotId, text }) => {
    const cut = splitParts(text);
    return cut.map((part, index) => ({ ...part, documentId, snapshotId, isLast: index === cut.length - 1 }));
  });
  return parts.slice(0, mostParts);
}

/** Why asking further is in vain for now. */
const hopeless: readonly FallbackReason[] = ["no_model", "disabled", "missing_key", "over_budget", "circuit_open"];

export interface RefinedPart {
  isAnswered: boolean;
  /** Asking about the next part makes no sense: no budget, no model. */
  isHopeless: boolean;
  reason: FallbackReason | null;
  proposed: number;
  dropped: number;
}

/**
 * Asks the workspace's model about one part and keeps what passes the gate as proposals, each once; one that somebody has rejected is not made again.
 * Without an answer nothing changes. Safe to run again.
 */
export async function refinePart(
  ctx: WorkspaceContext,
  opportunityId: string,
  part: RefinablePart,
): Promise<RefinedPart> {
  const nothing = { isAnswered: true, isHopeless: false, reason: null, proposed: 0, dropped: 0 };
  const loaded = await inWorkspace(ctx, (tx) => loadPart(tx, ctx, opportunityId, part));
  if (!loaded) return nothing;
  const { rendition, title, shown } = loaded;
  const result = await judgeRefinement(ctx, {
    title,
    text: rendition.text.slice(part.start, part.end),
    requirements: shown.map(
      (one) =>
        `${one.number}: ${one.kind}, ${one.isMandatory ? "mandatory" : "optional"}: ${rendition.text.slice(one.start, one.end).replace(/\s+/g, " ")}`,
    ),
  });
  if (result.engine !== "model") {
    const reason = result.fallbackReason;
    return { ...nothing, isAnswered: false, isHopeless: reason !== null && hopeless.includes(reason), reason };
  }
  const { proposals, dropped } = gateRefinement(rendition.text, part, shown, result.value);
  const model = (await findModelName(ctx)) ?? "a model";
  const stored = await inWorkspace(ctx, async (tx) => {
    if (proposals.length === 0) return [];
    const rows = await tx
      .insert(requirementProposals)
      .values(
        proposals.map((one) => ({
          ...one,
          workspaceId: ctx.workspace.id,
          id: newId(),
          opportunityId,
          documentId: part.documentId,
          renditionId: rendition.id,
          page: pageAt(rendition.pages, one.start),
          model,
        })),
      )
      .onConflictDoNothing()
      .returning({ id: requirementProposals.id });
    announceLive(ctx, "requirement", opportunityId);
    return rows;
  });
  return { ...nothing, proposed: stored.length, dropped: dropped.length };
}

/** The part and the requirements whose words stand in it; null when the document has another version by now. */
async function loadPart(tx: Tx, ctx: WorkspaceContext, opportunityId: string, part: RefinablePart) {
  const [found] = await tx
    .select({ id: renditions.id, text: renditions.text, pages: renditions.pages, title: documents.title })
    .from(renditions)
    .innerJoin(
      documents,
      and(
        eq(documents.workspaceId, ctx.workspace.id),
        eq(documents.id, renditions.documentId),
        isNull(documents.deletedAt),
      ),
    )
    .where(
      and(
        eq(renditions.workspaceId, ctx.workspace.id),
        eq(renditions.snapshotId, part.snapshotId),
        eq(documents.currentSnapshotId, part.snapshotId),
      ),
    )
    .orderBy(sql`${renditions.id} desc`)
    .limit(1);
  if (!found) return null;
  const shown: ShownRequirement[] = await tx
    .select({
      id: requirements.id,
      number: requirements.number,
      revision: requirements.revision,
      kind: requirements.kind,
      isMandatory: requirements.isMandatory,
      obliged: requirements.obliged,
      start: evidence.start,
      end: evidence.end,
    })
    .from(requirements)
    .innerJoin(evidence, and(eq(evidence.workspaceId, ctx.workspace.id), eq(evidence.id, requirements.evidenceId)))
    .where(
      and(
        eq(requirements.workspaceId, ctx.workspace.id),
        eq(requirements.opportunityId, opportunityId),
        eq(requirements.state, "active"),
        eq(evidence.renditionId, found.id),
        sql`${evidence.start} >= ${part.start} and ${evidence.start} < ${part.end}`,
      ),
    )
    .orderBy(asc(evidence.start));
  return { rendition: found, title: found.title, shown };
}

/** The model has gone through these documents; another version of one is another matter. */
export async function markRefined(
  ctx: WorkspaceContext,
  opportunityId: string,
  refined: readonly { documentId: string; snapshotId: string }[],
): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    for (const { documentId, snapshotId } of refined) {
      await tx
        .update(opportunityDocuments)
        .set({ refinedSnapshotId: snapshotId })
        .where(
          and(
            eq(opportunityDocuments.workspaceId, ctx.workspace.id),
            eq(opportunityDocuments.opportunityId, opportunityId),
            inArray(opportunityDocuments.documentId, [documentId]),
          ),
        );
    }
  });
}

/** Says how far it is, where screens look. */
export async function noteRefinement(
  ctx: WorkspaceContext,
  opportunityId: string,
  refinement: Omit<RefinementState, "at">,
): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    await tx
      .update(opportunityReadings)
      .set({ refinement: { ...refinement, at: new Date().toISOString() } })
      .where(ofReading(ctx, opportunityId));
    announceLive(ctx, "requirement", opportunityId);
  });
}
