import { diffArrays } from "diff";
import type { WordChange } from "./comparison";

/** Past this many differing words two texts share little: the whole is told as replaced. */
const maxEdits = 1_500;
const maxTokens = 20_000;
const token =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

interface Token {
  /** Compared: spaces and the style of quotes make no difference. */
  key: string;
  /** With the space that follows. */
  text: string;
}

/** What was taken out and put in, word by word, in reading order. Neighbours of one kind are joined. */
export function diffWords(before: string, after: string): WordChange[] {
  const [old, fresh] = [tokensOf(before), tokensOf(after)];
  const replaced: WordChange[] = [
    { op: "removed", text: before },
    { op: "added", text: after },
  ];
  if (old.length > maxTokens || fresh.length > maxTokens) return replaced.filter((change) => change.text !== "");
  const parts = diffArrays(old, fresh, { comparator: (a, b) => a.key === b.key, maxEditLength: maxEdits });
  if (!parts) return replaced;
  return parts.map(({ added, removed, value }) => ({
    op: added ? "added" : removed ? "removed" : "same",
    text: value.map((part) => part.text).join(""),
  }));
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const matches = [...text.matchAll(token)];
  for (const [index, match] of matches.entries()) {
    const end = matches[index + 1]?.index ?? text.length;
    tokens.push({
      key: match[0]
        .normalize("NFKC")
        .replace(/[’‘`´]/g, "'")
        .replace(/[“”„«»]/g, '"'),
      text: text.slice(match.index, end),
    });
  }
  return tokens;
}
