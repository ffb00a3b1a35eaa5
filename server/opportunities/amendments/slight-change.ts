/** Words that carry no demand of their own. Negations, limits, "and", "or" and modals are not among them. */
const bare = new Set(
  "a an the this that these those each every any also both in of to by for at on with from as is are be been its it their his her so such per via which who become becoming please".split(
    " ",
  ),
);

/**
 * Whether two wordings of one requirement differ in nothing that a bidder would act on: articles and prepositions, singular and plural, the
 * order of words, a slip of the pen. Figures, negations, modals and every other word make a difference.
 */
export function isSlightChange(before: readonly string[], after: readonly string[]): boolean {
  const [old, fresh] = [bearing(before), bearing(after)];
  const left = [...fresh];
  const unmatched = old.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  if (unmatched.length !== left.length || left.length > 4) return false;
  return unmatched.every((word) => {
    const at = left.findIndex((other) => isSlip(word, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function bearing(words: readonly string[]): string[] {
  return words
    .filter((word) => !bare.has(word))
    .map((word) => (/^\p{L}{4,}s$/u.test(word) && !word.endsWith("ss") ? word.slice(0, -1) : word));
}

/** One letter put in, left out or exchanged in a long word. */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1 || /\d/.test(a + b)) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
