import type { ConfidenceSignals } from "./confidence";

/** Written by `bench/qa/calibrate.ts`; docs/confidence.md shows how it holds on questions that it was not fitted on. */
export const confidenceModel: { bias: number; weights: ConfidenceSignals; threshold: number } = {
  bias: -2.232,
  weights: {
    coverage: 0.548,
    ownWords: 1.704,
    rarest: -0.1,
    absent: -1.081,
    unknown: 0,
    askedMissing: 0,
    askedUnknown: 0,
    lead: 1.137,
    mass: 0,
    near: 0,
    cueShown: 0.14,
    cueSure: 0,
    cueMissing: -0.545,
    namesMissing: -0.825,
    strength: 2.092,
    concepts: 2.208,
  },
  threshold: 0.169,
};
