import { expect, test } from "vitest";
import { percentChange, readAmount, readPrices } from "./read-prices";

test.each([
  ["$49 per month", "$", 49],
  ["from €1.200,50 on", "€", 1200.5],
  ["1,200.50 USD", "USD", 1200.5],
  ["CHF 1'200.-", "CHF", 1200],
  ["12,5 €", "€", 12.5],
  ["1 200 EUR", "EUR", 1200],
  ["US$5 million", "US$", 5_000_000],
  ["£3bn", "£", 3_000_000_000],
  ["1.200 Euro", "Euro", 1200],
])("%s", (text, currency, amount) => expect(readPrices(text)).toMatchObject([{ currency, amount }]));

test("figures without a currency are no prices", () => {
  expect(readPrices("30 days, 20% and version 2.5 in 2026")).toEqual([]);
});

test.each([
  ["1.000", 1000],
  ["0.125", 0.125],
  ["1,000,000", 1_000_000],
  ["12.34", 12.34],
  ["1.234.567,89", 1_234_567.89],
])("%s is %d", (digits, amount) => expect(readAmount(digits)).toBe(amount));

test("the per cent is told within one currency, to a tenth where it is small", () => {
  const change = (a: string, b: string) => {
    const [[before], [after]] = [readPrices(a), readPrices(b)];
    return before && after ? percentChange(before, after) : undefined;
  };
  expect(change("$49", "$59")).toBe("+20%");
  expect(change("$100", "$98.5")).toBe("-1.5%");
  expect(change("$100", "€100")).toBeNull();
});
