import { expect, test } from "vitest";
import { JoinedReads } from "./joined-reads";

/** A store whose reads end when told to, and how many of them began. */
function slowStore() {
  const store = { value: 0, begun: 0, ends: [] as (() => void)[] };
  const load = () => {
    store.begun++;
    const seen = store.value;
    return new Promise<number>((resolve) => store.ends.push(() => resolve(seen)));
  };
  return { store, load };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test("who comes during a read shares the next one, which sees all that was there when they asked", async () => {
  const { store, load } = slowStore();
  const reads = new JoinedReads<number>();
  const first = reads.read("a", load);
  store.value = 1;
  const later = Array.from({ length: 100 }, () => reads.read("a", load));
  store.ends[0]?.();
  expect(await first).toBe(0);
  await settle();
  expect(store.begun).toBe(2);
  // The second read is under way now: who comes from here on must not be given what it saw.
  store.value = 2;
  const last = reads.read("a", load);
  store.ends[1]?.();
  expect(await Promise.all(later)).toEqual(Array.from({ length: 100 }, () => 1));
  await settle();
  store.ends[2]?.();
  expect(await last).toBe(2);
});

test("different questions do not wait for one another, and a read that failed is no answer for the next", async () => {
  const reads = new JoinedReads<string>();
  let fail = (_error: Error) => {};
  const failing = reads.read("a", () => new Promise((_, reject) => (fail = reject)));
  const waiting = reads.read("a", async () => "fine");
  expect(await reads.read("b", async () => "other")).toBe("other");
  fail(new Error("lost"));
  await expect(failing).rejects.toThrow("lost");
  expect(await waiting).toBe("fine");
  await settle();
  expect(await reads.read("a", async () => "again")).toBe("again");
});
