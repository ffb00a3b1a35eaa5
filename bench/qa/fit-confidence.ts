import { type ConfidenceSignals, confidenceSignals } from "@/server/knowledge/writing/confidence";
import type { Sample } from "./calibration-samples";

export interface Model {
  bias: number;
  weights: ConfidenceSignals;
}

function predict(model: Model, signals: ConfidenceSignals): number {
  const sum = confidenceSignals.reduce((total, name) => total + model.weights[name] * signals[name], model.bias);
  return 1 / (1 + Math.exp(-sum));
}

const losses = [
  "absent",
  "unknown",
  "askedMissing",
  "askedUnknown",
  "cueMissing",
  "sureMissing",
  "sureMissingAll",
  "countMissing",
  "headAbsent",
  "headMissing",
  "headMissingAll",
  "namesAbsent",
  "namesMissing",
  "topicMissing",
  "topicUnnamed",
  "subjectAbsent",
] as const satisfies readonly (keyof ConfidenceSignals)[];

/** Weighted logistic regression by gradient descent with a little ridge; the loss is convex, so the start does not matter. */
export function fitModel(samples: Sample[]): Model {
  const model: Model = {
    bias: 0,
    weights: Object.fromEntries(confidenceSignals.map((name) => [name, 0])) as ConfidenceSignals,
  };
  const total = samples.reduce((sum, sample) => sum + sample.weight, 0);
  for (let step = 0; step < 4000; step++) {
    const gradient = Object.fromEntries(confidenceSignals.map((name) => [name, 0])) as ConfidenceSignals;
    let bias = 0;
    for (const sample of samples) {
      const error = sample.weight * (predict(model, sample.signals) - (sample.isRight ? 1 : 0));
      bias += error;
      for (const name of confidenceSignals) gradient[name] += error * sample.signals[name];
    }
    model.bias -= (1.5 * bias) / total;
    for (const name of confidenceSignals)
      model.weights[name] -= 1.5 * (gradient[name] / total + 0.0005 * model.weights[name]);
    // What is missing never makes an answer surer; without this the fit sets signals that say nearly the same against each other.
    for (const name of losses) model.weights[name] = Math.min(0, model.weights[name]);
  }
  return model;
}
