import { and, asc, eq } from "drizzle-orm";
import { documents, renditions, snapshots, streamEvents } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { answerQuery, askQuestion, getQuery } from "@/server/ask";
import type { QueryView } from "@/server/ask/schemas";
import { createCollection } from "@/server/knowledge/collections";
import { indexSnapshot } from "@/server/knowledge/ingest";
import type { PreparedDocument } from "@/server/knowledge/writing/prepared-document";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { ReadDocument } from "./answer-set";
import type { ShownSentence } from "./judge-parts";
import type { Citation } from "./match-answers";

export interface GivenSentence extends ShownSentence {
  /** Shown apart, as what may matter, too. */
  isAside: boolean;
}

export interface GivenAnswer {
  answer: string;
  abstained: boolean;
  confidence: number | null;
  citations: Citation[];
  sentences: GivenSentence[];
  /** Parts of the question that the answer says are not answered. */
  unanswered: string[];
  /** From asking to the first sentence on the stream, and to the end of the answer. */
  firstSentenceMs: number | null;
  totalMs: number;
  /** Processor time of all threads, the embedded database included. */
  cpuMs: number;
  /** Quotes that stand literally in their rendition. */
  verified: number;
}

/** Stores what was read and makes it findable by the product's own verb; each package is a collection. Returns the collection. */
export async function storePackage(
  ctx: WorkspaceContext,
  name: string,
  read: readonly ReadDocument[],
): Promise<string> {
  const { id: collectionId } = await createCollection(ctx, { name, visibility: "workspace", memberIds: [] });
  const workspaceId = ctx.workspace.id;
  for (const { name: path, rendition } of read) {
    const [documentId, snapshotId, renditionId] = [newId(), newId(), newId()];
    await inWorkspace(ctx, async (tx) => {
      await tx.insert(documents).values({
        workspaceId,
        id: documentId,
        collectionId,
        path,
        title: path.split("/").at(-1) ?? path,
        origin: "upload",
      });
      await tx.insert(snapshots).values({
        workspaceId,
        id: snapshotId,
        documentId,
        revision: 1,
        fileName: path,
        sha256: snapshotId,
        byteSize: rendition.text.length,
        storageKey: snapshotId,
        status: "processing",
      });
      await tx.insert(renditions).values({ workspaceId, id: renditionId, documentId, snapshotId, ...rendition });
    });
    await indexSnapshot(ctx, { snapshotId, renditionId });
  }
  return collectionId;
}

function toCitation({ path, quote, locator }: QueryView["citations"][number]): Citation {
  return { document: path, quote, ...(locator.page ? { page: locator.page } : {}) };
}

/** Asks as a person does: the question is written down, answered phase by phase onto its stream, and read back. */
export async function askProduct(
  ctx: WorkspaceContext,
  question: string,
  collectionIds: string[],
  texts: ReadonlyMap<string, PreparedDocument>,
): Promise<GivenAnswer> {
  const startedAt = performance.now();
  const startedOn = Date.now();
  const cpuBefore = process.cpuUsage();
  const { queryId } = await askQuestion(ctx, { question, collectionIds, bypassCache: true });
  await answerQuery(queryId, (_, work) => work(ctx));
  const totalMs = performance.now() - startedAt;
  const cpu = process.cpuUsage(cpuBefore);
  const view = await getQuery(ctx, queryId);
  const [first] = await inWorkspace(ctx, (tx) =>
    tx
      .select({ createdAt: streamEvents.createdAt })
      .from(streamEvents)
      .where(
        and(
          eq(streamEvents.workspaceId, ctx.workspace.id),
          eq(streamEvents.streamId, queryId),
          eq(streamEvents.type, "sentence"),
        ),
      )
      .orderBy(asc(streamEvents.seq))
      .limit(1),
  );
  return {
    answer: view.sentences.map((sentence) => sentence.text).join(" "),
    abstained: view.abstained,
    confidence: view.confidence,
    citations: view.citations.map(toCitation),
    sentences: view.sentences.map(({ text, isAside, citations }) => ({
      text,
      isAside,
      citations: view.citations.filter(({ n }) => citations.includes(n)).map(toCitation),
    })),
    unanswered: view.unanswered,
    firstSentenceMs: first ? Math.max(0, first.createdAt.getTime() - startedOn) : null,
    totalMs,
    cpuMs: (cpu.user + cpu.system) / 1000,
    verified: view.citations.filter(
      (citation) =>
        texts.get(citation.path)?.text.slice(citation.locator.start, citation.locator.end) === citation.quote,
    ).length,
  };
}
