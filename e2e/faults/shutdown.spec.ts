import { setTimeout as later } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { startApp } from "../../scripts/services/app.mjs";
import { lacking } from "../security/policies";
import { startFaultsSite } from "../sites/faults/faults-site";
import { unsoundRecords } from "../suite/sound-records";

const streams = 100;
const uploads = 20;
const pages = 60;

test("SIGTERM: not ready at once, streams ended, requests answered, the run handed over and finished by the next, exit 0 in time", async () => {
  test.setTimeout(300_000);
  const site = await startFaultsSite({ pages, share: 0 });
  const env = { OUTRIDER_DEMO: "1", OUTRIDER_CRAWL_ALLOW: new URL(site.origin).host };
  let app = await startApp({ env });
  const { data } = app;
  try {
    const person = { email: "ana@example.com", password: "a long and private password", workspace: "Acme" };
    const made = await fetch(`${app.url}/api/v1/init`, {
      method: "POST",
      body: JSON.stringify({ ...person, setupToken: app.setupToken() }),
      headers: { "content-type": "application/json" },
    });
    const authorization = `Bearer ${(await made.json()).apiKey}`;
    const call = async (path: string, body?: object) => {
      const headers = { authorization, "content-type": "application/json" };
      const init = body ? { method: "POST", body: JSON.stringify(body) } : {};
      return (await fetch(`${app.url}/api/v1${path}`, { headers, ...init })).json();
    };
    const wanted = { url: `${site.origin}/`, kind: "site", budget: { pages: pages + 100, depth: 1 } };
    const source = await call("/sources", wanted);
    const asked = () => site.requests.filter(({ path }) => path.startsWith("/page/"));
    await expect.poll(() => asked().length, { timeout: 120_000 }).toBeGreaterThan(5);

    const ends: Promise<string>[] = [];
    for (let one = 0; one < streams; one++) {
      const reply = await fetch(`${app.url}/api/live`, { headers: { authorization } });
      expect(reply.status).toBe(200);
      ends.push(reply.text());
    }
    // Files that are half sent when the signal comes.
    let goOn = () => {};
    const signalled = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const sent = Array.from({ length: uploads }, async (_, one) => {
      const body = new ReadableStream({
        async start(controller) {
          controller.enqueue(new TextEncoder().encode(`# Paper ${one}\n\n`));
          await signalled;
          await later(1_000 + one * 100);
          controller.enqueue(new TextEncoder().encode(`The supplier answers within ${one + 10} minutes.\n`));
          controller.close();
        },
      });
      const init = { method: "POST", headers: { authorization }, body, duplex: "half" } as RequestInit;
      return (await fetch(`${app.url}/api/v1/uploads?path=paper-${one}.md`, init)).status;
    });
    await later(500);

    const ended = app.end();
    const at = performance.now();
    goOn();
    await expect
      .poll(async () => (await fetch(`${app.url}/api/health/ready`).catch(() => null))?.status ?? 0, {
        timeout: 1_000,
        intervals: [50],
      })
      .toBe(503);
    const refused = await fetch(`${app.url}/api/live`, { headers: { authorization } });
    expect(refused.status).toBe(503);
    expect(lacking("own", refused.headers)).toEqual([]);
    const heard = await Promise.all(ends);
    expect(performance.now() - at).toBeLessThan(5_000);
    expect(heard.filter((text) => !text.includes("event: hello"))).toEqual([]);
    expect(await Promise.all(sent)).toEqual(Array.from({ length: uploads }, () => 201));
    const { code, ms } = await ended;
    expect(code, app.said()).toBe(0);
    expect(ms).toBeLessThan(25_000);

    app = await startApp({ env, data });
    const run = () => call(`/runs/${source.lastRun.id}`);
    await expect.poll(async () => (await run()).status, { timeout: 240_000 }).toBe("finished");
    const { counts, problems } = await run();
    expect(problems).toEqual([]);
    // The start page is one more.
    expect(counts.new).toBe(pages + 1);
    expect(asked().length).toBeLessThanOrEqual(pages + 2);
    const { documents } = await call("/documents?limit=200");
    const titles = (documents as { path: string }[])
      .map(({ path }) => path)
      .filter((path) => path.startsWith("paper-"));
    expect(titles).toHaveLength(uploads);
    await app.end();
    expect(await unsoundRecords({ dataFolder: data })).toEqual([]);
  } finally {
    await app.stop();
    await site.close();
  }
});
