/** Room between the numbers of neighbours, so that a person or an amendment can put something between them. */
const step = 1_000;
const documentStep = 100_000_000;

/** Where a new document's requirements begin when `last` is the highest position taken so far. */
export function startOfDocument(last: number): number {
  return Math.ceil((last + 1) / documentStep) * documentStep;
}

/**
 * Gives each of `indexes` (places in reading order, ascending) a position between those of its nearest neighbours, and writes it into `positions`;
 * when no neighbour has one, they follow one another from `base`.
 */
export function placeBetweenNeighbours(positions: Map<number, number>, indexes: readonly number[], base: number): void {
  const known = [...positions.keys()].sort((a, b) => a - b);
  if (known.length === 0) {
    for (const [at, index] of indexes.entries()) positions.set(index, base + at * step);
    return;
  }
  for (const index of indexes) {
    // Rows that were placed in this very loop are neighbours, too.
    const before = positions.get(index - 1) ?? positions.get(known.findLast((one) => one < index) ?? -1);
    const after = positions.get(known.find((one) => one > index) ?? -1);
    const low = before ?? (after ?? base) - step;
    const high = after !== undefined && after > low ? after : low + step;
    positions.set(index, (low + high) / 2);
  }
}
