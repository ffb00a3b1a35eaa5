import { expect, test } from "vitest";
import { readUrlState, writeUrlState } from "./use-url-state.logic";

const defaults = { q: "", page: 1, failed: false, tags: [] as string[] };

test("what is written is read back, and defaults leave no trace", () => {
  const state = { q: "bid bond & more", page: 3, failed: true, tags: ["a,b", "ç"] };
  const text = writeUrlState(defaults, state, new URLSearchParams());
  expect(readUrlState(defaults, new URLSearchParams(text))).toEqual(state);
  expect(writeUrlState(defaults, { ...defaults }, new URLSearchParams(text))).toBe("");
});

test("parameters of others stay", () => {
  expect(writeUrlState(defaults, { q: "x" }, new URLSearchParams("upload=1"))).toBe("upload=1&q=x");
});

test("what makes no sense is the default", () => {
  expect(readUrlState(defaults, new URLSearchParams("page=zwei&failed=yes"))).toEqual(defaults);
});
