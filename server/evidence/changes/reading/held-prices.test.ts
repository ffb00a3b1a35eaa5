import { expect, test } from "vitest";
import { compareCaptures } from "../compare-captures";
import { aPage } from "../testing/a-page";

const page = (studio: { month: string; year: string; pounds: string }) => {
  const plans = [
    { name: "Solo", prices: { usd: { month: "$19", year: "$15" } } },
    { name: "Studio", prices: { usd: { month: studio.month, year: studio.year }, gbp: { month: studio.pounds } } },
  ];
  return aPage(
    `<h1>Prices</h1><h2>Solo</h2><p>$19 per month</p><p>One press and one pair of hands.</p><h2>Studio</h2><p>${studio.month} per month</p><p>For shops where somebody answers the telephone.</p>`,
    { after: `<script type="application/json">${JSON.stringify({ plans })}</script>` },
  );
};
const told = (from: Parameters<typeof page>[0], to: Parameters<typeof page>[0]) =>
  compareCaptures(page(from), page(to)).items.map(({ kind, before, after, heading }) => [kind, before, after, heading]);

const now = { month: "$49", year: "$39", pounds: "£41" };

test("prices that wait in the data of a script are compared for each position of the switch", () => {
  expect(told(now, { ...now, year: "$43" })).toEqual([["price", "$39", "$43", "Studio, yearly"]]);
  expect(told(now, { ...now, pounds: "£45" })).toEqual([["price", "£41", "£45", "Studio, monthly"]]);
});

test("what the page shows is told once, though its data say it, too", () => {
  expect(told(now, { ...now, month: "$54" })).toEqual([["price", "$49", "$54", "Studio"]]);
});
