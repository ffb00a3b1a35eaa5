import { writeFileSync } from "node:fs";
import { adoptDatabase, closeDatabase, openDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { startBazaarSite } from "@/e2e/sites/hostile/bazaar-site";
import { startHarbourSite } from "@/e2e/sites/hostile/harbour-site";
import { startHostileSite } from "@/e2e/sites/hostile/hostile-site";
import { startObservatorySite } from "@/e2e/sites/hostile/observatory-site";
import type { HostileSite } from "@/e2e/sites/hostile/start-among-sentinels";
import { type SiteDay, startWatchedSite } from "@/e2e/sites/vendors/watched-site";
import { type WatchedMake, watchedMakes } from "@/e2e/sites/watched-makes";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { allowSite, paste, readAgain, startJobs, untilQuiet } from "./portals/product";
import { scoreDay } from "./sites/score-day";
import { scoreFirst } from "./sites/score-first";
import { siteView, toldSince } from "./sites/view";

export interface SitesBenchOptions {
  /** Names of sites, with commas between; all if absent. */
  only?: string | undefined;
  databaseUrl?: string | undefined;
  /** Where every miss is written, in words, and below them what was told of each page. */
  out?: string | undefined;
  log?: ((line: string) => void) | undefined;
}

type Miss = (text: string) => void;

const hostileSites = {
  hostile: startHostileSite,
  bazaar: startBazaarSite,
  harbour: startHarbourSite,
  observatory: startObservatorySite,
};

/**
 * Vendors, job boards, feeds and hostile sites of different makes (e2e/sites), each added by nothing but its address, read by the
 * product's own jobs on a first day and three days after it, and compared with what stands there and what changed.
 */
export async function benchSites(options: SitesBenchOptions = {}) {
  const log = options.log ?? (() => undefined);
  const wanted = (name: string) => !options.only || options.only.split(",").includes(name);
  adoptDatabase(await openDatabase(options.databaseUrl ? { url: options.databaseUrl } : { dataDir: null }));
  const jobs = await startJobs();
  const misses: string[] = [];
  const told: string[] = [];
  const sites = [];
  try {
    const ctx = await aWorkspace();
    for (const name of Object.keys(watchedMakes) as WatchedMake[]) {
      if (!wanted(name)) continue;
      const own: string[] = [];
      const score = await readSite(
        ctx,
        name,
        (text) => own.push(`${name} ${text}`),
        (text) => told.push(`${name} ${text}`),
      );
      misses.push(...own);
      log(own.join("\n"));
      log(JSON.stringify(score));
      sites.push(score);
    }
    const hostile = [];
    for (const [name, start] of Object.entries(hostileSites)) {
      if (!wanted(name)) continue;
      const own: string[] = [];
      const score = { site: name, ...(await readHostile(ctx, start, (text) => own.push(`${name} ${text}`))) };
      misses.push(...own);
      log(own.join("\n"));
      log(JSON.stringify(score));
      hostile.push(score);
    }
    if (options.out) writeFileSync(options.out, `${[...misses, "", ...told].join("\n")}\n`);
    return { sites, hostile };
  } finally {
    await jobs.stop();
    await closeDatabase();
  }
}

async function readSite(ctx: WorkspaceContext, name: WatchedMake, miss: Miss, note: Miss) {
  const site = await startWatchedSite(watchedMakes[name]);
  const began = performance.now();
  try {
    allowSite(site);
    const source = await paste(ctx, site.address);
    await untilQuiet();
    const first = scoreFirst(site.origin, site.truth(0), await siteView(ctx, source.id), (text) => miss(`0: ${text}`));
    const requests = site.requests.length;
    const days = [];
    for (const day of [1, 2, 3] as SiteDay[]) {
      // The database reads its clock to the millisecond.
      const since = new Date(Date.now() - 5);
      site.set({ day });
      await readAgain(ctx, [source.id]);
      const told = await toldSince(ctx, source.id, since);
      for (const { isFolded, path, severity, kinds, summary } of told.changes)
        if (!isFolded) note(`${day}: told | ${path} | ${severity} | ${kinds.join(", ")} | ${summary}`);
      for (const remark of told.remarks) note(`${day}: remark | ${remark}`);
      // A value that will go to and fro is news when it does so first.
      const mayTell = day === 1 ? site.truth(2).flapping : [];
      const { pages, ...truth } = site.truth(day);
      const score = scoreDay(site.origin, { pages, ...truth }, told, mayTell, (text) => miss(`${day}: ${text}`));
      const kept = scoreFirst(site.origin, site.truth(day), await siteView(ctx, source.id), () => undefined);
      days.push({ day, ...score, pages: kept.pages, wanted: kept.wanted, records: kept.records });
    }
    const seconds = Math.round((performance.now() - began) / 1000);
    return { site: name, kind: source.kind, ...first, requests, days, seconds };
  } finally {
    await site.close();
  }
}

async function readHostile(ctx: WorkspaceContext, start: () => Promise<Omit<HostileSite, "set">>, miss: Miss) {
  const site = await start();
  const began = performance.now();
  try {
    allowSite(site);
    const source = await paste(ctx, site.address);
    await untilQuiet();
    const truth = { pages: site.pages, records: site.records, changes: [], emptied: [], flapping: [] };
    const view = await siteView(ctx, source.id);
    const first = scoreFirst(site.origin, truth, view, (text) => {
      if (!text.startsWith("other")) miss(text);
    });
    for (const contact of site.sentinels.contacts) miss(`contact outside | ${contact}`);
    const [run] = view.runs;
    const requests = site.requests.length;
    return {
      kind: source.kind,
      ...first,
      contactsOutside: site.sentinels.contacts.length,
      run: run?.status,
      reason: run?.reason,
      requests,
      mostOfOneTrap: mostOfOne(site.requests.map(({ path }) => path)),
      posted: site.requests.filter(({ method }) => method !== "GET").length,
      rssMb: Math.round(process.memoryUsage().rss / 2 ** 20),
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    await site.close();
  }
}

/** Requests of the kind of page that was asked for most. */
function mostOfOne(paths: readonly string[]): [string, number] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const top = path.split(/[/?]/)[1] ?? "";
    counts.set(top, (counts.get(top) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
}
