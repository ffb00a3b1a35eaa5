import type { SourceScope } from "@/drizzle/schema";
import { type Comparison, type PageMemory, rememberPage, settleComparison } from "@/server/evidence/changes";

/** What one capture said, as it is kept with the page. */
export interface KeptMemory {
  said: string[];
  forms: [string, string | null][];
  words: number;
}

/** So many captures are remembered; so many alike in a row mean that the page has settled. */
const remembered = 6;
const settledAfter = 3;
/** A page that says more than this is not remembered: its changes are told as they come. */
const maxCharacters = 300_000;

/**
 * Takes out of a comparison what only comes and goes. A page has a history from its first change on; once it has said the same three times
 * in a row the history is dropped, and what then still differs from the kept revision is told: a value that swung back and stayed has changed back.
 */
export function settleWithHistory(
  comparison: Comparison,
  history: readonly KeptMemory[],
  before: { html: string; url: string },
  after: { html: string; url: string },
  scope?: SourceScope,
): { comparison: Comparison; history: KeptMemory[] } {
  if (comparison.verdict === "none" && history.length === 0) return { comparison, history: [] };
  const now = rememberPage(after, scope);
  const kept = rememberPage(before, scope);
  if (!now || !kept) return { comparison, history: [] };
  const known = history.length > 0 ? history.map(toMemory) : [kept];
  const grown = [...known, now].slice(-remembered);
  const isSettled = grown.length >= settledAfter && grown.slice(-settledAfter).every((one) => isSame(one, now));
  if (isSettled) return { comparison, history: [] };
  // The older one of the compared pair must be the last of what came before.
  const last = known.at(-1);
  const earlier = last && isSame(last, kept) ? known : [...known, kept];
  const characters = [...now.said].reduce((sum, text) => sum + text.length, 0);
  return {
    comparison: settleComparison(comparison, earlier),
    history: characters > maxCharacters ? [] : grown.map(toKept),
  };
}

function isSame(a: PageMemory, b: PageMemory): boolean {
  return a.said.size === b.said.size && [...a.said].every((text) => b.said.has(text));
}

function toMemory({ said, forms, words }: KeptMemory): PageMemory {
  return { said: new Set(said), byForm: new Map(forms), words };
}

function toKept({ said, byForm, words }: PageMemory): KeptMemory {
  return { said: [...said], forms: [...byForm], words };
}
