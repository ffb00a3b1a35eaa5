/** "EUR 1.4M": short for tables; the whole figure belongs into the tooltip. */
export function shortValue(amount: string | number, currency: string | null): string {
  const figure = Number(amount);
  if (!Number.isFinite(figure)) return String(amount);
  const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }).format(figure);
  return currency ? `${currency} ${short}` : short;
}

/** "EUR 1,400,000". */
export function wholeValue(amount: string | number, currency: string | null): string {
  const figure = Number(amount);
  const whole = Number.isFinite(figure) ? figure.toLocaleString("en", { maximumFractionDigits: 2 }) : String(amount);
  return currency ? `${currency} ${whole}` : whole;
}

/** "72%". */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
