import { definitions } from "../english/judge-sentence";
import type { Grammar, Judgement, Setting } from "../judgement";
import { opensList } from "../list-openings";
import { readsAsItem } from "../reads-as-item";
import { demandFeatures, type ReadUnit } from "./demand-features";
import { type DemandOdds, learnedOdds } from "./demand-odds";

/** What the rules passed over is taken from here on: a row holds more than its demand, and what introduces others seldom asks for more than they do. */
const LEAST_LIKELY = { text: 0.36, row: 0.4, leadIn: 0.6 };
/** A lead-in of fewer words says nothing beyond its items. */
const FEWEST_WORDS_OF_LEAD_IN = 12;

/** Wishes do not bind; what asks without any of these words does. */
const wishes = /\b(?:should|may|could|would like|prefer\w*|desir\w*|ideally|optional\w*|encouraged|nice to have)\b/i;

/**
 * A unit that the rules passed over and that is worded and placed like requirements of other tenders: whom it binds and how firmly, as its
 * own words say or the list around it; null where it is none or the rules know better.
 */
export function secondOpinion(
  unit: ReadUnit,
  { grammar, setting, odds = learnedOdds }: { grammar: Grammar; setting: Setting; odds?: DemandOdds | undefined },
): Judgement | null {
  if (isSettled(unit)) return null;
  const likely = odds(demandFeatures(unit));
  if (likely === null || likely < LEAST_LIKELY[shapeOf(unit)]) return null;
  const { own, opening, text, leadIn } = unit;
  const reason = "worded and placed like requirements of other tenders";
  if (own) return { ...own, reason };
  if (opening?.effect === "duties") return { isMandatory: opening.isMandatory, obliged: opening.obliged, reason };
  return {
    isMandatory: !wishes.test(`${leadIn} ${text}`),
    obliged: grammar.bearerOf(`${leadIn} ${text}`.trim(), setting),
    reason,
  };
}

const shapeOf = ({ kind, text }: ReadUnit): keyof typeof LEAST_LIKELY => {
  if (kind === "table_row") return "row";
  return opensList(text) ? "leadIn" : "text";
};

/** Where the rules know why it is none: a row of prices, what the buyer does, a bidder's question, an item of what binds nobody, a definition, a name, what only introduces others. */
function isSettled({ text, kind, own, subject, isTheirs, opening, isAsked, isHope, isNoDemand }: ReadUnit): boolean {
  if (isNoDemand || isAsked || isHope || opening?.effect === "closed") return true;
  if ((subject === "buyer" || isTheirs) && !own && kind !== "table_row") return true;
  if (opensList(text) && (!own || text.split(" ").length < FEWEST_WORDS_OF_LEAD_IN)) return true;
  return definitions.test(text) || !readsAsItem(text);
}
