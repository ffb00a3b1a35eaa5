import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { CrawlFigures } from "./measure";

/**
 * Crawlee's CheerioCrawler with the same work: every link as an absolute address, the text without scripts and styles, its hash.
 * Nothing is kept on disk and no sessions are simulated, which is its leanest way to run.
 */
const program = `
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
const [folder, base, count, concurrency] = process.argv.slice(1);
const require = createRequire(join(folder, "package.json"));
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const { CheerioCrawler, Configuration } = await load("@crawlee/cheerio").catch(() => load("crawlee"));
const hashes = new Set();
let [failed, links, rss] = [0, 0, process.memoryUsage.rss()];
const crawler = new CheerioCrawler({
  minConcurrency: Number(concurrency),
  maxConcurrency: Number(concurrency),
  maxRequestRetries: 0,
  useSessionPool: false,
  persistCookiesPerSession: false,
  requestHandler: ({ $, request }) => {
    const found = new Set();
    for (const element of $("a[href]")) {
      const url = URL.parse($(element).attr("href"), request.loadedUrl);
      if (url?.protocol.startsWith("http")) found.add(url.href);
    }
    links += found.size;
    $("script, style, noscript").remove();
    hashes.add(createHash("sha256").update($("body").text().replace(/\\s+/g, " ")).digest("hex"));
  },
  failedRequestHandler: () => { failed++; },
}, new Configuration({ persistStorage: false, purgeOnStart: false, logLevel: 1 }));
const urls = Array.from({ length: Number(count) }, (_, index) => base + index);
const watch = setInterval(() => { rss = Math.max(rss, process.memoryUsage.rss()); }, 50);
const cpu = process.cpuUsage();
const started = performance.now();
await crawler.run(urls);
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpu);
clearInterval(watch);
const round = (value) => Math.round(value * 100) / 100;
process.stdout.write("\\n" + JSON.stringify({
  pages: urls.length, failed, links, differentTexts: hashes.size, seconds: round(seconds),
  pagesPerSecond: round(urls.length / seconds), pagesPerCpuSecond: round(urls.length / ((user + system) / 1e6)),
  rssMb: Math.round(rss / 2 ** 20),
}) + "\\n");
process.exit(0);
`;

/** The peer's figures, when it is installed in that folder (which is never the project's own). */
export async function runPeer(
  folder: string | undefined,
  urls: readonly string[],
  concurrency: number,
  nodeFlags: readonly string[],
): Promise<CrawlFigures | "peer not installed"> {
  const isThere =
    folder && ["@crawlee/cheerio", "crawlee"].some((name) => existsSync(join(folder, "node_modules", name)));
  if (!isThere) return "peer not installed";
  // All addresses are the first one with another number at its end.
  const base = urls[0]?.replace(/\d+$/, "") ?? "";
  const script = ["--input-type=module", "--eval", program, folder, base, String(urls.length), String(concurrency)];
  const { stdout } = await promisify(execFile)(process.execPath, [...nodeFlags, ...script], {
    maxBuffer: 64 * 2 ** 20,
    env: { ...process.env, CRAWLEE_LOG_LEVEL: "ERROR" },
  });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}
