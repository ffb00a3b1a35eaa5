import { type FoundQuotes, findQuotes } from "@/server/knowledge/writing";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { DraftSentence, FoundPassage, PlannedTask } from "../plan";
import { listScopeDocuments } from "./list-scope-documents";

export interface ToolResult {
  passages: FoundPassage[];
  /** What the passages say in the documents' own words, best first; not yet through the gate. */
  sentences: DraftSentence[];
  /** Parts of the question that found no answer although others did, with what comes nearest. */
  unanswered: { text: string; passages: FoundPassage[] }[];
  /** Probability that the passages hold the answer; null where the tool does not judge. */
  confidence: number | null;
  documents: { id: string; title: string; path: string }[];
  summary: string;
}

/** Runs one tool for a query, with the actor's own rights. `collectionIds` is the scope of the conversation; empty means all. */
export async function runTool(ctx: WorkspaceContext, task: PlannedTask, collectionIds: string[]): Promise<ToolResult> {
  if (task.tool === "listDocuments") {
    const documents = await listScopeDocuments(ctx, collectionIds);
    return {
      passages: [],
      sentences: [],
      unanswered: [],
      confidence: null,
      documents,
      summary: `${documents.length} documents`,
    };
  }
  if (task.tool === "compareDocuments") {
    const each = await Promise.all(task.documentIds.map((id) => quotesOf(ctx, task, collectionIds, [id], 2)));
    const passages = each.flatMap((found) => found.passages);
    const sentences = each.flatMap((found) => found.sentences);
    const confidence = Math.min(...each.map((found) => found.confidence ?? 0));
    return {
      passages,
      sentences,
      unanswered: [],
      confidence,
      documents: [],
      summary: `${passages.length} passages from ${each.length} documents`,
    };
  }
  const found = await quotesOf(ctx, task, collectionIds, task.documentIds, 5);
  const holding = new Set(found.passages.map((passage) => passage.documentId)).size;
  return { ...found, documents: [], summary: `${found.passages.length} passages in ${holding} documents` };
}

async function quotesOf(
  ctx: WorkspaceContext,
  task: PlannedTask,
  collectionIds: string[],
  documentIds: string[],
  limit: number,
) {
  const found = await findQuotes(ctx, { question: task.question, collectionIds, documentIds, limit });
  const passagesOf = (quotes: FoundQuotes["quotes"]) =>
    quotes.map((quote) => passageOf(quote.source, quote.start, quote.end, quote.page));
  return {
    passages: passagesOf(found.quotes),
    sentences: draftSentences(found),
    unanswered: found.unanswered.map(({ text, quotes }) => ({ text, passages: passagesOf(quotes) })),
    confidence: found.confidence,
  };
}

function draftSentences(found: FoundQuotes): DraftSentence[] {
  return found.sentences.map((sentence) => ({
    text: sentence.text,
    isAside: sentence.isAside,
    citations: sentence.citations.flatMap((citation) => {
      const source = found.sources[citation.documentIndex];
      return source ? [passageOf(source, citation.start, citation.end, citation.page ?? null)] : [];
    }),
  }));
}

function passageOf(
  source: FoundQuotes["sources"][number],
  start: number,
  end: number,
  page: number | null,
): FoundPassage {
  return {
    documentId: source.documentId,
    snapshotId: source.snapshotId,
    renditionId: source.renditionId,
    title: source.title,
    path: source.path,
    page,
    start,
    end,
    quote: source.prepared.text.slice(start, end),
  };
}
