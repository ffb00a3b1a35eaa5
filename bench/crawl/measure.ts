export interface CrawlFigures {
  pages: number;
  failed: number;
  links: number;
  differentTexts: number;
  seconds: number;
  pagesPerSecond: number;
  /** Pages for each second of processor time of the crawling process, all its threads together. */
  pagesPerCpuSecond: number;
  /** Highest resident memory of the crawling process. */
  rssMb: number;
}

/** What one page came to; null when it could not be read. */
export type ReadOne = (url: string) => Promise<{ links: number; hash: string } | null>;

/** Reads every address, so many at once, and measures this process meanwhile. */
export async function measureCrawl(
  urls: readonly string[],
  concurrency: number,
  readOne: ReadOne,
): Promise<CrawlFigures> {
  const hashes = new Set<string>();
  let [next, failed, links, rss] = [0, 0, 0, process.memoryUsage.rss()];
  const watch = setInterval(() => {
    rss = Math.max(rss, process.memoryUsage.rss());
  }, 50);
  const cpu = process.cpuUsage();
  const started = performance.now();
  const work = async () => {
    for (let url = urls[next++]; url !== undefined; url = urls[next++]) {
      const page = await readOne(url);
      if (!page) failed++;
      links += page?.links ?? 0;
      if (page) hashes.add(page.hash);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  return {
    pages: urls.length,
    failed,
    links,
    differentTexts: hashes.size,
    seconds: round(seconds),
    pagesPerSecond: round(urls.length / seconds),
    pagesPerCpuSecond: round(urls.length / ((user + system) / 1e6)),
    rssMb: Math.round(rss / 2 ** 20),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
