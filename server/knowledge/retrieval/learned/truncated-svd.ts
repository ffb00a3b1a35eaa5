import { type Dense, dense, gaussian, gram, orthonormalise, symmetricEigen } from "./dense";

/** Sparse rows: the entries of row i are at `starts[i]` to `starts[i + 1]` of `columns` and `values`. */
export interface SparseRows {
  rowCount: number;
  columnCount: number;
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
}

const OVERSAMPLING = 16;
/** One loses accuracy that shows in the ranking; a third adds none. */
const POWER_ITERATIONS = 2;
const SEED = 20_260_401;

/**
 * The `rank` leading right singular vectors of a sparse matrix, as the rows of a (columnCount × rank) matrix: Halko, Martinsson,
 * Tropp, "Finding structure with randomness" (2011). The rank shrinks to what the matrix has.
 */
export function rightSingularVectors(matrix: SparseRows, rank: number): Dense {
  const width = Math.min(rank + OVERSAMPLING, matrix.rowCount, matrix.columnCount);
  let terms = gaussian(matrix.columnCount, width, SEED);
  let rows = times(matrix, terms);
  for (let iteration = 0; iteration < POWER_ITERATIONS; iteration++) {
    orthonormalise(rows);
    terms = transposedTimes(matrix, rows);
    orthonormalise(terms);
    rows = times(matrix, terms);
  }
  orthonormalise(rows);
  const projected = transposedTimes(matrix, rows);
  const { values, vectors } = symmetricEigen(gram(projected), width);
  const least = (values[0] ?? 0) * 1e-9;
  const kept = Math.min(rank, values.filter((value) => value > least).length);
  const result = dense(matrix.columnCount, kept);
  for (let row = 0; row < matrix.columnCount; row++) {
    for (let axis = 0; axis < width; axis++) {
      const value = projected.values[row * width + axis] as number;
      if (value === 0) continue;
      for (let column = 0; column < kept; column++) {
        result.values[row * kept + column] =
          (result.values[row * kept + column] as number) + value * (vectors[axis * width + column] as number);
      }
    }
    for (let column = 0; column < kept; column++) {
      result.values[row * kept + column] =
        (result.values[row * kept + column] as number) / Math.sqrt(values[column] as number);
    }
  }
  return result;
}

function times(matrix: SparseRows, right: Dense): Dense {
  const product = dense(matrix.rowCount, right.columns);
  const width = right.columns;
  for (let row = 0; row < matrix.rowCount; row++) {
    const target = row * width;
    for (let at = matrix.starts[row] as number; at < (matrix.starts[row + 1] as number); at++) {
      const weight = matrix.values[at] as number;
      const source = (matrix.columns[at] as number) * width;
      for (let j = 0; j < width; j++) {
        product.values[target + j] =
          (product.values[target + j] as number) + weight * (right.values[source + j] as number);
      }
    }
  }
  return product;
}

function transposedTimes(matrix: SparseRows, right: Dense): Dense {
  const product = dense(matrix.columnCount, right.columns);
  const width = right.columns;
  for (let row = 0; row < matrix.rowCount; row++) {
    const source = row * width;
    for (let at = matrix.starts[row] as number; at < (matrix.starts[row + 1] as number); at++) {
      const weight = matrix.values[at] as number;
      const target = (matrix.columns[at] as number) * width;
      for (let j = 0; j < width; j++) {
        product.values[target + j] =
          (product.values[target + j] as number) + weight * (right.values[source + j] as number);
      }
    }
  }
  return product;
}
