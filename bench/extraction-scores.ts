type Answers = Readonly<Record<string, { articleBody: string }>>;

export interface ExtractionScore {
  f1: number;
  precision: number;
  recall: number;
  /** Share of pages without one word too much or too little; null on snippets, which cannot tell. */
  exactMatch: number | null;
  /** Pages of which nothing that belongs there was found. */
  pagesLost: number;
}

/** The measure of article-extraction-benchmark (Scrapinghub, 2020): runs of four words, each page counts the same, F1 of the two means. */
export function scoreBodies(
  truth: Readonly<Record<string, { articleBody: string }>>,
  answers: Answers,
): ExtractionScore {
  const pages = Object.entries(truth).map(([key, { articleBody }]) =>
    scoreBody(articleBody, answers[key]?.articleBody ?? ""),
  );
  const precision = mean(
    pages.filter(({ found, extra }) => found + extra > 0).map(({ found, extra }) => found / (found + extra)),
  );
  const recall = mean(
    pages.filter(({ found, missed }) => found + missed > 0).map(({ found, missed }) => found / (found + missed)),
  );
  return {
    f1: harmonic(precision, recall),
    precision,
    recall,
    exactMatch: pages.filter(({ extra, missed }) => extra === 0 && missed === 0).length / pages.length,
    pagesLost: pages.filter(({ found, missed }) => found === 0 && missed > 0).length,
  };
}

export function scoreBody(truth: string, answer: string): { found: number; extra: number; missed: number } {
  const wanted = shingles(truth);
  const given = shingles(answer);
  let [found, extra, missed] = [0, 0, 0];
  for (const shingle of new Set([...wanted.keys(), ...given.keys()])) {
    const [a, b] = [wanted.get(shingle) ?? 0, given.get(shingle) ?? 0];
    found += Math.min(a, b);
    extra += Math.max(0, b - a);
    missed += Math.max(0, a - b);
  }
  return { found, extra, missed };
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const shingle = words.slice(at, at + 4).join(" ");
    if (shingle !== "") counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Snippets that must and must not stand in the text, white space folded; F1 over all of them. */
export function scoreSnippets(
  truth: Readonly<Record<string, { with: string[]; without: string[] }>>,
  answers: Answers,
): ExtractionScore {
  let [found, extra, missed, pagesLost] = [0, 0, 0, 0];
  for (const [key, page] of Object.entries(truth)) {
    const text = folded(answers[key]?.articleBody ?? "");
    const holds = (snippet: string) => text.includes(folded(snippet));
    const own = page.with.filter(holds).length;
    found += own;
    missed += page.with.length - own;
    extra += page.without.filter(holds).length;
    if (own === 0 && page.with.length > 0) pagesLost++;
  }
  const precision = found / Math.max(1, found + extra);
  const recall = found / Math.max(1, found + missed);
  return { f1: harmonic(precision, recall), precision, recall, exactMatch: null, pagesLost };
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
