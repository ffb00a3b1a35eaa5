import { expect, test } from "vitest";
import { foldRows, passingRows, type Row } from "./fold-rows.logic";

const block = (text: string) => ({ kind: "paragraph", level: 0, text });
const same = (text: string): Row => ({ before: block(text), after: block(text) });
const rows = (total: number, ...changed: number[]): Row[] =>
  Array.from({ length: total }, (_, index) =>
    changed.includes(index) ? { before: block("old"), after: block("new") } : same(String(index)),
  );
const shape = (of: readonly Row[]) => foldRows(of).map(({ kind, rows, from }) => `${kind} ${from}+${rows.length}`);

test("rows far from a change are folded, rows beside it stay", () => {
  expect(shape(rows(20, 10))).toEqual(["folded 0+8", "shown 8+5", "folded 13+7"]);
});

test("a fold of one or two rows is not worth it", () => {
  expect(shape(rows(12, 3, 9))).toEqual(["shown 0+12"]);
});

test("nothing is lost, and every row stands in one stretch", () => {
  const all = rows(50, 0, 7, 30, 49);
  expect(foldRows(all).flatMap((stretch) => stretch.rows)).toEqual(all);
});

test("a row whose words moved counts as changed though both sides read alike", () => {
  const moved: Row = { ...same("a"), words: [{ op: "added", text: "a" }] };
  expect(shape([...rows(10), moved])).toEqual(["folded 0+8", "shown 8+3"]);
});

test("a heading that sank one level counts as changed", () => {
  const heading = (level: number) => ({ kind: "heading", level, text: "Prices" });
  expect(shape([...rows(10), { before: heading(2), after: heading(3) }])).toEqual(["folded 0+8", "shown 8+3"]);
});

test("two equal versions fold into one line", () => {
  expect(shape(rows(9))).toEqual(["folded 0+9"]);
});

test("what differs without having been told is passing, and folds with what is unchanged", () => {
  const price: Row = { before: block("£189 / month"), after: block("£199 / month") };
  const quote: Row = { before: null, after: block("Our reviews fit into one afternoon now.") };
  const all = [...rows(10), price, ...rows(6), quote, ...rows(6)];
  const words = [
    { op: "same" as const, text: "£" },
    { op: "removed" as const, text: "189" },
    { op: "added" as const, text: "199" },
    { op: "same" as const, text: " / month" },
  ];
  const items = [{ kind: "price" as const, before: "£189", after: "£199", heading: "Team", words }];
  const passing = passingRows(all, items);
  expect([...passing]).toEqual([quote]);
  expect(foldRows(all, passing).map(({ kind, rows: { length } }) => `${kind} ${length}`)).toEqual([
    "folded 8",
    "shown 5",
    "folded 11",
  ]);
});

test("without places that say anything nothing counts as passing", () => {
  expect(passingRows(rows(4, 2), []).size).toBe(0);
  expect(passingRows(rows(4, 2), [{ kind: "structure", before: null, after: null, heading: null }]).size).toBe(0);
});
