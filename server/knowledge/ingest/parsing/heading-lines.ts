const smallWords = new Set("a an and as at by for from in into of on or per the to upon via vs with".split(" "));

/** "4.2 Key Personnel", "SECTION C: DELIVERABLES", "IV. Evaluation": a short line that reads as a title, with its depth. */
export function readNumberedHeading(line: string): { level: number } | null {
  const match =
    /^(?:(?:section|part|article|attachment|appendix|exhibit|chapter|annex)\s+)?(\d{1,2}(?:\.\d{1,2}){0,4}|[A-Z](?:\.\d{1,2}){0,4}|[IVX]{1,5})([.):]?)\s+(\S.*)$/iu.exec(
      line,
    );
  if (!match?.[1] || !match[3]) return null;
  const hasWord = /^(?:section|part|article|attachment|appendix|exhibit|chapter|annex)/i.test(line);
  // "A new system", "I will": a bare letter needs its point.
  if (!/\d/.test(match[1]) && !match[2] && !hasWord) return null;
  if (!isTitleLike(match[3])) return null;
  const parts = match[1].split(".").filter((part) => part !== "" && part !== "0").length;
  return { level: Math.min(6, parts + 1) };
}

/** A short line in capitals, such as "SCOPE OF WORK". */
export function isCapitalsHeading(line: string): boolean {
  const letters = line.replace(/[^\p{L}]/gu, "");
  return (
    letters.length >= 4 &&
    line.length <= 90 &&
    letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase() &&
    isTitleLike(line)
  );
}

/** Short, does not end as a sentence does, and most of its longer words begin with a capital. */
export function isTitleLike(text: string): boolean {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > 12 || text.length > 100 || /[.;,?!]$/.test(text.trim())) return false;
  if (/\b(?:shall|must|will)\b/.test(text)) return false;
  const first = /\p{L}/u.exec(text)?.[0];
  if (!first || first === first.toLowerCase()) return false;
  const telling = words.filter((word) => /^\P{L}*\p{L}{2,}/u.test(word) && !smallWords.has(word.toLowerCase()));
  const capital = telling.filter((word) => /^\P{L}*\p{Lu}/u.test(word));
  return telling.length === 0 || capital.length / telling.length >= 0.6;
}

/** "Reply By: January 4, 2017": a label that begins a line of its own even inside a wrapped paragraph. */
export function isLabelLine(line: string): boolean {
  return (
    /^\p{Lu}[\p{L}\p{N} /&'’().-]{0,38}:(?:\s|$)/u.test(line) &&
    line.split(":", 1)[0]?.split(" ").length !== undefined &&
    (line.split(":", 1)[0]?.split(" ").length ?? 9) <= 5
  );
}

/** "Table of contents": a heading that names what follows it, never the paper. */
export function isContentsHeading(text: string): boolean {
  return /^(?:[\d.]+\s+)?(?:table of contents|contents|(?:list of )?(?:figures|tables|annexes|attachments)|index|inhalt(?:sverzeichnis|sübersicht)?|sommaire|table des matières|índice|contenido|indice|inhoud(?:sopgave)?|spis treści)\W*$/iu.test(
    text.trim(),
  );
}
