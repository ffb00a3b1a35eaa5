import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type AmendmentItem, type Requirement, requirements } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { ExtractedRequirement } from "../shredding/extracted-requirement";
import type { IndexedChange } from "./compare-demands";
import { dropEvidence } from "./drop-evidence";
import type { LoadedDocument } from "./load-package";
import { placeBetweenNeighbours, startOfDocument } from "./place-requirements";
import { quoteEvidence } from "./quote-evidence";
import { type RevisedRequirement, recordRevisions } from "./record-revisions";
import { fingerprintOf, requirementColumns } from "./requirement-columns";

export interface DocumentToStore {
  document: LoadedDocument;
  /** What the current version demands, in reading order. */
  extracted: readonly ExtractedRequirement[];
  /** With the demands of the version before, when there is one: then this is an amendment. */
  comparison: { before: readonly ExtractedRequirement[]; changes: readonly IndexedChange[] } | null;
  /** Rows that were never finished may go without a trace. */
  isFirstReading: boolean;
}

export interface StoredDocument {
  /** Rows by their place in `extracted`. */
  idOf: Map<number, string>;
  /** What an amendment changed. */
  items: AmendmentItem[];
  changedIds: string[];
}

type Row = typeof requirements.$inferInsert & { id: string };

/**
 * Brings the requirements of one document into line with what its current version demands. The same words keep their row, with all that people
 * have done to it; a row that a person changed, split, merged or dropped is never overwritten by another reading of the same version. In the
 * caller's transaction, with the opportunity locked.
 */
export async function storeRequirements(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  input: DocumentToStore,
): Promise<StoredDocument> {
  const store = new RequirementStore(
    tx,
    ctx,
    opportunityId,
    input,
    await readExisting(tx, ctx, opportunityId, [input.document.id, input.document.previousDocumentId]),
  );
  return store.run();
}

function readExisting(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  documentIds: (string | null)[],
): Promise<Requirement[]> {
  return tx
    .select()
    .from(requirements)
    .where(
      and(
        eq(requirements.workspaceId, ctx.workspace.id),
        eq(requirements.opportunityId, opportunityId),
        inArray(
          requirements.documentId,
          documentIds.filter((id) => id !== null),
        ),
        inArray(requirements.origin, ["document", "model"]),
      ),
    )
    .orderBy(asc(requirements.position), asc(requirements.number));
}

class RequirementStore {
  private readonly waiting = new Map<string, Requirement[]>();
  private readonly idOf = new Map<number, string>();
  private readonly positions = new Map<number, number>();
  private readonly items: AmendmentItem[] = [];
  private readonly revised: RevisedRequirement[] = [];
  private readonly fresh: { index: number; isAmendment: boolean }[] = [];
  private readonly adopted: { row: Requirement; one: ExtractedRequirement }[] = [];

  constructor(
    private readonly tx: Tx,
    private readonly ctx: WorkspaceContext,
    private readonly opportunityId: string,
    private readonly input: DocumentToStore,
    existing: readonly Requirement[],
  ) {
    for (const row of existing) this.waiting.set(row.fingerprint, [...(this.waiting.get(row.fingerprint) ?? []), row]);
  }

  async run(): Promise<StoredDocument> {
    if (this.input.comparison) await this.amend(this.input.comparison);
    else await this.readAgain();
    await this.quoteAdopted();
    const added = await this.insertFresh();
    await this.record(added);
    const changedIds = this.items.map(({ requirementId }) => requirementId).filter((id) => id !== null);
    return { idOf: this.idOf, items: this.items, changedIds };
  }

  private take(fingerprint: string): Requirement | undefined {
    return this.waiting.get(fingerprint)?.shift();
  }

  private keep(index: number, row: Requirement): void {
    this.idOf.set(index, row.id);
    this.positions.set(index, row.position);
  }

  /** The same version once more, or for the first time. */
  private async readAgain(): Promise<void> {
    for (const [index, one] of this.input.extracted.entries()) {
      const row = this.take(fingerprintOf(one, this.input.document.rendition.text));
      if (!row) {
        this.fresh.push({ index, isAmendment: false });
        continue;
      }
      this.keep(index, row);
      // What a person has looked at and changed is the person's.
      if (row.editedBy !== null) continue;
      const read = this.readColumns(one);
      const differs = (Object.keys(read) as (keyof typeof read)[]).some(
        (key) => key !== "reason" && row[key] !== read[key],
      );
      if (!differs && row.state !== "dropped") continue;
      await this.update(row.id, { ...read, ...(row.state === "dropped" ? { state: "active" as const } : {}) });
    }
    const left = [...this.waiting.values()].flat().filter((row) => row.editedBy === null && row.state === "active");
    if (left.length === 0) return;
    if (this.input.isFirstReading) return this.erase(left);
    for (const row of left) await this.revise(row, { state: "dropped" });
  }

  /** Another version: what the buyer added, took out and said otherwise; everything else stays untouched. */
  private async amend({ before, changes }: NonNullable<DocumentToStore["comparison"]>): Promise<void> {
    const previous = this.input.document.previous?.text ?? "";
    const rowBefore = (index: number | null) => {
      const one = index === null ? undefined : before[index];
      return one ? this.take(fingerprintOf(one, previous)) : undefined;
    };
    for (const change of changes) {
      const row = rowBefore(change.before);
      const one = change.after === null ? undefined : this.input.extracted[change.after];
      if (change.type === "removed") {
        if (change.isStanding) continue;
        if (row) await this.remove(row, "removed", change.turnedInto);
        continue;
      }
      if (!one || change.after === null) continue;
      if (!row)
        this.fresh.push({
          index: change.after,
          isAmendment: (change.type === "added" && !change.isStanding) || change.type === "changed",
        });
      else if (change.type === "changed") await this.reword(row, change.after, one, change.isSlight === true);
      else {
        this.keep(change.after, row);
        if (row.documentId !== this.input.document.id) this.adopted.push({ row, one });
        // The buyer has put back what had been taken out.
        if (row.state === "removed") await this.revise(row, { state: "active" });
      }
      for (const index of change.alsoAfter) this.fresh.push({ index, isAmendment: true });
      for (const index of change.alsoBefore) {
        const merged = rowBefore(index);
        if (merged) await this.remove(merged, "merged");
      }
    }
  }

  private async remove(row: Requirement, state: "removed" | "merged", now?: string): Promise<void> {
    if (row.state !== "active") return;
    await this.revise(row, { state });
    // What stands in its place demands nothing any more, and is what a reader wants to see beside it.
    if (now !== undefined) this.items.push({ what: "changed", requirementId: row.id, before: row.text, after: now });
    else this.items.push({ what: "removed", requirementId: row.id, before: row.text, after: null });
  }

  private async reword(row: Requirement, index: number, one: ExtractedRequirement, isSlight: boolean): Promise<void> {
    this.keep(index, row);
    const read = this.readColumns(one);
    const isPersons = row.editedBy !== null;
    const evidenceOf = await quoteEvidence(
      this.tx,
      this.ctx,
      "requirement",
      [this.input.document],
      [{ id: row.id, place: one.place }],
    );
    await dropEvidence(this.tx, this.ctx, "requirement", [row]);
    await this.revise(row, {
      text: read.text,
      leadIn: read.leadIn,
      ref: read.ref,
      due: read.due,
      unclear: read.unclear,
      // How a person classified it holds for the new words, too, until the person says otherwise.
      ...(isPersons
        ? {}
        : { kind: read.kind, isMandatory: read.isMandatory, obliged: read.obliged, section: read.section }),
      ...(row.state === "removed" ? { state: "active" as const } : {}),
      documentId: this.input.document.id,
      fingerprint: fingerprintOf(one, this.input.document.rendition.text),
      evidenceId: evidenceOf.get(row.id) ?? null,
    });
    this.items.push({
      what: "changed",
      requirementId: row.id,
      before: row.text,
      after: read.text,
      ...(isSlight ? { detail: "wording" } : {}),
    });
  }

  /** Rows of a paper that this one replaces go on here, untouched but for the place of their words. */
  private async quoteAdopted(): Promise<void> {
    if (this.adopted.length === 0) return;
    const evidenceOf = await quoteEvidence(
      this.tx,
      this.ctx,
      "requirement",
      [this.input.document],
      this.adopted.map(({ row, one }) => ({ id: row.id, place: one.place })),
    );
    await dropEvidence(
      this.tx,
      this.ctx,
      "requirement",
      this.adopted.map(({ row }) => row),
    );
    for (const { row, one } of this.adopted) {
      await this.update(row.id, {
        documentId: this.input.document.id,
        evidenceId: evidenceOf.get(row.id) ?? null,
        fingerprint: fingerprintOf(one, this.input.document.rendition.text),
      });
    }
  }

  private readColumns(one: ExtractedRequirement) {
    return requirementColumns(one, this.input.document.rendition.text);
  }

  private update(id: string, columns: Partial<Requirement>) {
    return this.tx
      .update(requirements)
      .set(columns)
      .where(and(eq(requirements.workspaceId, this.ctx.workspace.id), eq(requirements.id, id)));
  }

  private async revise(row: Requirement, after: Partial<Requirement>): Promise<void> {
    await this.update(row.id, { ...after, revision: row.revision + 1 });
    const before = Object.fromEntries(Object.keys(after).map((key) => [key, row[key as keyof Requirement]]));
    this.revised.push({ row, before, after });
  }

  private async erase(rows: Requirement[]): Promise<void> {
    await dropEvidence(this.tx, this.ctx, "requirement", rows);
    await this.tx.delete(requirements).where(
      and(
        eq(requirements.workspaceId, this.ctx.workspace.id),
        inArray(
          requirements.id,
          rows.map(({ id }) => id),
        ),
      ),
    );
  }

  /** New rows stand between their neighbours in reading order; those of a new document behind all others. */
  private async insertFresh(): Promise<Row[]> {
    if (this.fresh.length === 0) return [];
    const [last] = await this.tx
      .select({
        number: sql<number>`coalesce(max(${requirements.number}), 0)`,
        position: sql<number>`coalesce(max(${requirements.position}), 0)`,
      })
      .from(requirements)
      .where(
        and(eq(requirements.workspaceId, this.ctx.workspace.id), eq(requirements.opportunityId, this.opportunityId)),
      );
    let number = Number(last?.number ?? 0);
    const base = startOfDocument(Number(last?.position ?? 0));
    const indexes = this.fresh.map(({ index }) => index).sort((a, b) => a - b);
    placeBetweenNeighbours(this.positions, indexes, base);
    const rows = indexes.map((index): Row => {
      const one = this.input.extracted[index] as ExtractedRequirement;
      const id = newId();
      this.idOf.set(index, id);
      return {
        workspaceId: this.ctx.workspace.id,
        id,
        opportunityId: this.opportunityId,
        number: ++number,
        ...this.readColumns(one),
        position: this.positions.get(index) ?? base,
        origin: "document",
        documentId: this.input.document.id,
        fingerprint: fingerprintOf(one, this.input.document.rendition.text),
      };
    });
    const places = indexes.map((index, at) => ({
      id: rows[at]?.id ?? "",
      place: (this.input.extracted[index] as ExtractedRequirement).place,
    }));
    const evidenceOf = await quoteEvidence(this.tx, this.ctx, "requirement", [this.input.document], places);
    for (const row of rows) row.evidenceId = evidenceOf.get(row.id) ?? null;
    for (let from = 0; from < rows.length; from += 500)
      await this.tx.insert(requirements).values(rows.slice(from, from + 500));
    return rows;
  }

  private async record(added: Row[]): Promise<void> {
    const isNews = new Map(this.fresh.map(({ index, isAmendment }) => [this.idOf.get(index), isAmendment]));
    const news = added.filter(({ id }) => isNews.get(id));
    for (const row of news) this.items.push({ what: "added", requirementId: row.id, before: null, after: row.text });
    await recordRevisions(this.tx, this.ctx, this.opportunityId, {
      deed: this.input.comparison ? "amendment" : "reading",
      revised: this.revised,
      added: news,
    });
  }
}
