import type { FitFactor } from "@/lib/vocabulary/opportunities";

export interface FactorBasis {
  kind: "evidence" | "opportunity" | "profile" | "notice" | "requirement";
  /** Of the row it points to. */
  id: string | null;
  /** What it says, in words. */
  text: string;
}

/** What one factor says of an opportunity. A null score is "unknown" and weighs nothing. */
export interface FactorResult {
  factor: FitFactor;
  score: number | null;
  /** Within which the score lies, as far as the data go; null with the score. */
  low: number | null;
  high: number | null;
  /** One plain sentence with its numbers. */
  explanation: string;
  /** A stated condition that is not met. */
  isBlocker: boolean;
  basis: FactorBasis[];
}

export function unknown(factor: FitFactor, explanation: string, basis: FactorBasis[] = []): FactorResult {
  return { factor, score: null, low: null, high: null, explanation, isBlocker: false, basis };
}

export function known(
  factor: FitFactor,
  score: number,
  explanation: string,
  more: { low?: number; high?: number; isBlocker?: boolean; basis?: FactorBasis[] } = {},
): FactorResult {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return {
    factor,
    score: within(score),
    low: within(more.low ?? score),
    high: within(more.high ?? score),
    explanation,
    isBlocker: more.isBlocker ?? false,
    basis: more.basis ?? [],
  };
}
