import { describe, expect, test } from "vitest";
import { type GoldRequirement, type PredictedRequirement, scoreRequirements, tokenF1 } from "./score-requirements";

const gold = (quote: string, more: Partial<GoldRequirement> = {}): GoldRequirement => ({
  document: "a.md",
  quote,
  kind: "service",
  mandatory: true,
  obliged: "contractor",
  ...more,
});
const predicted = (quote: string, more: Partial<PredictedRequirement> = {}): PredictedRequirement => ({
  document: "a.md",
  quote,
  kind: "service",
  mandatory: true,
  obliged: "contractor",
  opens: quote,
  ...more,
});

describe("scoring requirements", () => {
  test("words count as a multiset, without case and marks", () => {
    expect(tokenF1(["a", "b", "b"], ["b", "b", "c"])).toBeCloseTo(2 / 3);
    expect(tokenF1([], [])).toBe(0);
  });

  test("each gold requirement is found once, and a second prediction of it counts as wrong", () => {
    const twice = [predicted("The supplier shall clean the hall."), predicted("The supplier shall clean the hall.")];
    const score = scoreRequirements(twice, [gold("The supplier shall clean the hall.")], [], ["a.md"]);
    expect(score).toMatchObject({ wanted: 1, found: 1, counted: 2 });
  });

  test("an item may be quoted with or without its lead-in, and the lead-in alone is neutral", () => {
    const wanted = [gold("mops and buckets", { lead_in: "The supplier shall bring:" })];
    const whole = scoreRequirements([predicted("The supplier shall bring: mops and buckets")], wanted, [], ["a.md"]);
    expect(whole.found).toBe(1);
    const lead = scoreRequirements([predicted("The supplier shall bring:")], wanted, [], ["a.md"]);
    expect(lead).toMatchObject({ found: 0, counted: 0 });
  });

  test("doubtful requirements are neutral when found and when missed", () => {
    const wanted = [gold("The hall shines.", { doubtful: true }), gold("The supplier shall mop daily.")];
    expect(scoreRequirements([predicted("The hall shines.")], wanted, [], ["a.md"])).toMatchObject({
      wanted: 1,
      found: 0,
      counted: 0,
    });
  });

  test("documents that nobody annotated count neither way", () => {
    const elsewhere = [predicted("The supplier shall mop daily.", { document: "b.md" })];
    expect(scoreRequirements(elsewhere, [], [], ["a.md"]).counted).toBe(0);
  });

  test("a place that opens other text is no match", () => {
    const wanted = [gold("The supplier shall mop daily.")];
    const lost = [predicted("The supplier shall mop daily.", { opens: "Something else." })];
    expect(scoreRequirements(lost, wanted, [], ["a.md"])).toMatchObject({ found: 0, locators: 1, locatorsRight: 0 });
  });

  test("known negatives that were taken are counted", () => {
    const negatives = [{ document: "a.md", quote: "The buyer will inspect the hall." }];
    const score = scoreRequirements([predicted("The buyer will inspect the hall.")], [], negatives, ["a.md"]);
    expect(score).toMatchObject({ negatives: 1, negativesTaken: 1, counted: 1 });
  });

  test("kind, strength and bearer are judged on what was found", () => {
    const wanted = [gold("The supplier shall mop daily.", { mandatory: false, kind: "service-level" })];
    const score = scoreRequirements([predicted("The supplier shall mop daily.")], wanted, [], ["a.md"]);
    expect(score).toMatchObject({ kindRight: 0, mandatoryRight: 0, obligedRight: 1 });
  });
});
