import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { UnreadableFileError } from "./errors";
import { expectSound } from "./testing/outline";
import { startTestPool } from "./testing/test-pool";

const office = join(process.cwd(), "../shared/data/office");
const hasData = existsSync(office);
const note = hasData ? "" : " (skipped: no data in ../shared/data/office)";
let files: Awaited<ReturnType<typeof startTestPool>>;
let folder: string;

beforeAll(async () => {
  files = await startTestPool({ size: 2 });
  folder = await mkdtemp(join(tmpdir(), "outrider-office-"));
  if (hasData) execFileSync("tar", ["xzf", join(office, "pdfs.tar.gz"), "-C", folder]);
}, 240_000);

afterAll(async () => {
  await files.close();
  await rm(folder, { recursive: true, force: true });
});

function pdfWords(path: string): string[] {
  try {
    return wordsOf(
      execFileSync("pdftotext", [path, "-"], { stdio: ["ignore", "pipe", "ignore"], timeout: 120_000 }).toString(),
    );
  } catch {
    return [];
  }
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

test.skipIf(!hasData)(
  `reads or refuses every office file, and misses few words of any${note}`,
  async () => {
    const docx = (await readdir(join(office, "docx"))).map((name) => join(office, "docx", name));
    const pdfs = (await readdir(folder, { recursive: true }))
      .filter((name) => name.endsWith(".pdf"))
      .map((name) => join(folder, name));
    const misses: string[] = [];
    const outcome = async (path: string) => {
      try {
        const file = await files.pool.read({ path, name: path });
        if (file.kind !== "document") return "container";
        expectSound(file.rendition);
        const expected = pdfs.includes(path) ? pdfWords(path) : [];
        // Words that are cut at line ends by one reader and mended by the other are the same words.
        const squeezed = wordsOf(file.rendition.text).join("");
        const found = expected.filter((word) => squeezed.includes(word)).length;
        if (expected.length >= 50 && found < expected.length * 0.95)
          misses.push(`${path}: ${found} of ${expected.length}`);
        return "read";
      } catch (error) {
        if (error instanceof UnreadableFileError) return error.reason;
        throw error;
      }
    };
    const outcomes = await Promise.all([...docx, ...pdfs].map(outcome));
    expect(outcomes).toHaveLength(97);
    expect(misses).toEqual([]);
    expect(outcomes.filter((kind) => kind !== "read" && kind !== "empty")).toEqual([]);
    expect(outcomes.filter((kind) => kind === "read").length).toBeGreaterThan(60);
  },
  300_000,
);
