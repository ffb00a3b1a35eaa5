import { writeFile } from "node:fs/promises";
import path from "node:path";
import { answerFromUnits } from "@/server/knowledge/writing/answer-from-units";
import { type ConfidenceSignals, confidenceSignals, readConfidence } from "@/server/knowledge/writing/confidence";
import type { PreparedDocument } from "@/server/knowledge/writing/prepared-document";
import { preparePackages } from "./answer-set";
import { judgeParts } from "./judge-parts";
import { loadPartsSet, type PartsQuestion } from "./load-parts";
import { type GoldQuestion, loadGoldFolder, loadSquad } from "./load-questions";
import { judgeCitations } from "./match-answers";

/** A question that was asked: what the ranking showed, and whether the quotes held the answer. */
interface Sample {
  signals: ConfidenceSignals;
  isRight: boolean;
  isAnswerable: boolean;
  /** Asked of documents about something else. */
  isStray: boolean;
  hasQuotes: boolean;
  group: string;
  weight: number;
}

/** Data sets hold as many unanswerable questions as they like; people ask fewer. One in five is assumed, and said in the docs. */
const UNANSWERABLE_SHARE = 0.2;
/** Of the right answers of the fitted questions, so many may be held back. */
const RIGHT_HELD_BACK = 0.009;
const BINS = 8;
/** Below this the screen calls an answer uncertain (components/ask/confidence-words.ts). */
const UNCERTAIN = 0.45;
const partsFolder = path.join("bench", "qa", "parts");

/**
 * Fits the confidence of extractive answers on every other article of a SQuAD file and on the tender packages that `bench/qa/parts`
 * calls "dev", checks it on the rest of both, and writes the coefficients and docs/confidence.md.
 * Run: `tsx bench/qa/calibrate.ts SQUAD.json DATA_FOLDER GOLD_FOLDER...`.
 */
export async function calibrate(squadFile: string, dataFolder: string, goldFolders: string[]): Promise<void> {
  const squadSet = await loadSquad(squadFile);
  const tenderSets = await Promise.all(goldFolders.map((folder) => loadGoldFolder(dataFolder, folder)));
  const { set: partsSet, byId } = await loadPartsSet(dataFolder, partsFolder);
  const squadDocuments = [...(await preparePackages(squadSet)).values()].flat();
  const tenderPackages = await preparePackages(partsSet);
  const devPackages = new Set([...byId.values()].filter(({ half }) => half === "dev").map((one) => one.package));
  const articles = [...new Set(squadSet.questions.map((question) => question.group))];
  const isFittedArticle = (article: string) => articles.indexOf(article) % 2 === 0;
  const isFitted = (sample: Sample) => isFittedArticle(sample.group);
  const squad = squadSet.questions.map((question) => ask(question, squadDocuments));
  const tenders = [
    ...tenderSets
      .flatMap((set) => set.questions)
      .map((question) => ask(question, tenderPackages.get(question.package) ?? [])),
    ...[...byId.values()].flatMap((question) => askParts(question, tenderPackages.get(question.package) ?? [])),
  ];
  const strays = squadSet.questions.filter(
    (question) => question.type !== "unanswerable" && isFittedArticle(question.group),
  );
  const beside = strays.map((question) =>
    ask(
      { ...question, type: "unanswerable", isStray: true },
      squadDocuments.filter(
        (document) => !document.name.startsWith(`${question.group}/`) && isFittedArticle(articleOf(document.name)),
      ),
    ),
  );
  const anyTender = [...tenderPackages].find(([name]) => !devPackages.has(name))?.[1] ?? [];
  const offTopic = squadSet.questions
    .filter((question) => question.type !== "unanswerable" && !isFittedArticle(question.group))
    .map((question) => ask({ ...question, type: "unanswerable", isStray: true }, anyTender));
  const squadFitted = reweigh([...squad.filter(isFitted), ...beside]);
  const kept = reweigh(squad.filter((sample) => !isFitted(sample)));
  const tendersFitted = reweigh(tenders.filter((sample) => devPackages.has(sample.group)));
  const tendersKept = reweigh(tenders.filter((sample) => !devPackages.has(sample.group)));
  const fitted = [...squadFitted, ...evenedOut(tendersFitted, squadFitted)];
  const model = fitModel(fitted);
  const probability = (sample: Sample) => (sample.hasQuotes ? readConfidence(sample.signals, model) : 0);
  const right = [...squadFitted, ...tendersFitted]
    .filter((sample) => sample.isRight)
    .map(probability)
    .sort((a, b) => a - b);
  const threshold = round(right[Math.floor(right.length * RIGHT_HELD_BACK)] ?? 0);
  const weights = Object.fromEntries(confidenceSignals.map((name) => [name, round(model.weights[name])]));
  await writeFile(
    path.join("server", "knowledge", "writing", "confidence-model.ts"),
    `import type { ConfidenceSignals } from "./confidence";\n\n/** Written by \`bench/qa/calibrate.ts\`; docs/confidence.md shows how it holds on questions that it was not fitted on. */\nexport const confidenceModel: { bias: number; weights: ConfidenceSignals; threshold: number } = {\n  bias: ${round(model.bias)},\n  weights: {\n${Object.entries(
      weights,
    )
      .map(([name, value]) => `    ${name}: ${value},`)
      .join("\n")}\n  },\n  threshold: ${threshold},\n};\n`,
  );
  const sets = [
    { title: "The articles it was fitted on", samples: squadFitted },
    { title: "Articles kept apart", samples: kept },
    {
      title: "Questions of the articles kept apart, asked of a tender package (none has an answer there)",
      samples: offTopic,
    },
    { title: "The tender packages it was fitted on", samples: tendersFitted },
    { title: "Tender packages kept apart", samples: tendersKept },
  ];
  await writeFile(
    path.join("docs", "confidence.md"),
    describe(sets, probability, threshold, weights, round(model.bias)),
  );
  for (const { title, samples } of sets) console.log(title, JSON.stringify(measure(samples, probability, threshold)));
}

/** Tenders are few beside an encyclopaedia, and are what people ask about: both sides weigh alike. */
function evenedOut(samples: Sample[], against: Sample[]): Sample[] {
  const weigh = (some: Sample[]) => some.reduce((sum, sample) => sum + sample.weight, 0);
  const factor = weigh(against) / Math.max(1, weigh(samples));
  return samples.map((sample) => ({ ...sample, weight: sample.weight * factor }));
}

function articleOf(document: string): string {
  return document.slice(0, document.lastIndexOf("/"));
}

function ask(question: GoldQuestion & { isStray?: boolean }, documents: readonly PreparedDocument[]): Sample {
  const answer = answerFromUnits({ question: question.q, documents });
  const citations = answer.quotes.map((quote) => ({
    document: documents[quote.documentIndex]?.name ?? "",
    quote: documents[quote.documentIndex]?.text.slice(quote.start, quote.end) ?? "",
  }));
  const isAnswerable = question.type !== "unanswerable";
  return {
    signals: answer.signals,
    isAnswerable,
    isStray: question.isStray ?? false,
    isRight: isAnswerable && judgeCitations(question, citations).answer,
    hasQuotes: citations.length > 0,
    group: question.group,
    weight: 1,
  };
}

/** Each part of a question is a sample of its own. */
function askParts(question: PartsQuestion, documents: readonly PreparedDocument[]): Sample[] {
  const answer = answerFromUnits({ question: question.q, documents });
  if (answer.parts.length !== question.parts.length && question.parts.length > 1) return [];
  const sentences = answer.quotes.map((quote) => {
    const document = documents[quote.documentIndex];
    const text = document?.text.slice(quote.start, quote.end) ?? "";
    return { text, citations: [{ document: document?.name ?? "", quote: text }] };
  });
  const judged = judgeParts(question, sentences);
  return answer.parts.map((part, index) => ({
    signals: part.signals,
    isAnswerable: judged[index]?.isAnswerable ?? false,
    isStray: false,
    isRight: judged[index]?.isCited ?? false,
    hasQuotes: sentences.length > 0,
    group: question.package,
    weight: 1,
  }));
}

/** Unanswerable questions weigh what is assumed of them together; those about something else and those that only look answerable alike. */
function reweigh(samples: Sample[]): Sample[] {
  const answerable = samples.filter((sample) => sample.isAnswerable).length;
  const kinds = [true, false].map(
    (isStray) => samples.filter((sample) => !sample.isAnswerable && sample.isStray === isStray).length,
  );
  const present = kinds.filter((count) => count > 0).length;
  const all = (UNANSWERABLE_SHARE / (1 - UNANSWERABLE_SHARE)) * answerable;
  return samples.map((sample) => ({
    ...sample,
    weight: sample.isAnswerable ? 1 : all / present / Math.max(1, kinds[sample.isStray ? 0 : 1] ?? 1),
  }));
}

interface Model {
  bias: number;
  weights: ConfidenceSignals;
}

function predict(model: Model, signals: ConfidenceSignals): number {
  const sum = confidenceSignals.reduce((total, name) => total + model.weights[name] * signals[name], model.bias);
  return 1 / (1 + Math.exp(-sum));
}

const losses = [
  "absent",
  "unknown",
  "askedMissing",
  "askedUnknown",
  "cueMissing",
  "sureMissing",
  "sureMissingAll",
  "countMissing",
  "headAbsent",
  "headMissing",
  "headMissingAll",
  "namesAbsent",
  "namesMissing",
  "topicMissing",
  "topicUnnamed",
  "subjectAbsent",
] as const satisfies readonly (keyof ConfidenceSignals)[];

/** Weighted logistic regression by gradient descent with a little ridge; the loss is convex, so the start does not matter. */
function fitModel(samples: Sample[]): Model {
  const model: Model = {
    bias: 0,
    weights: Object.fromEntries(confidenceSignals.map((name) => [name, 0])) as ConfidenceSignals,
  };
  const total = samples.reduce((sum, sample) => sum + sample.weight, 0);
  for (let step = 0; step < 4000; step++) {
    const gradient = Object.fromEntries(confidenceSignals.map((name) => [name, 0])) as ConfidenceSignals;
    let bias = 0;
    for (const sample of samples) {
      const error = sample.weight * (predict(model, sample.signals) - (sample.isRight ? 1 : 0));
      bias += error;
      for (const name of confidenceSignals) gradient[name] += error * sample.signals[name];
    }
    model.bias -= (1.5 * bias) / total;
    for (const name of confidenceSignals)
      model.weights[name] -= 1.5 * (gradient[name] / total + 0.0005 * model.weights[name]);
    // What is missing never makes an answer surer; without this the fit sets signals that say nearly the same against each other.
    for (const name of losses) model.weights[name] = Math.min(0, model.weights[name]);
  }
  return model;
}

function measure(samples: Sample[], probability: (sample: Sample) => number, threshold: number) {
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

function describe(
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

Where the very thing asked for, and with it at least half of the question by weight, stands nowhere in the documents in any wording, the confidence is 5% at most, whatever the other signals say.

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

function round(value: number): number {
  return Number(value.toFixed(3));
}

const [squadFile, dataFolder, ...goldFolders] = process.argv.slice(2);
if (squadFile && dataFolder && goldFolders.length > 0) await calibrate(squadFile, dataFolder, goldFolders);
else console.error("usage: calibrate.ts SQUAD.json DATA_FOLDER GOLD_FOLDER...");
