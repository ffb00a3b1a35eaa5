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
  const parts = new PartNumbers();
  const candidates = stored.map((tokens) => readLines(tokens, parts));
  const stemIds = new Map<string, number>();
  const table: TokenTable = { candidates, stemOf: [], words: [], stems: [] };
  for (const part of parts.texts) {
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
    table.stemOf.push(stemId);
    table.words.push(bar >= 0 ? stem + part.slice(bar + 1) : slash >= 0 ? part.slice(slash + 1) : part);
  }
  return table;
}

const SPACE = 32;
const NEWLINE = 10;

/** A line opens with what it holds; each further part is a word. */
function readLines(tokens: string, parts: PartNumbers): TokenTable["candidates"][number] {
  const lines: Int32Array[] = [];
  const holds: string[] = [];
  let line: number[] = [];
  let from = 0;
  let isFirst = true;
  let hash = 0;
  for (let at = 0; at <= tokens.length; at++) {
    const letter = at < tokens.length ? tokens.charCodeAt(at) : NEWLINE;
    if (letter !== SPACE && letter !== NEWLINE) {
      hash = (Math.imul(hash, 31) + letter) | 0;
      continue;
    }
    if (isFirst) holds.push(tokens.slice(from, at));
    else line.push(parts.numberOf(tokens, from, at, hash));
    if (letter === NEWLINE) {
      lines.push(Int32Array.from(line));
      line = [];
    }
    isFirst = letter === NEWLINE;
    from = at + 1;
    hash = 0;
  }
  return { lines, holds };
}

const SLOTS = 8_192;

/** Numbers the parts of longer texts where they stand: two of three have been met before, and are not cut out again. */
class PartNumbers {
  readonly texts: string[] = [];
  private readonly hashes: number[] = [];
  /** By slot the last part whose hash falls into it, and by part the one before it there; -1 is none. */
  private readonly last = new Int32Array(SLOTS).fill(-1);
  private readonly before: number[] = [];

  numberOf(text: string, from: number, to: number, hash: number): number {
    const slot = hash & (SLOTS - 1);
    const last = this.last[slot] as number;
    for (let number = last; number >= 0; number = this.before[number] as number) {
      if (this.hashes[number] === hash && isAt(text, from, to, this.texts[number] as string)) return number;
    }
    const number = this.texts.length;
    this.texts.push(text.slice(from, to));
    this.hashes.push(hash);
    this.before.push(last);
    this.last[slot] = number;
    return number;
  }
}

function isAt(text: string, from: number, to: number, part: string): boolean {
  if (part.length !== to - from) return false;
  for (let at = 0; at < part.length; at++) if (part.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  return true;
}
