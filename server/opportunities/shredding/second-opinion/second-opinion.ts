import { definitions } from "../english/judge-sentence";
import type { Grammar, Judgement, Setting } from "../judgement";
import { opensList } from "../list-openings";
import { readsAsItem } from "../reads-as-item";
import { demandFeatures, type ReadUnit } from "./demand-features";
import { type DemandOdds, learnedOdds } from "./demand-odds";

/** What the rules passed over is taken from here on. */
const LEAST_LIKELY = 0.4;

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
  if (likely === null || likely < LEAST_LIKELY) return null;
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

/** Where the rules know why it is none: a row of a table, a bidder's question, an item of what binds nobody, a definition, a name, what only introduces others. */
function isSettled({ text, kind, opening, isAsked, isHope }: ReadUnit): boolean {
  if (kind === "table_row" || isAsked || isHope || opening?.effect === "closed") return true;
  return opensList(text) || definitions.test(text) || !readsAsItem(text);
}
