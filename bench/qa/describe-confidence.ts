import { confidenceSignals } from "@/server/knowledge/writing/confidence";
import { type Sample, UNANSWERABLE_SHARE } from "./calibration-samples";

/** Of the right answers of the fitted questions, so many may be held back. */
export const RIGHT_HELD_BACK = 0.009;
const BINS = 8;
/** Below this the screen calls an answer uncertain (components/ask/confidence-words.ts). */
const UNCERTAIN = 0.45;

export function measure(samples: Sample[], probability: (sample: Sample) => number, threshold: number) {
  const answerable = samples.filter((sample) => sample.isAnswerable);
  const none = samples.filter((sample) => !sample.isAnswerable);
  const weight = samples.reduce((sum, sample) => sum + sample.weight, 0);
  const abstained = (some: Sample[]) =>
    some.filter((sample) => probability(sample) < threshold).length / Math.max(1, some.length);
  const brier =
    samples.reduce((sum, sample) => sum + sample.weight * (probability(sample) - (sample.isRight ? 1 : 0)) ** 2, 0) /
    weight;
  const gaps = bins(samples, probability).map((bin) => (bin.weight * Math.abs(bin.said - bin.was)) / weight);
  return {
    n: samples.length,
    right: round(samples.reduce((sum, sample) => sum + (sample.isRight ? sample.weight : 0), 0) / weight),
    brier: round(brier),
    calibrationError: round(gaps.reduce((sum, gap) => sum + gap, 0)),
    areaUnderCurve: round(areaUnderCurve(samples, probability)),
    abstainRecall: round(abstained(none)),
    falseAbstention: round(abstained(answerable)),
    rightLost: round(
      answerable.filter((sample) => sample.isRight && probability(sample) < threshold).length /
        Math.max(1, answerable.length),
    ),
    none: none.length,
    uncertain: round(none.filter((sample) => probability(sample) < UNCERTAIN).length / Math.max(1, none.length)),
    rightUncertain: round(
      answerable.filter((sample) => sample.isRight && probability(sample) < UNCERTAIN).length /
        Math.max(1, answerable.filter((sample) => sample.isRight).length),
    ),
  };
}

function areaUnderCurve(samples: Sample[], probability: (sample: Sample) => number): number {
  const sorted = samples
    .map((sample) => ({ p: probability(sample), isRight: sample.isRight, weight: sample.weight }))
    .sort((a, b) => a.p - b.p);
  let wrong = 0;
  let pairs = 0;
  for (const one of sorted) {
    if (one.isRight) pairs += one.weight * wrong;
    else wrong += one.weight;
  }
  const right = sorted.reduce((sum, one) => sum + (one.isRight ? one.weight : 0), 0);
  return right * wrong === 0 ? 0.5 : pairs / (right * wrong);
}

function bins(samples: Sample[], probability: (sample: Sample) => number) {
  const sorted = samples.map((sample) => ({ p: probability(sample), sample })).sort((a, b) => a.p - b.p);
  const size = Math.ceil(sorted.length / BINS);
  return Array.from({ length: BINS }, (_, index) => sorted.slice(index * size, (index + 1) * size))
    .filter((part) => part.length > 0)
    .map((part) => {
      const weight = part.reduce((sum, one) => sum + one.sample.weight, 0);
      return {
        from: part[0]?.p ?? 0,
        to: part.at(-1)?.p ?? 0,
        n: part.length,
        weight,
        said: part.reduce((sum, one) => sum + one.p * one.sample.weight, 0) / weight,
        was: part.reduce((sum, one) => sum + (one.sample.isRight ? one.sample.weight : 0), 0) / weight,
      };
    });
}

export function describe(
  sets: { title: string; samples: Sample[] }[],
  probability: (sample: Sample) => number,
  threshold: number,
  weights: Record<string, number>,
  bias: number,
): string {
  const tables = sets.map(({ title, samples }) => {
    const figures = measure(samples, probability, threshold);
    const rows = bins(samples, probability).map(
      (bin) => `| ${percent(bin.from)} to ${percent(bin.to)} | ${bin.n} | ${percent(bin.said)} | ${percent(bin.was)} |`,
    );
    return `### ${title}\n\n${figures.n} questions. Mean gap between said and was ${percent(figures.calibrationError)}, Brier score ${figures.brier}, area under the curve ${figures.areaUnderCurve}. At the threshold ${percent(figures.abstainRecall)} of the ${figures.none} questions without an answer are told so${interval(figures.abstainRecall, figures.none)}, and ${percent(figures.falseAbstention)} of those with one are held back, for which ${(figures.rightLost * 100).toFixed(1)} points of right answers are lost. ${percent(figures.uncertain)} of the former and ${percent(figures.rightUncertain)} of the right answers are at least called uncertain.\n\n| confidence | questions | said | was right |\n|---|---|---|---|\n${rows.join("\n")}`;
  });
  return `# What the confidence of an answer means

An extractive answer carries a probability that its quotes hold the answer to the question: 0.8 means that about four in five answers of that
kind held it. It is a logistic function of ${confidenceSignals.length} signals of the ranking (\`server/knowledge/writing/confidence.ts\` explains each), fitted on half of
the articles of SQuAD 2.0, which also asks questions that its texts do not answer, on questions put to articles about something else, and on three tender packages; it was checked on the
other articles and on three other tender packages, which the fit never saw. A question that asks for several things has one probability for each; parts below the threshold are named as not answered. Data sets hold as many unanswerable questions as their makers liked; the fit assumes that ${percent(UNANSWERABLE_SHARE)} of what people ask has no answer.

Under ${threshold} the answer is "the documents do not say", with the nearest passages below it. The threshold is where ${(RIGHT_HELD_BACK * 100).toFixed(1)}% of the right answers
to fitted questions would be held back. Words alone tell an unanswerable question badly: many look exactly like an answerable one, so a low confidence is a reason to
read the passages, not a proof that nothing is there.

Three things hold an answer back whatever the other signals say (5% at most): the very thing asked for, and with it at least half of the question by weight, stands nowhere in the documents in any
wording; the question asks for a matter that tenders settle in words of their own (insurance, bonds, set-asides, site visits, \`server/knowledge/writing/topics\`), and none of these words stands anywhere, or for a limit of pages, a last day for questions or a budget, which papers give in few ways, and no passage of papers that were weighed whole gives one; what is
asked about ("when does the swimming pool open") has a word that neither the documents nor the lexicon know. Where a question asks for such a matter and none of the first passages settles it, a confidence under 33% becomes
three tenths of itself.

Refit with \`npm run calibrate -- SQUAD.json DATA_FOLDER GOLD_FOLDER...\`.

## How it holds

${tables.join("\n\n")}

## Coefficients

| signal | weight |
|---|---|
| (bias) | ${bias} |
${Object.entries(weights)
  .map(([name, value]) => `| ${name} | ${value} |`)
  .join("\n")}
`;
}

/** Wilson's, 95%; said where it is wide. */
function interval(share: number, n: number): string {
  if (n === 0 || n > 400) return "";
  const z2 = 1.96 ** 2;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (1.96 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return ` (95% interval ${percent(Math.max(0, middle - half))} to ${percent(Math.min(1, middle + half))})`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

export function round(value: number): number {
  return Number(value.toFixed(3));
}
