import { readPage } from "@/server/crawling/extraction";
import { compareCaptures, rememberPage } from "@/server/evidence/changes";

/** Words in common, beside boxes that are drawn anew at each visit. */
const nearly = 0.7;

/** Of a short page the boxes around it are most of the words: so little of its own may differ, and no figure or heading. */
const little = { words: 16, share: 0.4 };

/** Whether two captures show one page: the same title, and nearly all words, or nearly all that is the page's own. */
export function sayNearlySame(one: { html: string; url: string }, other: { html: string; url: string }): boolean {
  const [a, b] = [one, other].map(({ html, url }) => readPage(html, url, { isWhole: true }));
  if (!a || !b || a.title !== b.title) return false;
  const [own, others] = [a, b].map(({ blocks }) => wordsOf(blocks.map(({ text }) => text).join(" ")));
  if (!own || !others || own.length + others.length === 0) return false;
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of own) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(word, count - 1);
  }
  return (2 * common) / (own.length + others.length) >= nearly || differLittle(one, other);
}

/** By what a reader would be told of the difference: advertisements, banners and clocks are none. */
function differLittle(one: { html: string; url: string }, other: { html: string; url: string }): boolean {
  const { items } = compareCaptures(one, other);
  const told = items.filter(({ kind }) => kind !== "link" && kind !== "image" && kind !== "structure");
  const words = told.flatMap(({ before, after }) => wordsOf(`${before ?? ""} ${after ?? ""}`)).length / 2;
  const most = Math.min(little.words, little.share * (rememberPage(one)?.words ?? 0));
  return words <= most && told.every(({ kind, isHeading }) => kind === "text" && !isHeading);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
