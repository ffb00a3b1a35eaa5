import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { sources } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import { env } from "@/lib/env";
import { inWorkspace } from "@/server/platform/workspace-context";
import { previewSource } from "@/server/sources/preview-source";
import { isClosedHost } from "@/server/sources/runs/site-robots";
import { allowSite } from "./testing/allow-site";
import { useScanning } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
useScanning();

const closed = env.OUTRIDER_CRAWL_CLOSED as Set<string>;
afterEach(() => closed.clear());

test("a host that was closed at its owner's request is asked nothing more, whatever the source is allowed", async () => {
  const site = await startSite<void>(
    {},
    ({ path }) =>
      path === "/"
        ? { body: `<main><h1>The yard</h1><p>${"We mend cranes of every make. ".repeat(20)}</p></main>` }
        : { status: 404 },
    () => {},
  );
  allowSite(site);
  const ctx = await aWorkspace();
  const url = `${site.origin}/`;
  const { source, run } = await watch(ctx, url, "site");
  expect(run.status).toBe("finished");

  closed.add("127.0.0.1");
  site.requests.splice(0);
  for (const robots of ["obey", "ignore"] as const) {
    await inWorkspace(ctx, (tx) => tx.update(sources).set({ robots }).where(eq(sources.id, source.id)));
    const { problems } = await scanAgain(ctx, source.id);
    expect(problems).toMatchObject([{ url, reason: expect.stringContaining("owner of this site has asked") }]);
  }
  await expect(previewSource(ctx, { url, kind: "auto" })).rejects.toThrow();
  expect(site.requests).toEqual([]);
  await site.close();
});

test("what lies below a closed host is closed with it, and nothing beside it", () => {
  closed.add("example.org");
  expect(["https://example.org/a", "https://shop.example.org/"].map(isClosedHost)).toEqual([true, true]);
  expect(["https://notexample.org/", "https://example.org.uk/"].map(isClosedHost)).toEqual([false, false]);
});
