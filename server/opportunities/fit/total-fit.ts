import { type FitFactor, fitFactors, type MissingKnowledge } from "@/lib/vocabulary/opportunities";

/** What each factor counts until people say otherwise; together 100. */
export const firstWeights: Record<FitFactor, number> = {
  capability: 25,
  eligibility: 20,
  value: 10,
  place: 10,
  time: 15,
  incumbency: 5,
  competition: 5,
  outcomes: 10,
};

export interface WeighedFactor {
  factor: FitFactor;
  score: number | null;
  low: number | null;
  high: number | null;
  weight: number;
}

/** Below either of these, or without knowing whether we can do it at all, a score would say more than is known. */
export const knownFloor = { weight: 0.3, factors: 2 } as const;
/** A tender fits no better than what we can do of it, and this much: a near place and time enough make nobody able. */
export const aboveCapability = 0.2;

export interface TotalFit {
  /** Null while too little is known. */
  score: number | null;
  /** What it may come to once the rest is known: from all of that against us to all of it for us. */
  low: number | null;
  high: number | null;
  known: number;
  total: number;
  knownWeight: number;
  summary: string;
}

/**
 * The weighted mean of the factors that are known, once they are enough, and how much of the whole weight they carry. What is unknown weighs
 * nothing in the score and everything in its range. Where capability counts, the score stays near it.
 */
export function totalFit(factors: readonly WeighedFactor[]): TotalFit {
  const all = factors.reduce((sum, { weight }) => sum + weight, 0);
  const counted = factors.filter(({ score, weight }) => score !== null && weight > 0);
  const weight = counted.reduce((sum, factor) => sum + factor.weight, 0);
  const known = factors.filter(({ score }) => score !== null).length;
  const knownWeight = all === 0 ? 0 : weight / all;
  const ability = factors.find((one) => one.factor === "capability");
  const doesNotCount = ability?.weight === 0;
  const isAbleKnown = doesNotCount || (ability?.score ?? null) !== null;
  const isEnough = isAbleKnown && counted.length >= knownFloor.factors && knownWeight >= knownFloor.weight;
  const sum = (of: (factor: WeighedFactor) => number | null) =>
    counted.reduce((total, factor) => total + (of(factor) ?? factor.score ?? 0) * factor.weight, 0);
  const within = (value: number, able: number | null | undefined) =>
    doesNotCount ? value : Math.min(value, (able ?? ability?.score ?? 0) + aboveCapability);
  const total = fitFactors.length;
  const mean = isEnough ? sum(({ score }) => score) / weight : null;
  const score = mean === null ? null : within(mean, ability?.score);
  const [low, high] = [sum((one) => one.low) / all, (sum((one) => one.high) + all - weight) / all];
  return {
    score,
    low: score === null ? null : Math.min(score, within(low, ability?.low)),
    high: score === null ? null : Math.max(score, within(high, ability?.high)),
    known,
    total,
    knownWeight,
    summary: sentenceOf({ score, mean, isAbleKnown, known, total, knownWeight }),
  };
}

interface Said extends Pick<TotalFit, "score" | "known" | "total" | "knownWeight"> {
  /** Before it was held down to what we can do. */
  mean: number | null;
  isAbleKnown: boolean;
}

function sentenceOf({ score, mean, isAbleKnown, known, total, knownWeight }: Said): string {
  const of = `${known} of ${total} factors (${Math.round(knownWeight * 100)}% of the weight)`;
  if (score !== null && mean !== null) {
    const held = mean - score >= 0.005 ? `; held down from ${hundredths(mean)} by what you can do of it` : "";
    return `${hundredths(score)} of 100, from ${of}${held}`;
  }
  if (known === 0) return "Nothing is known yet that could be weighed.";
  const floor = `It takes ${knownFloor.factors} factors and ${knownFloor.weight * 100}% of the weight.`;
  return `Too little known for a score: ${of}. ${isAbleKnown ? floor : "What you can do of it has to be known first."}`;
}

const hundredths = (share: number) => Math.round(share * 100);

/** What would make more of it known, the most telling first. */
export function whatIsMissing(
  factors: readonly { factor: FitFactor; score: number | null; weight: number }[],
  hasRequirements: boolean,
): MissingKnowledge[] {
  const unknown = factors.filter(({ score, weight }) => score === null && weight > 0).map(({ factor }) => factor);
  return [
    ...(hasRequirements ? [] : (["documents"] as const)),
    ...(unknown.includes("capability") ? (["library"] as const) : []),
    ...(unknown.some((factor) => toldByProfile.includes(factor)) ? (["profile"] as const) : []),
  ];
}

const toldByProfile: readonly FitFactor[] = ["eligibility", "value", "place", "time"];
