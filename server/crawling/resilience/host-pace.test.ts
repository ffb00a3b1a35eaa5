import { expect, test } from "vitest";
import { afterAnswer, gapMs, type HostPace, readPace, unknownHost } from "./host-pace";

const good = (pace: HostPace, ms = 20) => afterAnswer(pace, { isOverloaded: false, retryAfterMs: null, ms });
const complaint = (pace: HostPace) => afterAnswer(pace, { isOverloaded: true, retryAfterMs: null, ms: 20 });

test("never faster than the setting or than robots.txt asks for", () => {
  expect(gapMs(unknownHost, 250, null)).toBe(250);
  expect(gapMs(unknownHost, 250, 2_000)).toBe(2_000);
  let pace = unknownHost;
  for (let n = 0; n < 100; n++) pace = good(pace, 1);
  expect(gapMs(pace, 250, null)).toBe(250);
});

test("a complaint doubles the gap, good answers win it back slowly", () => {
  let pace = complaint(complaint(unknownHost));
  expect(gapMs(pace, 250, null)).toBe(2_000);
  pace = good(pace);
  expect(gapMs(pace, 250, null)).toBe(1_600);
  for (let n = 0; n < 30; n++) pace = good(pace);
  expect(gapMs(pace, 250, null)).toBe(250);
});

test("a gap that was learned never goes beyond a minute", () => {
  let pace = unknownHost;
  for (let n = 0; n < 20; n++) pace = complaint(pace);
  expect(gapMs(pace, 250, null)).toBe(60_000);
  expect(gapMs(pace, 250, 3_600_000)).toBe(60_000);
});

test("a slow server is used for half of its time", () => {
  let pace = unknownHost;
  for (let n = 0; n < 50; n++) pace = good(pace, 4_000);
  expect(gapMs(pace, 250, null)).toBeCloseTo(2_000, -1);
});

test("what was kept by something else counts as unknown", () => {
  for (const kept of [null, 7, {}, { learnedGapMs: "1" }]) expect(readPace(kept)).toEqual(unknownHost);
});
