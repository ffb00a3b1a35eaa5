import { expect, test } from "vitest";
import { saysElse } from "./says-else";

const job = (title: string, fields: Record<string, string>) => ({
  key: title,
  title,
  url: `https://a.test/${title}`,
  fields,
  text: "",
  rung: "json" as const,
});
const known = [job("Ada", { place: "Graz", updated: "2026-11-01T08:00:00Z" }), job("Bo", { place: "Linz" })];

test("another order and another time of making are nothing new, another value is", () => {
  const again = [job("Bo", { place: "Linz" }), job("Ada", { place: "Graz", updated: "2026-11-02T08:00:00Z" })];
  expect(saysElse(again, known)).toBe(false);
  expect(saysElse([job("Ada", { place: "Wien" })], known)).toBe(true);
});

test("entries that were not there are told as entries, and an answer of which nothing was known is news", () => {
  expect(saysElse([...known, job("Cem", { place: "Graz" })], known)).toBe(false);
  expect(saysElse([job("Ada", {})], [])).toBe(true);
});
