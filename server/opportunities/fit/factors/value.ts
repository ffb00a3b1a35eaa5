import { type FactorResult, known, unknown } from "../factor-result";
import type { FitFacts } from "../fit-facts";

const amount = (value: number) => Math.round(value).toLocaleString("en-GB");

/** The contract's size against those that we take. Another currency is unknown: rates are not invented. */
export function valueFactor({ opportunity, profile }: FitFacts): FactorResult {
  const value = opportunity.valueAmount === null ? null : Number(opportunity.valueAmount);
  const { minValue: min, maxValue: max, currency } = profile;
  if (value === null || !Number.isFinite(value) || value <= 0) return unknown("value", "No contract value is stated.");
  const stated = `${amount(value)}${opportunity.valueCurrency ? ` ${opportunity.valueCurrency}` : ""}`;
  const basis = [
    { kind: "opportunity" as const, id: opportunity.id, text: `Value: ${stated}` },
    {
      kind: "profile" as const,
      id: null,
      text: `Sizes we take: ${min === null ? "any" : amount(min)} to ${max === null ? "any" : amount(max)} ${currency ?? ""}`,
    },
  ];
  if (min === null && max === null) {
    return unknown("value", `It is worth ${stated}; your profile names no sizes.`, basis.slice(0, 1));
  }
  if (!opportunity.valueCurrency || opportunity.valueCurrency !== currency) {
    return unknown(
      "value",
      `It is worth ${stated}, and your profile counts in ${currency ?? "no currency"}; the two are not compared.`,
      basis,
    );
  }
  if (min !== null && value < min) {
    return known(
      "value",
      value / min,
      `It is worth ${stated}, below the ${amount(min)} ${currency} from which you take contracts.`,
      { basis },
    );
  }
  if (max !== null && value > max) {
    return known(
      "value",
      max / value,
      `It is worth ${stated}, above the ${amount(max)} ${currency} up to which you take contracts.`,
      { basis },
    );
  }
  return known("value", 1, `It is worth ${stated}, within the sizes that you take.`, { basis });
}
