import { expect, test } from "vitest";
import { gateRefinement, type ShownRequirement } from "./gate-refinement";
import type { Refinement } from "./judge-refinement";
import { splitParts } from "./split-parts";

const text =
  "The contractor shall paint the bridge.\nThe contractor shall keep a log of all work.\nSpare parts are to be kept\nin the yard at all times.\nThe buyer will pay within 30 days.";
const whole = { start: 0, end: text.length };
const row = (number: number, quote: string, more: Partial<ShownRequirement> = {}): ShownRequirement => ({
  id: `r${number}`,
  number,
  revision: 1,
  kind: "service",
  isMandatory: true,
  obliged: "contractor",
  start: text.indexOf(quote),
  end: text.indexOf(quote) + quote.length,
  ...more,
});
const shown = [
  row(1, "The contractor shall paint the bridge."),
  row(2, "The contractor shall keep a log of all work."),
];
const nothing: Refinement = { missed: [], changes: [], merges: [] };
const missed = (quote: string) => ({
  quote,
  kind: "deliverable" as const,
  isMandatory: true,
  obliged: "contractor" as const,
  reason: "It obliges.",
});
const gate = (said: Partial<Refinement>, part = whole) => gateRefinement(text, part, shown, { ...nothing, ...said });

test("a missed requirement is taken with the very words of the document, however its lines are broken", () => {
  const { proposals, dropped } = gate({ missed: [missed("Spare parts are to be kept in the yard at all times.")] });
  expect(dropped).toEqual([]);
  expect(proposals).toMatchObject([
    {
      what: "add",
      quote: "Spare parts are to be kept\nin the yard at all times.",
      proposed: { text: "Spare parts are to be kept in the yard at all times.", kind: "deliverable" },
    },
  ]);
  const { start, end, quote } = proposals[0] ?? { start: 0, end: 0, quote: "" };
  expect(text.slice(start, end)).toBe(quote);
});

test("words that do not stand in the part that was shown never pass, nor does what is known already", () => {
  const { proposals, dropped } = gate({
    missed: [
      missed("Spare parts are to be kept in the depot at all times."),
      missed("spare parts are to be kept in the yard at all times."),
      missed("The contractor shall keep a log"),
      missed("in the yard"),
      missed(""),
      missed(Array.from({ length: 61 }, () => "word").join(" ")),
    ],
  });
  expect(proposals).toEqual([]);
  expect(dropped).toEqual([
    "the quote does not stand in the document",
    "the quote does not stand in the document",
    "the requirement is known already",
    "the quote is too short to oblige anybody",
    "the quote is empty",
    "the quote is longer than sixty words",
  ]);
  expect(
    gate({ missed: [missed("Spare parts are to be kept in the yard at all times.")] }, { start: 0, end: 60 }).proposals,
  ).toEqual([]);
});

test("a change must change something of a requirement that was shown, a merge names neighbours", () => {
  const quote = "shall keep a log";
  const change = (number: number, kind: "reporting" | "service" | null, isMandatory: boolean | null) => ({
    number,
    kind,
    isMandatory,
    quote,
    reason: "",
  });
  const { proposals, dropped } = gate({
    changes: [
      change(2, "reporting", true),
      change(2, "service", true),
      change(9, "reporting", null),
      change(2, null, null),
    ],
    merges: [
      { numbers: [1, 2], quote, reason: "One duty." },
      { numbers: [1, 9], quote, reason: "One duty." },
    ],
  });
  expect(proposals).toMatchObject([
    {
      what: "change",
      requirementIds: ["r2"],
      revisions: [1],
      proposed: { kind: "reporting" },
      reason: "No reason was given.",
    },
    { what: "merge", requirementIds: ["r1", "r2"] },
  ]);
  expect(dropped).toHaveLength(4);
});

test("a text is cut between paragraphs, and its parts are all of it", () => {
  const long = Array.from({ length: 200 }, (_, index) => `Paragraph ${index}: ${"words ".repeat(20)}`).join("\n\n");
  const parts = splitParts(long);
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.map(({ start, end }) => long.slice(start, end)).join("")).toBe(long);
  for (const { start, end } of parts) expect(end - start).toBeLessThanOrEqual(6000);
  for (const { start } of parts.slice(1)) expect(long.slice(start)).toMatch(/^Paragraph/);
});
