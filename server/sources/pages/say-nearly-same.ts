import { readPage } from "@/server/crawling/extraction";

/** Words in common, beside boxes that are drawn anew at each visit. */
const nearly = 0.7;

/** Whether two captures show one page: the same title, and nearly all words. */
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
  return (2 * common) / (own.length + others.length) >= nearly;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
