const small: Record<string, number> = {};
for (const [
  index,
  word,
] of "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
  .split(" ")
  .entries())
  small[word] = index;
for (const [index, word] of "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").entries())
  small[word] = (index + 2) * 10;
for (const [index, word] of "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ").entries())
  small[word] = index;
for (const [index, word] of "zéro un deux trois quatre cinq six sept huit neuf dix onze douze".split(" ").entries())
  if (word !== "un") small[word] ??= index;

const scales: Record<string, number> = {
  hundred: 100,
  thousand: 1_000,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  billions: 1e9,
  trillion: 1e12,
  k: 1_000,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  bn: 1e9,
  mrd: 1e9,
  tausend: 1_000,
  millionen: 1e6,
  milliarden: 1e9,
  mille: 1_000,
  milliard: 1e9,
  milliards: 1e9,
  dozen: 12,
  dutzend: 12,
  douzaine: 12,
};

export const numberWords = Object.keys(small);
export const scaleWords = Object.keys(scales).filter((word) => word.length > 2);

export function scaleOf(word: string): number | undefined {
  return scales[word.toLowerCase().replace(/\.$/, "")];
}

/** Every way that digits can be read: "1,000" is 1000, "1.000" is 1 in English and 1000 in German, "2.8.1" is a version. */
export function readDigits(digits: string): string[] {
  const text = digits.replace(/[\s\u00a0\u202f'’]/g, "");
  if (/^\d+$/.test(text)) return [String(Number(text))];
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return [String(Number(text.replaceAll(",", "")))];
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)) {
    const german = String(Number(text.replaceAll(".", "").replace(",", ".")));
    return /^\d+\.\d+$/.test(text) ? [String(Number(text)), german] : [german];
  }
  if (/^\d+[.,]\d+$/.test(text)) return [String(Number(text.replace(",", ".")))];
  return [`v${text}`];
}

/** "twenty-five", "two hundred thousand"; null where a word is no number. */
export function readNumberWords(phrase: string): number | null {
  let total = 0;
  let current = 0;
  for (const word of phrase
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((part) => part !== "" && part !== "and")) {
    const unit = small[word];
    const scale = scales[word];
    if (unit !== undefined) current += unit;
    else if (scale === 100 || scale === 12) current = Math.max(1, current) * scale;
    else if (scale !== undefined) {
      total += Math.max(1, current) * scale;
      current = 0;
    } else return null;
  }
  return total + current;
}
