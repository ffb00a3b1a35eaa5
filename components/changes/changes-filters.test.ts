import { expect, test } from "vitest";
import { changesDefaults, isFiltered, listInput } from "./changes-filters";

test("what was mistyped into the address falls away instead of failing", () => {
  const input = listInput({ ...changesDefaults, severity: "dire", verdict: "odd", source: "x", show: "all", page: 0 });
  expect(input).toMatchObject({ severity: undefined, verdict: undefined, sourceId: undefined, offset: 0 });
  expect(input.unseen).toBeUndefined();
});

test("the page of a source asks for its own changes, whatever the address names", () => {
  const id = "0192aa00-0000-7000-8000-000000000001";
  const state = { ...changesDefaults, source: "0192aa00-0000-7000-8000-000000000002", severity: "high", page: 2 };
  expect(listInput(state, id)).toMatchObject({ sourceId: id, severity: "high", offset: 50 });
  expect(isFiltered(state)).toBe(true);
  expect(isFiltered({ ...changesDefaults, page: 3 })).toBe(false);
});
