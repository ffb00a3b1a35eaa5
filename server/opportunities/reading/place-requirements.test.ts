import { describe, expect, test } from "vitest";
import { placeBetweenNeighbours, startOfDocument } from "./place-requirements";

const inOrder = (positions: Map<number, number>) =>
  [...positions].sort(([, a], [, b]) => a - b).map(([index]) => index);

describe("positions of requirements", () => {
  test("those of a first reading follow one another", () => {
    const positions = new Map<number, number>();
    placeBetweenNeighbours(positions, [0, 1, 2], 500);
    expect([...positions.values()]).toEqual([500, 1_500, 2_500]);
  });

  test("what an amendment adds stands between its neighbours, in reading order", () => {
    const positions = new Map([
      [1, 1_000],
      [4, 2_000],
    ]);
    placeBetweenNeighbours(positions, [0, 2, 3, 5], 9_000);
    expect(inOrder(positions)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("neighbours that a person has exchanged push nothing out of order before them", () => {
    const positions = new Map([
      [0, 3_000],
      [2, 1_000],
    ]);
    placeBetweenNeighbours(positions, [1], 9_000);
    expect(positions.get(1)).toBeGreaterThan(3_000);
  });

  test("another document begins behind all others", () => {
    expect(startOfDocument(0)).toBe(100_000_000);
    expect(startOfDocument(100_000_000)).toBe(200_000_000);
    expect(startOfDocument(100_047_500)).toBe(200_000_000);
  });
});
