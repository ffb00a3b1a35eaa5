import { writeFileSync } from "node:fs";
import path from "node:path";
import { extractRequirements } from "@/server/opportunities/shredding/extract-requirements";
import { demandFeatures, isWordFeature } from "@/server/opportunities/shredding/second-opinion/demand-features";
import { type DemandOdds, likelihood } from "@/server/opportunities/shredding/second-opinion/demand-odds";
import { type TenderDocument, toTenderDocument } from "@/server/opportunities/tender-document";
import { type Example, fitSoftmax } from "./kinds/softmax";
import { readPackage } from "./qa/answer-set";
import { type GoldPackage, loadGoldPackages } from "./requirements/load-gold";
import { labelText, type RequirementScore, scoreRequirements } from "./requirements/score-requirements";

export interface DemandsBenchOptions {
  /** Folders of packages, each with a gold folder. */
  folders: string[];
  /** Where the weights learned from all packages go. */
  out?: string | undefined;
  log?: ((line: string) => void) | undefined;
}

interface ReadGold {
  gold: GoldPackage;
  documents: TenderDocument[];
  examples: Example[];
}

/** A word is learned when it stands in this many packages and units: what one buyer alone says tells nothing of the next. */
const [LEAST_PACKAGES, LEAST_EXAMPLES] = [3, 5];
/** A package with more units counts by the root of their number. */
const USUAL_UNITS = 400;
const ROUNDS = 250;

/**
 * Learns which sentences, items and rows are requirements from annotated packages, and says how that holds: each package is read with what
 * was learned from the others, and by the rules alone. With `out` the weights learned from all of them are written, for `shredding/second-opinion`.
 */
export async function benchDemands({ folders, out, log = () => undefined }: DemandsBenchOptions) {
  const packages: ReadGold[] = [];
  for (const folder of folders)
    for (const gold of await loadGoldPackages(path.join(folder, "gold"))) packages.push(await readGold(folder, gold));
  const scores = packages.map((one) => {
    const name = one.gold.package;
    const odds = oddsOf(learn(packages.filter(({ gold }) => !isSameTender(gold.package, name))));
    const byRules = scored(one, () => null);
    const learned = scored(one, odds);
    log(`${name}: rules ${shares([byRules]).join(" / ")}, learned from the others ${shares([learned]).join(" / ")}`);
    return { byRules, learned };
  });
  if (out) writeFileSync(out, asJson(learn(packages)));
  const [rulesRecall, rulesPrecision] = shares(scores.map(({ byRules }) => byRules));
  const [recall, precision] = shares(scores.map(({ learned }) => learned));
  return {
    packages: packages.length,
    rules: { recall: rulesRecall, precision: rulesPrecision },
    learnedFromOthers: { recall, precision },
  };
}

/** Papers of one tender, in packages that share the first part of their name, are kept apart together. */
const isSameTender = (one: string, other: string) =>
  one === other || (one.split("-").length > 2 && one.split("-")[0] === other.split("-")[0]);

async function readGold(folder: string, gold: GoldPackage): Promise<ReadGold> {
  const read = await readPackage({ folder: path.join(folder, gold.package) });
  const documents = read.map(({ name, rendition }) => toTenderDocument(name, name, rendition));
  const examples: Example[] = [];
  extractRequirements(documents, {
    onUnit: (unit, { document }) => {
      if (!gold.documents.includes(document)) return;
      const label = labelText(unit.text, document, gold.requirements);
      if (label !== "doubtful") examples.push({ label, features: demandFeatures(unit) });
    },
  });
  const weight = Math.min(1, Math.sqrt(USUAL_UNITS / Math.max(1, examples.length)));
  return { gold, documents, examples: examples.map((one) => ({ ...one, weight })) };
}

function learn(packages: readonly ReadGold[]): Map<string, number> {
  const seen = new Map<string, { packages: number; examples: number }>();
  for (const { examples } of packages) {
    const own = new Map<string, number>();
    for (const { features } of examples) for (const name of features.keys()) own.set(name, (own.get(name) ?? 0) + 1);
    for (const [name, times] of own) {
      const counted = seen.get(name) ?? { packages: 0, examples: 0 };
      seen.set(name, { packages: counted.packages + 1, examples: counted.examples + times });
    }
  }
  const model = fitSoftmax(
    packages.flatMap(({ examples }) => examples),
    (name) => {
      const counted = seen.get(name);
      return (
        !isWordFeature(name) ||
        (counted !== undefined && counted.packages >= LEAST_PACKAGES && counted.examples >= LEAST_EXAMPLES)
      );
    },
    { rounds: ROUNDS },
  );
  const [no, yes] = [model.labels.indexOf("none"), model.labels.indexOf("requirement")];
  return new Map([...model.weights].map(([name, row]) => [name, (row[yes] ?? 0) - (row[no] ?? 0)]));
}

const oddsOf =
  (weights: ReadonlyMap<string, number>): DemandOdds =>
  (features) =>
    likelihood([...features].reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), 0));

function scored({ gold, documents }: ReadGold, demandOdds: DemandOdds): RequirementScore {
  const predicted = extractRequirements(documents, { demandOdds }).map((one) => ({
    document: one.place.document,
    quote: one.quote,
    kind: one.kind,
    mandatory: one.isMandatory,
    obliged: one.obliged,
    opens: documents.find(({ id }) => id === one.place.document)?.text ?? "",
  }));
  return scoreRequirements(predicted, gold.requirements, gold.not_requirements, gold.documents);
}

/** Recall and precision with three places. */
function shares(scores: readonly RequirementScore[]): [number, number] {
  const sum = (pick: (score: RequirementScore) => number) => scores.reduce((total, score) => total + pick(score), 0);
  const found = sum((one) => one.found);
  return [
    rounded(found / sum((one) => one.wanted)),
    rounded(
      found /
        Math.max(
          1,
          sum((one) => one.counted),
        ),
    ),
  ];
}

const rounded = (share: number) => Math.round(share * 1_000) / 1_000;

/** A word whose weight is smaller than this tells nothing. */
const LEAST_WEIGHT = 0.05;

/** A line a feature, weights in hundredths. */
function asJson(weights: ReadonlyMap<string, number>): string {
  const lines = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    .map(([name, weight]) => `    ${JSON.stringify(name)}: ${Math.round(weight * 100)}`);
  return `{\n  "weights": {\n${lines.join(",\n")}\n  }\n}\n`;
}
