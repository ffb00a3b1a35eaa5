import { afterEach, expect, it } from "vitest";
import { type FaultKind, type FaultTruth, faultKinds } from "./fault-kinds";
import { type FaultsOptions, type FaultsSite, startFaultsSite } from "./faults-site";

let site: FaultsSite | undefined;
afterEach(async () => {
  await site?.close();
  site = undefined;
});

async function open(options: FaultsOptions): Promise<FaultsSite> {
  site = await startFaultsSite({ dripMs: 5, hugeBytes: 2_000_000, ...options });
  return site;
}

it("gives the same seed the same faults and another seed others", async () => {
  const first = (await open({ seed: 5 })).truth;
  await site?.close();
  const again = (await open({ seed: 5 })).truth;
  await site?.close();
  expect(again).toEqual(first);
  expect((await open({ seed: 6 })).truth).not.toEqual(first);
});

it("uses every kind of fault", async () => {
  const { truth } = await open({ pages: 100 });
  expect(new Set(truth.map(({ fault }) => fault)).size).toBe(Object.keys(faultKinds).length);
});

it("serves a recoverable page whole at exactly the attempt that the truth names", async () => {
  const { truth, origin } = await open({ pages: 60, share: 1 });
  for (const one of truth.filter(({ isRecoverable, fault }) => isRecoverable && fault !== "wrong_charset")) {
    let served = 0;
    for (let attempt = 1; attempt <= 6 && served === 0; attempt++) {
      if (await comesWhole(origin, one)) served = attempt;
    }
    expect([one.fault, served]).toEqual([one.fault, one.attempts]);
  }
});

it("never serves a page that cannot be recovered", async () => {
  const lost = (Object.keys(faultKinds) as FaultKind[]).filter((kind) => faultKinds[kind].attempts === null);
  const { truth, origin } = await open({ pages: lost.length, share: 1, kinds: lost });
  for (const one of truth) {
    for (let attempt = 1; attempt <= 3; attempt++)
      expect([one.fault, await comesWhole(origin, one)]).toEqual([one.fault, false]);
  }
});

it("lies about its charset in the header and tells the truth in the page", async () => {
  const { truth, origin } = await open({ pages: 1, share: 1, kinds: ["wrong_charset"] });
  const reply = await fetch(`${origin}/page/0`);
  expect(reply.headers.get("content-type")).toContain("utf-8");
  const body = Buffer.from(await reply.arrayBuffer()).toString("latin1");
  expect(body).toContain('charset="windows-1252"');
  expect(body).toContain(truth[0]?.text);
});

it("behaves after it was healed", async () => {
  const { truth, origin, set } = await open({ pages: 8, share: 1 });
  set({ heal: true });
  for (const one of truth) expect(await comesWhole(origin, one)).toBe(true);
});

/** Whether one request brings the page with its own sentence to its end. What comes byte by byte is given up. */
async function comesWhole(origin: string, { path, text }: FaultTruth): Promise<boolean> {
  const gone = new AbortController();
  try {
    const reply = await fetch(origin + path, { signal: gone.signal });
    if (reply.status !== 200 || !reply.body) return false;
    const pieces: Uint8Array[] = [];
    let small = 0;
    for await (const piece of reply.body) {
      pieces.push(piece);
      if (piece.length < 20) small += 1;
      if (small >= 10) return false;
    }
    return Buffer.concat(pieces).toString("utf8").includes(text);
  } catch {
    return false;
  } finally {
    gone.abort();
  }
}
