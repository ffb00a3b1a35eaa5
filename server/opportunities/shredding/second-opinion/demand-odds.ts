import learned from "./learned-demands.json" with { type: "json" };

/** Weights are kept in hundredths. */
const UNIT = 100;
const weights = new Map(Object.entries<number>(learned.weights));
/** Share of its words that must have been met before the learned model is heard. */
const LEAST_KNOWN = 0.5;

/** How likely a unit with these features is a requirement, from 0 to 1; null where the model cannot tell. */
export type DemandOdds = (features: ReadonlyMap<string, number>) => number | null;

/**
 * A linear model (logistic regression) that was learned from annotated tenders. `npm run bench -- demands` learns it and says how it holds
 * on papers that it did not see. It knows English words alone: of a text that consists of others it says nothing.
 */
export const learnedOdds: DemandOdds = (features) => {
  const own = [...features.keys()].filter((name) => name.startsWith("own:"));
  if (own.filter((name) => weights.has(name)).length <= own.length * LEAST_KNOWN) return null;
  let sum = 0;
  for (const [name, value] of features) sum += (weights.get(name) ?? 0) * value;
  return likelihood(sum / UNIT);
};

/** The logistic function. */
export const likelihood = (sum: number): number => 1 / (1 + Math.exp(-sum));
