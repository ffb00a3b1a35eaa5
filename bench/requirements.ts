import { writeFileSync } from "node:fs";
import path from "node:path";
import { readFields } from "@/server/opportunities/fields/read-fields";
import { extractRequirements } from "@/server/opportunities/shredding/extract-requirements";
import { type TenderDocument, toTenderDocument } from "@/server/opportunities/tender-document";
import { readPackage } from "./qa/answer-set";
import { toFieldsLine } from "./requirements/fields-line";
import { loadGoldPackages, loadTruth } from "./requirements/load-gold";
import { type ReadPackageFields, scoreFields } from "./requirements/score-fields";
import { type RequirementScore, scoreRequirements } from "./requirements/score-requirements";

export interface RequirementsBenchOptions {
  /** A folder of packages, each a folder of documents. */
  data: string;
  /** Gold files with `requirements`, one a package. */
  gold: string;
  /** Where the answers go, one JSON object a package. */
  out?: string | undefined;
  log?: ((line: string) => void) | undefined;
}

/** How much of the text around a place is looked at when a reader opens it. */
const AROUND = 1_500;

/** Packages read by the product's extractors and shredded by its rules, scored against what a person read in them. Fields and dates come from the product as well. */
export async function benchRequirements({ data, gold, out, log = () => undefined }: RequirementsBenchOptions) {
  const packages = await loadGoldPackages(gold);
  const truth = await loadTruth(data);
  const scores: {
    name: string;
    score: RequirementScore;
    fields: ReadPackageFields;
    parseMs: number;
    shredMs: number;
  }[] = [];
  const lines: string[] = [];
  for (const wanted of packages) {
    const startedAt = performance.now();
    const read = await readPackage({ folder: path.join(data, wanted.package) });
    const documents = read.map(({ name, rendition }) => toTenderDocument(name, name, rendition));
    const parsedAt = performance.now();
    const requirements = extractRequirements(documents);
    const shreddedAt = performance.now();
    const fields = readFields(documents);
    const texts = new Map(documents.map((document) => [document.id, document]));
    const predicted = requirements.map(({ place, quote, kind, isMandatory, obliged }) => ({
      document: place.document,
      quote,
      kind,
      mandatory: isMandatory,
      obliged,
      opens: textAround(texts.get(place.document), place),
    }));
    const score = scoreRequirements(predicted, wanted.requirements, wanted.not_requirements, wanted.documents);
    scores.push({
      name: wanted.package,
      score,
      fields: {
        package: wanted.package,
        opportunity: wanted.opportunity,
        contradictions: wanted.contradictions,
        truth: truth[wanted.package] ?? null,
        fields,
        documents,
      },
      parseMs: parsedAt - startedAt,
      shredMs: shreddedAt - parsedAt,
    });
    log(`${wanted.package}: ${requirements.length} requirements`);
    for (const missed of score.missed) log(`  missed: ${missed.document}: ${shortened(missed.quote)}`);
    for (const wrong of score.wrong) log(`  not one: ${wrong.document}: ${shortened(wrong.quote)}`);
    for (const quote of score.taken) log(`  known not to be one: ${shortened(quote)}`);
    for (const [gold, got] of score.pairs)
      if (gold.kind !== got.kind) log(`  kind: ${got.kind}, wanted ${gold.kind}: ${shortened(gold.quote)}`);
    const line = toFieldsLine(fields, documents);
    lines.push(
      JSON.stringify({
        package: wanted.package,
        opportunity: line.opportunity,
        requirements: requirements.map(({ place, quote, kind, isMandatory, obliged }) => ({
          document: place.document,
          quote,
          kind,
          mandatory: isMandatory,
          obliged,
          ...(place.page === undefined ? {} : { page: place.page }),
          start: place.start,
          end: place.end,
        })),
        contradictions: line.contradictions,
      }),
    );
  }
  for (const miss of scoreFields(scores.map(({ fields }) => fields)).misses) log(`  ${miss}`);
  if (out) writeFileSync(out, `${lines.join("\n")}\n`);
  const all = scores.map(({ score }) => score);
  return {
    figures: {
      ...shares(all),
      ...fieldFigures(scores.map(({ fields }) => fields)),
      packages: scores.length,
      perPackage: Object.fromEntries(
        scores.map(({ name, score, fields, parseMs, shredMs }) => [
          name,
          {
            ...shares([score]),
            ...fieldFigures([fields]),
            wanted: score.wanted,
            parseMs: Math.round(parseMs),
            shredMs: Math.round(shredMs),
          },
        ]),
      ),
    },
    peers: {},
  };
}

function shares(scores: readonly RequirementScore[]) {
  const sum = (pick: (score: RequirementScore) => number) => scores.reduce((total, score) => total + pick(score), 0);
  const share = (part: (score: RequirementScore) => number, whole: (score: RequirementScore) => number) => {
    const of = sum(whole);
    return of === 0 ? null : Math.round((1_000 * sum(part)) / of) / 1_000;
  };
  return {
    recall: share(
      (one) => one.found,
      (one) => one.wanted,
    ),
    precision: share(
      (one) => one.found,
      (one) => one.counted,
    ),
    mandatoryRecall: share(
      (one) => one.mandatoryFound,
      (one) => one.mandatoryWanted,
    ),
    kindAccuracy: share(
      (one) => one.kindRight,
      (one) => one.found,
    ),
    mandatoryAccuracy: share(
      (one) => one.mandatoryRight,
      (one) => one.found,
    ),
    obligedAccuracy: share(
      (one) => one.obligedRight,
      (one) => one.found,
    ),
    buyerTakenAsOurs: share(
      (one) => one.negativesTaken,
      (one) => one.negatives,
    ),
    locatorsRight: share(
      (one) => one.locatorsRight,
      (one) => one.locators,
    ),
  };
}

/** Shares with three places. */
function fieldFigures(packages: readonly ReadPackageFields[]) {
  const { figures } = scoreFields(packages);
  const rounded = Object.entries(figures).map(([name, value]) => [
    name,
    typeof value === "number" ? Math.round(value * 1_000) / 1_000 : value,
  ]);
  return Object.fromEntries(rounded) as typeof figures;
}

function textAround(document: TenderDocument | undefined, place: { start: number; end: number }): string {
  return document?.text.slice(Math.max(0, place.start - AROUND), place.end + AROUND) ?? "";
}

function shortened(quote: string): string {
  const text = quote.replace(/\s+/g, " ");
  return text.length > 160 ? `${text.slice(0, 160)}...` : text;
}
