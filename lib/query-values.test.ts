import { expect, test } from "vitest";
import { z } from "zod";
import { flag, listOf } from "./query-values";

test("one value of a list may come bare, several as a list, and too many are refused", () => {
  const kinds = listOf(z.enum(["a", "b"]), 2).optional();
  expect(kinds.parse("a")).toEqual(["a"]);
  expect(kinds.parse(["a", "b"])).toEqual(["a", "b"]);
  expect(kinds.parse(undefined)).toBeUndefined();
  expect(kinds.safeParse(["a", "b", "a"]).success).toBe(false);
  expect(kinds.safeParse("c").success).toBe(false);
});

test("the word false means no", () => {
  expect([flag.parse("false"), flag.parse("true"), flag.parse(false)]).toEqual([false, true, false]);
  expect(flag.safeParse("maybe").success).toBe(false);
});
