import { expect, test } from "vitest";
import { lastHeading, nameOf, requirementRows, stepTo } from "./requirement-groups.logic";

const a = { id: "A", title: "Instructions" };
const b = { id: "B", title: "Statement of work" };
const requirements = [
  { id: "1", section: "L.1", document: a },
  { id: "2", section: "L.1", document: a },
  { id: "3", section: "L.2", document: a },
  { id: "4", section: "", document: b },
  { id: "5", section: "", document: null },
];
const shape = (folded: string[] = []) =>
  requirementRows(requirements, new Set(folded)).map((row) =>
    row.kind === "requirement" ? row.requirement.id : `${row.title} (${row.count})`,
  );

test("requirements stand under their document and section, in reading order", () => {
  expect(shape()).toEqual([
    "Instructions (3)",
    "L.1 (2)",
    "1",
    "2",
    "L.2 (1)",
    "3",
    "Statement of work (1)",
    "4",
    "Added by hand (1)",
    "5",
  ]);
});

test("a folded document keeps its head and its count", () => {
  expect(shape(["A"])).toEqual(["Instructions (3)", "Statement of work (1)", "4", "Added by hand (1)", "5"]);
});

test("keys are unique even where a document comes up twice", () => {
  const rows = requirementRows([...requirements, { id: "6", section: "L.1", document: a }], new Set());
  expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
});

test("stepping passes over heads and stops at both ends", () => {
  const rows = requirementRows(requirements, new Set());
  expect(stepTo(rows, null, 1)).toBe("1");
  expect(stepTo(rows, "3", 1)).toBe("4");
  expect(stepTo(rows, "1", -1)).toBe("1");
  expect(stepTo(rows, "5", 1)).toBe("5");
  expect(stepTo(requirementRows(requirements, new Set(["A"])), "2", 1)).toBe("4");
});

test("of nested headings the last one is shown", () => {
  expect(lastHeading("Part C › C.3 Scope › C.3.2 Hosting")).toBe("C.3.2 Hosting");
  expect(lastHeading("Scope")).toBe("Scope");
});

test("a requirement has the document's number, unless its heading has the same and all under it would be called alike", () => {
  const under = (section: string, ref: string | null) => nameOf({ ref, label: "R-7", section });
  expect(under("3 Service › 3.2 Records", "3.2.1")).toBe("3.2.1");
  expect(under("3 Service › 2. Dates", "2")).toBe("R-7");
  expect(under("2.1 Dates", "2")).toBe("2");
  expect(under("Dates", "(a)")).toBe("(a)");
  expect(under("Dates", null)).toBe("R-7");
});
