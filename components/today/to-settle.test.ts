import { expect, test } from "vitest";
import { toSettle } from "./to-settle.logic";

test("dates that disagree come first, the next due before the others, then amendments with those of one tender together", () => {
  const row = (id: string, isSubmissionContradicted: boolean) => ({ id, isSubmissionContradicted });
  const amendment = (id: string, opportunityId: string) => ({ id, opportunityId });
  const { contradicted, amended } = toSettle(
    [row("tomorrow", true), row("agreed", false), row("in a week", true), row("past", true)],
    [amendment("newest", "ferry"), amendment("other", "bridge"), amendment("older", "ferry")],
  );
  expect(contradicted.map(({ id }) => id)).toEqual(["tomorrow", "in a week", "past"]);
  expect(amended.map(([id, all]) => [id, all.map((one) => one.id)])).toEqual([
    ["ferry", ["newest", "older"]],
    ["bridge", ["other"]],
  ]);
});
