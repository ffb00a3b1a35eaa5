import type { SourceScope } from "@/drizzle/schema";
import {
  type ChangeItem,
  type Comparison,
  type EmptiedValue,
  firstEdit,
  type PageMemory,
  rememberPage,
  settleComparison,
} from "@/server/evidence/changes";

/** What one capture said, as it is kept with the page. */
export interface KeptMemory {
  said: string[];
  forms: [string, string | null][];
  words: number;
  /** Pairs of texts that were seen to take each other's place, again and again. */
  swings?: [string, string][];
  /** Texts and lines of figures that looks at the moment of this capture have shown to be drawn by lot (`restlessForms`). */
  lots?: string[];
}

export interface Settled {
  comparison: Comparison;
  history: KeptMemory[];
  /** Values that the page has a place for and no longer states. */
  emptied: EmptiedValue[];
  /** Texts that take each other's place from one capture to the next. */
  swings: [string, string][];
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
): Settled {
  const asItIs = { comparison, history: [], emptied: [], swings: [] };
  if (comparison.verdict === "none" && history.length === 0) return asItIs;
  const now = rememberPage(after, scope);
  const kept = rememberPage(before, scope);
  if (!now || !kept) return asItIs;
  const known = history.length > 0 ? history.map(toMemory) : [kept];
  const grown = [...known, now].slice(-remembered);
  const isSettled = grown.length >= settledAfter && grown.slice(-settledAfter).every((one) => isSame(one, now));
  if (isSettled) return asItIs;
  // The older one of the compared pair must be the last of what came before.
  const last = known.at(-1);
  const earlier = last && isSame(last, kept) ? known : [...known, kept];
  const characters = [...now.said].reduce((sum, text) => sum + text.length, 0);
  const settled = settleComparison(comparison, earlier);
  const swings = withKnown(settled.returned.flatMap(swingOf), history);
  const memory = { ...toKept(now), ...(swings.length > 0 ? { swings } : {}) };
  return {
    comparison: settled.comparison,
    history:
      characters > maxCharacters ? [] : [...(history.length > 0 ? history : [toKept(kept)]), memory].slice(-remembered),
    emptied: settled.emptied.flatMap(({ emptied }) => emptied ?? []),
    swings,
  };
}

const mostLots = 40;
/** What was drawn by lot so many captures ago may have been a change that had not yet reached all of the site's servers. */
const lotsLast = 4;

/** The history with what further looks at the newest capture have shown to be drawn by lot. */
export function withLots(history: readonly KeptMemory[], forms: readonly string[]): KeptMemory[] {
  const last = history.at(-1);
  if (!last || forms.length === 0) return [...history];
  return [...history.slice(0, -1), { ...last, lots: [...new Set([...(last.lots ?? []), ...forms])].slice(-mostLots) }];
}

/** What looks at the last captures have shown to be drawn by lot. */
export function lotsOf(history: readonly KeptMemory[]): string[] {
  return history.slice(-lotsLast).flatMap(({ lots }) => lots ?? []);
}

const mostSwings = 5;

/** A value that was put in the place of another. What only comes and goes (a quotation, an advertisement) is not worth a word. */
function swingOf({ before, after, words }: ChangeItem): [string, string][] {
  const isShort = (text: string | null): text is string => text !== null && text !== "" && text.length <= 80;
  if (isShort(before) && isShort(after)) return [[before, after]];
  // Of a long text the words that swing, with those around them.
  if (before === null || after === null || !words) return [];
  const edit = firstEdit(words);
  return isShort(edit.before) && isShort(edit.after) ? [[edit.before, edit.after]] : [];
}

/** What was seen to swing goes on doing so until the page has settled. */
function withKnown(seen: readonly [string, string][], history: readonly KeptMemory[]): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  for (const pair of [...(history.at(-1)?.swings ?? []), ...seen]) pairs.set([...pair].sort().join("\n"), pair);
  return [...pairs.values()].slice(-mostSwings);
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
