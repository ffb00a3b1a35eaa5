import { expect, test } from "vitest";
import { isFiltered, listDefaults, listInput, noFilters, toggledValue } from "./list-filters";

test("what was mistyped into the address falls away", () => {
  const state = {
    ...listDefaults,
    kind: ["rfp", "nonsense"],
    owner: ["none", "x"],
    due: ["week", "soon"],
    sort: "evil",
  };
  expect(listInput(state)).toMatchObject({ kind: ["rfp"], owner: ["none"], due: ["week"], sort: "next" });
});

test("an empty address asks for everything that is not archived", () => {
  const { kind, text, isArchived } = listInput(listDefaults);
  expect({ kind, text, isArchived }).toEqual({ kind: undefined, text: undefined, isArchived: false });
  expect(isFiltered(listDefaults)).toBe(false);
});

test("clearing takes every filter away and leaves view and order", () => {
  const state = { ...listDefaults, q: "roads", buyer: ["City"], archived: true, view: "board" };
  expect(isFiltered(state)).toBe(true);
  const cleared = { ...state, ...noFilters };
  expect(isFiltered(cleared)).toBe(false);
  expect(cleared.view).toBe("board");
});

test("a value is put in and taken out", () => {
  expect(toggledValue(["a"], "b")).toEqual(["a", "b"]);
  expect(toggledValue(["a", "b"], "a")).toEqual(["b"]);
});
