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
  /** Highest memory of this process and all its parsing processes together, shared pages shared out among them. */
  memoryMb: number;
  /** Highest memory of the parsing processes alone: what reading adds to a server. */
  readersMb: number;
}

/** Reads the text PDFs of a folder through the parsing pool, as the ingest job does, and measures pages per second and memory. */
export async function benchIngest(options: IngestBenchOptions): Promise<IngestBenchResult> {
  const { folder, pages: wanted = 400, processes = Math.min(2, availableParallelism()) } = options;
  const childPath = options.childPath ?? join(process.cwd(), "dist", "parsing-child.mjs");
  if (!existsSync(childPath)) throw new Error(`${childPath} is missing: run the build of the workers first.`);
  const scratch = await mkdtemp(join(tmpdir(), "outrider-bench-"));
  const pool = new ParsingPool({ childPath, size: processes });
  let memoryMb = 0;
  let readersMb = 0;
  const watch = setInterval(async () => {
    const { own, children } = await memoryOfTree();
    memoryMb = Math.max(memoryMb, own + children);
    readersMb = Math.max(readersMb, children);
  }, 250);
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
    return {
      ...result,
      seconds,
      pagesPerSecond: result.pages / seconds,
      memoryMb: Math.round(memoryMb),
      readersMb: Math.round(readersMb),
    };
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

/** Memory of this process and of its children in MB, from /proc; its own resident memory alone where there is none. */
async function memoryOfTree(): Promise<{ own: number; children: number }> {
  const children = await readFile(`/proc/self/task/${process.pid}/children`, "utf8").catch(() => "");
  const sizes = await Promise.all(children.trim().split(/\s+/).filter(Boolean).map(shareOfMemoryMb));
  return {
    own: (await shareOfMemoryMb("self")) || process.memoryUsage.rss() / 2 ** 20,
    children: sizes.reduce((sum, size) => sum + size, 0),
  };
}

/** A page that three processes map counts a third each (Pss in the kernel's documentation of proc). */
async function shareOfMemoryMb(pid: string): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
}
