/**
 * How many letters have to be put in, taken out, exchanged or swapped with their neighbour until `word` is the beginning of `text` (optimal string
 * alignment, free at the end of `text`).
 */
export function distanceToBeginning(word: string, text: string): number {
  // Columns beyond this cannot be nearer than those before them.
  const width = Math.min(text.length, word.length + 4);
  let older: number[] = [];
  let old = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row++) {
    const next = [row];
    for (let column = 1; column <= width; column++) {
      const isSame = word[row - 1] === text[column - 1];
      let least = Math.min(
        (old[column - 1] ?? 0) + (isSame ? 0 : 1),
        (old[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
      );
      if (row > 1 && column > 1 && word[row - 1] === text[column - 2] && word[row - 2] === text[column - 1])
        least = Math.min(least, (older[column - 2] ?? 0) + 1);
      next.push(least);
    }
    [older, old] = [old, next];
  }
  return Math.min(...old);
}
