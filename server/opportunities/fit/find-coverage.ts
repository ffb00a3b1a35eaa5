import { and, eq, inArray, isNull, ne, notExists, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { chunks, collections, dependents, documents, evidence, opportunityDocuments } from "@/drizzle/schema";
import { linkDependents, type QuoteAt, recordEvidence } from "@/server/evidence";
import { type FoundQuote, findQuotesOfEach } from "@/server/knowledge/writing";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { type Covering, coverageFloor, type OwnLibrary } from "./factors/capability";

/** Passages that are counted at most: more than a library needs to count as large enough. */
const mostMeasured = 200;
const dependentKind = "opportunity_factor";

/**
 * The workspace's own documents: readable, in collections that all may see (what is computed is shown to all), neither captured from the web
 * nor part of a tender.
 */
export async function ownDocumentIds(tx: Tx, ctx: WorkspaceContext): Promise<string[]> {
  const rows = await tx
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(
      collections,
      and(eq(collections.workspaceId, documents.workspaceId), eq(collections.id, documents.collectionId)),
    )
    .where(
      and(
        eq(documents.workspaceId, ctx.workspace.id),
        eq(collections.visibility, "workspace"),
        isNull(documents.deletedAt),
        sql`${documents.currentSnapshotId} is not null`,
        ne(documents.origin, "capture"),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(opportunityDocuments)
            .where(
              and(
                eq(opportunityDocuments.workspaceId, documents.workspaceId),
                eq(opportunityDocuments.documentId, documents.id),
              ),
            ),
        ),
      ),
    );
  return rows.map(({ id }) => id);
}

/** How large the library is, counted only until it is certainly large enough. */
export async function measureOwn(tx: Tx, ctx: WorkspaceContext, documentIds: string[]): Promise<OwnLibrary> {
  if (documentIds.length === 0) return { documents: 0, characters: 0 };
  const first = tx
    .select({ length: sql<number>`${chunks.end} - ${chunks.start}`.as("length") })
    .from(chunks)
    .where(
      and(eq(chunks.workspaceId, ctx.workspace.id), sql`${chunks.documentId} = any(${sql.param(documentIds)}::uuid[])`),
    )
    .limit(mostMeasured)
    .as("first");
  const [row] = await tx.select({ characters: sql<number>`coalesce(sum(${first.length}), 0)::int` }).from(first);
  return { documents: documentIds.length, characters: row?.characters ?? 0 };
}

/** Of what a tender is about, what stands nowhere in the library may be no more than this: a passage that shares the rest is about something else. */
const mostAbsent = 0.4;

/**
 * The best passage for each idea, or null where none holds enough of it. `isSubject`: they say what a tender is about, in a few words of which
 * each counts. Outside any transaction: it weighs text.
 */
export async function findCoverage(
  ctx: WorkspaceContext,
  ideas: readonly { text: string }[],
  documentIds: string[],
  { isSubject = false } = {},
): Promise<(FoundQuote | null)[]> {
  const found: (FoundQuote | null)[] = [];
  if (documentIds.length === 0) return ideas.map(() => null);
  const questions = ideas.map(({ text }) => text.slice(0, 500));
  const about = { documentIds, limit: 1, wording: "of papers" } as const;
  for await (const { quotes, coverage, absent } of findQuotesOfEach(ctx, questions, about)) {
    const holds = coverage >= coverageFloor && (!isSubject || absent < mostAbsent);
    found.push(holds ? (quotes[0] ?? null) : null);
    // Other requests have their turn.
    await new Promise((next) => setImmediate(next));
  }
  return found;
}

/** Keeps the passages as evidence that the factor rests on, instead of those of the time before. */
export async function keepCoverage(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  found: readonly (FoundQuote | null)[],
): Promise<(Covering | null)[]> {
  const before = await tx
    .select({ evidenceId: dependents.evidenceId })
    .from(dependents)
    .where(
      and(
        eq(dependents.workspaceId, ctx.workspace.id),
        eq(dependents.kind, dependentKind),
        eq(dependents.dependentId, opportunityId),
      ),
    );
  if (before.length > 0) {
    const ids = before.map(({ evidenceId }) => evidenceId);
    await tx.delete(evidence).where(and(eq(evidence.workspaceId, ctx.workspace.id), inArray(evidence.id, ids)));
  }
  const quotes = new Map<string, QuoteAt>();
  for (const quote of found) {
    if (quote)
      quotes.set(keyOf(quote), {
        renditionId: quote.source.renditionId,
        start: quote.start,
        end: quote.end,
        quote: quote.quote,
      });
  }
  const rows = await recordEvidence(tx, ctx, [...quotes.values()]);
  await linkDependents(
    tx,
    ctx,
    rows.map(({ id }) => ({ evidenceId: id, kind: dependentKind, dependentId: opportunityId })),
  );
  const kept = new Map([...quotes.keys()].map((key, index) => [key, rows[index]]));
  return found.map((quote) => {
    const row = quote ? kept.get(keyOf(quote)) : undefined;
    return quote && row ? { evidenceId: row.id, quote: quote.quote.replace(/\s+/g, " ") } : null;
  });
}

const keyOf = (quote: FoundQuote) => `${quote.source.renditionId} ${quote.start} ${quote.end}`;
