import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { GoldContradiction, GoldOpportunity, PackageTruth } from "./score-fields";
import type { GoldRequirement } from "./score-requirements";

export interface GoldPackage {
  package: string;
  /** Paths inside the package that were read in full. */
  documents: string[];
  requirements: GoldRequirement[];
  not_requirements: { document: string; quote: string }[];
  opportunity: GoldOpportunity | null;
  contradictions: GoldContradiction[];
}

/** Gold files that hold requirements, one a package. */
export async function loadGoldPackages(folder: string): Promise<GoldPackage[]> {
  const packages: GoldPackage[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".json")).sort()) {
    const file = JSON.parse(await readFile(path.join(folder, name), "utf8")) as GoldPackage;
    if (file.requirements?.length)
      packages.push({
        ...file,
        not_requirements: file.not_requirements ?? [],
        opportunity: file.opportunity ?? null,
        contradictions: file.contradictions ?? [],
      });
  }
  return packages;
}

/** Dates that a person read, of a `truth.json` beside the packages; empty where there is none. */
export async function loadTruth(data: string): Promise<Record<string, PackageTruth>> {
  try {
    const file = JSON.parse(await readFile(path.join(data, "truth.json"), "utf8"));
    return file.packages ?? {};
  } catch {
    return {};
  }
}
