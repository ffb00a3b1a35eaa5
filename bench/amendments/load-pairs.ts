import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { listFiles } from "../qa/load-questions";

/** What a person found to differ between two states of a tender's papers. `doubtful`: careful readers may differ, neutral in every figure. */
export interface AmendmentTruth {
  added: string[];
  added_doubtful: string[];
  removed: string[];
  removed_doubtful: string[];
  changed: { old: string; new: string; kind?: string; doubtful?: boolean }[];
  /** As far as they are said: "2026-09-20T16:00:00" or "2026-09-20"; null where none was stated. */
  dates: {
    what: string;
    old: string | null;
    new: string | null;
    old_quote?: string | null;
    new_quote?: string | null;
  }[];
  dates_unchanged: { what: string; value: string | null }[];
  /** Sentences that only moved, or were reformatted, or say nothing new. */
  not_changes: string[];
  facts_added: string[];
}

export interface AmendmentPair {
  name: string;
  before: string[];
  after: string[];
  folder: string;
  /** Null: nobody has read this pair; what the product tells is only listed. */
  truth: AmendmentTruth | null;
}

/** Folders with `before` and `after` in them, each with a file of truth of the same name beside it, or without. */
export async function loadPairs(data: string): Promise<AmendmentPair[]> {
  const pairs: AmendmentPair[] = [];
  for (const entry of (await readdir(data, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory()) continue;
    const folder = path.join(data, entry.name);
    const [before, after] = await Promise.all(["before", "after"].map((side) => filesOf(path.join(folder, side))));
    if (!before?.length || !after?.length) continue;
    pairs.push({
      name: entry.name,
      before,
      after,
      folder,
      truth: await readTruth(path.join(data, `${entry.name}.json`)),
    });
  }
  return pairs;
}

async function filesOf(folder: string): Promise<string[]> {
  return listFiles(folder).catch(() => []);
}

async function readTruth(file: string): Promise<AmendmentTruth | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  const read = JSON.parse(text) as Partial<AmendmentTruth>;
  return {
    added: read.added ?? [],
    added_doubtful: read.added_doubtful ?? [],
    removed: read.removed ?? [],
    removed_doubtful: read.removed_doubtful ?? [],
    changed: read.changed ?? [],
    dates: read.dates ?? [],
    dates_unchanged: read.dates_unchanged ?? [],
    not_changes: read.not_changes ?? [],
    facts_added: read.facts_added ?? [],
  };
}
