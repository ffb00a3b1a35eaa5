import { expect, test } from "vitest";
import { dueWords } from "./due-words";

test("an instant names its zone, a day stays a day", () => {
  expect(dueWords({ submissionAt: "2031-03-14T16:00:00+01:00", submissionDate: "2031-03-14" })).toBe(
    "2031-03-14 15:00 UTC",
  );
  expect(dueWords({ submissionAt: null, submissionDate: "2031-03-14" })).toBe("2031-03-14");
  expect(dueWords({ submissionAt: null, submissionDate: null })).toBe("");
});
