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
    /^Submission date moved from 3 May 2031, noon to 10 May 2031, noon\. 1 requirement added, 1 removed, 2 changed: /,
  );
  expect(summary.indexOf('"30" became "10"')).toBeGreaterThan(0);
  expect(summary.indexOf("dimmable")).toBeGreaterThan(0);
});

test("nothing changed is said so", () => {
  const same = [a("1", "The hall shall be swept.")];
  expect(summariseAmendment(compareRequirements(same, same))).toBe("No requirement changed (1 as before).");
});

test("a figure is told whole, and the digits of an address are none", () => {
  const told = (before: string, after: string) =>
    summariseAmendment(compareRequirements([a("1", before)], [a("2", after)]));
  expect(
    told(
      "The crew must carry at most 1,200 kg of rope aboard.",
      "The crew must carry at most 1,450 kg of rope aboard.",
    ),
  ).toContain('"1,200" became "1,450"');
  const moved = told(
    "Questions must be sent to ann.moor@port.example before noon.",
    "Questions must be sent to port.example/lots/lot-17-2031 before noon.",
  );
  expect(moved).not.toContain("became");
  expect(moved).toContain("port.example/lots/lot-17-2031");
});
