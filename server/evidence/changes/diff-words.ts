import { diffArrays } from "diff";
import type { WordChange } from "./comparison";

/** Past this many differing words two texts share little: the whole is told as replaced. */
const maxEdits = 1_500;
const maxTokens = 20_000;
const token =
  /\s+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/**
 * What was taken out and put in, word by word, in reading order: at each place first what was removed, then what was added. Spaces and
 * the style of quotes make no difference.
 */
export function diffWords(before: string, after: string): WordChange[] {
  const [old, fresh] = [tokensOf(before), tokensOf(after)];
  const isLong = old.length > maxTokens || fresh.length > maxTokens;
  const parts = isLong
    ? undefined
    : diffArrays(old, fresh, { comparator: (a, b) => a.key === b.key, maxEditLength: maxEdits });
  const changes: WordChange[] = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    if (removed !== "") changes.push({ op: "removed", text: removed });
    if (added !== "") changes.push({ op: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const [index, part] of (parts ?? []).entries()) {
    const text = part.value.map((one) => one.text).join("");
    if (part.removed) removed += text;
    else if (part.added) added += text;
    else if (text.trim() === "" && removed !== "" && added !== "" && index + 1 < (parts?.length ?? 0)) {
      // A space between two replaced words belongs to the replacement.
      removed += text;
      added += text;
    } else {
      flush();
      changes.push({ op: "same", text });
    }
  }
  if (!parts) [removed, added] = [before, after];
  flush();
  return changes;
}

interface Token {
  /** Compared. */
  key: string;
  text: string;
}

function tokensOf(text: string): Token[] {
  return (text.match(token) ?? []).map((part) => {
    const key = part
      .normalize("NFKC")
      .replace(/[’‘`´]/g, "'")
      .replace(/[“”„«»]/g, '"');
    return { key: key.trim() === "" ? " " : key, text: part };
  });
}
