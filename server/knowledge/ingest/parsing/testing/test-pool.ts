import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { ParsingPool, type PoolOptions } from "../parsing-pool";

/** A pool over the real parsing process, bundled as for production, and a folder to put files into. */
export async function startTestPool(options: Partial<PoolOptions> = {}) {
  // Beside dist's own files: packages are found from there, and parallel test files do not share one.
  const childPath = join(
    process.cwd(),
    "dist",
    `test-parsing-child-${process.pid}-${Math.random().toString(36).slice(2)}.mjs`,
  );
  await build({
    entryPoints: ["server/knowledge/ingest/parsing/child.ts"],
    outfile: childPath,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node22",
    logLevel: "silent",
  });
  const folder = await mkdtemp(join(tmpdir(), "outrider-parsing-test-"));
  const pool = new ParsingPool({ childPath, size: 1, ...options });
  let files = 0;
  return {
    pool,
    childPath,
    folder,
    async put(bytes: Uint8Array | string): Promise<string> {
      const path = join(folder, `file-${files++}`);
      await writeFile(path, bytes);
      return path;
    },
    async close(): Promise<void> {
      pool.close();
      await rm(childPath, { force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
