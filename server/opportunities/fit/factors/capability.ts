import { chanceOf } from "@/lib/beta";
import type { RequirementKind } from "@/lib/vocabulary/opportunities";
import { type FactorBasis, type FactorResult, known, unknown } from "../factor-result";
import type { Demand, FitFacts } from "../fit-facts";
import { nameWithin } from "./likeness";
import { judgeSubject, type Subject } from "./subject";

/** Kinds that ask for something we must be able to do; the others are about the offer itself. */
const askedOfUs: readonly RequirementKind[] = [
  "service",
  "technical",
  "staffing",
  "deliverable",
  "security",
  "accessibility",
  "service-level",
  "reporting",
];
/** So many are looked up; of more, every so-manieth. */
const mostLookedUp = 60;
/**
 * The share of a demand's ideas that a passage must hold to count as evidence. On forty labelled demands put to a small library
 * (find-coverage.test), all that it answers lay above and all that it does not below; one word in common reaches about 0.2.
 */
export const coverageFloor = 0.47;

/**
 * So many characters of one's own (a page and a half) are a library in which something can be missed. In a smaller one only what is found says
 * something; that the rest is not there says nothing about us.
 */
export const enoughToMiss = 3000;
/** From this share on a small library speaks for itself. */
const shareOfSmall = 0.5;

export interface OwnLibrary {
  documents: number;
  /** Of their text, counted no further than is needed to know that there is enough. */
  characters: number;
}

export interface AskedIdea {
  /** The demand it is; null for a sentence of the title or summary. */
  demand: Demand | null;
  text: string;
}

/** A passage of our own documents that shows that we do it. */
export interface Covering {
  evidenceId: string;
  quote: string;
}

/** What the opportunity asks us to be able to do: its mandatory demands, else all, else what its title and summary say. */
export function askedIdeas({ demands, opportunity }: FitFacts): {
  ideas: AskedIdea[];
  of: number;
  from: "demands" | "summary";
} {
  const asked = demands.filter(({ kind }) => askedOfUs.includes(kind));
  const mandatory = asked.filter(({ isMandatory }) => isMandatory);
  const chosen = mandatory.length > 0 ? mandatory : asked;
  if (chosen.length === 0) {
    const said = [opportunity.title, ...(opportunity.summary ?? "").split(/(?<=[.!?])\s+/)]
      .map((text) => text.trim())
      .filter((text) => text.length > 8);
    const ideas = [...new Set(said)].slice(0, 8).map((text) => ({ demand: null, text }));
    return { ideas, of: ideas.length, from: "summary" };
  }
  const step = Math.max(1, chosen.length / mostLookedUp);
  const ideas: AskedIdea[] = [];
  for (let at = 0; Math.floor(at) < chosen.length && ideas.length < mostLookedUp; at += step) {
    const demand = chosen[Math.floor(at)];
    if (demand) ideas.push({ demand, text: [demand.leadIn, demand.text].filter(Boolean).join(" ") });
  }
  return { ideas, of: chosen.length, from: "demands" };
}

const mostShown = 12;

/** What is left of the share where the tender is about something else: papers of every trade ask for reports, insurances and staff. */
const leftOfForeign = 0.25;

/**
 * Share of what is asked for which our own documents hold evidence, and little of it where the tender is about something that neither profile nor
 * library know; what we never do is a blocker. `isShown`: which of `subjectIdeas` a passage of the library holds.
 */
export function capabilityFactor(
  facts: FitFacts,
  asked: ReturnType<typeof askedIdeas>,
  covered: readonly (Covering | null)[],
  own: OwnLibrary,
  isShown: readonly boolean[] = [],
): FactorResult {
  const excluded = excludedBy(facts);
  if (excluded) {
    return known("capability", 0, `Its title or summary says “${excluded}”, which your profile excludes.`, {
      isBlocker: true,
      basis: [{ kind: "profile", id: null, text: `Never: ${excluded}` }],
    });
  }
  const claimed = asked.ideas.map(
    ({ text }) => facts.profile.capabilities.find((line) => nameWithin(line, text)) ?? null,
  );
  const n = asked.ideas.length;
  const shown = covered.filter((one) => one !== null).length;
  const found = asked.ideas.filter((_, index) => covered[index] || claimed[index]).length;
  const isLibraryTelling = own.characters >= enoughToMiss;
  const subject = judgeSubject(facts, { isShown, isLibraryTelling, shown: n === 0 ? 0 : found / n });
  const isForeign = subject === "foreign";
  if (n === 0) return byTrade(facts, "Nothing has been read yet of what is asked for", isForeign);
  if (!isLibraryTelling && found < n * shareOfSmall) {
    const little =
      own.documents === 0
        ? "The library holds no documents of your own to look for evidence in"
        : `The library holds too little of your own to say what you cannot do (${own.documents} ${own.documents === 1 ? "document" : "documents"}, not two pages together)`;
    return byTrade(facts, found === 0 ? little : `${little}; ${found} of ${n} were found all the same`, isForeign);
  }
  const what = asked.from === "summary" ? "statements of its title and summary" : "demands";
  const looked = asked.of > n ? ` (${n} of ${asked.of} were looked up)` : "";
  const alone = found > shown ? `, ${found - shown} of them by a line of your profile alone` : "";
  const { low, high } = chanceOf(found, n);
  const share = isForeign ? leftOfForeign : 1;
  // Title and summary are a few statements, of which the title says most.
  const titled = asked.from === "summary" ? creditOfTitle[subject] : null;
  const weigh = (part: number) => (titled === null ? part * share : (part + titled) / 2);
  const about = isForeign
    ? ` ${foreignWords(facts)}, so that little of it counts.`
    : titled === 1
      ? " What it is about is what you do."
      : "";
  return known(
    "capability",
    weigh(found / n),
    `Your own documents hold evidence for ${found} of ${n} ${what}${looked}${alone}.${about}`,
    {
      low: weigh(Math.min(low, found / n)),
      high: weigh(Math.max(high, found / n)),
      basis: basisOf(asked.ideas, covered, claimed),
    },
  );
}

/** Half of what is told by title and summary alone; null: they are only counted. */
const creditOfTitle: Record<Subject, number | null> = { ours: 1, near: 0.5, foreign: null, unknown: null };

const foreignWords = ({ opportunity }: FitFacts) =>
  `What it is about, “${opportunity.title}”, is found neither in your profile nor in your library`;

/** Without anything to look up or to look it up in, the trade says a little: its codes, else its words against what the profile says we do. */
function byTrade(facts: FitFacts, why: string, isForeign: boolean): FactorResult {
  const { opportunity, profile } = facts;
  if (profile.categories.length === 0 || opportunity.categories.length === 0) {
    if (!isForeign) return unknown("capability", `${why}.`);
    return known("capability", 0.25, `${why}. ${foreignWords(facts)}.`, {
      low: 0,
      high: 0.5,
      basis: [
        { kind: "opportunity", id: opportunity.id, text: `Title: ${opportunity.title}` },
        { kind: "profile", id: null, text: `What we do: ${profile.capabilities.join(", ")}` },
      ],
    });
  }
  const own = opportunity.categories.find((category) =>
    profile.categories.some((line) => category.toUpperCase().startsWith(line.toUpperCase())),
  );
  const basis: FactorBasis[] = [
    { kind: "opportunity", id: opportunity.id, text: `Categories: ${opportunity.categories.join(", ")}` },
    { kind: "profile", id: null, text: `Categories: ${profile.categories.join(", ")}` },
  ];
  return own
    ? known("capability", 0.75, `${why}; its category ${own} is one of yours.`, { low: 0.5, high: 1, basis })
    : known("capability", 0.25, `${why}; none of its categories is one of yours.`, { low: 0, high: 0.5, basis });
}

function basisOf(
  ideas: readonly AskedIdea[],
  covered: readonly (Covering | null)[],
  claimed: readonly (string | null)[],
): FactorBasis[] {
  const label = ({ demand, text }: AskedIdea) => {
    const short = text.length > 160 ? `${text.slice(0, 159)}…` : text;
    return demand ? `R-${demand.number}: ${short}` : short;
  };
  const pairs = ideas.map((idea, index) => ({ idea, covering: covered[index] ?? null, line: claimed[index] ?? null }));
  return [
    ...pairs
      .filter(({ covering }) => covering !== null)
      .slice(0, mostShown)
      .map(({ idea, covering }) => ({
        kind: "evidence" as const,
        id: covering?.evidenceId ?? null,
        text: `${label(idea)} ← “${covering?.quote ?? ""}”`,
      })),
    ...pairs
      .filter(({ covering, line }) => covering === null && line !== null)
      .slice(0, mostShown)
      .map(({ idea, line }) => ({ kind: "profile" as const, id: null, text: `${label(idea)} ← ${line}` })),
    ...pairs
      .filter(({ covering, line }) => covering === null && line === null)
      .slice(0, mostShown)
      .map(({ idea }) => ({
        kind: idea.demand ? ("requirement" as const) : ("opportunity" as const),
        id: idea.demand?.id ?? null,
        text: `No evidence found: ${label(idea)}`,
      })),
  ];
}

function excludedBy({ profile, opportunity }: FitFacts): string | null {
  const said = `${opportunity.title} ${opportunity.summary ?? ""}`;
  return profile.exclusions.find((phrase) => nameWithin(phrase, said)) ?? null;
}
