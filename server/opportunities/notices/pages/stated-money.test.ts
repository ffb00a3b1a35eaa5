import { expect, test } from "vitest";
import { readMoney } from "./stated-money";

test.each([
  ["£410,000 without VAT", "410000", undefined, "GBP"],
  ["1.250.000,50 €", "1250000.50", undefined, "EUR"],
  ["EUR 1 200 000", "1200000", undefined, "EUR"],
  ["CHF 1’500’000.–", "1500000", undefined, "CHF"],
  ["$1.2 million", "1200000", undefined, "USD"],
  ["€500k", "500000", undefined, "EUR"],
  ["2,5 Mio. Euro", "2500000", undefined, "EUR"],
  ["£100,000 - £250,000", "100000", "250000", "GBP"],
  ["100.000 bis 200.000 EUR", "100000", "200000", "EUR"],
  ["£1 – 2 million", "1000000", "2000000", "GBP"],
  ["Up to £75,000", null, "75000", "GBP"],
])("%s", (text, amount, maxAmount, currency) => {
  expect(readMoney(text)).toEqual({ amount, currency, ...(maxAmount ? { maxAmount } : {}) });
});

test.each(["to be agreed", "12", "20 %"])("no amount in %s", (text) => {
  expect(readMoney(text)).toBeNull();
});
