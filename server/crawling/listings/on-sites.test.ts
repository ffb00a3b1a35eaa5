import { afterEach, describe, expect, it } from "vitest";
import { startEndlessSite } from "@/e2e/sites/endless/endless-site";
import { startPortalSite } from "@/e2e/sites/portal/portal-site";
import { startPricesSite } from "@/e2e/sites/prices/prices-site";
import { startRenamedSite } from "@/e2e/sites/renamed/renamed-site";
import { startTrapsSite } from "@/e2e/sites/traps/traps-site";
import { findListing } from "./find-listing";
import { findNextPage } from "./find-next-page";
import { learnSelector } from "./learn-selector";
import { readWithSelector } from "./read-with-selector";
import type { LearnedSelector, ListingRecord, NextPage } from "./types";

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

/** Follows a listing to its end, as a crawler would, and at most for twelve pages. */
async function walk(start: string): Promise<ListingRecord[]> {
  const records: ListingRecord[] = [];
  let step: NextPage | null = { kind: "link", url: start };
  for (let count = 0; step && count < 12; count++) {
    const { url, init } = requestFor(step);
    const html: string = await (await fetch(url, init)).text();
    records.push(...(findListing(html, url)?.records ?? []));
    step = findNextPage(html, url);
  }
  return records;
}

function requestFor(step: NextPage): { url: string; init?: RequestInit } {
  if (step.kind === "form")
    return { url: step.action, init: { method: step.method, body: new URLSearchParams(step.fields) } };
  if (step.kind === "turn" || !step.url) throw new Error("this step needs a browser");
  return { url: step.url };
}

describe("the sample portal", () => {
  it.each(["/tenders", "/search?q=", "/desk"])("%s is followed to its end, each tender once", async (path) => {
    const site = await startPortalSite();
    close = site.close;
    const records = await walk(site.origin + path);
    const expected = site.register.listed().map(({ slug, title }) => [title, `${site.origin}/tenders/${slug}`]);
    expect(records.map(({ title, url }) => [title, url])).toEqual(expected);
    expect(records.every(({ fields }) => fields.Buyer && fields.Deadline && fields.Value && fields.Reference)).toBe(
      true,
    );
  });

  it("has no listing on the page of one tender", async () => {
    const site = await startPortalSite();
    close = site.close;
    for (const { slug } of site.register.all()) {
      const url = `${site.origin}/tenders/${slug}`;
      expect(findListing(await (await fetch(url)).text(), url)).toBeNull();
    }
  });
});

it("reads a portal that was rebuilt overnight, in each of its skins", async () => {
  const site = await startRenamedSite();
  close = site.close;
  const url = `${site.origin}/tenders`;
  const read = async () => (await fetch(url)).text();
  const before = await read();
  const records = findListing(before, url)?.records ?? [];
  const selector = learnSelector(before, records, url) as LearnedSelector;
  expect(readWithSelector(before, selector, url)).toHaveLength(10);
  for (const skin of [1, 2, 3] as const) {
    site.set({ skin });
    const after = await read();
    const wrong = readWithSelector(after, selector, url);
    expect(wrong === null || wrong.every(({ title }, at) => title === records[at]?.title)).toBe(true);
    const found = findListing(after, url)?.records ?? [];
    expect(found.map(({ title, url: address }) => [title, address])).toEqual(
      records.map(({ title, url: address }) => [title, address]),
    );
    for (const name of ["Buyer", "Deadline", "Value"])
      expect(found.map(({ fields }) => fields[name])).toEqual(records.map(({ fields }) => fields[name]));
  }
});

it("sees that the endless lists go on, and how", async () => {
  const site = await startEndlessSite();
  close = site.close;
  const next = async (path: string) => findNextPage(await (await fetch(site.origin + path)).text(), site.origin + path);
  expect(await next("/more")).toEqual({ kind: "load_more", selector: "#load-more", url: `${site.origin}/part?page=2` });
  expect(await next("/scroll")).toEqual({ kind: "scroll", url: `${site.origin}/part?page=2` });
  const part = `${site.origin}/part?page=2`;
  expect(findListing(await (await fetch(part)).text(), part)?.records).toHaveLength(10);
});

it("reads the plans of a price page as records, testimonials and cookies left out", async () => {
  const site = await startPricesSite();
  close = site.close;
  const url = `${site.origin}/pricing`;
  const records = findListing(await (await fetch(url)).text(), url)?.records ?? [];
  expect(records.map(({ title, fields }) => [title, fields.amount])).toEqual([
    ["Starter", "£39 / month"],
    ["Team", "£189 / month"],
    ["Group", "£890 / month"],
  ]);
});

it("does not turn a calendar's months as pages", async () => {
  const site = await startTrapsSite({ now: new Date("2031-10-20T10:00:00Z") });
  close = site.close;
  const url = `${site.origin}/calendar/2031/10`;
  expect(findNextPage(await (await fetch(url)).text(), url)).toBeNull();
});
