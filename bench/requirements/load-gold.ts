import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { GoldRequirement } from "./score-requirements";

export interface GoldPackage {
  package: string;
  /** Paths inside the package that were read in full. */
  documents: string[];
  requirements: GoldRequirement[];
  not_requirements: { document: string; quote: string }[];
}

/** Gold files that hold requirements, one a package. */
export async function loadGoldPackages(folder: string): Promise<GoldPackage[]> {
  const packages: GoldPackage[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".json")).sort()) {
    const file = JSON.parse(await readFile(path.join(folder, name), "utf8")) as GoldPackage;
    if (file.requirements?.length) packages.push({ ...file, not_requirements: file.not_requirements ?? [] });
  }
  return packages;
}
