/** Length of the longest common subsequence. */
function common(a: readonly string[], b: readonly string[]): number {
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const row = new Array<number>(b.length + 1).fill(0);
    for (let at = 1; at <= b.length; at++) {
      row[at] =
        one === b[at - 1] ? (previous[at - 1] as number) + 1 : Math.max(previous[at] as number, row[at - 1] as number);
    }
    previous = row;
  }
  return previous[b.length] as number;
}

/**
 * Two names or numbers that changed places: the words between them stand as in the source, only the claims are in another order
 * ("A pays B" of "B pays A"). A passive turn ("B is paid by A") moves the words too and is let through.
 */
export function isSwapped(
  sentence: readonly string[],
  source: readonly string[],
  claims: ReadonlySet<string>,
): boolean {
  const said = new Set(sentence);
  const claimed = sentence.filter((word) => claims.has(word));
  if (new Set(claimed).size < 2) return false;
  const sourceClaims = source.filter((word) => claims.has(word) && said.has(word));
  if (new Set(sourceClaims).size < new Set(claimed).size || common(claimed, sourceClaims) === claimed.length)
    return false;
  const words = sentence.filter((word) => !claims.has(word));
  return (
    words.length >= 1 &&
    common(
      words,
      source.filter((word) => !claims.has(word)),
    ) /
      words.length >=
      0.85
  );
}
