import { search } from "@/server/knowledge/retrieval";
import { addIndexedDocument } from "@/server/knowledge/retrieval/an-indexed-document";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { percentile } from "./beir";

export interface LoadFigures {
  /** Clients at once, each asking the next question when it has the answer to the last one. */
  clients: number;
  /** Whether documents were added without a pause meanwhile, and how many. */
  written: number;
  p50Ms: number;
  p95Ms: number;
  perSecond: number;
  failed: number;
}

const questionsEach = 240;

/** The same questions by one, four and eight clients at once, and by one and four beside somebody who adds documents: one run, so that ratios count. */
export async function searchUnderLoad(
  ctx: WorkspaceContext & { collectionId: string },
  questions: readonly string[],
  texts: readonly string[],
  log: (line: string) => void,
): Promise<LoadFigures[]> {
  const figures: LoadFigures[] = [];
  for (const [clients, isWriting] of [
    [1, false],
    [4, false],
    [8, false],
    [1, true],
    [4, true],
    [1, false],
  ] as const) {
    const writer = isWriting ? writeUntilStopped(ctx, texts) : null;
    const asked = await askAtOnce(ctx, questions, clients);
    figures.push({ clients, written: (await writer?.stop()) ?? 0, ...asked });
    log(JSON.stringify(figures.at(-1)));
  }
  return figures;
}

async function askAtOnce(ctx: WorkspaceContext, questions: readonly string[], clients: number) {
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const begun = performance.now();
  const client = async () => {
    while (next < questionsEach) {
      const text = questions[next++ % questions.length] ?? "";
      const startedAt = performance.now();
      await search(ctx, { text }).catch(() => failed++);
      times.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return {
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    perSecond: times.length / ((performance.now() - begun) / 1000),
    failed,
  };
}

/** Adds documents of ten chunks one after the other. */
function writeUntilStopped(ctx: WorkspaceContext & { collectionId: string }, texts: readonly string[]) {
  let isStopped = false;
  let written = 0;
  const writing = (async () => {
    while (!isStopped) {
      const own = Array.from({ length: 10 }, (_none, n) => texts[(written * 10 + n) % texts.length] ?? "");
      await inWorkspace(ctx, (tx) =>
        addIndexedDocument(tx, ctx, { collectionId: ctx.collectionId, title: `Added ${written}`, texts: own }),
      );
      written++;
    }
  })();
  return {
    async stop(): Promise<number> {
      isStopped = true;
      await writing;
      return written;
    },
  };
}
