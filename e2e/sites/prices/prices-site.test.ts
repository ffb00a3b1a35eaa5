import { afterEach, beforeEach, expect, it } from "vitest";
import type { Site } from "../ground/start-site";
import { type PricesChange, startPricesSite } from "./prices-site";

let site: Site<PricesChange>;
beforeEach(async () => {
  site = await startPricesSite({ now: new Date("2031-10-20T10:00:00Z") });
});
afterEach(() => site.close());

const text = async (path: string) => (await fetch(site.origin + path)).text();

it("shows its plans in three currencies as their readers write them", async () => {
  expect(await text("/pricing")).toContain("£189");
  expect(await text("/pricing?currency=EUR")).toContain("1.050\u00a0€");
  expect(await text("/pricing?currency=usd")).toContain("$1,150");
});

it("changes one price on order and leaves the others", async () => {
  site.set({ prices: { team: { GBP: 209 } } });
  const page = await text("/pricing");
  expect(page).toContain("£209");
  expect(page).not.toContain("£189");
  expect(page).toContain("£39");
  expect(await text("/pricing?currency=EUR")).toContain("219\u00a0€");
});

it("differs on every request though nothing has changed, and is equal when the noise is off", async () => {
  expect(await text("/pricing")).not.toBe(await text("/pricing"));
  site.set({ isNoisy: false });
  expect(await text("/pricing")).toBe(await text("/pricing"));
});

it("announces news on its changelog", async () => {
  site.set({ announce: "Team now includes single sign-on." });
  expect(await text("/changelog")).toContain("Team now includes single sign-on.");
});
