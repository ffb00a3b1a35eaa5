/** Wider than this, in parts of the type size, a ligature is one of three letters. */
const threeLetters = 0.75;

/**
 * The letters behind a glyph that its font names with no character (U+0000), as word processors on the web export "ff" and "ffi" of some
 * typefaces: "o\0cials", "e\0ective". Told by how wide the glyph is and by the letters beside it.
 *
 * @param glyph `em` is the glyph's width in parts of the type size; null where it stands inside a longer run.
 */
export function lettersOfLigature(glyph: { before: string; after: string; em: number | null }): string {
  const { before, after, em } = glyph;
  const isWithinWord = /\p{L}$/u.test(before);
  if (!isWithinWord && !/^\p{Ll}/u.test(after)) return "";
  if (em !== null && em > threeLetters) return /^[aeou]/.test(after) ? "ffl" : "ffi";
  // No English, French or German word begins with "ff".
  if (!isWithinWord) return /^[aou]/.test(after) ? "fl" : "fi";
  return "ff";
}

/** Runs of a page with their nameless glyphs spelled out; a run in which there is none stays as it is. */
export function spellLigatures<T extends { str: string; width: number; height: number }>(items: readonly T[]): T[] {
  return items.map((item, index) => {
    if (!item.str.includes("\u0000")) return item;
    const isAlone = item.str === "\u0000" && item.height > 0;
    const str = item.str.replaceAll("\u0000", (_, at: number) =>
      lettersOfLigature({
        before: item.str.slice(0, at) || (items[index - 1]?.str ?? ""),
        after: item.str.slice(at + 1) || (items[index + 1]?.str ?? ""),
        em: isAlone ? item.width / item.height : null,
      }),
    );
    return { ...item, str };
  });
}
