import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, opportunityDocuments, opportunityFields, type Requirement, requirements } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { loadAmended } from "../amendments/load-amended";
import { loadCitations, loadPeople } from "../queries";
import type { RequirementView } from "./schemas";

export const labelOf = (number: number) => `R-${number}`;

/** Requirements of one opportunity with the quotes, documents and factors that they name. */
export async function toViews(tx: Tx, ctx: WorkspaceContext, rows: readonly Requirement[]): Promise<RequirementView[]> {
  const [first] = rows;
  if (!first) return [];
  const workspaceId = ctx.workspace.id;
  const ids = <T>(values: (T | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const documentIds = ids(rows.map((row) => row.documentId));
  const twinIds = ids(rows.map((row) => row.duplicateOfId));
  const factorIds = ids(rows.map((row) => row.factorId));
  const [citations, personOf, named, twins, factors, amendedBy] = await Promise.all([
    loadCitations(tx, ctx, "requirement", rows),
    loadPeople(
      tx,
      ctx,
      rows.map((row) => row.editedBy),
    ),
    documentIds.length === 0
      ? []
      : tx
          .select({
            id: documents.id,
            title: documents.title,
            role: opportunityDocuments.role,
            isDraft: opportunityDocuments.isDraft,
          })
          .from(documents)
          .leftJoin(
            opportunityDocuments,
            and(
              eq(opportunityDocuments.workspaceId, workspaceId),
              eq(opportunityDocuments.documentId, documents.id),
              eq(opportunityDocuments.opportunityId, first.opportunityId),
            ),
          )
          .where(and(eq(documents.workspaceId, workspaceId), inArray(documents.id, documentIds))),
    twinIds.length === 0
      ? []
      : tx
          .select({ id: requirements.id, number: requirements.number })
          .from(requirements)
          .where(and(eq(requirements.workspaceId, workspaceId), inArray(requirements.id, twinIds))),
    factorIds.length === 0
      ? []
      : tx
          .select({ id: opportunityFields.id, text: opportunityFields.text })
          .from(opportunityFields)
          .where(and(eq(opportunityFields.workspaceId, workspaceId), inArray(opportunityFields.id, factorIds))),
    loadAmended(tx, ctx, first.opportunityId),
  ]);
  const documentOf = new Map(
    named.map((document) => [document.id, { ...document, isDraft: document.isDraft ?? false }]),
  );
  const twinOf = new Map(twins.map(({ id, number }) => [id, { id, label: labelOf(number) }]));
  const factorOf = new Map(factors.map((factor) => [factor.id, factor]));
  return rows.map((row) => ({
    id: row.id,
    opportunityId: row.opportunityId,
    number: row.number,
    label: labelOf(row.number),
    ref: row.ref,
    text: row.text,
    leadIn: row.leadIn,
    kind: row.kind,
    isMandatory: row.isMandatory,
    obliged: row.obliged,
    section: row.section,
    due: row.due,
    unclear: row.unclear,
    position: row.position,
    state: row.state,
    origin: row.origin,
    reason: row.reason,
    note: row.note,
    revision: row.revision,
    document: row.documentId === null ? null : (documentOf.get(row.documentId) ?? null),
    citation: citations.get(row.id) ?? null,
    duplicateOf: row.duplicateOfId === null ? null : (twinOf.get(row.duplicateOfId) ?? null),
    amendedBy: amendedBy.get(row.id) ?? null,
    factor: row.factorId === null ? null : (factorOf.get(row.factorId) ?? null),
    editedBy: personOf(row.editedBy),
    updatedAt: row.updatedAt,
  }));
}
