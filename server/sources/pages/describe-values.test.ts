import { expect, test } from "vitest";
import { describeValues, emptiedInEntries, withoutCounts } from "./describe-values";

const entry = (title: string, fields: Record<string, string>) => ({
  title,
  url: `https://a.test/${title}`,
  fields,
  text: [title, ...Object.values(fields)].join("\n"),
});

test("an entry that lost a value which the others have is named, a field that all lost or few have is not", () => {
  const known = ["Ada", "Bo", "Cem"].map((title) => entry(title, { place: "Graz", phone: "12", note: "x" }));
  const now = [entry("Ada", { place: "Graz" }), entry("Bo", {}), entry("Cem", { place: "Linz", note: "x" })];
  expect(emptiedInEntries(known, now)).toEqual([{ label: "Bo", value: "Graz" }]);
});

test("a value that only has another name is still there", () => {
  const known = [entry("Ada", { place: "Graz" }), entry("Bo", { place: "Wien" })];
  expect(emptiedInEntries(known, [entry("Ada", { town: "Graz" }), entry("Bo", { place: "Wien" })])).toEqual([]);
});

test("what is odd is told in words, the first three of it", () => {
  expect(describeValues([], [])).toBeNull();
  expect(describeValues([{ label: "Price", value: "€9" }], [["red", "blue"]])).toEqual({
    code: "value_emptied",
    reason: "“Price” is empty; it said “€9”. “red” and “blue” go to and fro.",
  });
});

test("an entry that moves to another part of its page has lost nothing", () => {
  const known = ["Ada", "Bo", "Cem"].map((title) => entry(title, { place: "Graz", section: "Works (3)" }));
  const now = [known[0], { ...entry("Bo", { place: "Graz" }) }, known[2]].flatMap((one) => one ?? []);
  expect(emptiedInEntries(known, now)).toEqual([]);
});

test("an entry that is drawn has lost nothing of what the data of others holds", () => {
  const known = ["Ada", "Bo", "Cem"].map((title) => entry(title, { place: "Graz", pay: "640" }));
  const held = ["Ada", "Cem"].map((title) => ({
    ...entry(title, { place: "Graz", pay: "640" }),
    rung: "json" as const,
  }));
  expect(emptiedInEntries(known, [...held, entry("Bo", { place: "Graz" })])).toEqual([]);
});

test("a line that counts the entries does not go to and fro", () => {
  const price: [string, string] = ["€12", "€14"];
  const stock: [string, string] = ["9 in stock", "4 in stock"];
  expect(withoutCounts([["We have 9 open positions.", "We have 8 open positions."], price, stock], 8)).toEqual([
    price,
    stock,
  ]);
});
