import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { answerSentences, citations, evidence } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { Engine } from "@/lib/vocabulary/ask";
import { linkDependents, recordEvidence } from "@/server/evidence";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { DraftSentence, FoundPassage } from "../plan";
import { requireOpenQuery } from "../queries";
import { appendStreamEvents, type NewStreamEvent } from "../stream/append-stream-event";

export interface SentenceWriter {
  ctx: WorkspaceContext;
  queryId: string;
  generation: number;
  /** Citation numbers given so far, by place. */
  numbers: Map<string, number>;
  /** Sentences written so far. */
  position: number;
}

/**
 * Stores one sentence that passed the gate, with its evidence, and appends it to the stream, in one transaction: what a person sees
 * is what is stored. Throws CancelledError when the question was called off meanwhile.
 */
export async function writeSentence(writer: SentenceWriter, sentence: DraftSentence, writtenBy: Engine): Promise<void> {
  const { ctx, queryId } = writer;
  const { text, isAside = false } = sentence;
  await inWorkspace(ctx, async (tx) => {
    await requireOpenQuery(tx, ctx, queryId);
    const events: NewStreamEvent[] = [];
    const cited: { number: number; evidenceId: string }[] = [];
    for (const passage of sentence.citations) {
      const place = `${passage.renditionId} ${passage.start} ${passage.end}`;
      const known = writer.numbers.get(place);
      if (known !== undefined) {
        cited.push({ number: known, evidenceId: await evidenceOf(tx, writer, known) });
        continue;
      }
      const number = writer.numbers.size + 1;
      const [recorded] = await recordEvidence(tx, ctx, [passage]);
      if (!recorded) throw new Error("the evidence was not recorded");
      await tx.insert(citations).values({ workspaceId: ctx.workspace.id, queryId, number, evidenceId: recorded.id });
      writer.numbers.set(place, number);
      cited.push({ number, evidenceId: recorded.id });
      events.push({ type: "source", data: sourceData(number, recorded.id, passage) });
    }
    const id = newId();
    const position = writer.position + 1;
    await tx
      .insert(answerSentences)
      .values({ workspaceId: ctx.workspace.id, id, queryId, position, text, isAside, writtenBy });
    await linkDependents(
      tx,
      ctx,
      cited.map(({ evidenceId }) => ({ evidenceId, kind: "answer_sentence", dependentId: id })),
    );
    events.push({
      type: "sentence",
      data: { id, position, text, isAside, writtenBy, citations: cited.map(({ number }) => number) },
    });
    await appendStreamEvents(tx, ctx, queryId, writer.generation, events);
    writer.position = position;
  });
}

async function evidenceOf(tx: Tx, writer: SentenceWriter, number: number): Promise<string> {
  const [row] = await tx
    .select({ id: evidence.id })
    .from(citations)
    .innerJoin(evidence, and(eq(evidence.workspaceId, citations.workspaceId), eq(evidence.id, citations.evidenceId)))
    .where(
      and(
        eq(citations.workspaceId, writer.ctx.workspace.id),
        eq(citations.queryId, writer.queryId),
        eq(citations.number, number),
      ),
    );
  if (!row) throw new Error(`citation ${number} is not there`);
  return row.id;
}

function sourceData(n: number, evidenceId: string, passage: FoundPassage): Record<string, unknown> {
  const { start, end, page, ...rest } = passage;
  return { n, evidenceId, ...rest, locator: { page, start, end } };
}
