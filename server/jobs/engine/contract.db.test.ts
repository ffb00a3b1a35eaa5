import { NonRetriableError, RetryAfterError } from "inngest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase } from "@/drizzle/testing";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { embeddedDriver, serverDriver } from "./testing/driver";
import { waitFor } from "./testing/wait-for";

/**
 * What the functions may rely on, wherever they run. Against a real server: start it with `--retry-interval 1` and set
 * INNGEST_DEV to its URL; nothing here changes.
 */
const isServer = env.INNGEST_DEV?.startsWith("http") === true;
const database = isServer ? null : openTestDatabase();
const driver = isServer || !database ? serverDriver(env.INNGEST_DEV ?? "") : embeddedDriver(() => database());
const { client } = driver;
// A shared server runs other suites' functions too: names of events are this suite's own.
const scope = `contract-${newId().slice(-12)}`;
const named = (name: string) => `${scope}/${name}`;

/** What steps did, by the test that caused it. */
const seen = new Map<string, string[]>();
const results = new Map<string, unknown>();
function note(test: string, line: string): void {
  seen.set(test, [...(seen.get(test) ?? []), line]);
}
const linesOf = (test: string) => seen.get(test) ?? [];

interface ContractData {
  test: string;
  key?: string;
  [more: string]: unknown;
}
const dataOf = (event: { data?: unknown }) => event.data as ContractData;
const options = (id: string, more: object = {}) => ({
  id,
  triggers: [{ event: named(id) }],
  retries: 2 as const,
  ...more,
});

const flaky = client.createFunction(options("flaky"), async ({ event, step, attempt }) => {
  const { test } = dataOf(event);
  const one = await step.run("one", () => {
    note(test, "one");
    return 1;
  });
  const two = await step.run("two", () => {
    note(test, `two ${attempt}`);
    if (linesOf(test).filter((line) => line.startsWith("two")).length < 2) throw new Error("not yet");
    return one + 1;
  });
  const three = await step.run("three", () => {
    note(test, "three");
    return two + 1;
  });
  await step.run("end", () => {
    results.set(test, three);
  });
  return three;
});

const sleeper = client.createFunction(options("sleeper"), async ({ event, step }) => {
  const { test } = dataOf(event);
  const before = await step.run("before", () => Date.now());
  await step.sleep("nap", "1s");
  const between = await step.run("between", () => Date.now());
  await step.sleepUntil("until", new Date(between + 1100));
  await step.run("after", () => {
    results.set(test, [between - before, Date.now() - between]);
  });
});

const parallel = client.createFunction(options("parallel"), async ({ event, step }) => {
  const { test } = dataOf(event);
  const all = await Promise.all(
    [0, 1, 2, 3, 4].map((n) =>
      step.run(`part-${n}`, () => {
        note(test, `part-${n}`);
        return n * n;
      }),
    ),
  );
  await step.run("sum", () => {
    note(test, "sum");
    results.set(test, all);
  });
});

const waiter = client.createFunction(options("waiter"), async ({ event, step }) => {
  const { test, isAnswered } = dataOf(event);
  await step.run("ready", () => note(test, "ready"));
  const found = await step.waitForEvent("wait", {
    event: named("answered"),
    // One test answers and must never lose the race against the time; the other has nothing but the time.
    timeout: isAnswered ? "60s" : "2s",
    if: "event.data.key == async.data.key && async.data.size > 2",
  });
  await step.run("end", () => {
    results.set(test, found ? found.data : null);
  });
});

const sender = client.createFunction(options("sender"), async ({ event, step }) => {
  const { test, key } = dataOf(event);
  const [answer] = await Promise.all([
    step.waitForEvent("reply", { event: named("replied"), timeout: "10s", match: "data.key" }),
    step.sendEvent("ask", { name: named("replier"), data: { test, key } }),
  ]);
  await step.run("end", () => {
    results.set(test, answer ? "heard" : "not heard");
  });
});
const replier = client.createFunction(options("replier"), async ({ event, step }) => {
  await step.sendEvent("reply", { name: named("replied"), data: dataOf(event) });
});

const invoked = client.createFunction(options("invoked", { retries: 0 }), async ({ event, step }) => {
  const data = dataOf(event);
  if (data.isBad) throw new NonRetriableError("bad input");
  return step.run("double", () => Number(data.n) * 2);
});
const invoker = client.createFunction(options("invoker"), async ({ event, step }) => {
  const { test, isBad } = dataOf(event);
  const outcome = await step
    .invoke("call", { function: invoked, data: { test, n: 21, isBad } })
    .catch((error: Error) => `failed: ${error.message}`);
  await step.run("end", () => {
    results.set(test, outcome);
  });
});

const busy = new Map<string, number>();
const limited = client.createFunction(
  options("limited", { concurrency: [{ key: "event.data.key", limit: 1 }] }),
  async ({ event, step }) => {
    const { test, key = "" } = dataOf(event);
    await step.run("work", async () => {
      busy.set(key, (busy.get(key) ?? 0) + 1);
      note(test, `${key} ${busy.get(key)}`);
      await new Promise((fulfil) => setTimeout(fulfil, 80));
      busy.set(key, (busy.get(key) ?? 0) - 1);
    });
  },
);

const cancellable = client.createFunction(
  options("cancellable", { cancelOn: [{ event: named("stop"), match: "data.key" }] }),
  async ({ event, step }) => {
    const { test } = dataOf(event);
    await step.run("begin", () => note(test, "begin"));
    await step.sleep("long", "3s");
    await step.run("end", () => note(test, "end"));
  },
);
const onCancelled = client.createFunction(
  {
    id: "on-cancelled",
    triggers: [{ event: "inngest/function.cancelled", if: `event.data.function_id == '${client.id}-cancellable'` }],
  },
  async ({ event }) => {
    const data = event.data as { event: { data: ContractData }; error?: unknown };
    note(data.event.data.test, data.error === undefined ? "told" : "told with an error");
  },
);

const failing = client.createFunction(
  options("failing", {
    retries: 1,
    onFailure: async ({ error, event }: { error: Error; event: { data: { event: { data: ContractData } } } }) => {
      results.set(event.data.event.data.test, `handled: ${error.message}`);
    },
  }),
  async ({ event, step }) => {
    await step.run("break", () => {
      note(dataOf(event).test, "try");
      throw new Error("it always breaks");
    });
  },
);

const catching = client.createFunction(options("catching"), async ({ event, step }) => {
  const { test } = dataOf(event);
  const outcome = await step
    .run("refuse", () => {
      note(test, "refuse");
      throw new NonRetriableError("never mind");
    })
    .catch((error: Error) => `caught: ${error.message}`);
  await step.run("go-on", () => {
    results.set(test, outcome);
  });
});

const patient = client.createFunction(options("patient"), async ({ event, step }) => {
  const { test } = dataOf(event);
  await step.run("limited", () => {
    note(test, String(Date.now()));
    if (linesOf(test).length < 2) throw new RetryAfterError("slow down", 2000);
  });
  await step.run("end", () => {
    results.set(test, "done");
  });
});

const wobbly = client.createFunction(options("wobbly"), async ({ event, step, attempt }) => {
  const { test } = dataOf(event);
  await step.run("one", () => note(test, "one"));
  if (attempt < 1) throw new Error("outside a step");
  await step.run("end", () => {
    results.set(test, "done");
  });
});

const loop = client.createFunction(options("loop"), async ({ event, step }) => {
  const { test } = dataOf(event);
  let sum = 0;
  for (let n = 0; n < 40; n++) {
    sum += await step.run("add", () => {
      note(test, `add ${n}`);
      return n;
    });
  }
  await step.run("end", () => {
    results.set(test, sum);
  });
});

const unique = client.createFunction(options("unique", { idempotency: "event.data.key" }), async ({ event, step }) => {
  await step.run("once", () => note(dataOf(event).test, "ran"));
});
const plain = client.createFunction(options("plain"), async ({ event, step }) => {
  await step.run("once", () => note(dataOf(event).test, "ran"));
});

let ticks = 0;
const ticking = client.createFunction(
  { id: "ticking", triggers: [{ cron: "TZ=Europe/Paris * * * * *" }] },
  async () => {
    ticks++;
  },
);

const functions = [
  ...[flaky, sleeper, parallel, waiter, sender, replier, invoked, invoker, limited, cancellable, onCancelled, failing],
  ...[catching, patient, wobbly, loop, unique, plain, ticking],
];

async function trigger(id: string, data: Record<string, unknown> = {}): Promise<string> {
  const test = `${id}-${newId()}`;
  await client.send({ name: named(id), data: { test, key: test, ...data } });
  return test;
}
const resultOf = (test: string) =>
  waitFor(`the result of ${test}`, () => (results.has(test) ? { value: results.get(test) } : null)).then(
    ({ value }) => value,
  );
const pauseMs = (ms: number) => new Promise((fulfil) => setTimeout(fulfil, ms));

describe(`durable functions on the ${driver.kind}`, () => {
  beforeAll(() => driver.start(functions), 60_000);
  afterAll(() => driver.stop(), 30_000);

  it.concurrent("runs steps in order and only the failing one again", async () => {
    const test = await trigger("flaky");
    expect(await resultOf(test)).toBe(3);
    expect(linesOf(test).map((line) => line.split(" ")[0])).toEqual(["one", "two", "two", "three"]);
  });

  it.concurrent("sleeps for a time and until a time", async () => {
    const [nap, until] = (await resultOf(await trigger("sleeper"))) as [number, number];
    expect(nap).toBeGreaterThanOrEqual(900);
    expect(until).toBeGreaterThanOrEqual(900);
  });

  it.concurrent("runs parallel steps once each and then goes on", async () => {
    const test = await trigger("parallel");
    expect(await resultOf(test)).toEqual([0, 1, 4, 9, 16]);
    expect(linesOf(test).sort()).toEqual(["part-0", "part-1", "part-2", "part-3", "part-4", "sum"]);
  });

  it.concurrent("goes on with the event that it waited for, not with another", async () => {
    const test = await trigger("waiter", { isAnswered: true });
    await waitFor("the run to wait", () => linesOf(test).includes("ready"));
    await pauseMs(2000);
    await client.send([
      { name: named("answered"), data: { key: "somebody else", size: 9 } },
      { name: named("answered"), data: { key: test, size: 1 } },
      { name: named("answered"), data: { key: test, size: 3 } },
    ]);
    expect(await resultOf(test)).toEqual({ key: test, size: 3 });
  });

  it.concurrent("goes on with null when nobody answers in time", async () => {
    expect(await resultOf(await trigger("waiter"))).toBeNull();
  });

  it.concurrent("hears the answer to an event that it sends while it listens", async () => {
    expect(await resultOf(await trigger("sender"))).toBe("heard");
  });

  it.concurrent("invokes a function and gets its result", async () => {
    expect(await resultOf(await trigger("invoker"))).toBe(42);
  });

  it.concurrent("invokes a function and gets its error", async () => {
    expect(await resultOf(await trigger("invoker", { isBad: true }))).toContain("failed: ");
  });

  it.concurrent("holds a keyed limit while other keys go on", async () => {
    const test = `limited-${newId()}`;
    const keys = ["a", "b"].map((key) => `${key}-${test}`);
    await client.send([0, 1, 2].flatMap(() => keys.map((key) => ({ name: named("limited"), data: { test, key } }))));
    await waitFor("six runs", () => linesOf(test).length === 6);
    expect(linesOf(test).every((line) => line.endsWith(" 1"))).toBe(true);
  });

  it.concurrent("cancels a run on an event, tells of it, and lets others be", async () => {
    const [test, other] = [await trigger("cancellable"), await trigger("cancellable")];
    await waitFor("both to begin", () => linesOf(test).length > 0 && linesOf(other).length > 0);
    await pauseMs(300);
    await client.send({ name: named("stop"), data: { key: test } });
    await waitFor("the other to end", () => linesOf(other).includes("end"));
    await waitFor("the notice", () => linesOf(test).includes("told"));
    expect(linesOf(test)).toEqual(["begin", "told"]);
  });

  it.concurrent("calls onFailure after the last attempt", async () => {
    const test = await trigger("failing");
    expect(await resultOf(test)).toContain("it always breaks");
    expect(linesOf(test)).toEqual(["try", "try"]);
  });

  it.concurrent("lets a function catch a step that must not be tried again", async () => {
    const test = await trigger("catching");
    expect(await resultOf(test)).toBe("caught: never mind");
    expect(linesOf(test)).toEqual(["refuse"]);
  });

  it.concurrent("waits as long as a step asks before it tries again", async () => {
    const test = await trigger("patient");
    expect(await resultOf(test)).toBe("done");
    const [first, second] = linesOf(test).map(Number);
    expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(900);
  });

  it.concurrent("keeps finished steps when the function itself is tried again", async () => {
    const test = await trigger("wobbly");
    expect(await resultOf(test)).toBe("done");
    expect(linesOf(test)).toEqual(["one"]);
  });

  it.concurrent("runs a long loop of steps with one name, each once", async () => {
    const test = await trigger("loop");
    expect(await resultOf(test)).toBe(780);
    expect(linesOf(test)).toHaveLength(40);
  });

  it.concurrent("starts one run for events that share an idempotency key", async () => {
    const test = `unique-${newId()}`;
    for (let n = 0; n < 3; n++) await client.send({ name: named("unique"), data: { test, key: test } });
    await waitFor("one run", () => linesOf(test).length > 0);
    await pauseMs(1000);
    expect(linesOf(test)).toEqual(["ran"]);
  });

  it.concurrent("takes an event with one id once", async () => {
    const test = `plain-${newId()}`;
    for (let n = 0; n < 3; n++) await client.send({ id: test, name: named("plain"), data: { test } });
    await waitFor("one run", () => linesOf(test).length > 0);
    await pauseMs(1000);
    expect(linesOf(test)).toEqual(["ran"]);
  });

  it.concurrent("fires a schedule", { timeout: 150_000 }, async () => {
    await driver.turnMinute();
    await waitFor("the minute to turn", () => ticks > 0, 120_000);
  });
});
