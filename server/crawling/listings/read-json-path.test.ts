import { expect, it } from "vitest";
import { InvalidInputError } from "@/server/platform/errors";
import { readJsonPath } from "./read-json-path";

const answer = {
  total: 3,
  results: [
    { id: "a", title: "Roof", tags: ["works"], value: { amount: 5 } },
    { id: "b", title: "Lunch", tags: ["services", "food"], value: { amount: 50 } },
    { id: "c", title: "Maps", tags: [], value: null },
  ],
  "odd key": { title: "Inside" },
};

it.each([
  ["$.results[*].title", ["Roof", "Lunch", "Maps"]],
  ["$.results[0:2].id", ["a", "b"]],
  ["$.results[-1].id", ["c"]],
  ["$['odd key'].title", ["Inside"]],
  ["$..amount", [5, 50]],
  ["$.results[?@.value.amount > 10].title", ["Lunch"]],
  ["$.results[*].tags[*]", ["works", "services", "food"]],
  ["$.nothing", []],
])("%s finds its values in order", (path, values) => {
  expect(readJsonPath(answer, path)).toEqual(values);
});

it.each(["results", "$.[", "$.results[?match(@.title, '(a+)+$')]", "$..a..b..c", `$.${"a".repeat(600)}`])(
  "refuses %s as an input error",
  (path) => {
    expect(() => readJsonPath(answer, path)).toThrow(InvalidInputError);
  },
);

it("refuses a value that is nested too deeply instead of running out of stack", () => {
  let deep: unknown = 1;
  for (let level = 0; level < 5_000; level++) deep = [deep];
  expect(() => readJsonPath(deep, "$..x")).toThrow(InvalidInputError);
});

it("stops at ten thousand values", () => {
  expect(
    readJsonPath(
      Array.from({ length: 200_000 }, (_, at) => at),
      "$[*]",
    ),
  ).toHaveLength(10_000);
});
