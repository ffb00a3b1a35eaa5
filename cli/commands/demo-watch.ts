import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import type { QueryView } from "@/server/ask/schemas";
import type { ListOpportunitiesOutput } from "@/server/opportunities/list/schemas";
import type { ListChangesOutput } from "@/server/sources/changes/schemas";
import type { ListSourcesOutput, SourceDetail } from "@/server/sources/schemas";
import { type Api, ApiError } from "../api";
import { ask } from "./ask";
import { dueWords } from "./due-words";
import { runReport, waitForRun } from "./sources";

const script = "dist/sample-sites.mjs";
/** The sites stand on ports in a row, so that the server can be told of them before they are there. */
const siteCount = 10;
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

export type WatchedSource = SourceDetail & { report: ReturnType<typeof runReport> };

export interface PriceChange {
  run: ReturnType<typeof runReport>;
  change: string | null;
  answer: { question: string; before: string; staleSentences: number } | null;
}

/** Adds a source, follows its first run, or its next one when it is known, to the end. */
export async function watchSource(
  api: Api,
  url: string,
  name: string,
  tell: (text: string) => void,
  kind = "auto",
): Promise<WatchedSource> {
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
  for (const problem of run.problems) tell(`     ${problem.url}: ${problem.reason}`);
  return { ...source, report: runReport(run) };
}

/** What the notices of a source have become, with the tenders that are due next. */
export async function showFound(api: Api, sourceId: string, tell: (text: string) => void) {
  await untilEnded(api, ["read-source-notices"]);
  const list = await api.get<ListOpportunitiesOutput>("/opportunities", {
    source: sourceId,
    sort: "submission",
    limit: 3,
  });
  tell(`   ${list.total} opportunities stand in its notices. Due next:`);
  for (const one of list.opportunities) {
    tell(`     ${dueWords(one) || "no date"}  ${one.title}${one.buyer ? `, ${one.buyer}` : ""}`);
  }
  return { opportunities: list.total };
}

/** Asks for a price, changes it on the site, and shows what was noticed and which answer no longer holds. */
export async function changePrice(
  api: Api,
  sites: SampleSites,
  prices: WatchedSource,
  tell: (text: string) => void,
): Promise<PriceChange> {
  await untilEnded(api, ["read-snapshot"]);
  const asked = await ask(api, priceQuestion, { collectionIds: [prices.collection.id] });
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
  await untilEnded(api, ["read-snapshot"]);
  const { sentences } = await api.get<QueryView>(`/queries/${asked.id}`);
  const staleSentences = sentences.filter(({ freshness }) => freshness !== "current").length;
  if (staleSentences > 0) {
    tell(`   ${staleSentences} of the answer's sentences (${sentences.length}) rested on it: now marked as stale.`);
  }
  return {
    run: runReport(run),
    change,
    answer: sentence ? { question: priceQuestion, before: sentence.text, staleSentences } : null,
  };
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

/** What a run brought is read by jobs that follow one another; what these make is shown once the last of them has ended. */
async function untilEnded(api: Api, functionIds: readonly string[]): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    const waiting = await Promise.all(
      ["queued", "running"].map((status) =>
        api.get<{ jobs: { functionId: string }[] }>("/jobs", { status, limit: 200 }),
      ),
    );
    const isWaiting = waiting.some(({ jobs }) => jobs.some(({ functionId }) => functionIds.includes(functionId)));
    quiet = isWaiting ? 0 : quiet + 1;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function control(sites: SampleSites, change: object): Promise<void> {
  await fetch(`${sites.control}/__control`, { method: "POST", body: JSON.stringify(change) });
}
