import type { Tx } from "@/drizzle/client";
import { maxQuoteWords } from "@/lib/vocabulary/evidence";
import { linkDependents, recordEvidence } from "@/server/evidence";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { CitedKind } from "../queries";
import type { Place } from "../tender-document";
import type { LoadedDocument } from "./load-package";

/** Rows that go into one statement. */
const atOnce = 1000;

/** Records where each row stands in its document and says that the row rests on it. Longer passages are quoted by their first sixty words. Returns the evidence's id by the row's. */
export async function quoteEvidence(
  tx: Tx,
  ctx: WorkspaceContext,
  kind: CitedKind,
  documents: readonly LoadedDocument[],
  rows: readonly { id: string; place: Place }[],
): Promise<Map<string, string>> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const quotes = rows.flatMap(({ id, place }) => {
    const document = byId.get(place.document);
    if (!document) return [];
    const { start, end } = firstWords(document.rendition.text, place.start, place.end);
    if (end <= start) return [];
    const quote = document.rendition.text.slice(start, end);
    return [{ id, at: { renditionId: document.renditionId, start, end, quote } }];
  });
  const evidenceOf = new Map<string, string>();
  for (let from = 0; from < quotes.length; from += atOnce) {
    const part = quotes.slice(from, from + atOnce);
    const recorded = await recordEvidence(
      tx,
      ctx,
      part.map(({ at }) => at),
    );
    part.forEach(({ id }, index) => {
      const row = recorded[index];
      if (row) evidenceOf.set(id, row.id);
    });
  }
  const links = [...evidenceOf].map(([dependentId, evidenceId]) => ({ evidenceId, kind, dependentId }));
  for (let from = 0; from < links.length; from += atOnce)
    await linkDependents(tx, ctx, links.slice(from, from + atOnce));
  return evidenceOf;
}

/** The passage without white space around it, cut behind its sixtieth word. */
export function firstWords(text: string, start: number, end: number): { start: number; end: number } {
  const words = /\S+/g;
  words.lastIndex = start;
  let first: number | null = null;
  let last = start;
  for (let count = 0; count < maxQuoteWords; count++) {
    const found = words.exec(text);
    if (!found || found.index >= end) break;
    first ??= found.index;
    last = Math.min(end, found.index + found[0].length);
  }
  return { start: first ?? start, end: last };
}
