import { setTimeout as later } from "node:timers/promises";
import { startApp } from "../../scripts/services/app.mjs";
import { startFaultsSite } from "../sites/faults/faults-site";
import { unsoundRecords } from "../suite/sound-records";

export interface KilledRun {
  pages: number;
  kills: number;
  /** Pages that the run did not bring, though the site served them. */
  lost: number;
  problems: number;
  /** Requests for pages, against the number of pages. */
  requests: number;
  ratio: number;
  /** Rows of the database that break an invariant. */
  unsound: string[];
}

const patience = 120_000;

/**
 * One run over a site of `pages` pages in the production build, whose whole process is killed (SIGKILL) `kills` times, evenly spread over the
 * pages and each time at any moment within a tenth of a second, and started again on the same data. Throws when the run does not end.
 */
export async function killARun({ pages, kills }: { pages: number; kills: number }): Promise<KilledRun> {
  const site = await startFaultsSite({ pages, share: 0 });
  const env = { OUTRIDER_DEMO: "1", OUTRIDER_CRAWL_ALLOW: new URL(site.origin).host };
  let app = await startApp({ env });
  const { data } = app;
  try {
    const apiKey = await setUp(app.url, app.setupToken());
    const call = async (path: string, init: RequestInit = {}) => {
      const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
      const reply = await fetch(`${app.url}/api/v1${path}`, { ...init, headers });
      return reply.json();
    };
    const wanted = { url: `${site.origin}/`, kind: "site", budget: { pages: pages + 100, depth: 1 } };
    const source = await call("/sources", { method: "POST", body: JSON.stringify(wanted) });
    const run = async () => call(`/runs/${source.lastRun.id}`);
    const asked = () => site.requests.filter(({ path }) => path.startsWith("/page/"));

    for (let kill = 0; kill < kills; kill++) {
      const goal = Math.floor(((kill + 0.5) / kills) * pages);
      await until(10, () => new Set(asked().map(({ path }) => path)).size >= goal);
      // At any moment, and not just when a request has reached the site, which would always cost one.
      await later(Math.random() * 100);
      await app.kill();
      app = await startApp({ env, data });
    }
    await until(200, async () => (await run()).status === "finished");
    const { counts, problems } = await run();
    const requests = asked().length;
    await app.end();
    const unsound = await unsoundRecords({ dataFolder: data });
    // The start page is one more.
    return {
      pages,
      kills,
      lost: pages + 1 - counts.new,
      problems: problems.length,
      requests,
      ratio: Math.round((requests / pages) * 1000) / 1000,
      unsound,
    };
  } finally {
    await app.stop();
    await site.close();
  }
}

async function setUp(url: string, setupToken: string): Promise<string> {
  const person = { email: "ana@example.com", password: "a long and private password", workspace: "Acme" };
  const made = await fetch(`${url}/api/v1/init`, {
    method: "POST",
    body: JSON.stringify({ ...person, setupToken }),
    headers: { "content-type": "application/json" },
  });
  return (await made.json()).apiKey;
}

async function until(everyMs: number, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`the run did not go on within ${patience / 1000} s`);
    await later(everyMs);
  }
}
