/** Words by which a place is found; shorter texts are not looked for. */
export const indexedWords = 4;
/** Places looked at for one beginning: a page of one repeated word must not take minutes. */
const maxPlaces = 64;

/** Tells whether a run of words stands somewhere in a text, whatever blocks it is cut into; time is linear in both. */
export class WordIndex {
  private readonly places = new Map<string, number[]>();

  constructor(private readonly words: readonly string[]) {
    for (let at = 0; at + indexedWords <= words.length; at++) {
      const start = words.slice(at, at + indexedWords).join(" ");
      const known = this.places.get(start);
      if (!known) this.places.set(start, [at]);
      else if (known.length < maxPlaces) known.push(at);
    }
  }

  /** @param words at least four */
  has(words: readonly string[]): boolean {
    const places = this.places.get(words.slice(0, indexedWords).join(" ")) ?? [];
    return places.some((at) => words.every((word, index) => this.words[at + index] === word));
  }
}
