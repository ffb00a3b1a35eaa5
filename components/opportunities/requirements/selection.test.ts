import { expect, test } from "vitest";
import { findSelection, partsAt, splitPlaces } from "./selection.logic";

test("a requirement is cut at its sentences and items, and nothing is lost", () => {
  const text = "The contractor shall host it in the EU. Backups are kept 35 days; and restores are tested.";
  const parts = partsAt(text, splitPlaces(text));
  expect(parts).toHaveLength(3);
  expect(parts[0]).toBe("The contractor shall host it in the EU.");
  expect(parts.join(" ").replace(/\s+/g, " ")).toBe(text);
});

test("decimals and abbreviations inside a sentence are no place to cut", () => {
  expect(splitPlaces("Availability is 99.9 percent per month")).toEqual([]);
});

test("selected words are found though the page breaks lines elsewhere", () => {
  const text = "The bidder shall\nsubmit   three copies. The bidder shall submit three copies.";
  const first = findSelection(text, "shall submit three copies", null);
  expect(first && text.slice(first.start, first.end)).toBe("shall\nsubmit   three copies");
  const second = findSelection(text, "shall submit three copies", 60);
  expect(second?.start).toBeGreaterThan(40);
});

test("special characters are taken as they are, and what is not there is not found", () => {
  expect(findSelection("Fee (in €): 5 + VAT?", "(in €): 5 + VAT?", null)).toEqual({ start: 4, end: 20 });
  expect(findSelection("Something else", "missing words", null)).toBeNull();
  expect(findSelection("x", "  ", null)).toBeNull();
});
