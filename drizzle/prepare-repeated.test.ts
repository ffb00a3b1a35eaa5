import { expect, test } from "vitest";
import { RepeatedTexts } from "./prepare-repeated";

test("a text that comes again is prepared, and the database keeps no more of them than agreed", () => {
  const texts = new RepeatedTexts();
  expect([texts.repeats("a"), texts.repeats("a"), texts.repeats("a")]).toEqual([false, true, true]);
  const long = "x".repeat(10_000);
  expect([texts.repeats(long), texts.repeats(long)]).toEqual([false, false]);
  let prepared = 0;
  for (let i = 0; i < 2_000; i++) {
    texts.repeats(`select ${i}`);
    if (texts.repeats(`select ${i}`)) prepared++;
  }
  expect(prepared).toBeLessThanOrEqual(500);
});
