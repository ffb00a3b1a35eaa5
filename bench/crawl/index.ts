import { resolve } from "node:path";
import type { CrawlFigures } from "./measure";
import { startPageServer } from "./page-server";
import { runPeer } from "./peer";
import { runPart } from "./run-part";

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

/** The same for us and for the peer: a crawling process wants a small young generation, because each page is garbage at once. */
const nodeFlags = ["--max-semi-space-size=4", "--heap-growing-percent=40"];

/**
 * Crawls real pages from loopback with the product's own fetching: once for links, text and hash, which is what a crawler does to any
 * page, and once with the full reading (main text, metadata, structured data). The peer does the former. Each in a process of its own.
 */
export async function benchCrawl(options: CrawlBenchOptions): Promise<CrawlBenchResult> {
  const { folder, pages = 1_500, concurrency = 20, log } = options;
  const server = await startPageServer(resolve(folder));
  const urls = Array.from({ length: pages }, (_, index) => `${server.origin}/p/${index}`);
  const say = (name: string, figures: CrawlFigures) =>
    log(`${name}: ${figures.pagesPerCpuSecond} pages per CPU second, ${figures.rssMb} MB`);
  try {
    log(`${pages} pages (${server.pages} different ones), ${concurrency} at once`);
    const light = await runPart({ urls, concurrency, isFull: false }, nodeFlags);
    say("links, text and hash", light);
    const full = await runPart({ urls, concurrency, isFull: true }, nodeFlags);
    say("full reading", full);
    const peer = await runPeer(options.peer && resolve(options.peer), urls, concurrency, nodeFlags);
    if (typeof peer === "string") log(`CheerioCrawler: ${peer}`);
    else say("CheerioCrawler (links, text and hash)", peer);
    const times = (ours: CrawlFigures) =>
      typeof peer === "string" ? null : Math.round((100 * ours.pagesPerCpuSecond) / peer.pagesPerCpuSecond) / 100;
    return {
      figures: { light, full, lightToPeer: times(light), fullToPeer: times(full) },
      peers: { "Crawlee CheerioCrawler": peer },
    };
  } finally {
    server.stop();
  }
}
