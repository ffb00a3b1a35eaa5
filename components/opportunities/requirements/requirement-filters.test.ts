import { expect, test } from "vitest";
import { filterRequirements, isNarrowed, requirementDefaults } from "./requirement-filters";

const base = {
  label: "R-1",
  ref: null,
  leadIn: null,
  section: "",
  unclear: null,
  citation: null,
  document: null,
  duplicateOf: null,
};
const list = [
  {
    ...base,
    text: "The bidder shall submit three copies.",
    kind: "submission-instruction" as const,
    isMandatory: true,
  },
  {
    ...base,
    text: "Hosting in the EU",
    leadIn: "The contractor must provide:",
    kind: "technical" as const,
    isMandatory: true,
    ref: "C.3.2",
    unclear: "Which countries?",
  },
  {
    ...base,
    text: "A café is nice to have.",
    kind: "service" as const,
    isMandatory: false,
    document: { id: "d" },
    duplicateOf: { id: "e", label: "R-9" },
    citation: { freshness: "stale" },
  },
];
const texts = (changes: Partial<typeof requirementDefaults>) =>
  filterRequirements(list, { ...requirementDefaults, ...changes })
    .map((one) => one.text[0])
    .join("");

test("words may stand in the text, its lead-in or its number, in any order and without accents", () => {
  expect(texts({ q: "provide EU" })).toBe("H");
  expect(texts({ q: "c.3.2" })).toBe("H");
  expect(texts({ q: "cafe" })).toBe("A");
});

test("filters add up, kinds are alternatives", () => {
  expect(texts({ kinds: ["technical", "service"] })).toBe("HA");
  expect(texts({ kinds: ["technical", "service"], must: "yes" })).toBe("H");
  expect(texts({ must: "no" })).toBe("A");
  expect(texts({ unclear: true })).toBe("H");
  expect(texts({ changed: true })).toBe("A");
  expect(texts({ docs: ["d"] })).toBe("A");
});

test("what was mistyped into the address narrows nothing", () => {
  expect(texts({ kinds: ["nonsense"] })).toBe("THA");
  expect(isNarrowed(requirementDefaults)).toBe(false);
});

test("what another document says in the same words can be left out", () => {
  expect(texts({ once: true })).toBe("TH");
  expect(isNarrowed({ ...requirementDefaults, once: true })).toBe(true);
});
