/** Row-major dense matrices of float32 with just the steps that the randomised SVD needs. */
export interface Dense {
  rows: number;
  columns: number;
  values: Float32Array;
}

export function dense(rows: number, columns: number): Dense {
  return { rows, columns, values: new Float32Array(rows * columns) };
}

/** Normally distributed entries from a fixed seed (mulberry32, Box-Muller), so that the same text gives the same space. */
export function gaussian(rows: number, columns: number, seed: number): Dense {
  const matrix = dense(rows, columns);
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  for (let at = 0; at < matrix.values.length; at++) {
    matrix.values[at] = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  }
  return matrix;
}

/** The symmetric matrix MᵀM in float64, full square. */
export function gram({ rows, columns, values }: Dense): Float64Array {
  const sums = new Float64Array(columns * columns);
  for (let row = 0; row < rows; row++) {
    const base = row * columns;
    for (let i = 0; i < columns; i++) {
      const left = values[base + i] as number;
      if (left === 0) continue;
      const target = i * columns;
      for (let j = i; j < columns; j++)
        sums[target + j] = (sums[target + j] as number) + left * (values[base + j] as number);
    }
  }
  for (let i = 0; i < columns; i++) for (let j = 0; j < i; j++) sums[i * columns + j] = sums[j * columns + i] as number;
  return sums;
}

/**
 * Makes the columns orthonormal in place, by the Cholesky factor of the Gram matrix (R with MᵀM = RᵀR, M ← M R⁻¹). Columns that
 * the ones before them already span become zero.
 */
export function orthonormalise(matrix: Dense): void {
  const { rows, columns, values } = matrix;
  const r = gram(matrix);
  let trace = 0;
  for (let i = 0; i < columns; i++) trace += r[i * columns + i] as number;
  const tiny = (trace / columns) * 1e-9;
  const inverse = new Float64Array(columns);
  for (let i = 0; i < columns; i++) {
    let pivot = r[i * columns + i] as number;
    for (let k = 0; k < i; k++) pivot -= (r[k * columns + i] as number) ** 2;
    const root = pivot > tiny ? Math.sqrt(pivot) : 0;
    inverse[i] = root > 0 ? 1 / root : 0;
    r[i * columns + i] = root;
    for (let j = i + 1; j < columns; j++) {
      let sum = r[i * columns + j] as number;
      for (let k = 0; k < i; k++) sum -= (r[k * columns + i] as number) * (r[k * columns + j] as number);
      r[i * columns + j] = sum * (inverse[i] as number);
    }
  }
  for (let row = 0; row < rows; row++) {
    const base = row * columns;
    for (let i = 0; i < columns; i++) {
      let sum = values[base + i] as number;
      for (let k = 0; k < i; k++) sum -= (values[base + k] as number) * (r[k * columns + i] as number);
      values[base + i] = sum * (inverse[i] as number);
    }
  }
}

/** Eigenvalues, greatest first, and eigenvectors (columns of `vectors`) of a symmetric matrix, by cyclic Jacobi rotations. */
export function symmetricEigen(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const a = Float64Array.from(matrix);
  // Rows of `v` are eigenvectors while rotating: rows lie together in memory.
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i++) v[i * size + i] = 1;
  let scale = 0;
  for (const value of a) scale += value * value;
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) off += (a[i * size + j] as number) ** 2;
    if (off <= scale * 1e-18) break;
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q);
    }
  }
  const order = Array.from({ length: size }, (_, index) => index).sort(
    (x, y) => (a[y * size + y] as number) - (a[x * size + x] as number),
  );
  const vectors = new Float64Array(size * size);
  for (const [column, from] of order.entries()) {
    for (let i = 0; i < size; i++) vectors[i * size + column] = v[from * size + i] as number;
  }
  return { values: Float64Array.from(order, (from) => a[from * size + from] as number), vectors };
}

function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q] as number;
  const app = a[p * size + p] as number;
  const aqq = a[q * size + q] as number;
  if (Math.abs(apq) < 1e-15 * Math.sqrt(Math.abs(app * aqq)) || apq === 0) return;
  const theta = (aqq - app) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const rowP = p * size;
  const rowQ = q * size;
  for (let k = 0; k < size; k++) {
    const akp = a[rowP + k] as number;
    const akq = a[rowQ + k] as number;
    const newP = c * akp - s * akq;
    const newQ = s * akp + c * akq;
    a[rowP + k] = newP;
    a[rowQ + k] = newQ;
    const vp = v[rowP + k] as number;
    const vq = v[rowQ + k] as number;
    v[rowP + k] = c * vp - s * vq;
    v[rowQ + k] = s * vp + c * vq;
  }
  for (let k = 0; k < size; k++) {
    a[k * size + p] = a[rowP + k] as number;
    a[k * size + q] = a[rowQ + k] as number;
  }
  a[rowP + p] = app - t * apq;
  a[rowQ + q] = aqq + t * apq;
  a[rowP + q] = 0;
  a[rowQ + p] = 0;
}
