import type { ConfidenceSignals } from "./confidence";

/** Written by `bench/qa/calibrate.ts`; docs/confidence.md shows how it holds on questions that it was not fitted on. */
export const confidenceModel: { bias: number; weights: ConfidenceSignals; threshold: number } = {
  bias: -1.458,
  weights: {
    coverage: 0.278,
    ownWords: 0.968,
    rarest: -0.034,
    absent: 0.146,
    lead: 0.851,
    cueShown: 0.008,
    cueMissing: -0.541,
    namesMissing: -0.708,
    strength: 1.711,
    concepts: 1.692,
  },
  threshold: 0.477,
};
