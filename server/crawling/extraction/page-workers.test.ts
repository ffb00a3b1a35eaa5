import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { PageWorkers } from "./page-workers";
import { readPage } from "./read-page";
import { page, paragraphs } from "./testing/pages";

const html = page(`<main><h1>Harbour plans</h1>${paragraphs("harbour", 4)}</main>`);
const url = "https://acme.example/";
const name = `test-page-worker-${process.pid}-${Math.random().toString(36).slice(2)}`;
// Beside dist's own files: packages are found from there.
const workerPath = join(process.cwd(), "dist", `${name}.mjs`);
const countingPath = join(process.cwd(), "dist", `${name}-counting.mjs`);
const dyingPath = join(process.cwd(), "dist", `${name}-dying.mjs`);
let workers: PageWorkers;

beforeAll(async () => {
  await build({
    entryPoints: ["server/crawling/extraction/page-worker.ts"],
    outfile: workerPath,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node22",
    logLevel: "silent",
  });
  await writeFile(
    dyingPath,
    `import { parentPort } from "node:worker_threads"; parentPort.on("message", () => process.exit(3)); parentPort.postMessage("ready");`,
  );
  await writeFile(
    countingPath,
    `import { parentPort, threadId } from "node:worker_threads"; parentPort.on("message", () => parentPort.postMessage({ title: threadId })); parentPort.postMessage("ready");`,
  );
  workers = new PageWorkers({ workerPath, size: 1 });
}, 60_000);

afterAll(async () => {
  await workers.close();
  await rm(workerPath, { force: true });
  await rm(countingPath, { force: true });
  await rm(dyingPath, { force: true });
});

test("reads in the thread what would be read here", async () => {
  expect(await workers.read(html, url)).toEqual(readPage(html, url));
});

test("reads pages that were asked for at once one after another", async () => {
  const titles = await Promise.all(
    ["One", "Two", "Three"].map((title) => workers.read(page(paragraphs(title, 3), { title }), url)),
  );
  expect(titles.map((content) => content.title)).toEqual(["One", "Two", "Three"]);
});

test("keeps a thread for the next page", async () => {
  const counting = new PageWorkers({ workerPath: countingPath, size: 1 });
  const first = await counting.read(html, url);
  expect(await counting.read(html, url)).toEqual(first);
  await counting.close();
});

test("ends a page that takes too long, says so, and reads the next one", async () => {
  const terminate = vi.spyOn(Worker.prototype, "terminate");
  await expect(workers.read("<div>".repeat(200_000), url, 1)).rejects.toMatchObject({
    name: "UnreadablePageError",
    reason: "timeout",
    code: "unsupported",
  });
  expect(terminate).toHaveBeenCalledOnce();
  terminate.mockRestore();
  expect((await workers.read(html, url)).kind).toBe("article");
});

test("tells of a thread that dies, and is not stuck afterwards", async () => {
  const dying = new PageWorkers({ workerPath: dyingPath, size: 1 });
  await expect(dying.read(html, url)).rejects.toMatchObject({ reason: "crashed" });
  await expect(dying.read(html, url)).rejects.toMatchObject({ reason: "crashed" });
});

test("says that reading failed where the thread cannot start", async () => {
  const missing = new PageWorkers({ workerPath: join(process.cwd(), "dist", "no-such-worker.mjs"), size: 1 });
  await expect(missing.read(html, url)).rejects.toMatchObject({ reason: "crashed" });
});
