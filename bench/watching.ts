import { readFile } from "node:fs/promises";
import { startFaultsSite } from "@/e2e/sites/faults/faults-site";
import { startAppServer } from "./app-server";
import { percentile } from "./beir";

export interface WatchingFigures {
  sources: number;
  pages: number;
  failed: number;
  seconds: number;
  /** The list of sources through the API, one read every 50 ms: while it is empty, while the runs go on, and the same forty again at rest. */
  emptyP95Ms: number;
  busyP95Ms: number;
  restP95Ms: number;
  /** The busy list beside the same list at rest; beside the empty one it says as well what forty rows cost. */
  busyToRest: number;
  busyToEmpty: number;
  /** Of the server's process, its worker threads included. */
  rssMbIdle: number;
  rssMbPeak: number;
  /** Two minutes after the last run. */
  rssMbAfter: number;
}

const sources = 40;
const pagesEach = 50;
const idleMs = 15_000;
const restMs = 120_000;

/**
 * Forty sources of fifty pages each, all added at once, read by one server in one process while somebody works in it: whether reading
 * starves the people. The sites stand in this process.
 */
export async function benchWatching(log: (text: string) => void): Promise<WatchingFigures> {
  const sites = await Promise.all(
    Array.from({ length: sources }, () => startFaultsSite({ pages: pagesEach - 1, share: 0 })),
  );
  const hosts = sites.map(({ origin }) => new URL(origin).host).join(",");
  const app = await startAppServer({ OUTRIDER_DEMO: "1", OUTRIDER_CRAWL_ALLOW: hosts });
  try {
    const read = async <T>(path: string): Promise<T> => {
      const reply = await fetch(`${app.url}/api/v1${path}`, { headers: { authorization: `Bearer ${app.apiKey}` } });
      if (!reply.ok) throw new Error(`${path} answered ${reply.status}`);
      return (await reply.json()) as T;
    };
    const rss = async () => rssMbOf(app.pid);
    await sample(read, async () => false, 3_000);
    const idle = await sample(read, async () => false, idleMs);
    const rssMbIdle = await rss();
    log(`idle: p95 ${round(percentile(idle, 0.95))} ms, ${rssMbIdle} MB`);
    const began = performance.now();
    const runs = await Promise.all(
      sites.map(async ({ origin }) => {
        const source = await app.post<{ lastRun: { id: string } }>("/sources", {
          url: `${origin}/`,
          kind: "site",
          budget: { pages: pagesEach + 10, depth: 1 },
        });
        return source.lastRun.id;
      }),
    );
    let rssMbPeak = 0;
    const left = new Set(runs);
    let [pages, failed] = [0, 0];
    const hasEnded = async () => {
      rssMbPeak = Math.max(rssMbPeak, await rss());
      for (const id of [...left].slice(0, 2)) {
        const run = await read<{ status: string; counts: { pages: number; failed: number } }>(`/runs/${id}`);
        if (run.status === "queued" || run.status === "running") continue;
        left.delete(id);
        pages += run.counts.pages;
        failed += run.counts.failed;
      }
      return left.size === 0;
    };
    const busy = await sample(read, hasEnded, 900_000);
    const seconds = (performance.now() - began) / 1000;
    log(
      `${pages} pages in ${Math.round(seconds)} s, busy: p95 ${round(percentile(busy, 0.95))} ms, peak ${rssMbPeak} MB`,
    );
    await new Promise((rested) => setTimeout(rested, restMs));
    const rested = await sample(read, async () => false, idleMs);
    const [emptyP95, busyP95, restP95] = [idle, busy, rested].map((times) => percentile(times, 0.95)) as [
      number,
      number,
      number,
    ];
    return {
      sources,
      pages,
      failed,
      seconds: round(seconds),
      emptyP95Ms: round(emptyP95),
      busyP95Ms: round(busyP95),
      restP95Ms: round(restP95),
      busyToRest: round(busyP95 / restP95),
      busyToEmpty: round(busyP95 / emptyP95),
      rssMbIdle,
      rssMbPeak,
      rssMbAfter: await rss(),
    };
  } finally {
    await app.stop();
    await Promise.all(sites.map((site) => site.close()));
  }
}

/** One read every 50 ms until the time is over or the work is done; how long each took. */
async function sample(
  read: (path: string) => Promise<unknown>,
  hasEnded: () => Promise<boolean>,
  longestMs: number,
): Promise<number[]> {
  const times: number[] = [];
  const began = performance.now();
  let askedAt = began;
  while (performance.now() - began < longestMs) {
    const at = performance.now();
    await read("/sources?limit=50");
    times.push(performance.now() - at);
    if (performance.now() - askedAt > 1_000) {
      askedAt = performance.now();
      if (await hasEnded()) break;
    }
    await new Promise((next) => setTimeout(next, 50));
  }
  return times;
}

async function rssMbOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
