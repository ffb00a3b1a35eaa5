import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readMarkdown } from "@/server/knowledge/ingest/parsing/extractors/markdown";
import { defaultParseLimits } from "@/server/knowledge/ingest/parsing/limits";
import { readFields } from "@/server/opportunities/fields/read-fields";
import { toTenderDocument } from "@/server/opportunities/tender-document";
import { listFiles } from "../qa/load-questions";
import { dateStandsIn } from "./independent-dates";
import { type PackageTruth, type ReadPackageFields, scoreFields } from "./score-fields";

const folder = "../shared/data/rfp";

/** The Markdown files alone, which are read in milliseconds; the bench reads every format. */
async function readPackages(): Promise<ReadPackageFields[]> {
  const truth = JSON.parse(readFileSync(path.join(folder, "truth.json"), "utf8")) as {
    packages: Record<string, PackageTruth>;
  };
  return Promise.all(
    Object.entries(truth.packages).map(async ([name, known]) => {
      const names = (await listFiles(path.join(folder, name))).filter((file) => file.endsWith(".md"));
      const documents = names.map((file) =>
        toTenderDocument(file, file, readMarkdown(readFileSync(path.join(folder, name, file)), defaultParseLimits)),
      );
      const gold = path.join(folder, "gold", `${name}.json`);
      const { opportunity, contradictions } = existsSync(gold)
        ? (JSON.parse(readFileSync(gold, "utf8")) as Pick<ReadPackageFields, "opportunity" | "contradictions">)
        : { opportunity: null, contradictions: [] };
      return { package: name, opportunity, contradictions, truth: known, fields: readFields(documents), documents };
    }),
  );
}

test.skipIf(!existsSync(folder))(
  `deadlines of real packages are exact, contradictions shown, and every quote literal (skipped without ${folder})`,
  async () => {
    const packages = await readPackages();
    const { figures, misses } = scoreFields(packages);
    expect(misses.filter((miss) => /deadlineExact|questionsDeadline|contradictions|invented/i.test(miss))).toEqual([]);
    expect(figures).toMatchObject({
      deadlineExact: 1,
      questionsDeadlineExact: 1,
      contradictionsShown: 1,
      inventedDates: 0,
    });
    expect(figures.falseContradictionsPerPackage).toBeLessThanOrEqual(1);
    for (const figure of ["buyerRight", "factorRecall", "pageLimitRecall", "referenceRight"] as const) {
      expect(figures[figure], figure).toBeGreaterThanOrEqual(0.9);
    }
    for (const { fields, documents } of packages) {
      const texts = new Map(documents.map((document) => [document.id, document.text]));
      const statements = fields.deadlines.flatMap((group) => group.statements);
      for (const { place, quote } of [...fields.fields, ...statements]) {
        expect(texts.get(place?.document ?? "")?.slice(place?.start, place?.end)).toBe(quote);
      }
      for (const { localDate, quote } of statements)
        expect(localDate === null || dateStandsIn(localDate, quote)).toBe(true);
    }
  },
);
