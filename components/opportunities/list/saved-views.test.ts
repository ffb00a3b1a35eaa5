import { expect, test } from "vitest";
import { listDefaults } from "./list-filters";
import { isSameView, stateOfFilters, viewOf } from "./saved-views.logic";

test("a view comes back as it was saved", () => {
  const state = { ...listDefaults, q: "roads", stage: ["new"], due: ["week", "month"], sort: "fit", desc: true };
  const back = stateOfFilters(viewOf(state));
  expect(isSameView(state, back)).toBe(true);
  expect(viewOf(state)).toEqual({
    text: "roads",
    stage: ["new"],
    due: ["week", "month"],
    sort: "fit",
    descending: true,
  });
});

test("a view in the screen's own order comes back as it was saved, also by way of a server that orders otherwise", () => {
  const state = { ...listDefaults, q: "roads" };
  const kept = { sort: "submission", descending: false, isArchived: false, ...viewOf(state) };
  expect(isSameView(state, stateOfFilters(kept))).toBe(true);
});

test("how it is shown is no part of a view", () => {
  expect(viewOf({ ...listDefaults, view: "board", month: "2026-11" })).toEqual({ sort: "next" });
  expect(isSameView({ ...listDefaults, view: "board" }, {})).toBe(true);
});

test("the order in which values were checked makes no other view", () => {
  expect(isSameView({ ...listDefaults, tag: ["a", "b"] }, { tag: ["b", "a"] })).toBe(true);
  expect(isSameView({ ...listDefaults, tag: ["a"] }, { tag: ["a", "b"] })).toBe(false);
});

test("what nobody knows any more falls away", () => {
  expect(stateOfFilters({ stage: "new", colour: ["red"], due: [3, "week"] })).toEqual({ due: ["week"] });
});
