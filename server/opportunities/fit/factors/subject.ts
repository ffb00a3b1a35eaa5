import { foldText } from "@/lib/fold-text";
import type { FitFacts } from "../fit-facts";
import { nameWithin, sharesTrade } from "./likeness";

/**
 * Whether what a tender is about is what we do, by its trade's code or its title. `near`: something that it says of itself is; `foreign`: nothing is,
 * as far as our profile and library tell; `unknown`: they tell too little, or the tender does.
 */
export type Subject = "ours" | "near" | "foreign" | "unknown";

/** Title and first statements of the summary: what the tender is about, without what every tender asks for besides. */
export function subjectIdeas({ opportunity }: Pick<FitFacts, "opportunity">): string[] {
  const statements = (opportunity.summary ?? "").split(/(?<=[.!?])\s+/).slice(0, 2);
  return [...new Set([opportunity.title, ...statements].map((text) => text.trim()).filter((text) => text.length > 8))];
}

/** From so many lines on a profile says what we do not do, too. */
const linesThatTell = 3;
/** Shown for so much of the demands, a tender cannot be about what we do not do, whatever its title says. */
const shareThatTells = 0.5;
/** Words with which any trade names what it does. */
const anyTrade = new Set(
  "service services support maintenance management supply supplies delivery provision operation operations works work solution solutions system systems project projects consulting advice and for with the of our all public".split(
    " ",
  ),
);

interface Known {
  /** Passages of the library hold what it is about, in the order of `subjectIdeas`. */
  isShown: readonly boolean[];
  /** The library is large enough that something can be missed in it. */
  isLibraryTelling: boolean;
  /** Share of the demands that are shown by library or profile. */
  shown: number;
}

export function judgeSubject(facts: Pick<FitFacts, "opportunity" | "profile">, known: Known): Subject {
  const { opportunity, profile } = facts;
  const ideas = subjectIdeas(facts);
  if (ideas.length === 0) return "unknown";
  const [own, stated] = [profile.categories, opportunity.categories];
  const isOwnTrade = own.length > 0 && sharesTrade(own, stated);
  if (isOwnTrade || known.isShown[0] || namesOurs(profile.capabilities, ideas.slice(0, 1))) return "ours";
  const said = [...ideas, opportunity.summary ?? ""];
  const isNear = known.shown >= shareThatTells || known.isShown.some(Boolean);
  if (isNear || touchesOurs(profile.capabilities, said)) return "near";
  const isTelling = known.isLibraryTelling || profile.capabilities.length >= linesThatTell;
  return isTelling ? "foreign" : "unknown";
}

const namesOurs = (lines: readonly string[], ideas: readonly string[]) =>
  lines.some((line) => ideas.some((idea) => nameWithin(line, idea)));

/** Half of the words that make a line of the profile what it is stand in the title or the summary. */
function touchesOurs(lines: readonly string[], ideas: readonly string[]): boolean {
  const said = ideas.map((idea) => new Set(wordsOf(idea)));
  return lines.some((line) => {
    const words = wordsOf(line);
    const telling = words.filter((word) => !anyTrade.has(word));
    const asked = telling.length > 0 ? telling : words;
    return said.some((idea) => asked.filter((word) => idea.has(word)).length * 2 >= asked.length && asked.length > 0);
  });
}

/** Without the endings that make one word two: "archives" and "archive". */
function wordsOf(text: string): string[] {
  return foldText(text)
    .split(" ")
    .filter((word) => word.length > 2)
    .map((word) => (anyTrade.has(word) ? word : word.replace(/(?:es|s)$/, "")));
}
