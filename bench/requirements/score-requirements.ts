import { ruleTokens } from "../qa/match-answers";

/** What a person read out of one document of a package. */
export interface GoldRequirement {
  document: string;
  quote: string;
  kind: string;
  mandatory: boolean;
  obliged: string;
  lead_in?: string;
  alt_quotes?: string[];
  /** Careful readers may differ: neutral in every figure. */
  doubtful?: boolean;
}

export interface PredictedRequirement {
  document: string;
  quote: string;
  kind: string;
  mandatory: boolean;
  obliged: string;
  /** What the place opens: the text around it, in which the gold quote must stand. */
  opens: string;
}

export interface RequirementScore {
  /** Gold requirements that are not doubtful, and how many were found; the same among the mandatory ones. */
  wanted: number;
  found: number;
  mandatoryWanted: number;
  mandatoryFound: number;
  /** Predictions that count against precision: all but the neutral ones. */
  counted: number;
  kindRight: number;
  mandatoryRight: number;
  obligedRight: number;
  negatives: number;
  negativesTaken: number;
  locators: number;
  locatorsRight: number;
  missed: GoldRequirement[];
  wrong: PredictedRequirement[];
  taken: string[];
  pairs: [GoldRequirement, PredictedRequirement][];
}

const LEAST = 0.7;

/** 2 x shared words (as a multiset) / words of both. */
export function tokenF1(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const token of a) counts.set(token, (counts.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of b) {
    const left = counts.get(token) ?? 0;
    if (left === 0) continue;
    shared++;
    counts.set(token, left - 1);
  }
  return (2 * shared) / (a.length + b.length);
}

/**
 * Requirements of one package against what a person read there: one to one within a document, the most alike first. A match
 * counts only when its place opens a text that holds the gold quote. Doubtful gold and lead-ins are neutral.
 */
export function scoreRequirements(
  predicted: readonly PredictedRequirement[],
  gold: readonly GoldRequirement[],
  negatives: readonly { document: string; quote: string }[],
  documents: readonly string[],
): RequirementScore {
  const read = predicted
    .filter((one) => documents.includes(one.document))
    .map((one) => ({ one, tokens: ruleTokens(one.quote) }));
  const candidates: { f1: number; gold: number; predicted: number }[] = [];
  const leadIns: { document: string; tokens: string[] }[] = [];
  for (const [index, wanted] of gold.entries()) {
    const wordings = wordingsOf(wanted);
    if (wanted.lead_in) leadIns.push({ document: wanted.document, tokens: ruleTokens(wanted.lead_in) });
    for (const [place, { one, tokens }] of read.entries()) {
      if (one.document !== wanted.document) continue;
      const f1 = Math.max(...wordings.map((wording) => tokenF1(tokens, wording)));
      if (f1 >= LEAST) candidates.push({ f1, gold: index, predicted: place });
    }
  }
  candidates.sort((a, b) => b.f1 - a.f1 || a.gold - b.gold || a.predicted - b.predicted);

  const pairOfGold = new Map<number, number>();
  const pairOfPrediction = new Map<number, number>();
  let locators = 0;
  let locatorsRight = 0;
  for (const candidate of candidates) {
    if (pairOfGold.has(candidate.gold) || pairOfPrediction.has(candidate.predicted)) continue;
    const wanted = gold[candidate.gold] as GoldRequirement;
    const { one } = read[candidate.predicted] as (typeof read)[number];
    locators++;
    if (!opens(one.opens, wanted)) continue;
    locatorsRight++;
    pairOfGold.set(candidate.gold, candidate.predicted);
    pairOfPrediction.set(candidate.predicted, candidate.gold);
  }

  const certain = gold.filter((one) => !one.doubtful);
  const foundAt = (one: GoldRequirement) => pairOfGold.has(gold.indexOf(one));
  const pairs = gold.flatMap((one, index): [GoldRequirement, PredictedRequirement][] => {
    const place = pairOfGold.get(index);
    return one.doubtful || place === undefined ? [] : [[one, read[place]?.one as PredictedRequirement]];
  });
  const wrong = read.filter(
    ({ one, tokens }, index) =>
      !pairOfPrediction.has(index) &&
      !leadIns.some((lead) => lead.document === one.document && tokenF1(tokens, lead.tokens) >= LEAST),
  );
  const isTaken = (negative: { document: string; quote: string }) => {
    const tokens = ruleTokens(negative.quote);
    return read.some(
      ({ one, tokens: own }, index) =>
        one.document === negative.document && !pairOfPrediction.has(index) && tokenF1(own, tokens) >= LEAST,
    );
  };
  const taken = negatives.filter(isTaken);
  const mandatory = certain.filter((one) => one.mandatory);
  const found = certain.filter(foundAt);
  return {
    wanted: certain.length,
    found: found.length,
    mandatoryWanted: mandatory.length,
    mandatoryFound: mandatory.filter(foundAt).length,
    counted: found.length + wrong.length,
    kindRight: pairs.filter(([a, b]) => a.kind === b.kind).length,
    mandatoryRight: pairs.filter(([a, b]) => a.mandatory === b.mandatory).length,
    obligedRight: pairs.filter(([a, b]) => a.obliged === b.obliged).length,
    negatives: negatives.length,
    negativesTaken: taken.length,
    locators,
    locatorsRight,
    missed: certain.filter((one) => !foundAt(one)),
    wrong: wrong.map(({ one }) => one),
    taken: taken.map(({ quote }) => quote),
    pairs,
  };
}

/** What a person says of a text of a document: a requirement, none, or neither for certain (doubtful, or a lead-in). */
export function labelText(
  text: string,
  document: string,
  gold: readonly GoldRequirement[],
): "requirement" | "none" | "doubtful" {
  const tokens = ruleTokens(text);
  let best: { one: GoldRequirement; f1: number } | undefined;
  let isLeadIn = false;
  for (const one of gold) {
    if (one.document !== document) continue;
    const f1 = Math.max(...wordingsOf(one).map((wording) => tokenF1(tokens, wording)));
    if (f1 >= LEAST && f1 > (best?.f1 ?? 0)) best = { one, f1 };
    isLeadIn ||= one.lead_in !== undefined && tokenF1(tokens, ruleTokens(one.lead_in)) >= LEAST;
  }
  if (best) return best.one.doubtful ? "doubtful" : "requirement";
  return isLeadIn ? "doubtful" : "none";
}

function wordingsOf(gold: GoldRequirement): string[][] {
  const texts = [gold.quote, ...(gold.alt_quotes ?? []), ...(gold.lead_in ? [`${gold.lead_in} ${gold.quote}`] : [])];
  return texts.map(ruleTokens);
}

function opens(text: string, gold: GoldRequirement): boolean {
  const around = ` ${ruleTokens(text).join(" ")} `;
  return [gold.quote, ...(gold.alt_quotes ?? [])].some((quote) => around.includes(` ${ruleTokens(quote).join(" ")} `));
}
