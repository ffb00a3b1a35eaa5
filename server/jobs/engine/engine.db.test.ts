import { NonRetriableError } from "inngest";
import { afterEach, describe, expect, it } from "vitest";
import { outbox } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { inSystem } from "@/server/platform/workspace-context";
import { type RunningEngine, UnsupportedFunctionError } from "./index";
import { prune } from "./prune";
import { countJobs, getRun, listDeadLetters, listRuns } from "./queries";
import { brokenInvariants } from "./testing/crash";
import { createEmbedded } from "./testing/driver";
import { waitFor } from "./testing/wait-for";

const database = openTestDatabase();
const engines: RunningEngine[] = [];
const started = (engine: RunningEngine) => {
  engines.push(engine);
  return engine;
};
const pauseMs = (ms: number) => new Promise((fulfil) => setTimeout(fulfil, ms));
const testOf = (event: { data?: unknown }) => event.data as { n: number; tenant: string; isBad?: boolean };
/** What is not there cannot be counted by the tests that follow. */
const tables =
  "jobs.events, jobs.runs, jobs.steps, jobs.queue, jobs.pauses, jobs.schedules, jobs.dead_letters, public.outbox";

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop({ timeoutMs: 2000 });
  const broken = await brokenInvariants(database());
  await database().sql.unsafe(`truncate ${tables}`);
  expect(broken).toEqual([]);
});

const ended = (status: string) => async () => {
  const [row] = await database().sql<{ id: string }[]>`select id from jobs.runs where status = ${status} limit 1`;
  return row?.id;
};

describe("starting", () => {
  it("refuses a function that asks for what it does not do, by name", async () => {
    const { client, start } = createEmbedded("house");
    const throttled = client.createFunction(
      { id: "slow", triggers: [{ event: "x" }], throttle: { limit: 1, period: "1m" }, debounce: { period: "5s" } },
      () => {},
    );
    const refusal = await start([throttled], database()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnsupportedFunctionError);
    expect(String(refusal)).toContain("house-slow: ");
    expect(String(refusal)).toMatch(/throttle/);
    expect(String(refusal)).toMatch(/debounce/);
  });

  it("fails a run whose step it does not support, and says which", async () => {
    const { client, start } = createEmbedded();
    const signals = client.createFunction({ id: "signals", triggers: [{ event: "x" }] }, async ({ step }) => {
      await step.waitForSignal("sig", { signal: "s", timeout: "1m", onConflict: "fail" });
    });
    started(await start([signals], database()));
    await client.send({ name: "x" });
    const id = await waitFor("the failure", ended("failed"));
    expect((await inSystem((tx) => getRun(tx, id))).error).toMatchObject({
      message: expect.stringContaining("WaitForSignal"),
    });
  });
});

describe("intake", () => {
  it("takes what was announced, once, and not what was rolled back", async () => {
    const { client, start } = createEmbedded();
    const got: number[] = [];
    const listener = client.createFunction({ id: "l", triggers: [{ event: "told" }] }, async ({ event, step }) => {
      await step.run("note", () => got.push(testOf(event).n));
    });
    const engine = started(await start([listener], database(), { maxConcurrent: 1 }));
    await inSystem(async (tx) => {
      for (let n = 0; n < 5; n++) await tx.insert(outbox).values({ name: "told", data: { n } });
    });
    await inSystem(async (tx) => {
      await tx.insert(outbox).values({ name: "told", data: { n: 99 } });
      throw new Error("rolled back");
    }).catch(() => {});
    engine.wake();
    await waitFor("all five", () => got.length === 5);
    await pauseMs(150);
    expect(got.sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it("stores a send that is tried again under its seed once", async () => {
    const { client, fetch, start } = createEmbedded();
    const listener = client.createFunction({ id: "l", triggers: [{ event: "x" }] }, () => {});
    started(await start([listener], database()));
    const send = async () => {
      const answer = await fetch("http://localhost/e/key", {
        method: "POST",
        headers: { "x-inngest-event-id-seed": "1700000000000,AAAAAAAAAAAAAA==" },
        body: JSON.stringify([
          { name: "x", data: {} },
          { name: "x", data: {} },
        ]),
      });
      return answer.json();
    };
    expect(await send()).toEqual(await send());
    const [count] = await database().sql<{ n: number }[]>`select count(*)::int as n from jobs.events`;
    expect(count?.n).toBe(2);
  });
});

describe("failing", () => {
  it("keeps a dead letter with its reason, and replays it without running finished steps again", async () => {
    const { client, start } = createEmbedded();
    const seen: string[] = [];
    let isBroken = true;
    const work = client.createFunction({ id: "work", triggers: [{ event: "x" }], retries: 1 }, async ({ step }) => {
      await step.run("first", () => seen.push("first"));
      await step.run("second", () => {
        seen.push("second");
        if (isBroken) throw new Error("the printer is on fire");
      });
    });
    const engine = started(await start([work], database()));
    await client.send({ name: "x" });
    const failed = await waitFor("the failure", ended("failed"));
    const [letter] = await inSystem((tx) => listDeadLetters(tx, { isOpen: true }));
    expect(letter).toMatchObject({ runId: failed, stepName: "second", reason: "the printer is on fire" });
    isBroken = false;
    const again = await engine.replayDeadLetter(letter?.id ?? "");
    expect(await engine.replayDeadLetter(letter?.id ?? "")).toBe(again);
    expect(await waitFor("the replay", ended("completed"))).toBe(again);
    expect(seen).toEqual(["first", "second", "second", "second"]);
    expect(await inSystem((tx) => listDeadLetters(tx, { isOpen: true }))).toEqual([]);
    expect((await inSystem((tx) => countJobs(tx))).runs).toMatchObject({ completed: 1, failed: 1 });
  });

  it("gives up on a poison job after its attempts while its neighbours go on", async () => {
    const { client, start } = createEmbedded();
    let [attempts, done] = [0, 0];
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "x" }], retries: 4 },
      async ({ event, step }) => {
        await step.run("do", () => {
          if (testOf(event).isBad) {
            attempts++;
            throw new Error("always");
          }
          done++;
        });
      },
    );
    started(await start([work], database(), { maxConcurrent: 2 }));
    await client.send([{ name: "x", data: { isBad: true } }, ...[1, 2, 3, 4].map((n) => ({ name: "x", data: { n } }))]);
    await waitFor("the failure", ended("failed"));
    await waitFor("the neighbours", () => done === 4);
    expect(attempts).toBe(5);
  });

  it("saves results that jsonb cannot hold as they are", async () => {
    const { client, start } = createEmbedded();
    const results: unknown[] = [];
    const work = client.createFunction({ id: "work", triggers: [{ event: "x" }], retries: 0 }, async ({ step }) => {
      const text = await step.run("bad", () => "a\u0000b\ud800");
      await step.sleep("a while", "1s");
      await step.run("note", () => results.push(text));
    });
    started(await start([work], database()));
    await client.send({ name: "x" });
    await waitFor("the end", ended("completed"));
    expect(results).toHaveLength(1);
  });

  it("does not count a run as failed that was cancelled, and throws away what was running", async () => {
    const { client, start } = createEmbedded();
    let [begun, ended_] = [0, 0];
    const work = client.createFunction({ id: "work", triggers: [{ event: "x" }] }, async ({ step }) => {
      await step.run("long", async () => {
        begun++;
        await pauseMs(300);
      });
      await step.run("never", () => {
        ended_++;
      });
    });
    const engine = started(await start([work], database()));
    await client.send({ name: "x" });
    await waitFor("the step", () => begun === 1);
    const [run] = await inSystem((tx) => listRuns(tx));
    expect(await engine.cancelRun(run?.id ?? "")).toBe(true);
    expect(await engine.cancelRun(run?.id ?? "")).toBe(false);
    await waitFor("the call to end", () => engine.activeCount() === 0);
    expect(ended_).toBe(0);
    expect(await inSystem((tx) => listRuns(tx, { status: "cancelled" }))).toHaveLength(1);
  });

  it("passes over a function that is gone and tells why", async () => {
    const first = createEmbedded("same");
    const gone = first.client.createFunction({ id: "gone", triggers: [{ event: "x" }] }, async ({ step }) => {
      await step.sleep("long", "1s");
    });
    const engine = await first.start([gone], database());
    await first.client.send({ name: "x" });
    await waitFor("the sleep", async () => (await inSystem((tx) => countJobs(tx))).runs.running === 1);
    await engine.stop();
    const second = createEmbedded("same");
    started(
      await second.start(
        [second.client.createFunction({ id: "other", triggers: [{ event: "y" }] }, () => {})],
        database(),
      ),
    );
    await waitFor("the failure", ended("failed"));
    const [letter] = await inSystem((tx) => listDeadLetters(tx));
    expect(letter?.reason).toContain('"same-gone" is not part of this version');
  });

  it("lets go on the run that invoked one which was refused", async () => {
    const { client, start } = createEmbedded();
    let message = "";
    const child = client.createFunction({ id: "child", triggers: [{ event: "c" }] }, () => {
      throw new NonRetriableError("no");
    });
    const parent = client.createFunction({ id: "parent", triggers: [{ event: "p" }] }, async ({ step }) => {
      await step.invoke("call", { function: child, data: {} }).catch((error: Error) => {
        message = error.message;
      });
    });
    started(await start([child, parent], database()));
    await client.send({ name: "p" });
    await waitFor("the parent", ended("completed"));
    expect(message).toContain("no");
  });
});

describe("sharing", () => {
  it("gives a newcomer the next place, however long another's queue is", async () => {
    const { client, start } = createEmbedded();
    const order: string[] = [];
    const work = client.createFunction({ id: "work", triggers: [{ event: "x" }] }, async ({ event, step }) => {
      await step.run("do", async () => {
        order.push(testOf(event).tenant);
        await pauseMs(10);
      });
    });
    const engine = started(
      await start([work], database(), { maxConcurrent: 1, shareKeyOf: (event) => String(event.data.tenant) }),
    );
    await client.send(Array.from({ length: 40 }, () => ({ name: "x", data: { tenant: "big" } })));
    await waitFor("some of the big one's", () => order.length >= 3);
    await client.send([1, 2, 3].map(() => ({ name: "x", data: { tenant: "small" } })));
    const before = order.length;
    await waitFor("the small one's", () => order.filter((tenant) => tenant === "small").length === 3);
    engine.wake();
    // Three turns each, and at most the one that was running.
    expect(order.length - before).toBeLessThanOrEqual(8);
    await waitFor("everything", () => order.length === 43);
  });

  it("runs what is urgent first", async () => {
    const { client, start } = createEmbedded();
    const order: number[] = [];
    const work = client.createFunction(
      { id: "work", triggers: [{ event: "x" }], priority: { run: "event.data.n" } },
      async ({ event, step }) => {
        await step.run("do", () => order.push(testOf(event).n));
      },
    );
    const engine = started(await start([work], database(), { maxConcurrent: 1 }));
    await client.send([0, 10, 300].map((n) => ({ name: "x", data: { n } })));
    engine.wake();
    await waitFor("all", () => order.length === 3);
    expect(order).toEqual([300, 10, 0]);
  });

  it("lets two engines share one database without doing anything twice or breaking a limit", async () => {
    const begun = new Map<string, number>();
    const busy = new Map<string, number>();
    let highest = 0;
    const build = () => {
      const parts = createEmbedded("pair");
      const work = parts.client.createFunction(
        { id: "work", triggers: [{ event: "x" }], concurrency: [{ key: "event.data.tenant", limit: 1 }] },
        async ({ event, step, runId }) => {
          const { tenant } = testOf(event);
          for (let n = 0; n < 4; n++) {
            await step.run(`s${n}`, async () => {
              begun.set(`${runId} ${n}`, (begun.get(`${runId} ${n}`) ?? 0) + 1);
              busy.set(tenant, (busy.get(tenant) ?? 0) + 1);
              highest = Math.max(highest, busy.get(tenant) ?? 0);
              await pauseMs(5);
              busy.set(tenant, (busy.get(tenant) ?? 0) - 1);
            });
          }
          await Promise.all(
            [0, 1, 2].map((n) =>
              step.run(`p${n}`, () => begun.set(`${runId} p${n}`, (begun.get(`${runId} p${n}`) ?? 0) + 1)),
            ),
          );
        },
      );
      return { ...parts, work };
    };
    const [one, two] = [build(), build()];
    // In one process the embedded database is shared as a server would be.
    const shared = { ...database(), kind: "postgres" as const };
    started(await one.start([one.work], shared, { maxConcurrent: 4 }));
    started(await two.start([two.work], shared, { maxConcurrent: 4 }));
    const send = (client: typeof one.client, from: number) =>
      client.send(Array.from({ length: 10 }, (_none, n) => ({ name: "x", data: { tenant: `t${(from + n) % 4}` } })));
    await Promise.all([send(one.client, 0), send(two.client, 10)]);
    await waitFor("all runs", async () => (await inSystem((tx) => countJobs(tx))).runs.completed === 20);
    expect(highest).toBe(1);
    expect(begun.size).toBe(140);
    expect([...begun.values()].every((times) => times === 1)).toBe(true);
  });

  it("fires a slot of a schedule once, whoever is there", async () => {
    const fired: string[] = [];
    const build = () => {
      const parts = createEmbedded("cron");
      const tick = parts.client.createFunction({ id: "tick", triggers: [{ cron: "* * * * *" }] }, async ({ event }) => {
        fired.push(String((event.data as { fireAt?: string }).fireAt));
      });
      return { ...parts, tick };
    };
    const shared = { ...database(), kind: "postgres" as const };
    const engines = [];
    for (const { start, tick } of [build(), build()]) engines.push(started(await start([tick], shared)));
    for (const due of [1, 2, 3]) {
      // As if the minute had turned, for both at once.
      await database().sql`update jobs.schedules set next_at = now() - make_interval(mins => ${4 - due})`;
      for (const engine of engines) engine.wake();
      await waitFor(`slot ${due}`, () => fired.length >= due);
    }
    await waitFor("all runs to end", async () => (await inSystem((tx) => countJobs(tx))).runs.completed >= 3);
    expect(fired.length).toBe(3);
    expect(new Set(fired).size).toBe(3);
  });
});

describe("leases", () => {
  it("refuses a checkpoint from a call whose lease has passed to another", async () => {
    const { client, start } = createEmbedded();
    const [begun, saved]: [number[], string[]] = [[], []];
    const work = client.createFunction({ id: "work", triggers: [{ event: "x" }] }, async ({ step }) => {
      const who = await step.run("slow", async () => {
        begun.push(begun.length);
        const me = `call ${begun.length}`;
        // The first is done while the second, which has the lease by then, is still at it.
        await pauseMs(begun.length === 1 ? 400 : 1200);
        return me;
      });
      await step.run("after", () => saved.push(who));
    });
    const engine = started(await start([work], database()));
    await client.send({ name: "x" });
    await waitFor("the first call", () => begun.length === 1);
    // As if this process had been held up for longer than its lease, and another had taken over.
    await database().sql`update jobs.queue set leased_until = null, lease_owner = null`;
    engine.wake();
    await waitFor("the end", ended("completed"));
    await waitFor("the late call to end", () => engine.activeCount() === 0);
    expect(saved).toEqual(["call 2"]);
  });

  it("gives back what it holds when it is stopped, for the next one to finish", async () => {
    const first = createEmbedded("handover");
    const seen: string[] = [];
    const build = ({ client }: ReturnType<typeof createEmbedded>, ms: number) =>
      client.createFunction({ id: "work", triggers: [{ event: "x" }] }, async ({ step }) => {
        await step.run("one", () => seen.push("one"));
        await step.run("two", async () => {
          seen.push("two");
          await pauseMs(ms);
        });
        await step.run("three", () => seen.push("three"));
      });
    const engine = await first.start([build(first, 1500)], database());
    await first.client.send({ name: "x" });
    await waitFor("the second step", () => seen.includes("two"));
    await engine.stop({ timeoutMs: 50 });
    const second = createEmbedded("handover");
    started(await second.start([build(second, 0)], database()));
    await waitFor("the end", ended("completed"));
    await pauseMs(1600);
    expect(seen).toEqual(["one", "two", "two", "three"]);
  });
});

describe("keeping house", () => {
  it("lists runs by page and shows one with its steps", async () => {
    const { client, start } = createEmbedded();
    const work = client.createFunction({ id: "work", triggers: [{ event: "x" }] }, async ({ event, step }) => {
      await step.run("double", () => testOf(event).n * 2);
      return "done";
    });
    started(await start([work], database(), { shareKeyOf: (event) => (event.data.n === 1 ? "one" : "rest") }));
    for (let n = 0; n < 5; n++) await client.send({ name: "x", data: { n } });
    await waitFor("all", async () => (await inSystem((tx) => countJobs(tx))).runs.completed === 5);
    const first = await inSystem((tx) => listRuns(tx, { limit: 3 }));
    const rest = await inSystem((tx) => listRuns(tx, { limit: 3, before: first.at(-1)?.id ?? "" }));
    expect([first.length, rest.length]).toEqual([3, 2]);
    expect(new Set([...first, ...rest].map(({ id }) => id)).size).toBe(5);
    const [mine] = await inSystem((tx) => listRuns(tx, { shareKey: "one" }));
    const run = await inSystem((tx) => getRun(tx, mine?.id ?? ""));
    expect(run).toMatchObject({ output: "done", steps: [{ name: "double", status: "done", output: { data: 2 } }] });
    await expect(inSystem((tx) => getRun(tx, newId()))).rejects.toThrow("does not exist");
  });

  it("removes what is older than its keep, and nothing that is under way", async () => {
    const { client, start } = createEmbedded();
    const quick = client.createFunction({ id: "quick", triggers: [{ event: "x" }] }, async ({ step }) => {
      await step.run("a", () => 1);
    });
    const long = client.createFunction({ id: "long", triggers: [{ event: "x" }] }, async ({ step }) => {
      await step.sleep("long", "1h");
    });
    const engine = await start([quick, long], database());
    await client.send({ name: "x" });
    await waitFor("the end", ended("completed"));
    await waitFor("the sleep", async () => (await inSystem((tx) => countJobs(tx))).runs.running === 1);
    await engine.stop();
    await database()
      .sql`update jobs.runs set created_at = now() - interval '40 days', ended_at = ended_at - interval '40 days'`;
    await database().sql`update jobs.events set received_at = now() - interval '40 days'`;
    expect(await prune(database(), 30)).toBe(2);
    expect((await inSystem((tx) => countJobs(tx))).runs).toMatchObject({ completed: 0, running: 1 });
  });
});
