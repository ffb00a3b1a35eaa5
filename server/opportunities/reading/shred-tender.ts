import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunityDocuments, opportunityFields, opportunityReadings, requirements } from "@/drizzle/schema";
import { foldText } from "@/lib/fold-text";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { recordAmendment } from "../amendments/record-amendment";
import { refreshOpportunity } from "../refresh/refresh-opportunity";
import { type LoadedDocument, loadPackage, toPackage } from "./load-package";
import { shredPackageInWorker } from "./read-in-worker";
import type { ShreddedPackage } from "./read-package";
import { lockReadable, setPhase } from "./read-tender";
import { ofReading } from "./request-reading";
import { storeRequirements } from "./store-requirements";

/**
 * Takes what the documents of an opportunity demand, document by document, each in a transaction of its own, so that people see requirements
 * arrive. `isComplete`: no file is still being read, so each document then counts as shredded. A document that had another version before is
 * compared with it, and what the buyer changed becomes an amendment. Safe to run again.
 */
export async function shredTender(
  ctx: WorkspaceContext,
  opportunityId: string,
  isComplete: boolean,
): Promise<{ requirements: number }> {
  const loaded = await inWorkspace(ctx, async (tx) => {
    if (!(await lockReadable(tx, ctx, opportunityId))) return [];
    await setPhase(tx, ctx, opportunityId, "shredding");
    return loadPackage(tx, ctx, opportunityId);
  });
  if (loaded.length === 0) {
    await markUnreadable(ctx, opportunityId, isComplete);
    return { requirements: 0 };
  }
  const shredded = await shredPackageInWorker({ documents: toPackage(loaded) });
  const ids: (string | undefined)[] = new Array(shredded.requirements.length);
  for (const document of loaded) {
    const isGoing = await inWorkspace(ctx, (tx) =>
      storeDocument(tx, ctx, opportunityId, document, shredded, ids, isComplete),
    );
    if (!isGoing) return { requirements: 0 };
  }
  await inWorkspace(ctx, async (tx) => {
    if (!(await lockReadable(tx, ctx, opportunityId))) return;
    await linkTwins(tx, ctx, shredded, ids);
    await linkFactors(tx, ctx, opportunityId);
    await refreshOpportunity(tx, ctx, opportunityId);
  });
  await markUnreadable(ctx, opportunityId, isComplete);
  return { requirements: shredded.requirements.length };
}

async function storeDocument(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  document: LoadedDocument,
  shredded: ShreddedPackage,
  ids: (string | undefined)[],
  isComplete: boolean,
): Promise<boolean> {
  const opportunity = await lockReadable(tx, ctx, opportunityId);
  if (!opportunity) return false;
  const places = shredded.requirements.flatMap(({ place }, index) => (place.document === document.id ? [index] : []));
  const comparison = shredded.comparisons.find(({ id }) => id === document.id) ?? null;
  const stored = await storeRequirements(tx, ctx, opportunityId, {
    document,
    extracted: places.map((index) => shredded.requirements[index]).filter((one) => one !== undefined),
    comparison,
    isFirstReading: document.shreddedSnapshotId === null,
  });
  for (const [at, id] of stored.idOf) {
    const index = places[at];
    if (index !== undefined) ids[index] = id;
  }
  if (comparison) {
    await recordAmendment(tx, ctx, opportunity, {
      documentId: document.id,
      beforeSnapshotId: document.shreddedSnapshotId,
      afterSnapshotId: document.snapshotId,
      items: stored.items,
      changes: comparison.summaryChanges,
      changedIds: stored.changedIds,
    });
  }
  // A provisional pass is repeated when the rest has arrived; a comparison must not be.
  if (isComplete || comparison) {
    await tx
      .update(opportunityDocuments)
      .set({ shreddedSnapshotId: document.snapshotId, shreddedAt: new Date() })
      .where(ofLink(ctx, opportunityId, document.id));
  }
  await tx
    .update(opportunityReadings)
    .set({ shreddedCount: sql`${opportunityReadings.shreddedCount} + 1` })
    .where(ofReading(ctx, opportunityId));
  announceLive(ctx, "opportunity", opportunityId);
  announceLive(ctx, "requirement", opportunityId);
  return true;
}

const ofLink = (ctx: WorkspaceContext, opportunityId: string, documentId: string) =>
  and(
    eq(opportunityDocuments.workspaceId, ctx.workspace.id),
    eq(opportunityDocuments.opportunityId, opportunityId),
    eq(opportunityDocuments.documentId, documentId),
  );

/** A document without words demands nothing; it has been looked at all the same. */
async function markUnreadable(ctx: WorkspaceContext, opportunityId: string, isComplete: boolean): Promise<void> {
  if (!isComplete) return;
  await inWorkspace(ctx, (tx) =>
    tx.execute(sql`update opportunity_documents l set shredded_snapshot_id = d.current_snapshot_id, shredded_at = now()
      from documents d where l.workspace_id = ${ctx.workspace.id} and l.opportunity_id = ${opportunityId}
        and d.workspace_id = l.workspace_id and d.id = l.document_id and d.current_snapshot_id is not null
        and l.shredded_snapshot_id is distinct from d.current_snapshot_id
        and not exists (select from renditions r where r.workspace_id = d.workspace_id and r.snapshot_id = d.current_snapshot_id and r.text ~ '\\S')`),
  );
}

/** Equal requirements of other documents point at the first one; people's own links are theirs. */
async function linkTwins(
  tx: Tx,
  ctx: WorkspaceContext,
  shredded: ShreddedPackage,
  ids: readonly (string | undefined)[],
): Promise<void> {
  const known = ids.filter((id) => id !== undefined);
  if (known.length === 0) return;
  const twins = shredded.requirements.flatMap(({ duplicateOf }, index) => {
    const id = ids[index];
    const first = duplicateOf === undefined ? undefined : ids[duplicateOf];
    return id && first && id !== first ? [{ id, first }] : [];
  });
  await tx
    .update(requirements)
    .set({ duplicateOfId: null })
    .where(and(eq(requirements.workspaceId, ctx.workspace.id), inArray(requirements.id, known)));
  for (let from = 0; from < twins.length; from += 500) {
    const part = twins.slice(from, from + 500);
    await tx.execute(sql`update requirements r set duplicate_of_id = t.first
      from unnest(${sql.param(part.map(({ id }) => id))}::uuid[], ${sql.param(part.map(({ first }) => first))}::uuid[]) as t(id, first)
      where r.workspace_id = ${ctx.workspace.id} and r.id = t.id`);
  }
}

/** A requirement whose words or headings name an evaluation factor is judged under it. */
async function linkFactors(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<void> {
  const factors = await tx
    .select({ id: opportunityFields.id, value: opportunityFields.value, text: opportunityFields.text })
    .from(opportunityFields)
    .where(
      and(
        eq(opportunityFields.workspaceId, ctx.workspace.id),
        eq(opportunityFields.opportunityId, opportunityId),
        eq(opportunityFields.name, "evaluation_factor"),
      ),
    );
  const named = factors
    .map(({ id, value, text }) => ({ id, words: foldText((value as { name?: string }).name ?? text) }))
    // "Price" alone stands everywhere.
    .filter(({ words }) => words.length >= 10);
  if (named.length === 0) return;
  const rows = await tx
    .select({ id: requirements.id, section: requirements.section, text: requirements.text })
    .from(requirements)
    .where(
      and(
        eq(requirements.workspaceId, ctx.workspace.id),
        eq(requirements.opportunityId, opportunityId),
        isNull(requirements.factorId),
        isNull(requirements.editedBy),
      ),
    );
  for (const { id, words } of named) {
    const judged = rows
      .filter(({ section, text }) => `${foldText(section)} ${foldText(text)} `.includes(`${words} `))
      .map((row) => row.id);
    if (judged.length === 0) continue;
    await tx
      .update(requirements)
      .set({ factorId: id })
      .where(and(eq(requirements.workspaceId, ctx.workspace.id), inArray(requirements.id, judged)));
  }
}
