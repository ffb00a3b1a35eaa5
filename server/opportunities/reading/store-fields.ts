import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { evidence, opportunityFields } from "@/drizzle/schema";
import { foldText } from "@/lib/fold-text";
import { newId } from "@/lib/ids";
import { singleFields } from "@/lib/vocabulary/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { FoundField } from "../fields/tender-fields";
import { dropEvidence } from "./drop-evidence";
import type { LoadedDocument } from "./load-package";
import { quoteEvidence } from "./quote-evidence";

/** Further statements of a single value show that papers agree; dozens of them show nothing more. */
const mostStatements = { single: 8, many: 80 };

/** Keeps what the documents state now: known statements stay with their ids, new ones come, those that no paper makes any more go unless a person chose them. */
export async function storeFields(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  documents: readonly LoadedDocument[],
  found: readonly FoundField[],
): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const existing = await tx
    .select({ row: opportunityFields, documentId: evidence.documentId })
    .from(opportunityFields)
    .leftJoin(evidence, and(eq(evidence.workspaceId, workspaceId), eq(evidence.id, opportunityFields.evidenceId)))
    .where(
      and(
        eq(opportunityFields.workspaceId, workspaceId),
        eq(opportunityFields.opportunityId, opportunityId),
        eq(opportunityFields.origin, "document"),
      ),
    );
  const known = new Map(existing.map(({ row, documentId }) => [keyOf(row.name, documentId, row.text), row]));
  const positions = new Map<string, number>();
  const kept = new Set<string>();
  const fresh: (typeof opportunityFields.$inferInsert & { id: string; place: FoundField["place"] })[] = [];
  const brought = new Set(documents.filter(({ isBrought }) => isBrought).map(({ id }) => id));
  // What the opportunity's own papers state holds before what came with another that was merged into it.
  const ordered = found.toSorted(
    (a, b) => Number(brought.has(a.place.document)) - Number(brought.has(b.place.document)),
  );
  for (const field of ordered) {
    const position = positions.get(field.name) ?? 0;
    const most = singleFields.includes(field.name) ? mostStatements.single : mostStatements.many;
    const key = keyOf(field.name, field.place.document, field.text);
    if (position >= most || fresh.some((one) => keyOf(one.name, one.place.document, one.text) === key)) continue;
    positions.set(field.name, position + 1);
    const row = known.get(key);
    if (row) {
      kept.add(row.id);
      if (row.position === position) continue;
      await tx
        .update(opportunityFields)
        .set({ position })
        .where(and(eq(opportunityFields.workspaceId, workspaceId), eq(opportunityFields.id, row.id)));
      continue;
    }
    fresh.push({
      workspaceId,
      id: newId(),
      opportunityId,
      name: field.name,
      position,
      value: field.value,
      text: field.text.slice(0, 5000),
      origin: "document",
      isChosen: false,
      place: field.place,
    });
  }
  const gone = existing.map(({ row }) => row).filter((row) => !kept.has(row.id) && row.chosenBy === null);
  if (gone.length > 0) {
    await dropEvidence(tx, ctx, "opportunity_field", gone);
    await tx.delete(opportunityFields).where(
      and(
        eq(opportunityFields.workspaceId, workspaceId),
        inArray(
          opportunityFields.id,
          gone.map(({ id }) => id),
        ),
      ),
    );
  }
  if (fresh.length === 0) return;
  const evidenceOf = await quoteEvidence(tx, ctx, "opportunity_field", documents, fresh);
  await tx
    .insert(opportunityFields)
    .values(fresh.map(({ place: _, ...row }) => ({ ...row, evidenceId: evidenceOf.get(row.id) ?? null })));
}

function keyOf(name: string, documentId: string | null, text: string): string {
  return `${name} ${documentId} ${foldText(text.slice(0, 5000))}`;
}
