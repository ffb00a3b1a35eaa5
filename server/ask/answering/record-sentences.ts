import { answerSentences, citations } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { Engine } from "@/lib/vocabulary/ask";
import { linkDependents, recordEvidence } from "@/server/evidence";
import { tendersOfDocuments } from "@/server/opportunities";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { type DraftSentence, type FoundPassage, placeOf } from "../plan";
import { requireOpenQuery } from "../queries";
import type { CitedTender } from "../schemas";
import { appendStreamEvents, type NewStreamEvent } from "../stream/append-stream-events";
import { toCitedTender } from "../to-cited-tender";

export interface SentenceWriter {
  ctx: WorkspaceContext;
  queryId: string;
  generation: number;
  /** Citations given so far, by place. */
  cited: Map<string, Citation>;
  /** Sentences written so far. */
  position: number;
}

interface Citation {
  number: number;
  evidenceId: string;
}

/**
 * Stores sentences that passed the gate, with their evidence, and appends them to the stream, in one transaction: what a person sees
 * is what is stored. Throws CancelledError when the question was called off meanwhile.
 */
export async function recordSentences(
  writer: SentenceWriter,
  sentences: readonly DraftSentence[],
  writtenBy: Engine,
): Promise<void> {
  if (sentences.length === 0) return;
  const { ctx, queryId } = writer;
  const workspaceId = ctx.workspace.id;
  const fresh = new Map(
    sentences
      .flatMap((sentence) => sentence.citations)
      .filter((passage) => !writer.cited.has(placeOf(passage)))
      .map((passage) => [placeOf(passage), passage]),
  );
  const rows = sentences.map(({ text, isAside = false }, index) => ({
    workspaceId,
    id: newId(),
    queryId,
    position: writer.position + index + 1,
    text,
    isAside,
    writtenBy,
  }));
  const cited = await inWorkspace(ctx, async (tx) => {
    await requireOpenQuery(tx, ctx, queryId);
    const recorded = await recordEvidence(tx, ctx, [...fresh.values()]);
    const cited = new Map(writer.cited);
    for (const [index, place] of [...fresh.keys()].entries()) {
      const evidenceId = recorded[index]?.id;
      if (!evidenceId) throw new Error("the evidence was not recorded");
      cited.set(place, { number: cited.size + 1, evidenceId });
    }
    const given = [...fresh.keys()].flatMap((place) => cited.get(place) ?? []);
    if (given.length > 0)
      await tx.insert(citations).values(given.map((citation) => ({ workspaceId, queryId, ...citation })));
    await tx.insert(answerSentences).values(rows);
    const tenders = await tendersOfDocuments(
      tx,
      ctx,
      [...fresh.values()].map((passage) => passage.documentId),
    );
    const told = new Set(writer.cited.keys());
    const events = sentences.flatMap((sentence, index): NewStreamEvent[] => {
      const { workspaceId: _, queryId: __, ...row } = rows[index] as (typeof rows)[number];
      const sources = sentence.citations.flatMap((passage) => {
        const place = placeOf(passage);
        const citation = cited.get(place);
        if (!citation || told.has(place)) return [];
        told.add(place);
        return [
          { type: "source" as const, data: sourceData(citation, passage, toCitedTender(tenders, passage.documentId)) },
        ];
      });
      const numbers = sentence.citations.flatMap((passage) => cited.get(placeOf(passage))?.number ?? []);
      return [...sources, { type: "sentence", data: { ...row, citations: numbers } }];
    });
    await linkDependents(
      tx,
      ctx,
      sentences.flatMap((sentence, index) =>
        sentence.citations.flatMap((passage) => {
          const evidenceId = cited.get(placeOf(passage))?.evidenceId;
          const dependentId = rows[index]?.id;
          return evidenceId && dependentId ? [{ evidenceId, kind: "answer_sentence", dependentId }] : [];
        }),
      ),
    );
    await appendStreamEvents(tx, ctx, queryId, writer.generation, events);
    return cited;
  });
  writer.cited = cited;
  writer.position += sentences.length;
}

function sourceData(
  { number, evidenceId }: Citation,
  passage: FoundPassage,
  tender: CitedTender | null,
): Record<string, unknown> {
  const { start, end, page, ...rest } = passage;
  return { n: number, evidenceId, tender, ...rest, locator: { page, start, end } };
}
