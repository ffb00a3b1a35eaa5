import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { takeSlot } from "./host-slots";

const never = new AbortController().signal;

test("no more requests than allowed are under way at one host, and each has its turn", async () => {
  let [now, most, done] = [0, 0, 0];
  await Promise.all(
    Array.from({ length: 9 }, async () => {
      const leave = await takeSlot("https://slow.example", never, 3);
      most = Math.max(most, ++now);
      await sleep(20);
      now -= 1;
      done += 1;
      leave();
      leave();
    }),
  );
  expect([most, done]).toEqual([3, 9]);
});

test("hosts do not count together, and who is called off while waiting takes nothing", async () => {
  const leave = await takeSlot("https://one.example", never, 1);
  await takeSlot("https://two.example", never, 1);
  await expect(takeSlot("https://one.example", AbortSignal.timeout(30), 1)).rejects.toThrow();
  leave();
  await expect(takeSlot("https://one.example", AbortSignal.timeout(1_000), 1)).resolves.toBeTypeOf("function");
});
