import { describe, expect, test } from "vitest";
import { isFlapping } from "./is-flapping";

/** Which of a series of values would be told, each against those before it. */
function told(values: readonly string[]): string[] {
  return values.filter((value, at) => at > 0 && value !== values[at - 1] && !isFlapping(values.slice(0, at), value));
}

describe("told once", () => {
  test("a value that swings between two", () => expect(told([..."ABABABAB"])).toEqual(["B"]));
  test("a rotation of three", () => expect(told([..."ABCABCABC"])).toEqual(["B", "C"]));
  test("a counter, until it is known as one", () => expect(told(["1", "2", "3", "4", "5", "9"])).toEqual(["2", "3"]));
});

describe("told each time", () => {
  test("a price that changes now and then", () => expect(told([..."AAAABBBBBCCC"])).toEqual(["B", "C"]));
  test("a price that returns after long", () => expect(told([..."AABBBBBBBBA"])).toEqual(["B", "A"]));
  test("the first change of all", () => expect(told([..."AB"])).toEqual(["B"]));
});

test("nothing is flapping without a past or without a change", () => {
  expect(isFlapping([], "A")).toBe(false);
  expect(isFlapping(["B", "A"], "A")).toBe(false);
});
