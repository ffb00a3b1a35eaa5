export interface RowWindow {
  /** Index of the first and one past the last row to draw. */
  from: number;
  to: number;
  /** Room above and below, in pixels. */
  before: number;
  after: number;
}

/**
 * Which rows of a long list stand in view, when each has the height that was measured for it or else the estimate.
 * `overscan`: pixels drawn beyond both edges.
 */
export function rowWindow(
  heights: readonly number[],
  view: { top: number; height: number },
  overscan: number,
): RowWindow {
  const start = view.top - overscan;
  const end = view.top + view.height + overscan;
  let offset = 0;
  let from = 0;
  while (from < heights.length && offset + (heights[from] ?? 0) <= start) offset += heights[from++] ?? 0;
  const before = offset;
  let to = from;
  while (to < heights.length && offset < end) offset += heights[to++] ?? 0;
  let after = 0;
  for (let index = to; index < heights.length; index++) after += heights[index] ?? 0;
  return { from, to, before, after };
}

/** Where a row begins. */
export function rowTop(heights: readonly number[], index: number): number {
  let offset = 0;
  for (let row = 0; row < index; row++) offset += heights[row] ?? 0;
  return offset;
}
