import { describe, expect, test } from "vitest";
import { compareRequirements } from "./compare-requirements";
import type { ComparedRequirement } from "./compared-requirement";

let next = 0;
function a(text: string, more: Partial<ComparedRequirement> = {}): ComparedRequirement {
  next++;
  return { id: `r${next}`, text, section: ["Terms"], kind: "service", isMandatory: true, ...more };
}
const types = (before: ComparedRequirement[], after: ComparedRequirement[]) =>
  compareRequirements(before, after).changes.map(({ type }) => type);

describe("comparing the requirements of two versions", () => {
  test("what is equal but for numbers, case, marks and typography is unchanged", () => {
    const before = [a("4.2 The contractor shall sweep the “north” hall."), a("(a) Bins are emptied daily;")];
    const after = [a('5.1 The Contractor shall sweep the "north" hall'), a("(b) Bins are emptied daily.")];
    expect(types(before, after)).toEqual(["unchanged", "unchanged"]);
  });

  test("new, gone and reworded requirements are told apart, each once and in reading order", () => {
    const kept = "The contractor shall sweep the hall every morning before nine.";
    const before = [
      a(kept),
      a("A guard must stand at the east gate."),
      a("The pump shall be serviced within 30 days of the order."),
    ];
    const after = [
      a(kept),
      a("The pump shall be serviced within 10 days of the order."),
      a("All lamps must be dimmable."),
    ];
    const { changes, counts } = compareRequirements(before, after);
    expect(changes.map(({ type }) => type)).toEqual(["unchanged", "removed", "changed", "added"]);
    expect(counts).toEqual({ added: 1, removed: 1, changed: 1, moved: 0, unchanged: 1 });
    const changed = changes.find((one) => one.type === "changed");
    expect(changed?.type === "changed" && changed.words.filter(({ op }) => op !== "same")).toEqual([
      { op: "removed", text: "30" },
      { op: "added", text: "10" },
    ]);
  });

  test("a section with another number is the same place; another heading is a move", () => {
    const text = "The contractor shall keep the quay free of ice.";
    expect(types([a(text, { section: ["3.2 Winter"] })], [a(text, { section: ["4.1 Winter"] })])).toEqual([
      "unchanged",
    ]);
    expect(types([a(text, { section: ["3.2 Winter"] })], [a(text, { section: ["4.1 Quay"] })])).toEqual(["moved"]);
  });

  test("a wish that becomes a duty is a change although its words stay", () => {
    const item = { leadIn: "Desired equipment:" };
    const [change] = compareRequirements(
      [a("winches of ten tons", { ...item, isMandatory: false })],
      [a("winches of ten tons", { leadIn: "Required equipment:" })],
    ).changes;
    expect(change).toMatchObject({ type: "changed", aspects: ["lead_in", "strength"] });
  });

  test("a paragraph that is split is one change, and its pieces are not new", () => {
    const whole = a(
      "The contractor shall deliver the crates by rail and the contractor shall insure every crate against theft.",
    );
    const halves = [
      a("The contractor shall deliver the crates by rail."),
      a("The contractor shall insure every crate against theft."),
    ];
    const split = compareRequirements([whole], halves);
    expect(split.counts).toMatchObject({ added: 0, removed: 0, changed: 1 });
    expect(split.changes[0]).toMatchObject({ aspects: expect.arrayContaining(["split"]) });
    const merged = compareRequirements(halves, [whole]);
    expect(merged.counts).toMatchObject({ added: 0, removed: 0, changed: 1 });
  });

  test("equal items under different lead-ins keep to their own list", () => {
    const list = (leadIn: string) => [a("name", { leadIn }), a("date", { leadIn })];
    const before = [...list("The invoice shall show:"), ...list("The report shall show:")];
    const after = [...list("The report shall show:"), ...list("The invoice shall show:")];
    const { changes, counts } = compareRequirements(before, after);
    expect(counts.unchanged).toBe(4);
    for (const change of changes)
      expect(change.type === "unchanged" && change.before.leadIn === change.after.leadIn).toBe(true);
  });

  test("every requirement of both versions appears exactly once, and the answer is the same each time", () => {
    const words = "pump valve hall quay crate lamp winch rail gate shed boat crane rope chain hull mast".split(" ");
    const sentence = (seed: number) =>
      `The contractor shall ${words[seed % 16]} the ${words[(seed * 7) % 16]} and ${words[(seed * 5 + 3) % 16]} no ${seed}.`;
    const before = Array.from({ length: 400 }, (_, index) => a(sentence(index)));
    const after = Array.from({ length: 400 }, (_, index) => a(sentence(index % 3 === 0 ? index + 900 : index)));
    const first = compareRequirements(before, after);
    const seen = first.changes.flatMap((change) => [
      ...("before" in change ? [change.before.id] : []),
      ...("after" in change ? [change.after.id] : []),
      ...(change.type === "changed"
        ? [...(change.alsoAfter ?? []), ...(change.alsoBefore ?? [])].map(({ id }) => id)
        : []),
    ]);
    expect(seen.toSorted()).toEqual([...before, ...after].map(({ id }) => id).toSorted());
    expect(compareRequirements(before, after)).toEqual(first);
  });

  test("1,500 against 1,500 takes a few seconds of processor time at most", () => {
    const sentence = (seed: number) =>
      `Item ${seed}: the contractor shall check part ${seed % 97} of unit ${seed % 89} every ${seed % 13} days and report to the office.`;
    const before = Array.from({ length: 1_500 }, (_, index) => a(sentence(index)));
    const after = Array.from({ length: 1_500 }, (_, index) =>
      a(sentence(index).replace("report", index % 2 ? "write" : "report")),
    );
    const used = process.cpuUsage();
    compareRequirements(before, after);
    expect(process.cpuUsage(used).user).toBeLessThan(5_000_000);
  });
});
