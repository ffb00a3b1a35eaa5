import { tokenize } from "../retrieval/tokens";
import { lexiconGroups } from "./lexicon/groups";

/** A run of stems that says the same as a part of the question. */
export interface Alternative {
  stems: string[];
  weight: number;
  /** As the lexicon writes it; absent for the question's own words. */
  text?: string;
}

export interface LexiconMatch {
  /** Indexes into the question's tokens. */
  from: number;
  to: number;
  alternatives: Alternative[];
}

interface Entry {
  stems: string[];
  alternatives: Alternative[];
}

/** From everyday words to the terms, between terms, and from terms back to everyday words. */
const EVERYDAY_TO_TERM = 1;
const TERM_TO_TERM = 0.8;
const TERM_TO_EVERYDAY = 0.5;
const EVERYDAY_TO_EVERYDAY = 0.4;
const AMBIGUITY = 0.5;

let index: Map<string, Entry[]> | null = null;

interface Wording {
  text: string;
  /** As it must stand in a question, stop words included. */
  phrase: string[];
  /** As it must stand in a unit. */
  content: string[];
}

/** Entries by their first stem, longest first. Built at the first question: some 30 ms once per process. */
function entriesByFirstStem(): Map<string, Entry[]> {
  if (index) return index;
  const byPhrase = new Map<string, Map<string, Alternative>>();
  const groupsOf = new Map<string, number>();
  const add = ({ phrase }: Wording, others: readonly Wording[], weight: number) => {
    const key = phrase.join(" ");
    const known = byPhrase.get(key) ?? new Map<string, Alternative>();
    byPhrase.set(key, known);
    for (const { content, text } of others) {
      const otherKey = content.join(" ");
      const before = known.get(otherKey);
      if (otherKey === key || content.length === 0 || (before && before.weight >= weight)) continue;
      known.set(otherKey, { stems: content, weight, text });
    }
  };
  for (const group of lexiconGroups) {
    const said = group.everyday.map(readWording);
    const written = group.terms.map(readWording);
    for (const { phrase } of [...said, ...written])
      groupsOf.set(phrase.join(" "), (groupsOf.get(phrase.join(" ")) ?? 0) + 1);
    for (const wording of said) {
      // "Who is it for" has no word of its own to hold on to.
      const firmness = wording.content.length === 0 ? 0.6 : 1;
      add(wording, written, EVERYDAY_TO_TERM * firmness);
      add(wording, said, EVERYDAY_TO_EVERYDAY * firmness);
    }
    for (const wording of written) {
      add(wording, written, TERM_TO_TERM);
      add(wording, said, TERM_TO_EVERYDAY);
    }
  }
  index = new Map();
  for (const [key, alternatives] of byPhrase) {
    const stems = key.split(" ");
    // A word of many groups has many senses, of which a question means one.
    const certainty = 1 / (groupsOf.get(key) ?? 1) ** AMBIGUITY;
    const first = stems[0] ?? "";
    const list = index.get(first) ?? [];
    list.push({
      stems,
      alternatives: [...alternatives.values()].map((one) => ({ ...one, weight: one.weight * certainty })),
    });
    index.set(first, list);
  }
  for (const list of index.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return index;
}

function readWording(text: string): Wording {
  const tokens = tokenize(text, "en");
  return {
    text,
    phrase: tokens.map((token) => token.stem),
    content: tokens.filter((token) => !token.isStop).map((token) => token.stem),
  };
}

const MAX_GAP = 2;

/** Parts of a question that the lexicon knows, longest first, not overlapping. Words of a phrase may stand up to two words apart ("hand our offer in"). */
export function matchLexicon(stems: readonly string[], isContent: (index: number) => boolean): LexiconMatch[] {
  const entries = entriesByFirstStem();
  const taken = new Set<number>();
  const found: { from: number; to: number; at: number[]; entry: Entry }[] = [];
  for (const [from, stem] of stems.entries()) {
    for (const entry of entries.get(stem) ?? []) {
      // A single "must" or "each" is in too many sentences to mean something.
      if (entry.stems.length === 1 && !isContent(from)) continue;
      const at = alignPhrase(entry.stems, stems, from);
      if (at) found.push({ from, to: (at.at(-1) ?? from) + 1, at, entry });
    }
  }
  found.sort((a, b) => b.entry.stems.length - a.entry.stems.length || a.to - a.from - (b.to - b.from));
  const matches: LexiconMatch[] = [];
  for (const { from, to, at, entry } of found) {
    if (at.some((index) => taken.has(index))) continue;
    for (const index of at) taken.add(index);
    matches.push({ from, to, alternatives: entry.alternatives });
  }
  return matches;
}

/** Only a verb and its particle are parted by other words ("hand our offer in"). */
function alignPhrase(phrase: string[], stems: readonly string[], from: number): number[] | null {
  const gap = phrase.length === 2 && particles.has(phrase[1] as string) ? MAX_GAP : 0;
  const at = [from];
  let position = from;
  for (const stem of phrase.slice(1)) {
    const next = stems.slice(position + 1, position + 2 + gap).indexOf(stem);
    if (next < 0) return null;
    position += 1 + next;
    at.push(position);
  }
  return at;
}

const particles = new Set("in out off up back over down on away together through".split(" "));
