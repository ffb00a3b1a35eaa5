import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { extractRequirements } from "@/server/opportunities/shredding/extract-requirements";
import { isWordFeature, kindFeatures } from "@/server/opportunities/shredding/kinds/kind-features";
import { type KindQuestion, kindBySigns, tallySigns } from "@/server/opportunities/shredding/kinds/tally-signs";
import { toTenderDocument } from "@/server/opportunities/tender-document";
import { answerOf, type Example, fitSoftmax, type LinearModel } from "./kinds/softmax";
import { readPackage } from "./qa/answer-set";
import { type GoldPackage, loadGoldPackages } from "./requirements/load-gold";
import { scoreRequirements } from "./requirements/score-requirements";

export interface KindsBenchOptions {
  /** Folders of packages, each with a gold folder. */
  folders: string[];
  /** Where the weights learned from all packages go. */
  out?: string | undefined;
  /** Weights that were learned before, from packages that are no longer at hand: what is learned now begins there. */
  from?: string | undefined;
  log?: ((line: string) => void) | undefined;
}

interface KindExample extends Example {
  package: string;
  /** What the signs alone say. */
  bySigns: string;
}

/** A word is learned when it stands in this many packages and requirements: what one buyer alone says tells nothing of the next. */
const [LEAST_PACKAGES, LEAST_EXAMPLES] = [2, 3];

/**
 * Learns what requirements are about from annotated packages, and says how that holds: each package is judged by what was learned from the
 * others. With `out` the weights learned from all of them are written, for `shredding/kinds`.
 */
export async function benchKinds({ folders, out, from, log = () => undefined }: KindsBenchOptions) {
  const before = from ? readModel(from) : undefined;
  const examples: KindExample[] = [];
  for (const folder of folders)
    for (const gold of await loadGoldPackages(path.join(folder, "gold")))
      examples.push(...(await examplesOf(folder, gold)));
  const names = [...new Set(examples.map((one) => one.package))];
  const perPackage: Record<string, { requirements: number; bySigns: number; before?: number; learned: number }> = {};
  let right = 0;
  for (const name of names) {
    const model = learn(
      examples.filter((one) => one.package !== name),
      before,
    );
    const kept = examples.filter((one) => one.package === name);
    const learned = kept.filter((one) => answerOf(model, one.features) === one.label).length;
    right += learned;
    perPackage[name] = {
      requirements: kept.length,
      bySigns: shareBySigns(kept),
      ...(before ? { before: shareBy(before, kept) } : {}),
      learned: rounded(learned / kept.length),
    };
    log(`${name}: ${JSON.stringify(perPackage[name])}`);
  }
  if (out) writeFileSync(out, asJson(learn(examples, before)));
  return {
    requirements: examples.length,
    packages: names.length,
    bySigns: shareBySigns(examples),
    ...(before ? { before: shareBy(before, examples) } : {}),
    learnedFromOthers: rounded(right / examples.length),
    perPackage,
  };
}

/** What was found of a package, with what its kind is judged by and what a person says it is. */
async function examplesOf(folder: string, gold: GoldPackage): Promise<KindExample[]> {
  const read = await readPackage({ folder: path.join(folder, gold.package) });
  const documents = read.map(({ name, rendition }) => toTenderDocument(name, name, rendition));
  const questions = new Map<string, KindQuestion>();
  const requirements = extractRequirements(documents, {
    onKindQuestion: (question, { document, start }) => questions.set(`${document} ${start}`, question),
  });
  const predicted = requirements.map((one) => ({
    document: one.place.document,
    quote: one.quote,
    kind: `${one.place.document} ${one.place.start}`,
    mandatory: one.isMandatory,
    obliged: one.obliged,
    opens: one.quote,
  }));
  const { pairs } = scoreRequirements(predicted, gold.requirements, [], gold.documents);
  return pairs.flatMap(([wanted, found]) => {
    const question = questions.get(found.kind);
    if (!question) return [];
    const tally = tallySigns(question);
    const bySigns = kindBySigns(question, tally);
    const features = kindFeatures(question, tally, bySigns);
    return [{ package: gold.package, label: wanted.kind, bySigns, features }];
  });
}

/** Weights as `asJson` writes them. */
function readModel(file: string): LinearModel {
  const { kinds, weights } = JSON.parse(readFileSync(file, "utf8")) as {
    kinds: string[];
    weights: Record<string, number[]>;
  };
  const rows = Object.entries(weights).map(([name, row]): [string, number[]] => [name, row.map((one) => one / UNIT)]);
  return { labels: kinds, weights: new Map(rows) };
}

/** Weights are kept in hundredths. */
const UNIT = 100;

function learn(examples: readonly KindExample[], from: LinearModel | undefined): LinearModel {
  const seen = new Map<string, { packages: Set<string>; examples: number }>();
  for (const { features, package: name } of examples) {
    for (const feature of features.keys()) {
      const counted = seen.get(feature) ?? { packages: new Set(), examples: 0 };
      counted.packages.add(name);
      counted.examples++;
      seen.set(feature, counted);
    }
  }
  const isLearned = (feature: string) => {
    const counted = seen.get(feature);
    if (!isWordFeature(feature)) return true;
    return (counted?.packages.size ?? 0) >= LEAST_PACKAGES && (counted?.examples ?? 0) >= LEAST_EXAMPLES;
  };
  return fitSoftmax(examples, isLearned, { from });
}

/** Features whose weights are all smaller than this tell nothing. */
const LEAST_WEIGHT = 0.1;

/** A line a feature, weights in hundredths. */
function asJson({ labels, weights }: LinearModel): string {
  const lines = [...weights]
    .filter(([, row]) => row.some((weight) => Math.abs(weight) >= LEAST_WEIGHT))
    .map(
      ([name, row]) =>
        `    ${JSON.stringify(name)}: [${row.map((weight) => Math.round(weight * UNIT) || 0).join(", ")}]`,
    );
  return `{\n  "kinds": [\n${labels.map((label) => `    "${label}"`).join(",\n")}\n  ],\n  "weights": {\n${lines.join(",\n")}\n  }\n}\n`;
}

const shareBySigns = (examples: readonly KindExample[]) =>
  rounded(examples.filter((one) => one.bySigns === one.label).length / examples.length);

const shareBy = (model: LinearModel, examples: readonly KindExample[]) =>
  rounded(examples.filter((one) => answerOf(model, one.features) === one.label).length / examples.length);

const rounded = (share: number) => Math.round(share * 1_000) / 1_000;
