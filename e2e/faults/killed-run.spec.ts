import { expect, test } from "@playwright/test";
import { startApp } from "../../scripts/services/app.mjs";
import { startFaultsSite } from "../sites/faults/faults-site";

const pages = 300;
const kills = 20;

test("a run of 300 pages that is killed twenty times loses no page and hardly asks for one twice", async () => {
  test.setTimeout(400_000);
  const site = await startFaultsSite({ pages, share: 0 });
  const env = { OUTRIDER_DEMO: "1", OUTRIDER_CRAWL_ALLOW: new URL(site.origin).host };
  let app = await startApp({ env });
  const { data } = app;
  try {
    const person = { email: "ana@example.com", password: "a long and private password", workspace: "Acme" };
    const json = (body: object) => ({
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
    const made = await fetch(`${app.url}/api/v1/init`, json({ ...person, setupToken: app.setupToken() }));
    const { apiKey } = await made.json();
    const call = async (
      path: string,
      init: { method?: string; body?: string; headers?: Record<string, string> } = {},
    ) => {
      const reply = await fetch(`${app.url}/api/v1${path}`, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${apiKey}` },
      });
      return reply.json();
    };
    const source = await call(
      "/sources",
      json({ url: `${site.origin}/`, kind: "site", budget: { pages: 400, depth: 1 } }),
    );
    const run = async () => call(`/runs/${source.lastRun.id}`);

    const asked = () => site.requests.filter(({ path }) => path.startsWith("/page/"));
    for (let kill = 0; kill < kills; kill++) {
      const goal = Math.floor(((kill + 0.5) / kills) * pages);
      await expect
        .poll(() => new Set(asked().map(({ path }) => path)).size, { timeout: 60_000, intervals: [10] })
        .toBeGreaterThanOrEqual(goal);
      // At any moment, and not just when a request has reached the site, which would always cost one.
      await new Promise((later) => setTimeout(later, Math.random() * 100));
      await app.kill();
      app = await startApp({ env, data });
    }
    await expect.poll(async () => (await run()).status, { timeout: 120_000 }).toBe("finished");
    const { counts, problems } = await run();
    expect(problems).toEqual([]);
    expect(counts.new).toBe(pages + 1);
    expect(asked().length).toBeLessThanOrEqual(pages * 1.05);
  } finally {
    await app.stop();
    await site.close();
  }
});
