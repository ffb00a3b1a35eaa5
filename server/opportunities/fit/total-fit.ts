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
  score: number | null;
  low: number | null;
  high: number | null;
  weight: number;
}

/** Below either of these a score would say more than is known. */
export const knownFloor = { weight: 0.3, factors: 2 } as const;

export interface TotalFit {
  /** Null while too little is known. */
  score: number | null;
  low: number | null;
  high: number | null;
  known: number;
  total: number;
  knownWeight: number;
  summary: string;
}

/** The weighted mean of the factors that are known, once they are enough, and how much of the whole weight they carry. */
export function totalFit(factors: readonly WeighedFactor[]): TotalFit {
  const all = factors.reduce((sum, { weight }) => sum + weight, 0);
  const counted = factors.filter(({ score, weight }) => score !== null && weight > 0);
  const weight = counted.reduce((sum, factor) => sum + factor.weight, 0);
  const known = factors.filter(({ score }) => score !== null).length;
  const knownWeight = all === 0 ? 0 : weight / all;
  const isEnough = counted.length >= knownFloor.factors && knownWeight >= knownFloor.weight;
  const mean = (of: (factor: WeighedFactor) => number | null) =>
    isEnough ? counted.reduce((sum, factor) => sum + (of(factor) ?? 0) * factor.weight, 0) / weight : null;
  const score = mean((factor) => factor.score);
  const total = fitFactors.length;
  return {
    score,
    low: mean(({ low, score: middle }) => low ?? middle),
    high: mean(({ high, score: middle }) => high ?? middle),
    known,
    total,
    knownWeight,
    summary: sentenceOf(score, known, total, knownWeight),
  };
}

function sentenceOf(score: number | null, known: number, total: number, knownWeight: number): string {
  const of = `${known} of ${total} factors (${Math.round(knownWeight * 100)}% of the weight)`;
  if (score !== null) return `${Math.round(score * 100)} of 100, from ${of}`;
  if (known === 0) return "Nothing is known yet that could be weighed.";
  return `Too little known for a score: ${of}. It takes ${knownFloor.factors} factors and ${knownFloor.weight * 100}% of the weight.`;
}

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
