import { afterEach, expect, it } from "vitest";
import { outbox } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { inSystem } from "@/server/platform/workspace-context";
import { waitFor } from "./engine/testing/wait-for";
import { type Relay, type RelayedEvent, relayBatch, startRelay } from "./relay";

const database = openTestDatabase();
const announceMany = (count: number) =>
  inSystem((tx) =>
    tx.insert(outbox).values(Array.from({ length: count }, (_none, n) => ({ name: "told", data: { n } }))),
  );
const waiting = async () => {
  const rows = await database().sql`select 1 from outbox where taken_at is null`;
  return rows.length;
};

let relay: Relay | null = null;
afterEach(async () => {
  await relay?.stop();
  relay = null;
  await database().sql`delete from outbox`;
});

it("keeps what the server does not take, and hands all of it over once it is back", async () => {
  const got: RelayedEvent[] = [];
  let [isDown, tries] = [true, 0];
  await announceMany(250);
  relay = startRelay(async (events) => {
    tries++;
    if (isDown) throw new Error("connection refused");
    got.push(...events);
  });
  await waitFor("some tries", () => tries >= 2);
  expect(await waiting()).toBe(250);
  isDown = false;
  await waitFor("everything", async () => (await waiting()) === 0);
  expect(new Set(got.map(({ id }) => id)).size).toBe(250);
  expect(got).toHaveLength(250);
});

it("sends again, under the same ids, what it could not mark as taken", async () => {
  await announceMany(3);
  const sends: string[][] = [];
  const send = async (events: RelayedEvent[]) => {
    sends.push(events.map(({ id }) => id));
    // As a kill between sending and marking.
    if (sends.length === 1) throw new Error("killed");
  };
  await relayBatch(send).catch(() => {});
  expect(await relayBatch(send)).toBe(3);
  expect(sends[1]).toEqual(sends[0]);
  expect(await relayBatch(send)).toBe(0);
});

it("asks again when the server has taken the call and says nothing, and stops though it is silent", async () => {
  const got: RelayedEvent[] = [];
  let [isDeaf, tries] = [true, 0];
  await announceMany(3);
  const send = (events: RelayedEvent[]) => {
    tries++;
    if (isDeaf) return new Promise(() => {});
    got.push(...events);
    return Promise.resolve();
  };
  relay = startRelay(send, 100);
  await waitFor("a second try", () => tries >= 2);
  await relay.stop();
  expect(await waiting()).toBe(3);
  isDeaf = false;
  relay = startRelay(send, 100);
  await waitFor("everything", async () => (await waiting()) === 0);
  expect(got).toHaveLength(3);
});
