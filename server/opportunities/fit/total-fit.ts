import { type FitFactor, fitFactors } from "@/lib/vocabulary/opportunities";

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

export interface TotalFit {
  score: number | null;
  low: number | null;
  high: number | null;
  known: number;
  total: number;
  knownWeight: number;
  summary: string;
}

/** The weighted mean of the factors that are known, and how much of the whole weight they carry. */
export function totalFit(factors: readonly WeighedFactor[]): TotalFit {
  const all = factors.reduce((sum, { weight }) => sum + weight, 0);
  const counted = factors.filter(({ score, weight }) => score !== null && weight > 0);
  const weight = counted.reduce((sum, factor) => sum + factor.weight, 0);
  const known = factors.filter(({ score }) => score !== null).length;
  const knownWeight = all === 0 ? 0 : weight / all;
  const mean = (of: (factor: WeighedFactor) => number | null) =>
    weight === 0 ? null : counted.reduce((sum, factor) => sum + (of(factor) ?? 0) * factor.weight, 0) / weight;
  const score = mean((factor) => factor.score);
  const total = fitFactors.length;
  return {
    score,
    low: mean(({ low, score: middle }) => low ?? middle),
    high: mean(({ high, score: middle }) => high ?? middle),
    known,
    total,
    knownWeight,
    summary:
      score === null
        ? "Nothing is known yet that could be weighed."
        : `${Math.round(score * 100)} of 100, from ${known} of ${total} factors (${Math.round(knownWeight * 100)}% of the weight)`,
  };
}
