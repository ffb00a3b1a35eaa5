import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type AmendmentItem, amendments, type Opportunity, requirements } from "@/drizzle/schema";
import { contradictDependents } from "@/server/evidence";
import { diffWords } from "@/server/evidence/changes";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { LoadedDocument } from "../reading/load-package";
import type { ShreddedPackage } from "../reading/read-package";
import type { ExtractedRequirement } from "../shredding/extracted-requirement";
import type { ComparedRequirement, RequirementChange } from "./compared-requirement";
import type { Effect } from "./find-effects";
import { recordAmendment } from "./record-amendment";

/**
 * Writes down what new addenda and answers to bidders change in the papers beside them, each as an amendment with the words of both sides. What
 * they amend stays as it stands: a person decides. `isLate`: the other papers had been read before, so that their own demands are news, too.
 * In the caller's transaction; an addendum is told once.
 */
export async function recordAddenda(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunity: Opportunity,
  input: {
    documents: readonly LoadedDocument[];
    shredded: ShreddedPackage;
    ids: readonly (string | undefined)[];
    isLate: boolean;
  },
): Promise<void> {
  const { shredded, ids } = input;
  for (const { id, effects } of shredded.addenda) {
    const document = input.documents.find((one) => one.id === id);
    if (!document || (await isTold(tx, ctx, opportunity.id, document))) continue;
    const told = effects.filter(({ target }) => ids[target] !== undefined);
    const said = new Set(told.filter(({ what }) => what === "changed").map(({ own }) => own));
    const news = shredded.requirements.flatMap((one, index) =>
      input.isLate && one.place.document === id && one.duplicateOf === undefined && !said.has(index) && ids[index]
        ? [index]
        : [],
    );
    const items = [
      ...told.map((effect) => itemOf(effect, shredded, ids)),
      ...news.map((index) => newItem(index, shredded, ids)),
    ];
    await contradictWhatRests(tx, ctx, items, document.snapshotId);
    await recordAmendment(tx, ctx, opportunity, {
      documentId: id,
      beforeSnapshotId: null,
      afterSnapshotId: document.snapshotId,
      items,
      changes: [
        ...told.flatMap((effect) => changeOf(effect, shredded) ?? []),
        ...news.map(
          (index): RequirementChange => ({ type: "added", after: compared(shredded.requirements[index], index) }),
        ),
      ],
      fields: [],
      changedIds: items.map(({ requirementId }) => requirementId).filter((one) => one !== null),
    });
  }
}

/** Answers that quote what the addendum changes are told from those that still hold; our own rows carry a mark of their own. */
async function contradictWhatRests(tx: Tx, ctx: WorkspaceContext, items: readonly AmendmentItem[], snapshotId: string) {
  const touched = items.filter(
    ({ what, requirementId }) => requirementId && (what === "changed" || what === "removed"),
  );
  if (touched.length === 0) return;
  const ids = touched.flatMap(({ requirementId }) => requirementId ?? []);
  const rows = await tx
    .select({ id: requirements.id, evidenceId: requirements.evidenceId })
    .from(requirements)
    .where(and(eq(requirements.workspaceId, ctx.workspace.id), inArray(requirements.id, ids)));
  const quotes = rows.flatMap(({ id, evidenceId }) => {
    const after = touched.find(({ requirementId }) => requirementId === id)?.after ?? null;
    return evidenceId ? [{ evidenceId, snapshotId, after }] : [];
  });
  await contradictDependents(tx, ctx, quotes, ["requirement", "opportunity_field", "opportunity_deadline"]);
}

async function isTold(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  document: LoadedDocument,
): Promise<boolean> {
  const [known] = await tx
    .select({ id: amendments.id })
    .from(amendments)
    .where(
      and(
        eq(amendments.workspaceId, ctx.workspace.id),
        eq(amendments.opportunityId, opportunityId),
        eq(amendments.documentId, document.id),
        eq(amendments.afterSnapshotId, document.snapshotId),
      ),
    )
    .limit(1);
  return known !== undefined;
}

const plain = (text: string | undefined) => (text ?? "").replace(/\s+/g, " ").trim();

function itemOf(effect: Effect, shredded: ShreddedPackage, ids: readonly (string | undefined)[]): AmendmentItem {
  return {
    what: effect.what,
    requirementId: ids[effect.target] ?? null,
    before: plain(shredded.requirements[effect.target]?.quote),
    after: effect.what === "changed" ? plain(effect.quote) : null,
    quote: plain(effect.quote).slice(0, 600),
  };
}

function newItem(index: number, shredded: ShreddedPackage, ids: readonly (string | undefined)[]): AmendmentItem {
  return {
    what: "added",
    requirementId: ids[index] ?? null,
    before: null,
    after: plain(shredded.requirements[index]?.quote),
  };
}

function changeOf(effect: Effect, { requirements }: ShreddedPackage): RequirementChange | null {
  const before = compared(requirements[effect.target], effect.target);
  if (effect.what === "affected") return null;
  if (effect.what === "removed") return { type: "removed", before };
  const own = effect.own === null ? undefined : requirements[effect.own];
  const after = { ...before, ...(own ? { isMandatory: own.isMandatory } : {}), text: plain(effect.quote) };
  return { type: "changed", before, after, aspects: ["wording"], words: diffWords(before.text, after.text) };
}

function compared(one: ExtractedRequirement | undefined, index: number): ComparedRequirement {
  return {
    id: String(index),
    text: plain(one?.quote),
    section: one?.section ?? [],
    kind: one?.kind ?? "technical",
    isMandatory: one?.isMandatory ?? true,
  };
}
