import type { WordChange } from "./comparison";
import { foldVolatile } from "./reading/fold-volatile";
import { wordsOf } from "./reading/words";

/** Around an edit, so that a clock or a counter is known by what stands beside it. */
const contextWords = 6;

/** The words with those edits marked in which nothing but a clock, an age or a counter went on: beside another edit of the same line they are no news. */
export function markPassing(words: readonly WordChange[]): WordChange[] {
  const marked: WordChange[] = [];
  for (let at = 0; at < words.length; ) {
    const change = words[at];
    if (!change || change.op === "same") {
      if (change) marked.push(change);
      at++;
      continue;
    }
    let end = at;
    while (words[end] && words[end]?.op !== "same") end++;
    const edits = words.slice(at, end);
    const isPassing = passes(edits, words[at - 1]?.text ?? "", words[end]?.text ?? "");
    marked.push(...(isPassing ? edits.map((edit): WordChange => ({ ...edit, isPassing: true })) : edits));
    at = end;
  }
  return marked;
}

function passes(edits: readonly WordChange[], before: string, after: string): boolean {
  const lead = wordsAt(before).slice(-contextWords).join("");
  const tail = wordsAt(after).slice(0, contextWords).join("");
  const [old, fresh] = (["removed", "added"] as const).map(
    (op) => lead + edits.flatMap((edit) => (edit.op === op ? edit.text : [])).join("") + tail,
  );
  const said = (text: string) => wordsOf(foldVolatile(text)).join(" ");
  return (
    old !== undefined &&
    fresh !== undefined &&
    said(old) === said(fresh) &&
    wordsOf(old).join() !== wordsOf(fresh).join()
  );
}

function wordsAt(text: string): string[] {
  return text.split(/(?<=\s)(?=\S)/);
}
