import { expect, test } from "vitest";
import { columnName, groupBlocks, rowNumber, shownMarkers } from "./block-groups.logic";

const at = { start: 0, end: 1 };

test("rows of one table stand together, pages apart", () => {
  const groups = groupBlocks([
    { kind: "heading", level: 1, page: 1, ...at },
    { kind: "table_row", table: 0, page: 1, ...at },
    { kind: "table_row", table: 0, page: 1, ...at },
    { kind: "table_row", table: 1, page: 1, ...at },
    { kind: "paragraph", page: 2, ...at },
  ]);
  expect(
    groups.map((page) => [
      page.page,
      page.groups.map((group) => (group.kind === "table" ? group.rows.length : "block")),
    ]),
  ).toEqual([
    [1, ["block", 2, 1]],
    [2, ["block"]],
  ]);
});

const item = (marker: string | undefined, level = 0) => ({ kind: "list_item" as const, level, marker, ...at });
const markersOf = (blocks: Parameters<typeof shownMarkers>[0]) => [...shownMarkers(blocks).values()];

test("items that all say 1. are counted, also around a list inside, and begin anew after other text", () => {
  const paragraph = { kind: "paragraph" as const, ...at };
  expect(markersOf([item("1."), item("1."), item("a)", 1), item("1."), paragraph, item("1.")])).toEqual([
    "1.",
    "2.",
    "a)",
    "3.",
    "1.",
  ]);
});

test("numbers and signs that an author gave are shown as they are", () => {
  expect(markersOf([item("3."), item("4."), item("-"), item("-"), item(undefined), item("1.2")])).toEqual([
    "3.",
    "4.",
    "-",
    "-",
    "•",
    "1.2",
  ]);
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %i is %s", (column, name) => {
  expect(columnName(column)).toBe(name);
});

test("a row number is read from an address", () => {
  expect([rowNumber("B7"), rowNumber("AA120"), rowNumber(undefined)]).toEqual([7, 120, null]);
});
