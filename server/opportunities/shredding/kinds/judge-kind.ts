import type { RequirementKind } from "@/lib/vocabulary/opportunities";
import { kindFeatures } from "./kind-features";
import learned from "./learned-kinds.json" with { type: "json" };
import { type KindQuestion, kindBySigns, tallySigns } from "./tally-signs";

/** What only a bid is about: nobody who has won is asked for it any more. */
const ofBids = new Set<RequirementKind>(["submission-instruction", "evaluation"]);

const kinds = learned.kinds as RequirementKind[];
const weights = new Map(Object.entries<number[]>(learned.weights));
/** Share of its words that must have been met before the learned model is heard. */
const LEAST_KNOWN = 0.5;

/**
 * What a requirement is about. Signs are tallied by rules; a linear model (multinomial logistic regression) that was learned from annotated
 * tenders weighs the tally together with the words. `npm run bench -- kinds` learns it and says how it holds on papers that it did not see.
 */
export function judgeKind(question: KindQuestion): RequirementKind {
  const tally = tallySigns(question);
  const bySigns = kindBySigns(question, tally);
  const features = kindFeatures(question, tally, bySigns);
  if (!speaksLearnedWords(features)) return bySigns;
  const scores = new Array<number>(kinds.length).fill(0);
  for (const [name, value] of features) {
    const row = weights.get(name);
    if (row) for (const [index, weight] of row.entries()) scores[index] = (scores[index] ?? 0) + weight * value;
  }
  if (question.obliged === "contractor")
    for (const kind of ofBids) scores[kinds.indexOf(kind)] = Number.NEGATIVE_INFINITY;
  return kinds[scores.indexOf(Math.max(...scores))] ?? bySigns;
}

/** Words were learned in English; of a text that consists of others, the signs alone tell. */
function speaksLearnedWords(features: ReadonlyMap<string, number>): boolean {
  const own = [...features.keys()].filter((name) => name.startsWith("own:"));
  return own.filter((name) => weights.has(name)).length > own.length * LEAST_KNOWN;
}
