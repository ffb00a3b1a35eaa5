import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { readPage } from "@/server/crawling/extraction";
import { baseUrl, readLinks } from "@/server/crawling/extraction/page-links";
import { scanPage } from "@/server/crawling/extraction/page-scan";
import { fetchPage } from "@/server/crawling/fetching";
import { createEgress } from "@/server/platform/egress";
import { endpointOf } from "@/server/platform/egress/url-policy";
import { type CrawlFigures, measureCrawl, type ReadOne } from "./measure";
import { startPageServer } from "./page-server";
import { runPeer } from "./peer";

export interface CrawlBenchOptions {
  /** Folder with real pages (`*.html.gz`). */
  folder: string;
  pages?: number;
  concurrency?: number;
  /** A folder in which Crawlee is installed, apart from the project. */
  peer: string | undefined;
  log: (text: string) => void;
}

export interface CrawlBenchResult {
  figures: { light: CrawlFigures; full: CrawlFigures; lightToPeer: number | null; fullToPeer: number | null };
  peers: Record<string, CrawlFigures | "peer not installed">;
}

/**
 * Crawls real pages from loopback with the product's own fetching: once for links, text and hash, which is what a crawler does to any
 * page, and once with the full reading (main text, metadata, structured data). The peer does the former.
 */
export async function benchCrawl(options: CrawlBenchOptions): Promise<CrawlBenchResult> {
  const { folder, pages = 1_500, concurrency = 20, log } = options;
  const server = await startPageServer(resolve(folder));
  const egress = createEgress({
    allowed: new Set([endpointOf(server.origin)]),
    limits: { maxBytes: 16 * 2 ** 20, headersMs: 20_000, idleMs: 15_000, totalMs: 60_000, maxRedirects: 5 },
  });
  const urls = Array.from({ length: pages }, (_, index) => `${server.origin}/p/${index}`);
  const through = (read: (html: string, url: string) => { links: number; hash: string }): ReadOne => {
    return async (url) => {
      const outcome = await fetchPage({ url, accept: "html" }, { exchange: egress.exchange });
      return outcome.kind === "fetched" && outcome.page.text !== null
        ? read(outcome.page.text, outcome.page.finalUrl)
        : null;
    };
  };
  try {
    log(`${pages} pages (${server.pages} different ones), ${concurrency} at once`);
    const light = await measureCrawl(urls, concurrency, through(readLight));
    log(`links, text and hash: ${light.pagesPerCpuSecond} pages per CPU second, ${light.rssMb} MB`);
    const full = await measureCrawl(urls, concurrency, through(readFull));
    log(`full reading: ${full.pagesPerCpuSecond} pages per CPU second, ${full.rssMb} MB`);
    const peer = await runPeer(options.peer && resolve(options.peer), server.origin, pages, concurrency);
    log(
      typeof peer === "string"
        ? `CheerioCrawler: ${peer}`
        : `CheerioCrawler: ${peer.pagesPerCpuSecond} pages per CPU second, ${peer.rssMb} MB`,
    );
    const times = (ours: CrawlFigures) =>
      typeof peer === "string" ? null : Math.round((100 * ours.pagesPerCpuSecond) / peer.pagesPerCpuSecond) / 100;
    return {
      figures: { light, full, lightToPeer: times(light), fullToPeer: times(full) },
      peers: { "Crawlee CheerioCrawler": peer },
    };
  } finally {
    server.stop();
    await egress.close();
  }
}

function readLight(html: string, url: string) {
  const scan = scanPage(html);
  const links = readLinks(scan, baseUrl(scan, url), () => true);
  const hash = createHash("sha256")
    .update(scan.runs.map((run) => run.text).join("\n"))
    .digest("hex");
  return { links: links.length, hash };
}

function readFull(html: string, url: string) {
  const page = readPage(html, url);
  return { links: page.links.length, hash: page.textHash };
}
