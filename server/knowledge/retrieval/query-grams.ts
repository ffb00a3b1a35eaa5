import { fourGrams } from "./tokens";

/** Slots for hashes of four characters; a query has some fifty runs, so that almost every other run finds its slot empty. */
const SLOTS = 8_192;
const none: readonly number[] = [];

/** The runs of four characters in a query's words, numbered in the order met; finds them in other words. */
export class QueryGrams {
  private readonly numbers = new Map<string, number>();
  /** Almost no run of a text is one of the query's: this tells so before the run is cut out to be looked up. */
  private readonly mayHave = new Uint8Array(SLOTS);

  constructor(words: Iterable<string>) {
    for (const word of words) {
      for (const gram of fourGrams(word)) {
        if (this.numbers.has(gram)) continue;
        this.numbers.set(gram, this.numbers.size);
        this.mayHave[slotOf(gram, 0)] = 1;
      }
    }
  }

  get size(): number {
    return this.numbers.size;
  }

  /** The query's runs that a word has, each as often as it has it. */
  foundIn(word: string): readonly number[] {
    const marked = `_${word}_`;
    let found = none;
    // As fourGrams cuts them: a shorter word is one run.
    for (let at = 0; at === 0 || at + 4 <= marked.length; at++) {
      if (this.mayHave[slotOf(marked, at)] === 0) continue;
      const number = this.numbers.get(marked.slice(at, at + 4));
      if (number !== undefined) found = [...found, number];
    }
    return found;
  }
}

/** Past the end of a text charCodeAt is NaN, which counts as nothing here. */
function slotOf(text: string, at: number): number {
  const first = (text.charCodeAt(at) << 9) ^ (text.charCodeAt(at + 1) << 6);
  return (first ^ (text.charCodeAt(at + 2) << 3) ^ text.charCodeAt(at + 3)) & (SLOTS - 1);
}
