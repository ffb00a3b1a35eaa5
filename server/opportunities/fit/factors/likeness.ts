import { foldText } from "@/lib/fold-text";

export function sameName(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && foldText(a) !== "" && foldText(a) === foldText(b);
}

/** Whether one holds the other, as whole words. */
export function nameWithin(part: string, whole: string): boolean {
  const [inner, outer] = [foldText(part), foldText(whole)];
  return inner !== "" && `${outer} `.includes(`${inner} `);
}

/** "CPV:72000000" by its division, "NAICS:541512" by its subsector: two or three digits say the trade. */
function tradeOf(category: string): string {
  const [scheme = "", code = ""] = category.split(":");
  return `${scheme}:${code.slice(0, /naics/i.test(scheme) ? 3 : 2)}`;
}

export function sharesTrade(a: readonly string[], b: readonly string[]): boolean {
  const trades = new Set(a.map(tradeOf));
  return b.some((category) => trades.has(tradeOf(category)));
}
