import { writeFile } from "node:fs/promises";
import path from "node:path";
import { confidenceSignals, readConfidence } from "@/server/knowledge/writing/confidence";
import { preparePackages } from "./answer-set";
import { ask, askParts, evenedOut, reweigh, type Sample } from "./calibration-samples";
import { describe, measure, RIGHT_HELD_BACK, round } from "./describe-confidence";
import { fitModel } from "./fit-confidence";
import { loadPartsSet } from "./load-parts";
import { loadGoldFolder, loadSquad } from "./load-questions";

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

function articleOf(document: string): string {
  return document.slice(0, document.lastIndexOf("/"));
}

const [squadFile, dataFolder, ...goldFolders] = process.argv.slice(2);
if (squadFile && dataFolder && goldFolders.length > 0) await calibrate(squadFile, dataFolder, goldFolders);
else console.error("usage: calibrate.ts SQUAD.json DATA_FOLDER GOLD_FOLDER...");
