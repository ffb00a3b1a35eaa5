import { expect, test } from "@playwright/test";
import { startApp } from "../../scripts/services/app.mjs";
import { startPostgres } from "../../scripts/services/postgres.mjs";
import { startRedis } from "../../scripts/services/redis.mjs";
import { startS3 } from "../../scripts/services/s3.mjs";
import { unsoundRecords } from "../suite/sound-records";

type App = Awaited<ReturnType<typeof startApp>>;
type Services = Awaited<ReturnType<typeof startServices>>;

async function startServices() {
  const [postgres, redis, s3] = await Promise.all([startPostgres(), startRedis(), startS3()]);
  const env = {
    DATABASE_URL: postgres.url,
    UPSTASH_REDIS_REST_URL: redis.url,
    UPSTASH_REDIS_REST_TOKEN: redis.token,
    STORAGE_URL: s3.storageUrl,
    OUTRIDER_SECRET: "two nodes share one secret, and this is the one",
  };
  return { env, redis, stop: () => Promise.all([postgres.stop(), redis.stop(), s3.stop()]) };
}

const document = `# Maintenance contract

The supplier answers a critical incident within 45 minutes, at any hour.

The contract runs for 36 months and can be extended once by 12 months.
`;

test.describe("two processes on one Postgres, one Redis and one file store", () => {
  test.describe.configure({ mode: "serial", timeout: 400_000 });
  let services: Services;
  let here: App;
  let there: App;
  let apiKey = "";

  const call = async (app: App, path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${apiKey}`, ...init.headers };
    const response = await fetch(`${app.url}/api/v1${path}`, { ...init, headers });
    const body = await response.json();
    expect(response.ok, JSON.stringify(body)).toBe(true);
    return body;
  };
  const json = (body: object): RequestInit => ({
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
  const eventsOf = async (app: App, queryId: string) =>
    (await call(app, `/queries/${queryId}/events?afterSeq=0`)).events;

  /** The stream of an answer once it has ended, as this node tells it; each number once and in order. */
  const endOf = async (app: App, queryId: string) => {
    await expect
      .poll(async () => (await eventsOf(app, queryId)).at(-1)?.type, { timeout: 240_000 })
      .toMatch(/done|failed/);
    const events: { seq: number; type: string }[] = await eventsOf(app, queryId);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    return events;
  };

  test.beforeAll(async () => {
    services = await startServices();
    here = await startApp({ env: services.env });
    there = await startApp({ env: services.env });
    const person = { email: "ana@example.com", password: "a long and private password", workspace: "Acme" };
    const made = await fetch(`${here.url}/api/v1/init`, json({ ...person, setupToken: here.setupToken() }));
    ({ apiKey } = await made.json());
    expect(apiKey).toMatch(/^ork_/);
  });

  test.afterAll(async () => {
    await Promise.allSettled([here?.stop(), there?.stop()]);
    await services?.stop();
  });

  test("a document uploaded through one is read and can be asked about through the other", async () => {
    await call(here, "/uploads?path=contract.md", { method: "POST", body: document });
    const documents = async () => (await call(there, "/documents")).documents;
    await expect.poll(async () => (await documents())[0]?.latest.status, { timeout: 120_000 }).toBe("ready");
    const { queryId } = await call(
      here,
      "/queries",
      json({ question: "How fast must a critical incident be answered?" }),
    );
    const events = await endOf(there, queryId);
    expect(events.map(({ type }) => type)).toContain("sentence");
    const answer = await call(there, `/queries/${queryId}`);
    expect(answer.citations.map(({ quote }: { quote: string }) => quote).join(" ")).toContain("45 minutes");
  });

  test("Redis may go: questions are answered all the same", async () => {
    await services.redis.kill();
    const { queryId } = await call(here, "/queries", json({ question: "For how many months does the contract run?" }));
    const events = await endOf(there, queryId);
    expect(events.at(-1)?.type).toBe("done");
    await services.redis.revive();
  });

  test("kill -9 of the node that was asked loses nothing: the other finishes", async () => {
    const { queryId } = await call(
      here,
      "/queries",
      json({ question: "Can the contract be extended, and how often?" }),
    );
    await here.kill();
    const events = await endOf(there, queryId);
    expect(events.at(-1)?.type).toBe("done");
    const answer = await call(there, `/queries/${queryId}`);
    const positions = answer.sentences.map(({ position }: { position: number }) => position);
    expect(new Set(positions).size).toBe(positions.length);
  });

  test("after all of that every record is sound", async () => {
    await there.end();
    expect(await unsoundRecords({ url: services.env.DATABASE_URL })).toEqual([]);
  });
});
