import { expect, test } from "vitest";
import { columnName, groupBlocks, rowNumber } from "./block-groups.logic";

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
