import { expect, test } from "vitest";
import { comparisonLines, papersOf } from "./compare-papers";

test("an id names all papers of an opportunity, “doc:” single ones", () => {
  expect(papersOf("a1")).toEqual({ opportunityId: "a1" });
  expect(papersOf("doc:a1, b2")).toEqual({ documents: [{ documentId: "a1" }, { documentId: "b2" }] });
});

test("dates, demands and other lines are told with both sides, what stands is not", () => {
  const side = (text: string) => ({ text }) as never;
  const told = comparisonLines({
    before: [],
    after: [],
    summary: "1 requirement changed.",
    counts: { added: 0, removed: 0, changed: 1, unchanged: 1 },
    items: [
      { what: "unchanged", before: side("Sweep the hall."), after: side("Sweep the hall."), words: [] },
      { what: "changed", before: side("Send two\ncopies."), after: side("Send three copies."), words: [] },
    ],
    lines: [{ what: "added", before: null, after: "7 | Mounting | 1" }],
    deadlines: [{ kind: "award", before: "2031-03-03", after: "2031-04-03" }],
    fields: [],
  });
  expect(told).toEqual([
    "1 requirement changed.",
    "date: award\n  - 2031-03-03\n  + 2031-04-03",
    "changed\n  - Send two copies.\n  + Send three copies.",
    "added elsewhere\n  + 7 | Mounting | 1",
  ]);
});
