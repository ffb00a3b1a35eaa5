export interface Example {
  features: ReadonlyMap<string, number>;
  label: string;
  /** How much it counts; 1 where nothing is said. */
  weight?: number;
}

/** A weight for each feature and label: the label whose weights, times the values of the features, sum to most is the answer. */
export interface LinearModel {
  labels: string[];
  weights: Map<string, number[]>;
}

export interface FitOptions {
  /** How much large weights cost; 0 fits the examples alone. */
  penalty?: number;
  rounds?: number;
  /** What was learned before from examples that are no longer there: weights begin there, and the penalty is for leaving it. */
  from?: LinearModel | undefined;
}

const [DECAY, DECAY_OF_SQUARES, TINY] = [0.9, 0.999, 1e-8];
const STEP = 0.03;

/**
 * Multinomial logistic regression with an L2 penalty, over all examples at once, by Adam (Kingma and Ba 2015). `keep` says which features
 * are learned. Deterministic: it starts from zero, or from what was learned before.
 */
export function fitSoftmax(
  examples: readonly Example[],
  keep: (feature: string) => boolean,
  options: FitOptions = {},
): LinearModel {
  const { penalty = 8, rounds = 400, from } = options;
  const labels = [...new Set([...(from?.labels ?? []), ...examples.map(({ label }) => label)])].sort();
  const learned = examples.flatMap(({ features }) => [...features.keys()]).filter(keep);
  const names = [...new Set([...(from?.weights.keys() ?? []), ...learned])].sort();
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const rows = examples.map(({ features, label, weight = 1 }) => ({
    label: labels.indexOf(label),
    weight,
    ...known(features, indexOf),
  }));
  const size = labels.length;
  const before = new Float64Array(names.length * size);
  for (const [name, row] of from?.weights ?? []) {
    const at = (indexOf.get(name) ?? 0) * size;
    for (const [index, weight] of row.entries()) before[at + labels.indexOf(from?.labels[index] ?? "")] = weight;
  }
  const weights = before.slice();
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  const unpenalised = indexOf.get("always");
  for (let round = 1; round <= rounds; round++) {
    const slope = new Float64Array(weights.length);
    for (const { label, indices, values, weight } of rows) {
      const wanted = probabilities(weights, indices, values, size);
      wanted[label] = (wanted[label] ?? 0) - 1;
      for (let own = 0; own < indices.length; own++) {
        const from = (indices[own] ?? 0) * size;
        const by = weight * (values[own] ?? 0);
        for (let at = 0; at < size; at++) slope[from + at] = (slope[from + at] ?? 0) + by * (wanted[at] ?? 0);
      }
    }
    for (let at = 0; at < weights.length; at++) {
      const own = weights[at] ?? 0;
      const cost = Math.floor(at / size) === unpenalised ? 0 : penalty * (own - (before[at] ?? 0));
      const by = (slope[at] ?? 0) + cost;
      const m = DECAY * (mean[at] ?? 0) + (1 - DECAY) * by;
      const v = DECAY_OF_SQUARES * (square[at] ?? 0) + (1 - DECAY_OF_SQUARES) * by * by;
      [mean[at], square[at]] = [m, v];
      weights[at] = own - (STEP * (m / (1 - DECAY ** round))) / (Math.sqrt(v / (1 - DECAY_OF_SQUARES ** round)) + TINY);
    }
  }
  return {
    labels,
    weights: new Map(names.map((name, index) => [name, [...weights.subarray(index * size, (index + 1) * size)]])),
  };
}

/** Features that are learned, by number: typed, since they are gone over hundreds of times. */
function known(features: ReadonlyMap<string, number>, indexOf: ReadonlyMap<string, number>) {
  const kept = [...features].filter(([name]) => indexOf.has(name));
  return {
    indices: Int32Array.from(kept, ([name]) => indexOf.get(name) ?? 0),
    values: Float64Array.from(kept, ([, value]) => value),
  };
}

function probabilities(weights: Float64Array, indices: Int32Array, values: Float64Array, size: number): number[] {
  const scores = new Array<number>(size).fill(0);
  for (let own = 0; own < indices.length; own++) {
    const from = (indices[own] ?? 0) * size;
    const value = values[own] ?? 0;
    for (let at = 0; at < size; at++) scores[at] = (scores[at] ?? 0) + value * (weights[from + at] ?? 0);
  }
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The label with most, "" of a model without labels. */
export function answerOf({ labels, weights }: LinearModel, features: ReadonlyMap<string, number>): string {
  const scores = labels.map((_, at) =>
    [...features].reduce((sum, [name, value]) => sum + value * (weights.get(name)?.[at] ?? 0), 0),
  );
  return labels[scores.indexOf(Math.max(...scores))] ?? "";
}
