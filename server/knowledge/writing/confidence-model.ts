import type { ConfidenceSignals } from "./confidence";

/** Written by `bench/qa/calibrate.ts`; docs/confidence.md shows how it holds on questions that it was not fitted on. */
export const confidenceModel: { bias: number; weights: ConfidenceSignals; threshold: number } = {
  bias: -1.457,
  weights: {
    coverage: 0.186,
    ownWords: 0.993,
    rarest: 0.004,
    absent: 0.159,
    lead: 0.842,
    cueShown: 0.003,
    cueMissing: -0.535,
    namesMissing: -0.683,
    strength: 1.752,
    concepts: 1.698,
  },
  threshold: 0.436,
};
