import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunityDocuments, opportunityReadings } from "@/drizzle/schema";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { recordAddenda } from "../amendments/record-addenda";
import { recordAmendment } from "../amendments/record-amendment";
import { recordCounterparts } from "../amendments/record-counterparts";
import { recordLeftMoves } from "../amendments/record-left-moves";
import { refreshOpportunity } from "../refresh/refresh-opportunity";
import { linkFactors, linkTwins } from "./link-requirements";
import { type LoadedDocument, type LoadedPackage, loadPackage, toPackage } from "./load-package";
import { shredPackageInWorker } from "./read-in-worker";
import type { ShreddedPackage } from "./read-package";
import { countFiles, lockReadable, setPhase } from "./read-tender";
import { ofReading } from "./request-reading";
import { storeRequirements } from "./store-requirements";

/**
 * Takes what the documents of an opportunity demand, document by document, each in a transaction of its own, so that people see requirements
 * arrive. `isComplete`: no file is still being read, so each document then counts as shredded. A document that had another version before is
 * compared with it, and what the buyer changed becomes an amendment. `snapshotIds`: the versions whose fields have been read. `isWhole`: all files had been read when it ended, so that nothing of it
 * needs to be done again. Safe to run again.
 */
export async function shredTender(
  ctx: WorkspaceContext,
  opportunityId: string,
  isComplete: boolean,
  snapshotIds: readonly string[],
): Promise<{ requirements: number; documents: number; isWhole: boolean }> {
  const { readable, wordless } = await inWorkspace(ctx, async (tx) => {
    if (!(await lockReadable(tx, ctx, opportunityId))) return { readable: [], wordless: [] };
    await setPhase(tx, ctx, opportunityId, "shredding");
    return loadPackage(tx, ctx, opportunityId);
  });
  if (isComplete) await markWordless(ctx, opportunityId, wordless);
  // What arrived after the fields had been read waits for its turn: the dates that it moves belong to what it changes.
  const loaded = readable.filter(({ snapshotId }) => snapshotIds.includes(snapshotId));
  const isBehind = loaded.length < readable.length;
  const none = { requirements: 0, documents: 0, isWhole: isComplete && !isBehind };
  if (loaded.length === 0) return none;
  const shredded = await shredPackageInWorker({ documents: toPackage(loaded) });
  const isWhole = !isBehind && (isComplete || (await isAllOfIt(ctx, opportunityId, loaded, wordless)));
  const ids: (string | undefined)[] = new Array(shredded.requirements.length);
  for (const document of loaded) {
    const isGoing = await inWorkspace(ctx, (tx) =>
      storeDocument(tx, ctx, opportunityId, { document, shredded, ids, isComplete: isWhole }),
    );
    if (!isGoing) return none;
  }
  await inWorkspace(ctx, async (tx) => {
    const opportunity = await lockReadable(tx, ctx, opportunityId);
    if (!opportunity) return;
    if (isWhole) {
      const isLate = loaded.some(({ isFresh }) => !isFresh);
      await recordAddenda(tx, ctx, opportunity, { documents: loaded, shredded, ids, isLate });
      await recordCounterparts(tx, ctx, opportunity, { documents: loaded, shredded, ids });
      await recordLeftMoves(tx, ctx, opportunity, loaded);
      for (const document of loaded.filter(({ id }) => isAddendum(shredded, id)))
        await markShredded(tx, ctx, opportunityId, document);
    }
    await linkTwins(tx, ctx, shredded, ids);
    await linkFactors(tx, ctx, opportunityId);
    await refreshOpportunity(tx, ctx, opportunityId);
  });
  return { requirements: shredded.requirements.length, documents: loaded.length, isWhole };
}

/** Whether what was loaded while files were still being read has turned out to be everything that can be read. */
async function isAllOfIt(
  ctx: WorkspaceContext,
  opportunityId: string,
  loaded: LoadedDocument[],
  wordless: LoadedPackage["wordless"],
): Promise<boolean> {
  if (wordless.length > 0) return false;
  return inWorkspace(ctx, async (tx) => {
    if ((await countFiles(tx, ctx, opportunityId)).waiting > 0) return false;
    const now = await loadPackage(tx, ctx, opportunityId);
    const known = new Set(loaded.map(({ snapshotId }) => snapshotId));
    return now.wordless.length === 0 && now.readable.every(({ snapshotId }) => known.has(snapshotId));
  });
}

interface DocumentOfPackage {
  document: LoadedDocument;
  shredded: ShreddedPackage;
  /** Rows of the package's requirements by their places in it; those of this document are filled in. */
  ids: (string | undefined)[];
  /** No paper is still to come. */
  isComplete: boolean;
}

async function storeDocument(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  { document, shredded, ids, isComplete }: DocumentOfPackage,
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
      fields: comparison.fields,
      lines: comparison.lines,
      changedIds: stored.changedIds,
    });
  }
  // A provisional pass is repeated when the rest has arrived; a comparison must not be.
  if ((isComplete && !isAddendum(shredded, document.id)) || comparison) {
    await markShredded(tx, ctx, opportunityId, document);
  }
  await tx
    .update(opportunityReadings)
    .set({ shreddedCount: sql`${opportunityReadings.shreddedCount} + 1` })
    .where(ofReading(ctx, opportunityId));
  announceLive(ctx, "opportunity", opportunityId);
  announceLive(ctx, "requirement", opportunityId);
  return true;
}

/** What it changes in the others is written down when all of them are through; only then it has been read. */
const isAddendum = (shredded: ShreddedPackage, id: string) => shredded.addenda.some((one) => one.id === id);

async function markShredded(tx: Tx, ctx: WorkspaceContext, opportunityId: string, document: LoadedDocument) {
  await tx
    .update(opportunityDocuments)
    .set({ shreddedSnapshotId: document.snapshotId, shreddedAt: new Date() })
    .where(ofLink(ctx, opportunityId, document.id));
}

const ofLink = (ctx: WorkspaceContext, opportunityId: string, documentId: string) =>
  and(
    eq(opportunityDocuments.workspaceId, ctx.workspace.id),
    eq(opportunityDocuments.opportunityId, opportunityId),
    eq(opportunityDocuments.documentId, documentId),
  );

/** A document without words demands nothing; it has been looked at all the same. */
async function markWordless(
  ctx: WorkspaceContext,
  opportunityId: string,
  wordless: LoadedPackage["wordless"],
): Promise<void> {
  if (wordless.length === 0) return;
  await inWorkspace(ctx, async (tx) => {
    for (const { documentId, snapshotId } of wordless) {
      await tx
        .update(opportunityDocuments)
        .set({ shreddedSnapshotId: snapshotId, shreddedAt: new Date() })
        .where(ofLink(ctx, opportunityId, documentId));
    }
  });
}
