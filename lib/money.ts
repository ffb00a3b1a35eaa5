/** Millionths of a dollar in one dollar; money is kept in these, as whole numbers. */
export const microsPerDollar = 1_000_000;

/** Dollars for people, with as many digits as a small amount needs. */
export function formatDollars(micros: number): string {
  const dollars = micros / microsPerDollar;
  const digits = dollars !== 0 && Math.abs(dollars) < 1 ? 4 : 2;
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  }).format(dollars);
}
