import { expect, test } from "vitest";
import { distanceToBeginning } from "./distance-to-beginning";

test("each letter put in, left out, exchanged or swapped counts once", () => {
  const pairs: [string, string, number][] = [
    ["quarry", "quarry", 0],
    ["quarry", "quary", 1],
    ["quary", "quarry", 1],
    ["qaurry", "quarry", 1],
    ["quorry", "quarry", 1],
    ["quarry", "qauryr", 2],
    ["quarry", "", 6],
  ];
  for (const [word, text, distance] of pairs)
    expect([word, text, distanceToBeginning(word, text)]).toEqual([word, text, distance]);
});

test("what follows in a longer word costs nothing", () => {
  expect(distanceToBeginning("stein", "steinbruch")).toBe(0);
  expect(distanceToBeginning("stien", "steinbruch")).toBe(1);
  expect(distanceToBeginning("bruch", "steinbruch")).toBeGreaterThan(2);
});
