import { expect, test } from "vitest";
import { isFiltered, libraryDefaults, listInput } from "./library-filters";

test("what was mistyped into the address falls away instead of failing", () => {
  const input = listInput({
    ...libraryDefaults,
    collection: "x",
    kind: "exe",
    status: "lost",
    sort: "colour",
    page: -3,
  });
  expect(input).toMatchObject({
    collectionId: undefined,
    kind: undefined,
    status: undefined,
    sort: "updated",
    offset: 0,
  });
});

test("the third page of failed PDFs by title", () => {
  const state = { ...libraryDefaults, kind: "pdf", status: "failed", sort: "title", order: "asc", page: 3 };
  expect(listInput(state)).toMatchObject({
    kind: "pdf",
    status: "failed",
    sort: "title",
    descending: false,
    offset: 100,
  });
  expect(isFiltered(state)).toBe(true);
  expect(isFiltered({ ...libraryDefaults, page: 2, sort: "title" })).toBe(false);
});
