/** A calibrated probability in words and numbers; null where none was computed. */
export function confidenceWords(
  confidence: number | null,
): { text: string; meaning: "ok" | "neutral" | "attention" } | null {
  if (confidence === null) return null;
  const percent = `${Math.round(confidence * 100)}%`;
  if (confidence >= 0.75) return { text: `Likely right: ${percent}`, meaning: "ok" };
  if (confidence >= 0.45) return { text: `Check the sources: ${percent}`, meaning: "neutral" };
  return { text: `Uncertain: ${percent}`, meaning: "attention" };
}
