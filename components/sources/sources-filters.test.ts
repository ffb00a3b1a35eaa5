import { expect, test } from "vitest";
import { isFiltered, listInput, sourcesDefaults } from "./sources-filters";

test("what was mistyped into the address falls away instead of failing", () => {
  const input = listInput({ ...sourcesDefaults, kind: "fax", status: "lost", page: -3 });
  expect(input).toMatchObject({ kind: undefined, status: undefined, offset: 0 });
});

test("the second page of broken portals with a tag", () => {
  const state = { ...sourcesDefaults, kind: "portal", status: "broken", tag: "north", page: 2 };
  expect(listInput(state)).toMatchObject({ kind: "portal", status: "broken", tag: "north", offset: 50 });
  expect(isFiltered(state)).toBe(true);
  expect(isFiltered({ ...sourcesDefaults, page: 2 })).toBe(false);
});
