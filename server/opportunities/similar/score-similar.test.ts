import { expect, test } from "vitest";
import { scoreSimilar } from "./score-similar";

const own = { title: "Maintenance of lifts in the harbour", buyer: "Port of Exampleton", categories: ["CPV:50750000"] };
const score = (other: Partial<typeof own>, weight = 1) =>
  scoreSimilar(own, { title: "Something else", buyer: null, categories: [], ...other }, () => weight);

test("buyer, category and words each count and each say why", () => {
  const all = score({ ...own, title: "Maintenance of lifts and escalators" });
  expect(all.reasons).toEqual(["Same buyer", "Same category: CPV:50750000", "Both are about: maintenance, lifts"]);
  expect(all.score).toBeGreaterThan(score({ buyer: own.buyer }).score);
  expect(score({ buyer: "Port of Exampleton, Technical Department" }).reasons[0]).toMatch(/nearly the same/);
});

test("the nearer the codes, the more alike; codes of different schemes or trades are not", () => {
  const near = score({ categories: ["CPV:50700000"] });
  const far = score({ categories: ["CPV:50100000"] });
  expect(near.score).toBeGreaterThan(far.score);
  expect(far.reasons).toEqual(["Related categories: both begin with CPV:50"]);
  expect(score({ categories: ["CPV:45000000", "NAICS:507500"] }).reasons).toEqual([]);
});

test("nothing in common gives no reason, and words that say what every tender says give none", () => {
  expect(score({})).toEqual({ score: 0, reasons: [] });
  expect(score({ title: "Provision of services for the supply contract" }).reasons).toEqual([]);
});

test("a portal's own word for a trade is told as the portal writes it", () => {
  const lifts = { title: "Lifts", buyer: null, categories: ["portal:supplies"] };
  expect(scoreSimilar(lifts, { ...lifts, title: "Desks" }, () => 1).reasons).toEqual(["Same category: supplies"]);
});
