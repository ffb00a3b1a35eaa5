import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface BeirSet {
  documents: { id: string; title: string; text: string }[];
  queries: { id: string; text: string }[];
  /** Relevance by query and document; only queries with at least one relevant document. */
  judgements: Map<string, Map<string, number>>;
}

/** Reads a retrieval set in BEIR's format: corpus.jsonl, queries.jsonl, qrels/test.tsv (in the folder or in `beir/` under it). */
export function readBeir(folder: string): BeirSet {
  const root = existsSync(join(folder, "corpus.jsonl")) ? folder : join(folder, "beir");
  const lines = (file: string) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
  const judgements: BeirSet["judgements"] = new Map();
  for (const line of lines("qrels/test.tsv")) {
    const [query = "", document = "", score = ""] = line.split("\t");
    const relevance = Number(score);
    if (!Number.isFinite(relevance) || relevance <= 0) continue;
    const own = judgements.get(query);
    if (own) own.set(document, relevance);
    else judgements.set(query, new Map([[document, relevance]]));
  }
  const parse = (line: string) => JSON.parse(line) as { _id: string; title?: string; text: string };
  return {
    documents: lines("corpus.jsonl")
      .map(parse)
      .map(({ _id, title, text }) => ({ id: _id, title: title ?? "", text })),
    queries: lines("queries.jsonl")
      .map(parse)
      .map(({ _id, text }) => ({ id: _id, text }))
      .filter(({ id }) => judgements.has(id)),
    judgements,
  };
}

export interface Quality {
  ndcg10: number;
  mrr10: number;
  recall100: number;
}

/** Means over queries, as trec_eval computes them (linear gain). `rankings` are document ids, best first. */
export function judge(judgements: BeirSet["judgements"], rankings: ReadonlyMap<string, readonly string[]>): Quality {
  const sum: Quality = { ndcg10: 0, mrr10: 0, recall100: 0 };
  for (const [query, ranking] of rankings) {
    const relevant = judgements.get(query) ?? new Map<string, number>();
    const gain = (values: readonly number[]) =>
      values.reduce((total, value, index) => total + value / Math.log2(index + 2), 0);
    const ideal = gain([...relevant.values()].sort((a, b) => b - a).slice(0, 10));
    sum.ndcg10 += ideal > 0 ? gain(ranking.slice(0, 10).map((id) => relevant.get(id) ?? 0)) / ideal : 0;
    const first = ranking.slice(0, 10).findIndex((id) => relevant.has(id));
    sum.mrr10 += first < 0 ? 0 : 1 / (first + 1);
    sum.recall100 += ranking.slice(0, 100).filter((id) => relevant.has(id)).length / Math.max(1, relevant.size);
  }
  const mean = (value: number) => Math.round((value / Math.max(1, rankings.size)) * 10_000) / 10_000;
  return { ndcg10: mean(sum.ndcg10), mrr10: mean(sum.mrr10), recall100: mean(sum.recall100) };
}

/** The value below which the given share of the times lies, in milliseconds with one decimal. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}
