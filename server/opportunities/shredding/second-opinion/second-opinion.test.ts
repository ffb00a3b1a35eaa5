import { expect, test } from "vitest";
import { extractRequirements } from "../extract-requirements";
import { aDocument } from "../testing/shred";
import { demandFeatures, type ReadUnit } from "./demand-features";
import { type DemandOdds, learnedOdds } from "./demand-odds";

const paper = `# Scope of work

Lamps of brass on the north quay.

What the harbour will evaluate:

- the age of each lamp

“Lamp” means any light on the quay.

The buyer has no lamps of its own.

The contractor shall paint the lamps.
`;

const quotesBy = (demandOdds: DemandOdds) =>
  extractRequirements([aDocument(paper)], { demandOdds }).map(({ quote }) => quote);

test("takes what the rules pass over, and nothing of which the rules know why it is none", () => {
  expect(quotesBy(() => null)).toEqual(["The contractor shall paint the lamps."]);
  expect(quotesBy(() => 1)).toEqual(["Lamps of brass on the north quay.", "The contractor shall paint the lamps."]);
  expect(quotesBy(() => 0)).toEqual(["The contractor shall paint the lamps."]);
});

test("a row wants more likeness than a sentence, and rows of prices are left to the rules", () => {
  const table = (header: string) =>
    `# Scope of work\n\n| Part | ${header} |\n| --- | --- |\n| Lamps of brass | the north quay |\n`;
  const read = (header: string, odds: number) =>
    extractRequirements([aDocument(table(header))], { demandOdds: () => odds }).length;
  expect(read("Place", 0.41)).toBe(1);
  expect(read("Place", 0.35)).toBe(0);
  expect(read("Unit price", 1)).toBe(0);
  const measured =
    "# Quality\n\n| Method of assessment | A look at each lamp |\n|---|---|\n| Quality level | Nine lamps of ten |\n";
  expect(extractRequirements([aDocument(measured)], { demandOdds: () => 1 })).toEqual([]);
});

test("what introduces a list is taken when it asks for something itself, and only then", () => {
  const read = (leadIn: string, odds: number) =>
    extractRequirements([aDocument(`# Scope of work\n\n${leadIn}\n\n- brass\n- tin\n`)], { demandOdds: () => odds })
      .map(({ quote }) => quote)
      .filter((quote) => quote.endsWith(":"));
  const asks = "The contractor shall build the lamps of one of the following:";
  expect(read(asks, 0)).toEqual(read(asks, 1));
  const says = "At the end of each winter and before the spring tide, the contractor shall paint:";
  expect(read(says, 0)).toEqual([]);
  expect(read(says, 0.5)).toEqual([]);
  expect(read(says, 0.7)).toEqual([says]);
  expect(read("The contractor shall provide:", 1)).toEqual([]);
});

test("says that it was taken by likeness, binding unless it is worded as a wish", () => {
  const read = (text: string) =>
    extractRequirements([aDocument(`# Scope of work\n\n${text}\n`)], { demandOdds: () => 1 });
  expect(read("Lamps of brass on the north quay.")).toMatchObject([
    { isMandatory: true, obliged: "contractor", reason: "worded and placed like requirements of other tenders" },
  ]);
  expect(read("Lamps of brass on the north quay, ideally of one make.")).toMatchObject([{ isMandatory: false }]);
});

test("learns from words and form, and says nothing of a text in words that it never met", () => {
  const seen = (text: string): Map<string, number> => {
    const units: ReadUnit[] = [];
    extractRequirements([aDocument(`# Scope of work\n\n${text}\n`)], { onUnit: (unit) => units.push(unit) });
    expect(units).toHaveLength(1);
    return demandFeatures(units[0] as ReadUnit);
  };
  const features = seen("The contractor shall provide monthly reports of all work.");
  expect([...features.keys()]).toEqual(
    expect.arrayContaining(["form:sentence", "says:shall", "own:contra", "heading:scope", "asks by itself"]),
  );
  const likely = learnedOdds(features) ?? 0;
  expect(likely).toBeGreaterThan(0.6);
  expect(learnedOdds(seen("The background of the project is a report of the state.")) ?? 1).toBeLessThan(likely);
  expect(learnedOdds(seen("Qwlm zyxt brvk plonth grubbel."))).toBeNull();
});
