import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import type { QueryView } from "@/server/ask/schemas";
import type { ListChangesOutput } from "@/server/sources/changes/schemas";
import type { ListSourcesOutput, SourceDetail } from "@/server/sources/schemas";
import { type Api, ApiError } from "../api";
import { ask } from "./ask";
import { runReport, waitForRun } from "./sources";

const script = "dist/sample-sites.mjs";
/** The sites stand on ports in a row, so that the server can be told of them before they are there. */
const siteCount = 9;
const priceQuestion = "What does the Team plan cost per month?";

export interface SampleSites {
  portal: string;
  prices: string;
  control: string;
  stop(): void;
}

/** `host:port` of each sample site, the control door left out: the crawler has no business there. */
export function sampleEndpoints(firstPort: number): string {
  return Array.from({ length: siteCount - 1 }, (_, index) => `127.0.0.1:${firstPort + index}`).join(",");
}

/** Starts the sample portal and the sample competitor beside the demo; null when this installation has none. */
export async function startSampleSites(firstPort: number): Promise<SampleSites | null> {
  if (!existsSync(script)) return null;
  const sites: ChildProcess = spawn(process.execPath, [script, String(firstPort)], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (!sites.stdout) return null;
  const lines = createInterface({ input: sites.stdout });
  const first = await new Promise<string | null>((resolve) => {
    lines.once("line", resolve);
    sites.once("exit", () => resolve(null));
  });
  if (!first) return null;
  const { portal, prices, control } = JSON.parse(first) as { portal: string; prices: string; control: string };
  return { portal, prices, control, stop: () => void sites.kill("SIGTERM") };
}

export interface WatchReport {
  runs: ReturnType<typeof runReport>[];
  change: string | null;
  answer: { question: string; before: string; staleSentences: number } | null;
}

/** Watches both samples, asks for a price, changes it on the site, and shows what was noticed and which answer no longer holds. */
export async function watchSamples(api: Api, sites: SampleSites, tell: (text: string) => void): Promise<WatchReport> {
  const portal = await watch(api, `${sites.portal}/tenders`, "Westmarch tenders (sample)", tell);
  const prices = await watch(api, `${sites.prices}/pricing`, "Quillmark prices (sample)", tell, "pricing");
  const collectionIds = [prices.collection.id];
  await untilIndexed(api);
  const asked = await ask(api, priceQuestion, { collectionIds });
  const [sentence] = asked.sentences;
  if (sentence) tell(`   Asked: ${priceQuestion}\n   ${sentence.text}`);

  await control(sites, {
    site: "prices",
    set: { prices: { team: { GBP: 129 + (Math.floor(Date.now() / 1000) % 60) } } },
  });
  tell("   The competitor changes a price. Reading its page again …");
  const again = await api.send<{ id: string }>("POST", `/sources/${prices.id}/scan`, {});
  const run = await waitForRun(api, again.id, () => {});
  const { changes } = await api.get<ListChangesOutput>("/changes", { sourceId: prices.id, limit: 1 });
  const change = run.counts.changes > 0 ? (changes[0]?.summary ?? null) : null;
  if (change) tell(`   Noticed: ${change}`);
  const staleSentences = await countStale(api, asked.id);
  if (staleSentences > 0)
    tell(`   ${staleSentences} sentence of the answer above rested on it and is now marked as stale.`);
  return {
    runs: [portal.report, prices.report, runReport(run)],
    change,
    answer: sentence ? { question: priceQuestion, before: sentence.text, staleSentences } : null,
  };
}

async function watch(api: Api, url: string, name: string, tell: (text: string) => void, kind = "auto") {
  const source = await addOrFind(api, url, name, kind);
  tell(`   ${name}: ${source.kind}, ${url}`);
  const runId = source.lastRun?.id;
  if (!runId) throw new Error(`${name} was not read.`);
  let told = 0;
  const run = await waitForRun(api, runId, ({ counts }) => {
    if (counts.pages < told + 25) return;
    told = counts.pages;
    tell(`   ${String(counts.pages).padStart(4)} pages read, ${counts.waiting} waiting`);
  });
  tell(`   ${run.counts.pages} pages, ${run.counts.records} entries, ${run.counts.failed} errors`);
  return { ...source, report: runReport(run) };
}

/** A second demo finds what the first one added, and reads it again. */
async function addOrFind(api: Api, url: string, name: string, kind: string): Promise<SourceDetail> {
  try {
    return await api.send<SourceDetail>("POST", "/sources", { url, name, kind, tags: ["sample"] });
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 409) throw error;
    const { sources } = await api.get<ListSourcesOutput>("/sources", { text: name });
    const known = sources[0];
    if (!known) throw error;
    await api.send("POST", `/sources/${known.id}/scan`, {});
    return api.get<SourceDetail>(`/sources/${known.id}`);
  }
}

/** Captured pages are read by jobs of their own; a question asked before they are done would miss them. */
async function untilIndexed(api: Api): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const waiting = await Promise.all(
      ["queued", "processing"].map((status) => api.get<{ total: number }>("/documents", { status, limit: 1 })),
    );
    if (waiting.every(({ total }) => total === 0)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function countStale(api: Api, queryId: string): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const query = await api.get<QueryView>(`/queries/${queryId}`);
    const stale = query.sentences.filter(({ freshness }) => freshness !== "current").length;
    if (stale > 0) return stale;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return 0;
}

async function control(sites: SampleSites, change: object): Promise<void> {
  await fetch(`${sites.control}/__control`, { method: "POST", body: JSON.stringify(change) });
}
