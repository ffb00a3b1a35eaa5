import { expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { setAsideShifted, setAsideTeasers } from "./set-aside-shifted";

const entry = (name: string, price: string) =>
  `<li><a href="/p/${name.toLowerCase().replaceAll(" ", "-")}">${name}</a><p>${price}</p></li>`;
const page = (...entries: string[]) => ({
  url: "https://a.test/c",
  html: `<main><h1>Floor markings</h1><ul>${entries.join("")}</ul></main>`,
});
const [cone, tape, sign] = [
  entry("Warning cone", "$12.10"),
  entry("Floor tape", "$7.45"),
  entry("Exit sign", "$62.40"),
];
const listed = (name: string, price: string) => ({
  url: `https://a.test/p/${name.toLowerCase().replaceAll(" ", "-")}`,
  text: `${name}\n${price}`,
});

test("entries that moved to and from other pages of a list are no change of it", () => {
  const comparison = compareCaptures(page(cone, tape), page(tape, sign));
  expect(comparison.verdict).toBe("wording");
  expect(
    setAsideShifted(comparison, [listed("Warning cone", "$12.10")], [listed("Exit sign", "$62.40")], 10).verdict,
  ).toBe("none");
});

test("a new entry is told without the one that moved on for it", () => {
  const told = setAsideShifted(
    compareCaptures(page(cone, tape), page(tape, sign)),
    [listed("Warning cone", "$12.10")],
    [],
    10,
  );
  expect(told.items.every(({ before }) => before === null)).toBe(true);
  expect(told.items.map(({ after }) => after).join()).toContain("Exit sign");
  expect(told.summary).not.toContain("$12.10");
});

test("a list that is built otherwise and says less of its entries takes nothing back; what belongs to none of them is told", () => {
  const comparison = compareCaptures(
    {
      ...page(),
      html: `<main><h1>Tapes</h1><p>Sold by the roll.</p><ul>${cone.replace("$12.10", "Stands in wind and rain.")}${tape}</ul></main>`,
    },
    { ...page(), html: `<main><h1>Tapes</h1><ul>${cone.replace("<p>$12.10</p>", "")}${tape}</ul></main>` },
  );
  expect(comparison.items).toHaveLength(2);
  const told = setAsideTeasers(comparison, [listed("Warning cone", "Stands in wind and rain.")], 10);
  expect(told.items.map(({ before }) => before)).toEqual(["Sold by the roll."]);
  expect(setAsideTeasers(comparison, [], 10)).toBe(comparison);
});
