import { expect, test } from "vitest";
import { countTerms, decodeTokens, encodeTokens } from "../stored-tokens";
import { foldChunk } from "./fold-chunk";
import { learnVectors } from "./learn-vectors";
import { rightSingularVectors } from "./truncated-svd";

test("the leading directions hold as much of a matrix as it has", () => {
  // Rank 3 plus nothing: three orthogonal blocks of different weight.
  const rowCount = 60;
  const columnCount = 30;
  const rows = Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: 10 }, (_, at) => ({ column: (row % 3) * 10 + at, value: (3 - (row % 3)) * (1 + (at % 4)) })),
  );
  const matrix = {
    rowCount,
    columnCount,
    starts: Uint32Array.from({ length: rowCount + 1 }, (_, row) => row * 10),
    columns: Uint32Array.from(rows.flat(), (entry) => entry.column),
    values: Float32Array.from(rows.flat(), (entry) => entry.value),
  };
  const v = rightSingularVectors(matrix, 5);
  expect(v.columns).toBe(3);
  for (const row of rows.slice(0, 3)) {
    let whole = 0;
    let held = 0;
    for (const { value } of row) whole += value * value;
    for (let axis = 0; axis < v.columns; axis++)
      held += row.reduce((sum, { column, value }) => sum + value * (v.values[column * v.columns + axis] ?? 0), 0) ** 2;
    expect(held / whole).toBeCloseTo(1, 4);
  }
});

test("texts that share their company are near, without sharing a word", () => {
  const stored = Array.from({ length: 40 }, (_, index) => {
    const [a, b] = index % 2 ? ["tender bidder", "proposal award"] : ["soup kitchen", "bread oven"];
    return encodeTokens("", `${index % 4 < 2 ? a : b} ${index % 2 ? "procurement" : "cooking"}.`, "en");
  });
  const space = learnVectors(stored, 2);
  expect(learnVectors(stored, 2).vectors).toEqual(space.vectors);
  const termOf = (term: string) => {
    const at = space.terms.indexOf(term);
    return at < 0
      ? undefined
      : { idf: space.idf[at] ?? 0, vector: space.vectors.subarray(at * space.dimensions, (at + 1) * space.dimensions) };
  };
  const fold = (text: string) => {
    const { counts, length } = countTerms(decodeTokens(encodeTokens("", text, "en")));
    return foldChunk(counts, length, space.averageLength, space.dimensions, termOf);
  };
  const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, axis) => sum + value * (b[axis] ?? 0), 0);
  expect(cosine(fold("bidder"), fold("award"))).toBeGreaterThan(0.2);
  expect(cosine(fold("bidder"), fold("award"))).toBeGreaterThan(cosine(fold("bidder"), fold("oven")) + 0.2);
});
