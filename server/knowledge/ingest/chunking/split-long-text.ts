export interface TextPart {
  /** Offsets in the text that was given. */
  start: number;
  end: number;
  words: number;
}

const sentenceEnd = /[.!?;:]["'”’)]*$/;

/**
 * Cuts a text that is longer than `maxWords` into parts of even size, at the ends of sentences where there are any, else between
 * words. A run without spaces counts one word per 12 characters, so that encoded data does not become one endless part.
 */
export function splitLongText(text: string, maxWords: number): TextPart[] {
  const words: { start: number; end: number; weight: number; endsSentence: boolean }[] = [];
  const MAX_RUN = 2_000;
  for (const match of text.matchAll(/\S+/g)) {
    for (let at = 0; at < match[0].length; at += MAX_RUN) {
      const run = match[0].slice(at, at + MAX_RUN);
      words.push({
        start: match.index + at,
        end: match.index + at + run.length,
        weight: run.length > 40 ? Math.ceil(run.length / 12) : 1,
        endsSentence: sentenceEnd.test(run.slice(-6)) || text[match.index + match[0].length] === "\n",
      });
    }
  }
  const total = words.reduce((sum, word) => sum + word.weight, 0);
  if (words.length === 0) return [];
  const target = total <= maxWords ? total : total / Math.ceil(total / (maxWords * 0.85));
  const parts: TextPart[] = [];
  let first = 0;
  let weight = 0;
  for (const [index, word] of words.entries()) {
    weight += word.weight;
    const isLast = index === words.length - 1;
    const next = words[index + 1]?.weight ?? 0;
    const rest = total - parts.reduce((sum, part) => sum + part.words, 0) - weight;
    const isFull = weight + next > maxWords || (weight >= target * 0.8 && word.endsSentence && rest > target * 0.2);
    if (!isLast && !isFull) continue;
    parts.push({ start: (words[first] as { start: number }).start, end: word.end, words: weight });
    first = index + 1;
    weight = 0;
  }
  return parts;
}
