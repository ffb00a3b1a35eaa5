// Bundles what runs outside Next: worker threads, the parsing process and the command line. Packages stay external.
import { existsSync } from "node:fs";
import { build } from "esbuild";

const entries = {
  "pglite-worker": "drizzle/pglite-worker.ts",
  "parsing-child": "server/knowledge/ingest/parsing/child.ts",
  "fit-worker": "server/knowledge/retrieval/fit-worker.ts",
  "analysis-worker": "server/sources/pages/analysis-worker.ts",
  "tender-worker": "server/opportunities/reading/tender-worker.ts",
  cli: "cli/start.ts",
  "sample-sites": "e2e/sites/start.ts",
  bench: "bench/main.ts",
  "crawl-part": "bench/crawl/part.ts",
  calibrate: "bench/qa/calibrate.ts",
};
await build({
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node22",
  sourcemap: true,
  logLevel: "warning",
});
