import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { sources } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { type Reply, type Site, startSite } from "@/e2e/sites/ground/start-site";
import type { RunningEngine } from "@/server/jobs/engine";
import { inWorkspace } from "@/server/platform/workspace-context";
import { createSource } from "@/server/sources/create-source";
import { setCredential } from "@/server/sources/credentials/set-credential";
import { createSourceInput } from "@/server/sources/schemas";
import { allowSite } from "./testing/allow-site";
import { startEngine } from "./testing/start-engine";
import { scanAgain } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine();
}, 240_000);
afterAll(() => engine.stop());

const gapMs = 150;
/** Enough that nobody thinks a browser would show more. */
const words =
  "<p>Plans begin at 20 EUR a month, and there is more to be read here of what each of them holds.</p>".repeat(20);

/** A site that asks for patience, has maps, and lets nobody see its pages without signing in; it writes down when each request came. */
async function aPatientSite() {
  const came: { at: number; what: string }[] = [];
  const form = `<form method="post" action="/login"><input name="user"><input type="password" name="pass"><button>Sign in</button></form>`;
  const site: Site<void> = await startSite<void>(
    {},
    ({ path, method, cookies }): Reply => {
      if (path === "/robots.txt")
        return { body: `User-agent: *\nCrawl-delay: ${gapMs / 1000}\nSitemap: ${site.origin}/map.xml\n` };
      came.push({ at: performance.now(), what: `${method} ${path}` });
      if (path === "/map.xml") return { body: `<urlset><url><loc>${site.origin}/two</loc></url></urlset>` };
      if (path === "/login" && method === "POST")
        return { status: 303, headers: { location: "/welcome", "set-cookie": "in=1; Path=/" } };
      if (path === "/login" || path === "/wall") return { body: `<h1>Sign in</h1>${form}` };
      if (!cookies.in) return { status: 303, headers: { location: "/wall" } };
      return {
        body: `<main><h1>Page ${path}</h1>${words}</main>`,
      };
    },
    () => {},
  );
  allowSite(site);
  return { site, came };
}

test("ten workspaces that watch one host are one polite visitor: maps, walls, sign-ins and pages, each in its turn", async () => {
  const { site, came } = await aPatientSite();
  const watchers = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const ctx = await aWorkspace();
      const input = {
        url: `${site.origin}/one`,
        kind: "site",
        scanNow: false,
        budget: { pages: 2, depth: 1 },
      };
      const source = await createSource(ctx, createSourceInput.parse(input));
      await inWorkspace(ctx, (tx) => tx.update(sources).set({ pictures: "none" }).where(eq(sources.id, source.id)));
      const login = { loginUrl: `${site.origin}/login`, username: "ada", password: "otter-lantern-42" };
      await setCredential(ctx, { sourceId: source.id, ...login });
      return { ctx, source };
    }),
  );
  came.length = 0;
  const runs = await Promise.all(watchers.map(({ ctx, source }) => scanAgain(ctx, source.id)));
  expect(runs.map(({ status }) => status)).toEqual(runs.map(() => "finished"));
  for (const what of ["GET /map.xml", "GET /login", "POST /login", "GET /one", "GET /two"])
    expect(came.filter((one) => one.what === what).length, what).toBeGreaterThanOrEqual(10);
  // What a redirect leads to belongs to the request that was sent there, and is asked for at once.
  const inTurn = came.filter(({ what }) => !/\/(wall|welcome)$/.test(what));
  const gaps = inTurn.slice(1).map(({ at, what }, before) => ({ ms: at - (inTurn[before]?.at ?? 0), what }));
  // Never ahead of an even pace that began with the first, by more than one turn. Site and visitors share the threads of a busy machine here:
  // a request may be noticed late and the next one not, so single gaps say less.
  const began = inTurn[0]?.at ?? 0;
  const ahead = inTurn.map(({ at }, turn) => (turn - 1) * gapMs - (at - began));
  expect(Math.max(...ahead)).toBeLessThanOrEqual(0);
  expect(gaps.filter(({ ms }) => ms < gapMs * 0.6).length).toBeLessThanOrEqual(gaps.length / 10);
  await site.close();
});
