import { expect, test } from "vitest";
import { retentionFormOf, retentionOf, retentionWords } from "./retention.logic";

test("a rule survives the way into the form and back", () => {
  for (const rule of [null, { keep: "all" }, { keep: "days", days: 90 }, { keep: "last", revisions: 5 }] as const)
    expect(retentionOf(retentionFormOf(rule))).toEqual(rule);
});

test("what is no whole number in reach is no rule", () => {
  for (const days of ["", "0", "1.5", "4000", "many"])
    expect(retentionOf({ ...retentionFormOf(null), keep: "days", days })).toBeUndefined();
});

test("rules are said in words", () => {
  expect(retentionWords({ keep: "last", revisions: 1 })).toBe("only the newest revision of each page is kept");
  expect(retentionWords({ keep: "days", days: 30 })).toBe("replaced revisions are kept for 30 days");
});
