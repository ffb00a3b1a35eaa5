import type { ConfidenceSignals } from "./confidence";

/** Written by `bench/qa/calibrate.ts`; docs/confidence.md shows how it holds on questions that it was not fitted on. */
export const confidenceModel: { bias: number; weights: ConfidenceSignals; threshold: number } = {
  bias: -2.641,
  weights: {
    coverage: 1.08,
    ownWords: -0.255,
    rarest: -0.044,
    absent: 0,
    unknown: 0,
    askedMissing: -0.183,
    askedUnknown: -0.751,
    lead: -0.911,
    mass: 2.159,
    near: -0.456,
    cueShown: 0.298,
    cueSure: 0.065,
    cueMissing: 0,
    sureMissing: -1.14,
    sureMissingAll: -0.38,
    countMissing: -1.629,
    headAbsent: 0,
    headMissing: 0,
    headMissingAll: -0.19,
    namesAbsent: -0.51,
    bestCoverage: 1.671,
    section: -0.542,
    namesMissing: -0.831,
    strength: 1.614,
    concepts: 2.235,
  },
  threshold: 0.206,
};
