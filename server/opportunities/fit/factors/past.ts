import { chanceOf } from "@/lib/beta";
import { type FactorResult, known, unknown } from "../factor-result";
import type { EndedOpportunity, FitFacts } from "../fit-facts";
import { sameName, sharesTrade } from "./likeness";

const percent = (share: number) => `${Math.round(share * 100)}%`;
const mostShown = 12;
const few = 3;

/** Like opportunities that we won or lost: the same buyer or the same trade. */
export function outcomesFactor({ opportunity, ended }: FitFacts): FactorResult {
  const like = ended.filter(
    (past) =>
      (past.outcome === "won" || past.outcome === "lost") &&
      (sameName(past.buyer, opportunity.buyer) || sharesTrade(past.categories, opportunity.categories)),
  );
  if (like.length === 0) {
    return unknown("outcomes", "None of your opportunities that were won or lost is of this buyer or trade.");
  }
  const won = like.filter(({ outcome }) => outcome === "won").length;
  const { mean, low, high } = chanceOf(won, like.length);
  const cases = like.length === 1 ? "The one like opportunity" : `Of ${like.length} like opportunities`;
  const said =
    like.length === 1 ? (won === 1 ? " was won" : " was lost") : `, ${won} ${won === 1 ? "was" : "were"} won`;
  return known(
    "outcomes",
    mean,
    `${cases}${said}; ${like.length < few ? "with so few cases " : ""}the chance lies between ${percent(low)} and ${percent(high)}.`,
    { low, high, basis: like.slice(0, mostShown).map(toBasis) },
  );
}

/** Awards of the same buyer and trade that were published: how many went to others. */
export function competitionFactor({ opportunity, ended }: FitFacts): FactorResult {
  const awards = ended.filter(
    (past) =>
      (past.isAwarded || past.outcome === "won" || past.outcome === "lost") &&
      sameName(past.buyer, opportunity.buyer) &&
      sharesTrade(past.categories, opportunity.categories),
  );
  if (awards.length === 0) {
    return unknown("competition", "No award of this buyer in this trade has been seen.");
  }
  const ours = awards.filter(({ outcome }) => outcome === "won").length;
  const { mean, low, high } = chanceOf(ours, awards.length);
  return known(
    "competition",
    mean,
    `${awards.length} ${awards.length === 1 ? "award" : "awards"} of this buyer in this trade ${awards.length === 1 ? "has" : "have"} been seen; ${awards.length - ours} went to others.`,
    { low, high, basis: awards.slice(0, mostShown).map(toBasis) },
  );
}

const toBasis = (past: EndedOpportunity) => ({
  kind: "opportunity" as const,
  id: past.id,
  text: `${past.title}${past.outcome ? ` (${past.outcome})` : " (awarded)"}`,
});
