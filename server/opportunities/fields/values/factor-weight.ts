export const weightPattern =
  /(?<weight>(?:up to |max(?:imum|\.)? )?\d{1,3}(?:[.,]\d+)?\s*(?:available )?(?:%|per ?cent|percent|points?|pts?|marks?|prozent|punkte?n?|vom hundert|pour cent|puntos?|por ciento|punti|per cento|punten|procent|pkt|punktów)|pass\s?\/\s?fail)(?!\p{L})/iu;

/** "60 %", "up to 30 points", "pass/fail" as a text states them; null when it states none. */
export function weightIn(text: string): string | null {
  return weightPattern.exec(text)?.groups?.weight?.trim() ?? null;
}
