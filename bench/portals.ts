import { writeFileSync } from "node:fs";
import { adoptDatabase, closeDatabase, openDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { type ProcurementSkin, procurementSkins, startProcurementSite } from "@/e2e/sites/procurement/procurement-site";
import { scoreDays } from "./portals/days";
import { allowSite, paste, problemsSince, startJobs, untilQuiet, viewOf } from "./portals/product";
import { scoreJoins, scorePortal, type WatchedPortal } from "./portals/score";

export interface PortalsBenchOptions {
  /** Names of portals, with commas between; all if absent. */
  only?: string | undefined;
  databaseUrl?: string | undefined;
  /** Where every miss is written, in words. */
  out?: string | undefined;
  log?: ((line: string) => void) | undefined;
}

/**
 * Procurement portals in the styles of several countries (e2e/sites/procurement), each added by nothing but its address, read by the
 * product's own jobs, and compared with what stands there.
 */
export async function benchPortals(options: PortalsBenchOptions = {}) {
  const log = options.log ?? (() => undefined);
  const all = Object.keys(procurementSkins) as ProcurementSkin[];
  const skins = options.only ? all.filter((name) => options.only?.split(",").includes(name)) : all;
  adoptDatabase(await openDatabase(options.databaseUrl ? { url: options.databaseUrl } : { dataDir: null }));
  const jobs = await startJobs();
  const misses: string[] = [];
  const miss = (text: string) => misses.push(text);
  const portals: WatchedPortal[] = [];
  try {
    const ctx = await aWorkspace();
    const began = performance.now();
    for (const skin of skins) {
      const site = await startProcurementSite(skin);
      allowSite(site);
      const source = await paste(ctx, site.listingUrl);
      log(`${skin}: taken for ${source.kind}`);
      portals.push({ skin, site, sourceId: source.id, pathOf: procurementSkins[skin].detailPath });
    }
    await untilQuiet();
    const view = await viewOf(ctx);
    for (const problem of await problemsSince(ctx, new Date(0))) miss(`first: problem | ${problem}`);
    const scores = portals.map((portal) => scorePortal(portal, portals, view, miss));
    const joins = scoreJoins(portals, view, miss);
    const days = await scoreDays(ctx, portals, miss);
    for (const score of [...scores, ...days]) log(Object.values(score).join("\t"));
    log(misses.join("\n"));
    if (options.out) writeFileSync(options.out, `${misses.join("\n")}\n`);
    return { portals: scores, joins, days, seconds: Math.round((performance.now() - began) / 1000) };
  } finally {
    await jobs.stop();
    await Promise.all(portals.map(({ site }) => site.close()));
    await closeDatabase();
  }
}
