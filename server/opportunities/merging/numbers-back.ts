interface Numbered {
  id: string;
  number: number;
  mergedFrom: string | null;
  mergedNumber: number | null;
}

/**
 * Under which number each row stands in the opportunity `id` to which it goes back: its own of before, as far as it comes from there, else the next
 * ones in their order. `taken`: the numbers that stand there. Rows of what had been merged into that one before keep where they come from.
 */
export function numbersBack(id: string, rows: readonly Numbered[], taken: readonly number[]): Numbered[] {
  const used = new Set(taken);
  const ownOf = (row: Numbered) =>
    row.mergedFrom === id && row.mergedNumber && !used.has(row.mergedNumber) ? row.mergedNumber : null;
  const own = new Map<string, number>();
  for (const row of rows) {
    const number = ownOf(row);
    if (number === null) continue;
    own.set(row.id, number);
    used.add(number);
  }
  let next = Math.max(0, ...used);
  return rows
    .toSorted((a, b) => a.number - b.number)
    .map((row) => ({
      id: row.id,
      number: own.get(row.id) ?? ++next,
      mergedFrom: row.mergedFrom === id ? null : row.mergedFrom,
      mergedNumber: row.mergedFrom === id ? null : row.mergedNumber,
    }));
}
