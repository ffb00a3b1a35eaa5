import { expect } from "vitest";
import { askQuestion } from "@/server/ask/ask-question";
import { getQuery } from "@/server/ask/get-query";
import type { StreamEventView } from "@/server/ask/schemas";
import { followStream } from "@/server/ask/stream/follow-stream";
import { addDocument, getDocument, withReceivedFile } from "@/server/knowledge/documents";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

export const tender = `# Request for Quotation

## 1. Submission

Quotations are due no later than 4 p.m. Eastern Time on 15 March 2031. Late quotations will not be considered.
`;
/** Answers the same question with another date. */
export const board = `# Board paper

## Submission

Our own quotations are due to the board no later than 1 March 2031, before quotations are due to the buyer.
`;
export const question = "When are quotations due?";

/** Stores a file and waits until a job has read it; needs a running engine. */
export async function upload(ctx: WorkspaceContext, path: string, text: string, collectionId?: string) {
  const added = await withReceivedFile(Buffer.from(text), (file) =>
    addDocument(ctx, { path, collectionId, origin: "upload", file }),
  );
  await expect
    .poll(async () => (await getDocument(ctx, added.documentId)).latest, { timeout: 240_000 })
    .toMatchObject({ status: "ready" });
  return added;
}

/** All events of an answer, to its end. */
export async function collect(ctx: WorkspaceContext, queryId: string, afterSeq = 0): Promise<StreamEventView[]> {
  const events: StreamEventView[] = [];
  const signal = AbortSignal.timeout(60_000);
  for await (const event of followStream(queryId, { afterSeq, signal, recheck: async () => ctx })) events.push(event);
  return events;
}

/** Asks and waits for the end of the answer; needs a running engine. */
export async function ask(
  ctx: WorkspaceContext,
  text = question,
  more: Partial<Parameters<typeof askQuestion>[1]> = {},
) {
  const asked = await askQuestion(ctx, { question: text, bypassCache: false, ...more });
  const events = await collect(ctx, asked.queryId);
  return { ...asked, events, answer: await getQuery(ctx, asked.queryId) };
}
