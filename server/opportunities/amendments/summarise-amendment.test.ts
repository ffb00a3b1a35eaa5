import { expect, test } from "vitest";
import { compareRequirements } from "./compare-requirements";
import type { ComparedRequirement } from "./compared-requirement";
import { summariseAmendment } from "./summarise-amendment";

const a = (id: string, text: string, isMandatory = true): ComparedRequirement => ({
  id,
  text,
  section: ["Terms"],
  kind: "service",
  isMandatory,
});

test("dates come first, then counts, then what binds and what has figures", () => {
  const comparison = compareRequirements(
    [
      a("1", "The report is due within 30 days of the order."),
      a("2", "Flags should be blue and white."),
      a("3", "A guard must stand at the gate."),
    ],
    [
      a("4", "The report is due within 10 days of the order."),
      a("5", "Flags should be red and white."),
      a("6", "All lamps must be dimmable."),
    ].map((one) => (one.text.includes("should") ? { ...one, isMandatory: false } : one)),
  );
  const summary = summariseAmendment(comparison, [
    { kind: "submission", before: "3 May 2031, noon", after: "10 May 2031, noon" },
  ]);
  expect(summary).toMatch(
    /^Submission date moved from 3 May 2031, noon to 10 May 2031, noon\. 1 requirement added, 1 taken out and 2 changed\. /,
  );
  expect(summary).toContain("“10 days” instead of “30”: “The report is due within 10 days of the order.”");
  expect(summary.indexOf("dimmable")).toBeGreaterThan(0);
});

test("nothing changed is said so", () => {
  const same = [a("1", "The hall shall be swept.")];
  expect(summariseAmendment(compareRequirements(same, same))).toBe("No requirement changed; 1 stands as before.");
});

test("a figure is told whole, and the digits of an address are none", () => {
  const told = (before: string, after: string) =>
    summariseAmendment(compareRequirements([a("1", before)], [a("2", after)]));
  expect(
    told(
      "The crew must carry at most 1,200 kg of rope aboard.",
      "The crew must carry at most 1,450 kg of rope aboard.",
    ),
  ).toContain("“1,450 kg” instead of “1,200”");
  const moved = told(
    "Questions must be sent to ann.moor@port.example before noon.",
    "Questions must be sent to port.example/lots/lot-17-2031 before noon.",
  );
  expect(moved).not.toContain("instead of");
  expect(moved).toContain("port.example/lots/lot-17-2031");
});

test("each change is a sentence: what came in, what went, what reads otherwise, and what the words were", () => {
  const told = (before: string, after: string) =>
    summariseAmendment(compareRequirements([a("1", before)], [a("2", after)]));
  expect(
    told(
      "The plan may include drawings of the quay.",
      "The plan may include drawings of the quay of no more than 30 pages combined.",
    ),
  ).toBe(
    "1 requirement changed. Now with “of no more than 30 pages combined”: “The plan may include drawings of the quay of no more than 30 pages combined.”",
  );
  const reworded = told(
    "The contractor shall keep the cranes of the north quay and its sheds in repair and paint them.",
    "The contractor shall repair and paint the cranes of the north quay, and shall insure the sheds.",
  );
  expect(reworded).toMatch(/Now: “The contractor shall repair.*sheds\.” Before: “The contractor shall keep.*them\.”$/);
});

test("a row is told without its lines, an answer without its mark", () => {
  const told = summariseAmendment(
    compareRequirements(
      [],
      [a("1", "A7: The shed must be heated."), a("2", "Weekly report | due on Fridays | by e-mail")],
    ),
  );
  expect(told).toContain("New: “The shed must be heated.”");
  expect(told).toContain("“Weekly report: due on Fridays; by e-mail”.");
});

test("what only names a thing that is taken out is counted apart", () => {
  const none = compareRequirements([], []);
  expect(summariseAmendment(none, [], [], { affected: 2 })).toBe(
    "No requirement changed. 2 more requirements name what is taken out.",
  );
});

test("an instruction that says itself what stood before is told as it stands", () => {
  const told = summariseAmendment(
    compareRequirements(
      [a("1", "The boat must be moored by May 3, 2031, 4 PM.")],
      [a("2", "The day on which the boat must be moored is extended from May 3, 2031 to May 10, 2031, 4 PM.")],
    ),
  );
  expect(told).not.toContain("instead of");
});
