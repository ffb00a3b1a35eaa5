import { and, eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { sourceRuns } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import type { RunningEngine } from "@/server/jobs/engine";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { createSource } from "@/server/sources/create-source";
import { requestScan } from "@/server/sources/runs/request-scan";
import { createSourceInput } from "@/server/sources/schemas";
import { allowSite } from "./testing/allow-site";
import { startEngine } from "./testing/start-engine";

vi.setConfig({ testTimeout: 600_000 });
openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine();
}, 240_000);
afterAll(() => engine.stop());

const sources = 40;
const mostAtOnce = 10;
const words = "We mend pumps, valves and gates of every make, and keep a van near each harbour of the coast.";

/** Three pages, each of which takes its time; says when it was asked first. */
async function aSlowSite(delayMs: number) {
  const asked: { path: string; at: number; isUnderWay: boolean }[] = [];
  const site = await startSite(
    {},
    async ({ path }) => {
      if (path === "/robots.txt" || path.includes("sitemap")) return { status: 404 };
      const request = { path, at: Date.now(), isUnderWay: true };
      asked.push(request);
      await new Promise((done) => setTimeout(done, delayMs));
      request.isUnderWay = false;
      const links = ["/one", "/two"].map((to) => `<a href="${to}">${to.slice(1)}</a>`).join(" ");
      return {
        body: `<html><head><title>${path}</title></head><body><main><h1>${path}</h1><p>${words}</p>${links}</main></body></html>`,
      };
    },
    () => {},
  );
  allowSite(site);
  return { ...site, asked };
}

async function watching(ctx: WorkspaceContext, url: string) {
  return createSource(ctx, createSourceInput.parse({ url, kind: "site", budget: { depth: 1 } }));
}

test("of forty sources that are read at once ten are under way, the others wait and are all read, and another workspace's is read at once", async () => {
  const { db } = await getDatabase();
  const sites = await Promise.all(Array.from({ length: sources }, () => aSlowSite(400)));
  const other = await aSlowSite(50);
  const [ctx, neighbour] = [await aWorkspace(), await aWorkspace()];
  const runsOf = (of: WorkspaceContext, ...statuses: ("queued" | "running" | "finished")[]) =>
    db
      .select()
      .from(sourceRuns)
      .where(and(eq(sourceRuns.workspaceId, of.workspace.id), inArray(sourceRuns.status, statuses)));
  for (const site of sites) await watching(ctx, `${site.origin}/`);
  const mine = await watching(neighbour, `${other.origin}/`);

  /** Calls that read a source of this workspace now. A run that sleeps, or waits for its next attempt, makes none. */
  const readingOf = async (of: WorkspaceContext) => {
    const [row] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from jobs.queue
        where function_id like '%scan-source' and leased_until > now() and keys::text like ${`%${of.workspace.id}%`}`,
    );
    return row?.n ?? 0;
  };
  let [mostUnderWay, mostRead] = [0, 0];
  const underWay = () => sites.filter(({ asked }) => asked.some((one) => one.isUnderWay)).length;
  const watcher = setInterval(() => {
    mostRead = Math.max(mostRead, underWay());
  }, 20);
  await expect
    .poll(async () => (await runsOf(ctx, "finished")).length, { timeout: 300_000, interval: 100 })
    .toBeGreaterThan(0);
  // The neighbour's first reading was asked for last, behind forty.
  await expect
    .poll(async () => (await runsOf(neighbour, "finished")).length, { timeout: 300_000, interval: 50 })
    .toBe(1);
  expect((await runsOf(ctx, "queued")).length).toBeGreaterThan(0);

  const pressed = Date.now();
  const before = other.asked.length;
  await requestScan(neighbour, mine.id);
  await expect.poll(() => other.asked.length, { timeout: 300_000, interval: 20 }).toBeGreaterThan(before);
  // Counted in what went first and not in seconds, which say more of the machine: what had its turn already, and one more for each of those.
  const started = other.asked[before]?.at ?? Number.POSITIVE_INFINITY;
  const begunMeanwhile = sites.filter(({ asked }) => {
    const [first] = asked;
    return first !== undefined && first.at > pressed && first.at < started;
  });
  expect(begunMeanwhile.length).toBeLessThanOrEqual(2 * mostAtOnce);
  expect((await runsOf(ctx, "queued")).length).toBeGreaterThan(0);

  await expect
    .poll(
      async () => {
        const [reading, done] = await Promise.all([readingOf(ctx), runsOf(ctx, "finished")]);
        mostUnderWay = Math.max(mostUnderWay, reading);
        return done.length;
      },
      { timeout: 300_000, interval: 100 },
    )
    .toBe(sources);
  clearInterval(watcher);
  expect(mostRead).toBeGreaterThan(3);
  expect(mostUnderWay).toBeGreaterThan(3);
  expect(mostUnderWay).toBeLessThanOrEqual(mostAtOnce);
  // A site is still busy with a request that its asker has given up.
  expect(mostRead).toBeLessThanOrEqual(mostAtOnce + 2);
  for (const { asked } of sites)
    expect([...new Set(asked.map(({ path }) => path))]).toEqual(expect.arrayContaining(["/", "/one", "/two"]));
  await Promise.all([...sites, other].map((site) => site.close()));
});
