const units = ["kB", "MB", "GB", "TB"];

/** 532 B, 1.4 MB, 120 kB: powers of a thousand, as file managers and the units' names have it. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let amount = bytes / 1000;
  let unit = 0;
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000;
    unit++;
  }
  return `${amount < 9.95 ? amount.toFixed(1) : Math.round(amount)} ${units[unit]}`;
}
