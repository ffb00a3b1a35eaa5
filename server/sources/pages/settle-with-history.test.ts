import { expect, test } from "vitest";
import { compareCaptures } from "@/server/evidence/changes";
import { type KeptMemory, lotsOf, settleWithHistory, withLots } from "./settle-with-history";

const url = "https://a.example/";
const page = (quote: string) => ({
  url,
  html: `<html><head><title>Plans</title></head><body><main><h1>Plans</h1><p>Every plan of ours includes support by telephone and mail on working days.</p><blockquote><p>${quote}</p></blockquote><p>All prices are net and are charged for each month in advance.</p></main></body></html>`,
});
const quotes = {
  A: "The road crew saved two days a week with it, says Ada of Northfield.",
  B: "We would never go back to spreadsheets, says Bo of the harbour office.",
  C: "It found the tender that we had missed for years, says Cem of Lakeside.",
};

/** What a run would tell at each capture: the base moves only with what was told. */
function told(captures: string): string[] {
  let base = page(quotes[captures[0] as "A"]);
  let history: KeptMemory[] = [];
  return [...captures].slice(1).map((name) => {
    const now = page(quotes[name as "A"]);
    const settled = settleWithHistory(compareCaptures(base, now), history, base, now);
    history = settled.history;
    if (settled.comparison.verdict !== "none") base = now;
    return settled.comparison.verdict;
  });
}

test("a first change is told, and a page that stays as it is is quiet", () => {
  expect(told("AAAA")).toEqual(["none", "none", "none"]);
  expect(told("AABBBB")).toEqual(["none", "wording", "none", "none", "none"]);
});

test("what swings to and fro is told once", () => {
  expect(told("ABABABAB")).toEqual(["wording", "none", "none", "none", "none", "none", "none"]);
});

test("a value that swung back and stayed is told once it has settled", () => {
  expect(told("ABAAA")).toEqual(["wording", "none", "none", "wording"]);
});

test("a change back after long is a change", () => {
  expect(told("ABBBBBBBA")).toEqual(["wording", "none", "none", "none", "none", "none", "none", "wording"]);
});

test("a third value after two is news again", () => {
  expect(told("ABBC")).toEqual(["wording", "none", "wording"]);
});

/** The pairs that a run would name at the last capture. */
function swings(lines: readonly string[]): [string, string][] {
  let [base] = lines.slice(0, 1).map(page);
  let history: KeptMemory[] = [];
  let named: [string, string][] = [];
  for (const now of lines.slice(1).map(page)) {
    if (!base) break;
    const settled = settleWithHistory(compareCaptures(base, now), history, base, now);
    ({ history, swings: named } = settled);
    if (settled.comparison.verdict !== "none") base = now;
  }
  return named;
}

test("what says again what it said goes to and fro; a counter of visits does not", () => {
  const staff = (count: number) => `We are ${count} colleagues in four countries.`;
  expect(swings([staff(310), staff(320), staff(310)])).toEqual([[staff(320), staff(310)]]);
  const viewed = (count: number) => `Viewed ${count} times this week, by engineers and clerks alike.`;
  expect(swings([viewed(44), viewed(16), viewed(71), viewed(23), viewed(58)])).toEqual([]);
});

test("of a long text the words that swing are named", () => {
  const about = (minutes: number) =>
    `We grow up between glass and gauges, and have sold to those who grow since 2015. Answered in ${minutes} minutes on average. Come by on any working day between nine and four.`;
  expect(swings([about(34), about(41), about(34)])).toEqual([
    ["Answered in 41 minutes on average.", "Answered in 34 minutes on average."],
  ]);
});

test("what looks have shown to be drawn by lot is remembered for some captures, and no longer", () => {
  const [a, b] = [page(quotes.A), page(quotes.B)];
  let { history } = settleWithHistory(compareCaptures(a, b), [], a, b);
  history = withLots(withLots(history, ["by turns: x"]), ["by turns: x", "by lot: y"]);
  expect(lotsOf(history)).toEqual(["by turns: x", "by lot: y"]);
  const remembered: boolean[] = [];
  for (const now of ["C", "A", "B", "C", "A"].map((name) => page(quotes[name as "A"]))) {
    ({ history } = settleWithHistory(compareCaptures(b, now), history, b, now));
    remembered.push(lotsOf(history).includes("by lot: y"));
  }
  expect(remembered).toEqual([true, true, true, false, false]);
  expect(withLots([], ["by lot: y"])).toEqual([]);
});
