/**
 * What a source's runs usually look like, and whether a run looks otherwise: the silent rot that no error reports, such as a price that
 * is no longer found after a redesign. Pure statistics; robust, so that one odd run does not move the baseline: medians and median
 * absolute deviations (Rousseeuw and Croux 1993), small counts judged by the binomial distribution.
 */
export interface RunShape {
  records: number;
  /** In how many records each field was filled. */
  filled: Readonly<Record<string, number>>;
}

export interface ShapeBaseline {
  /** Runs it rests on. */
  runs: number;
  records: Spread;
  /** Share of records in which a field is filled, 0 to 1. */
  fields: Readonly<Record<string, Spread>>;
}

export interface Spread {
  median: number;
  /** Median absolute deviation, scaled to a standard deviation. */
  deviation: number;
}

/** The worst that was found; `learning`: too few runs to say. */
export type ShapeVerdict = "normal" | "learning" | "no_records" | "count_halved" | "field_emptied" | "field_thinned";

export interface ShapeJudgement {
  verdict: ShapeVerdict;
  /** One sentence for people; empty for `normal` and `learning`. */
  detail: string;
  /** Fields that were emptied or thinned, the worst first. */
  fields: string[];
}

/** Runs remembered: a season is longer than a habit. */
const maxRuns = 30;
const minRuns = 3;
/** Makes a median absolute deviation comparable with a standard deviation of a normal distribution. */
const toDeviation = 1.4826;
const minDeviations = 3;
/** A verdict by chance in fewer than one run in a thousand. */
const maxChance = 0.001;
/** A field that is filled more rarely is optional: a run without it says nothing. */
const minUsualRate = 0.3;
const minUsualRecords = 4;
const minRunsOfShortList = 6;
const halved = 0.5;
const thinned = 0.5;
const wellFilled = 0.8;

/** @param runs of one source, oldest first, runs that failed left out */
export function learnShape(runs: readonly RunShape[]): ShapeBaseline {
  const recent = runs.slice(-maxRuns);
  const names = new Set(recent.flatMap((run) => Object.keys(run.filled)));
  const withRecords = recent.filter((run) => run.records > 0);
  const rates = (name: string) => withRecords.map((run) => Math.min(1, (run.filled[name] ?? 0) / run.records));
  return {
    runs: recent.length,
    records: spread(recent.map((run) => run.records)),
    fields: Object.fromEntries([...names].map((name) => [name, spread(rates(name))])),
  };
}

/** Tells of a change of shape within the run in which it happens; noise of small listings is none. */
export function judgeShape(baseline: ShapeBaseline, observed: RunShape): ShapeJudgement {
  const ordinary = (verdict: "normal" | "learning"): ShapeJudgement => ({ verdict, detail: "", fields: [] });
  if (baseline.runs < minRuns) return ordinary("learning");
  const { records } = observed;
  const usual = baseline.records.median;
  const lowest = usual - minDeviations * Math.max(baseline.records.deviation, Math.sqrt(usual));
  if (records === 0 && neverEmpty(baseline)) {
    return { verdict: "no_records", detail: `No records were found; usually there are ${show(usual)}.`, fields: [] };
  }
  const lost = Object.entries(baseline.fields)
    .flatMap(([name, rate]) => judgeField(name, rate, observed))
    .sort((a, b) => b.loss - a.loss);
  const renamed = renamedFields(baseline, observed, lost);
  const left = lost.filter((field) => !renamed.includes(field));
  const emptied = left.filter((field) => field.count === 0);
  if (emptied.length > 0) return tell("field_emptied", emptied, records);
  if (records < usual * halved && records < lowest) {
    return {
      verdict: "count_halved",
      detail: `${records} records were found; usually there are ${show(usual)}.`,
      fields: [],
    };
  }
  return left.length > 0 ? tell("field_thinned", left, records) : ordinary("normal");
}

/**
 * Fields that a redesign calls otherwise: none of them is filled any more, and at least as many stand there, as well filled, whose names nobody
 * knew. Where fewer stand there something is lost, and all are named.
 */
function renamedFields({ fields }: ShapeBaseline, { records, filled }: RunShape, lost: readonly LostField[]) {
  const gone = lost.filter(({ name, count }) => count === 0 && name !== "address");
  const isNew = (name: string) => (fields[name]?.median ?? 0) === 0;
  const fresh = Object.entries(filled).filter(([name, count]) => isNew(name) && count / records >= wellFilled);
  return fresh.length >= gone.length ? gone : [];
}

/** Short lists run empty by chance, unless they have been the same all along. */
function neverEmpty({ records, runs }: ShapeBaseline): boolean {
  if (records.deviation === 0 && runs >= minRunsOfShortList) return records.median >= 1;
  return records.median >= minUsualRecords && records.deviation < records.median / 2;
}

interface LostField {
  name: string;
  count: number;
  usual: number;
  loss: number;
}

function judgeField(name: string, rate: Spread, { records, filled }: RunShape): LostField[] {
  const count = Math.min(records, filled[name] ?? 0);
  if (records === 0 || rate.median < minUsualRate) return [];
  const share = count / records;
  // A field that swings from run to run must leave its own range, too.
  if (share >= rate.median * thinned || share >= rate.median - minDeviations * rate.deviation) return [];
  // No field is filled so surely that one blank in a short list would prove anything.
  const surest = Math.min(rate.median, 0.98);
  return chanceOfAtMost(count, records, surest) < maxChance
    ? [{ name, count, usual: rate.median, loss: rate.median - share }]
    : [];
}

function tell(verdict: "field_emptied" | "field_thinned", lost: readonly LostField[], records: number): ShapeJudgement {
  const [first] = lost;
  const usual = Math.round((first?.usual ?? 0) * 100);
  const others = lost.length > 1 ? ` So ${lost.length === 2 ? "is" : "are"} ${lost.length - 1} more.` : "";
  const seen = first?.count === 0 ? "is empty in all" : `is filled in only ${first?.count} of`;
  return {
    verdict,
    detail: `"${first?.name}" ${seen} ${records} records; usually it is filled in ${usual}%.${others}`,
    fields: lost.map((field) => field.name),
  };
}

/** Probability of at most `hits` in `trials` with chance `rate` each (cumulative binomial distribution). */
function chanceOfAtMost(hits: number, trials: number, rate: number): number {
  let logTerm = trials * Math.log1p(-rate);
  let sum = Math.exp(logTerm);
  for (let hit = 1; hit <= hits; hit++) {
    logTerm += Math.log((trials - hit + 1) / hit) + Math.log(rate / (1 - rate));
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}

function spread(values: readonly number[]): Spread {
  const middle = median(values);
  return { median: middle, deviation: toDeviation * median(values.map((value) => Math.abs(value - middle))) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}

function show(value: number): string {
  return String(Math.round(value));
}
