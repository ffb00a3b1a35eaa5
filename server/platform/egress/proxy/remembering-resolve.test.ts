import { expect, it } from "vitest";
import { rememberingResolve } from "./remembering-resolve";

it("asks about a name once a minute, about one that is not there again after ten seconds, and together once", async () => {
  let now = 0;
  const asked: string[] = [];
  const resolve = rememberingResolve(
    async (name) => {
      asked.push(name);
      if (name === "no.example") throw new Error("no such name");
      return [{ address: "192.0.2.1", family: 4 }];
    },
    () => now,
  );
  const both = async () => {
    await Promise.all(Array.from({ length: 5 }, () => resolve("yes.example")));
    await Promise.allSettled(Array.from({ length: 5 }, () => resolve("no.example")));
  };
  await both();
  expect(asked).toEqual(["yes.example", "no.example"]);
  now = 11_000;
  await both();
  expect(asked).toEqual(["yes.example", "no.example", "no.example"]);
  now = 61_000;
  await both();
  expect(asked.filter((name) => name === "yes.example").length).toBe(2);
});
