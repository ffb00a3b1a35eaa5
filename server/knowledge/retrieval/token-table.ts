/**
 * The stored tokens of a query's candidates as numbers. Ranking looks at each word several times; here each distinct one is
 * looked up once, and the rest is arithmetic.
 */
export interface TokenTable {
  /** By candidate: its lines, the title first; each a list of part numbers. */
  candidates: { lines: Int32Array[]; holds: string[] }[];
  /** By part: the number of its stem, and the word as written. */
  stemOf: number[];
  words: string[];
  stems: string[];
}

export function tabulate(stored: readonly string[]): TokenTable {
  const partOf = new Map<string, number>();
  const stemIds = new Map<string, number>();
  const table: TokenTable = { candidates: [], stemOf: [], words: [], stems: [] };
  const addPart = (part: string): number => {
    const bar = part.indexOf("|");
    const slash = bar < 0 ? part.indexOf("/") : -1;
    const cut = bar < 0 ? slash : bar;
    const stem = cut < 0 ? part : part.slice(0, cut);
    let stemId = stemIds.get(stem);
    if (stemId === undefined) {
      stemId = table.stems.length;
      stemIds.set(stem, stemId);
      table.stems.push(stem);
    }
    const id = table.words.length;
    partOf.set(part, id);
    table.stemOf.push(stemId);
    table.words.push(bar >= 0 ? stem + part.slice(bar + 1) : slash >= 0 ? part.slice(slash + 1) : part);
    return id;
  };
  for (const tokens of stored) {
    const lines: Int32Array[] = [];
    const holds: string[] = [];
    for (const line of tokens.split("\n")) {
      const parts = line.split(" ");
      const ids = new Int32Array(parts.length - 1);
      for (let at = 1; at < parts.length; at++) {
        const part = parts[at] as string;
        ids[at - 1] = partOf.get(part) ?? addPart(part);
      }
      lines.push(ids);
      holds.push(parts[0] as string);
    }
    table.candidates.push({ lines, holds });
  }
  return table;
}
