import { inverseDocumentFrequency, termWeight } from "../bm25";
import { countTerms, decodeTokens } from "../stored-tokens";
import { rightSingularVectors } from "./truncated-svd";

/** A space learned from texts: one vector per term. */
export interface LearnedSpace {
  dimensions: number;
  terms: string[];
  idf: Float32Array;
  /** `dimensions` numbers for each of `terms`. */
  vectors: Float32Array;
  averageLength: number;
}

/**
 * Learns term vectors by truncated SVD of the BM25 × idf matrix of chunks (latent semantic analysis, Deerwester et al. 1990),
 * rows of unit length. Words that occur once are kept: they are what many questions are about. `stored` are stored tokens.
 */
export function learnVectors(stored: readonly string[], dimensions: number): LearnedSpace {
  const documents = stored.map((tokens) => countTerms(decodeTokens(tokens)));
  const termIndex = new Map<string, number>();
  const frequencies: number[] = [];
  let entries = 0;
  let lengthSum = 0;
  for (const { counts, length } of documents) {
    lengthSum += length;
    entries += counts.size;
    for (const term of counts.keys()) {
      const index = termIndex.get(term);
      if (index === undefined) {
        termIndex.set(term, frequencies.length);
        frequencies.push(1);
      } else frequencies[index] = (frequencies[index] as number) + 1;
    }
  }
  const averageLength = lengthSum / Math.max(1, documents.length);
  const idf = Float32Array.from(frequencies, (frequency) => inverseDocumentFrequency(frequency, documents.length));
  const starts = new Uint32Array(documents.length + 1);
  const columns = new Uint32Array(entries);
  const values = new Float32Array(entries);
  let at = 0;
  for (const [row, { counts, length }] of documents.entries()) {
    const first = at;
    let squared = 0;
    for (const [term, count] of counts) {
      const column = termIndex.get(term) as number;
      const weight = termWeight(count.title, count.body, length, averageLength) * (idf[column] as number);
      columns[at] = column;
      values[at++] = weight;
      squared += weight * weight;
    }
    const norm = Math.sqrt(squared) || 1;
    for (let index = first; index < at; index++) values[index] = (values[index] as number) / norm;
    starts[row + 1] = at;
  }
  const learned = rightSingularVectors(
    { rowCount: documents.length, columnCount: frequencies.length, starts, columns, values },
    dimensions,
  );
  return {
    dimensions,
    terms: [...termIndex.keys()],
    idf,
    vectors: widen(learned.values, learned.columns, dimensions),
    averageLength,
  };
}

/** Axes that the text does not fill stay 0, so that every learned space has the same length. */
function widen(values: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return values;
  const wide = new Float32Array((values.length / Math.max(1, from)) * to);
  for (let row = 0; row * from < values.length; row++)
    wide.set(values.subarray(row * from, (row + 1) * from), row * to);
  return wide;
}
