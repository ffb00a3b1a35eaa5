import type { ConfidenceSignals } from "./confidence";

/** Written by `bench/qa/calibrate.ts`; docs/confidence.md shows how it holds on questions that it was not fitted on. */
export const confidenceModel: { bias: number; weights: ConfidenceSignals; threshold: number } = {
  bias: -2.556,
  weights: {
    coverage: 1.082,
    ownWords: 0.372,
    rarest: 0.048,
    absent: 0.119,
    unknown: -0.181,
    askedMissing: -0.7,
    askedUnknown: -0.664,
    lead: -0.806,
    mass: 2.535,
    near: -0.372,
    cueShown: 0.092,
    cueSure: 0.193,
    cueMissing: -0.609,
    namesMissing: -0.755,
    strength: 2.065,
    concepts: 2.266,
  },
  threshold: 0.189,
};
