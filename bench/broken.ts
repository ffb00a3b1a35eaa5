import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { ParsingPool } from "@/server/knowledge/ingest/parsing";
import { breakFile } from "@/server/knowledge/ingest/parsing/testing/break-file";
import { type BrokenOutcome, readBroken } from "@/server/knowledge/ingest/parsing/testing/read-broken";
import { percentile } from "./beir";

export interface BrokenFigures {
  files: number;
  broken: number;
  /** How many ended in which way: read, or the reason why not. */
  outcomes: Record<string, number>;
  /** Processor time of ten seconds without a finished page. */
  hung: number;
  /** Failed without words for the person. */
  withoutReason: number;
  /** Errors that the reader had not foreseen; the person is told that the file seems to be damaged. */
  unforeseen: number;
  /** Sound files read in between, and how many of them were not. */
  soundBetween: number;
  soundFailed: number;
  medianMs: number;
  slowestMs: number;
}

const kinds = /\.(pdf|docx|xlsx|pptx|html?|eml|zip|csv)$/i;
const soundText = "The queue goes on.";

/** Breaks every office file of a folder in `copies` ways and reads the pieces through the parsing pool, with a sound file after every tenth. */
export async function benchBroken(options: {
  folder: string;
  copies?: number;
  out?: string | undefined;
  log?: (line: string) => void;
}): Promise<BrokenFigures> {
  const { folder, copies = 6, log = () => {} } = options;
  const childPath = join(process.cwd(), "dist", "parsing-child.mjs");
  if (!existsSync(childPath)) throw new Error(`${childPath} is missing: run the build of the workers first.`);
  const scratch = await mkdtemp(join(tmpdir(), "outrider-broken-"));
  const pool = new ParsingPool({ childPath, size: Math.min(2, availableParallelism()) });
  const outcomes: BrokenOutcome[] = [];
  const sound = { read: 0, failed: 0 };
  try {
    const paths = await listFiles(folder, scratch);
    if (paths.length === 0) throw new Error(`There are no office files in ${folder}.`);
    const soundPath = join(scratch, "sound.txt");
    writeFileSync(soundPath, soundText);
    let next = 0;
    const work = async () => {
      for (let at = next++; at < paths.length; at = next++) {
        const name = basename(paths[at] ?? "");
        for (const [copy, { way, bytes }] of breakFile(readFileSync(paths[at] ?? ""), copies, at + 1).entries()) {
          const path = join(scratch, `broken-${at}-${copy}`);
          writeFileSync(path, bytes);
          outcomes.push(await readBroken(pool, { path, name, way }));
          await rm(path);
          if (outcomes.length % 10 === 0) await readSound(pool, soundPath, sound);
          if (outcomes.length % 100 === 0) log(`${outcomes.length} read`);
        }
      }
    };
    await Promise.all([work(), work()]);
    if (options.out) writeFileSync(options.out, `${outcomes.map((one) => JSON.stringify(one)).join("\n")}\n`);
    return {
      files: paths.length,
      ...figuresOf(outcomes),
      soundBetween: sound.read + sound.failed,
      soundFailed: sound.failed,
    };
  } finally {
    pool.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function readSound(pool: ParsingPool, path: string, sound: { read: number; failed: number }): Promise<void> {
  const file = await pool.read({ path, name: "sound.txt" }).catch(() => null);
  if (file?.kind === "document" && file.rendition.text === soundText) sound.read++;
  else sound.failed++;
}

function figuresOf(outcomes: BrokenOutcome[]) {
  const counts: Record<string, number> = {};
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  const times = outcomes.map(({ ms }) => ms);
  return {
    broken: outcomes.length,
    outcomes: counts,
    hung: counts.timeout ?? 0,
    withoutReason: outcomes.filter(({ outcome, message }) => outcome !== "read" && message === "").length,
    unforeseen: outcomes.filter(({ unforeseen }) => unforeseen !== null).length,
    medianMs: Math.round(percentile(times, 0.5)),
    slowestMs: Math.max(...times),
  };
}

/** Office files of the folder, and of the packed folders in it. */
async function listFiles(folder: string, scratch: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((name) => name.endsWith(".tar.gz")))
    execFileSync("tar", ["xzf", join(folder, name), "-C", scratch]);
  const unpacked = await readdir(scratch, { recursive: true });
  return [...names.map((name) => join(folder, name)), ...unpacked.map((name) => join(scratch, name))]
    .filter((path) => kinds.test(path))
    .sort();
}
