import { expect, it } from "vitest";
import { topicFeatures } from "./topic-features";

it("holds stems, pairs of neighbours and the words of papers that they lead to, as a vector of length 1", () => {
  const features = topicFeatures("Who judges our offers?");
  expect(features.get("word:judg")).toBeGreaterThan(features.get("word:our") ?? 1);
  expect(features.has("pair:judg our")).toBe(true);
  expect([...features.keys()].filter((name) => name.startsWith("term:")).length).toBeGreaterThan(3);
  expect(Math.hypot(...features.values())).toBeCloseTo(1);
});

it("is empty where nothing is said", () => {
  expect(topicFeatures(" ?").size).toBe(0);
});
