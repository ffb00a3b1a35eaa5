import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Evidence, evidence, renditions } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { maxQuoteWords } from "@/lib/vocabulary/evidence";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { UnsupportedQuoteError } from "./errors";
import { pageAt } from "./page-at";
import { quoteHash } from "./quote-hash";

export interface QuoteAt {
  renditionId: string;
  /** UTF-16 units in the rendition's text, half open. */
  start: number;
  end: number;
  /** What the caller believes to stand there; checked. */
  quote: string;
}

/**
 * Stores quotes as evidence, each after its words were found literally at its place in a rendition that the actor may read.
 * Returns rows in the order of `quotes`. Throws UnsupportedQuoteError.
 */
export async function recordEvidence(tx: Tx, ctx: WorkspaceContext, quotes: QuoteAt[]): Promise<Evidence[]> {
  if (quotes.length === 0) return [];
  const workspaceId = ctx.workspace.id;
  const read = await tx
    .select({
      id: renditions.id,
      documentId: renditions.documentId,
      snapshotId: renditions.snapshotId,
      text: renditions.text,
      pages: renditions.pages,
    })
    .from(renditions)
    .where(
      and(
        eq(renditions.workspaceId, workspaceId),
        inArray(renditions.id, [...new Set(quotes.map((q) => q.renditionId))]),
      ),
    );
  const byId = new Map(read.map((rendition) => [rendition.id, rendition]));
  const rows = quotes.map((quote) => {
    const rendition = byId.get(quote.renditionId);
    if (!rendition || rendition.text.slice(quote.start, quote.end) !== quote.quote || quote.end <= quote.start) {
      throw new UnsupportedQuoteError("A quote does not stand where its citation points.");
    }
    if (quote.quote.split(/\s+/).filter(Boolean).length > maxQuoteWords) {
      throw new UnsupportedQuoteError(`A quote is longer than ${maxQuoteWords} words.`);
    }
    return {
      workspaceId,
      id: newId(),
      documentId: rendition.documentId,
      snapshotId: rendition.snapshotId,
      renditionId: rendition.id,
      start: quote.start,
      end: quote.end,
      page: pageAt(rendition.pages, quote.start),
      quote: quote.quote,
      quoteHash: quoteHash(quote.quote),
      createdAt: new Date(),
    };
  });
  await tx.insert(evidence).values(rows);
  return rows;
}
