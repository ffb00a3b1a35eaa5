import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { ParsingPool } from "@/server/knowledge/ingest/parsing";

export interface IngestBenchOptions {
  /** Folder with PDFs, searched with its subfolders (`../shared/data/rfp`). */
  folder: string;
  /** Pages to read at least; the files are read again and again until then. */
  pages?: number;
  /** Reading processes; the machine's cores, two at most, when not given. */
  processes?: number;
  /** The bundled parsing process. */
  childPath?: string;
}

export interface IngestBenchResult {
  pages: number;
  files: number;
  characters: number;
  seconds: number;
  pagesPerSecond: number;
  /** Highest resident memory of this process and all its parsing processes together. */
  rssMb: number;
}

/** Reads the text PDFs of a folder through the parsing pool, as the ingest job does, and measures pages per second and memory. */
export async function benchIngest(options: IngestBenchOptions): Promise<IngestBenchResult> {
  const { folder, pages: wanted = 400, processes = Math.min(2, availableParallelism()) } = options;
  const childPath = options.childPath ?? join(process.cwd(), "dist", "parsing-child.mjs");
  if (!existsSync(childPath)) throw new Error(`${childPath} is missing: run the build of the workers first.`);
  const scratch = await mkdtemp(join(tmpdir(), "outrider-bench-"));
  const pool = new ParsingPool({ childPath, size: processes });
  let peak = 0;
  const watch = setInterval(async () => {
    peak = Math.max(peak, await treeRssMb());
  }, 100);
  try {
    const paths = await listPdfs(folder, scratch);
    if (paths.length === 0) throw new Error(`There are no PDFs in ${folder}.`);
    const result = { pages: 0, files: 0, characters: 0 };
    const started = performance.now();
    let next = 0;
    const work = async () => {
      while (result.pages < wanted) {
        const path = paths[next++ % paths.length] ?? "";
        const file = await pool.read({ path, name: path });
        if (file.kind !== "document") continue;
        result.pages += file.rendition.pages.length;
        result.characters += file.rendition.text.length;
        result.files += 1;
      }
    };
    await Promise.all(Array.from({ length: processes }, work));
    const seconds = (performance.now() - started) / 1000;
    return { ...result, seconds, pagesPerSecond: result.pages / seconds, rssMb: Math.round(peak) };
  } finally {
    clearInterval(watch);
    pool.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** PDFs of the folder, and of the archives of PDFs in it. */
async function listPdfs(folder: string, scratch: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((name) => name.endsWith(".tar.gz")))
    execFileSync("tar", ["xzf", join(folder, name), "-C", scratch]);
  const unpacked = (await readdir(scratch, { recursive: true }))
    .filter((name) => name.endsWith(".pdf"))
    .map((name) => join(scratch, name));
  return [
    ...names.filter((name) => name.toLowerCase().endsWith(".pdf")).map((name) => join(folder, name)),
    ...unpacked,
  ].sort();
}

/** Resident memory of this process and its children, from /proc; its own alone where there is none. */
async function treeRssMb(): Promise<number> {
  const own = process.memoryUsage.rss() / 1024 / 1024;
  const children = await readFile(`/proc/self/task/${process.pid}/children`, "utf8").catch(() => "");
  const sizes = await Promise.all(
    children
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map(
        async (pid) =>
          Number(/^VmRSS:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, "utf8").catch(() => ""))?.[1] ?? 0) /
          1024,
      ),
  );
  return sizes.reduce((sum, size) => sum + size, own);
}
