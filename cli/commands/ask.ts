import type { Command } from "commander";
import type { QueryView, StreamEventView } from "@/server/ask/schemas";
import { type Api, connect } from "../api";
import { printJson, printText, say } from "../output";

const pollMs = 100;

export interface AskOptions {
  collectionIds?: string[];
  conversationId?: string;
  /** Told of each event as it is written. */
  onEvent?: (event: StreamEventView) => void;
}

/** Asks, follows the answer to its end, and returns it as it is stored. */
export async function ask(api: Api, question: string, options: AskOptions = {}): Promise<QueryView> {
  const { queryId } = await api.send<{ queryId: string }>("POST", "/queries", {
    question,
    ...(options.conversationId ? { conversationId: options.conversationId } : {}),
    ...(options.collectionIds ? { collectionIds: options.collectionIds } : {}),
  });
  for (let afterSeq = 0, isOver = false; !isOver; ) {
    const { events } = await api.get<{ events: StreamEventView[] }>(`/queries/${queryId}/events`, { afterSeq });
    for (const event of events) {
      options.onEvent?.(event);
      afterSeq = event.seq;
      isOver ||= event.type === "done" || event.type === "failed";
    }
    if (!isOver && events.length === 0) await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return api.get<QueryView>(`/queries/${queryId}`);
}

/** The answer as scripts read it. */
export function answerJson(query: QueryView) {
  return {
    queryId: query.id,
    conversationId: query.conversationId,
    engine: query.engine,
    status: query.status,
    abstained: query.abstained,
    answer: query.sentences.map((sentence) => sentence.text).join("\n"),
    sentences: query.sentences.map(({ text, citations, freshness, isAside }) => ({
      text,
      citations,
      freshness,
      isAside,
    })),
    citations: query.citations.map(
      ({ n, documentId, title, path, snapshotId, renditionId, locator, quote, fetchedAt }) => ({
        n,
        documentId,
        title,
        path,
        snapshotId,
        renditionId,
        locator,
        quote,
        fetchedAt,
      }),
    ),
    unanswered: query.unanswered,
    nearest: query.nearest,
    confidence: query.confidence,
    phases: query.phases,
    toolCalls: query.toolCalls,
    usage: query.usage,
  };
}

/** Writes events to the terminal while they come. */
export function eventPrinter(): (event: StreamEventView) => void {
  let isAside = false;
  return (event) => {
    if (event.type === "sentence") {
      if (event.data.isAside && !isAside) printText("These passages may matter, too:\n");
      isAside = event.data.isAside === true;
      const numbers = (event.data.citations as number[]).map((n) => `[${n}]`).join("");
      printText(`${String(event.data.text)} ${numbers}\n`);
    } else if (event.type === "rewind") say("(starting the answer again)");
    else if (event.type === "failed") say(String(event.data.reason));
  };
}

export function printSources(query: QueryView): void {
  for (const part of query.unanswered) printText(`The documents do not say for certain: ${part}`);
  if (query.abstained) printText("The documents do not say this for certain.");
  if (query.nearest.length > 0) {
    printText("Nearest passages:");
    for (const passage of query.nearest) printText(`  ${passage.title}: ${passage.text.replace(/\s+/g, " ")}`);
  }
  for (const citation of query.citations) {
    const place = citation.locator.page === null ? "" : `, page ${citation.locator.page}`;
    printText(`[${citation.n}] ${citation.path}${place}: "${citation.quote.replace(/\s+/g, " ")}"`);
  }
  if (query.confidence !== null) printText(`\nConfidence ${Math.round(query.confidence * 100)}%.`);
}

export function askCommand(program: Command): void {
  program
    .command("ask")
    .description("ask a question; every sentence carries its sources")
    .argument("<text>")
    .option("--collection <id...>", "ask within collections")
    .option("--conversation <id>", "continue a conversation")
    .option("--json", "print one JSON object at the end")
    .action(async (text: string, options: { collection?: string[]; conversation?: string; json?: boolean }) => {
      const query = await ask(connect(), text, {
        ...(options.collection ? { collectionIds: options.collection } : {}),
        ...(options.conversation ? { conversationId: options.conversation } : {}),
        ...(options.json ? {} : { onEvent: eventPrinter() }),
      });
      if (options.json) printJson(answerJson(query));
      else printSources(query);
      if (query.status !== "answered") process.exitCode = 1;
    });
}
