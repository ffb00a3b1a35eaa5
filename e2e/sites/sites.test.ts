import { afterEach, describe, expect, it } from "vitest";
import { startControl } from "./control";
import { startEndlessSite } from "./endless/endless-site";
import { startPricesSite } from "./prices/prices-site";
import { startRenamedSite } from "./renamed/renamed-site";
import { startAllSites } from "./start-all-sites";
import { startTrapsSite } from "./traps/traps-site";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
function kept<T extends { close: () => Promise<void> }>(site: T): T {
  closers.push(site.close);
  return site;
}
const text = async (url: string) => (await fetch(url)).text();

describe("the endless lists", () => {
  it.each([
    ["/more", "data-url"],
    ["/scroll", "data-next-url"],
  ])("%s leads piece by piece through every tender once", async (path, attribute) => {
    const { origin, register } = kept(await startEndlessSite());
    let body = await text(origin + path);
    let next: string | null = new RegExp(`${attribute}="([^"]+)"`).exec(body)?.[1] ?? null;
    const seen: string[] = [];
    for (let piece = 0; piece < 20; piece++) {
      seen.push(...[...body.matchAll(/href="\/tenders\/([\w-]+)"/g)].map(([, slug]) => slug ?? ""));
      if (!next) break;
      const reply: Response = await fetch(origin + next);
      body = await reply.text();
      next = reply.headers.get("x-next") || null;
    }
    expect(seen.sort()).toEqual(
      register
        .all()
        .map(({ slug }) => slug)
        .sort(),
    );
  });
});

it("the renamed portal shows the same tenders in each of its skins, in other markup", async () => {
  const { origin, set } = kept(await startRenamedSite());
  const pages: string[] = [];
  for (const skin of [0, 1, 2, 3] as const) {
    set({ skin });
    pages.push(await text(`${origin}/tenders`));
  }
  const slugs = pages.map((body) => [...body.matchAll(/href="\/tenders\/([\w-]+)"/g)].map(([, slug]) => slug).join());
  expect(new Set(slugs).size).toBe(1);
  expect(new Set(pages).size).toBe(4);
});

it("the traps go on for ever and hold thirty pages", async () => {
  const { origin, truth } = kept(await startTrapsSite());
  expect(truth).toHaveLength(30);
  for (const path of truth) expect(await text(origin + path)).toContain("kilograms");
  expect(await text(`${origin}/archive?page=90000`)).toContain("page=90001");
  expect(await text(`${origin}/calendar/9999/12`)).toContain("/calendar/10000/1");
  expect(await text(`${origin}/list?sort=a&order=b&view=c`)).toContain("view=c&amp;order=b&amp;sort=a");
  const sid = async () => /sid=(\w+)/.exec(await text(origin))?.[1];
  expect(await sid()).not.toBe(await sid());
});

describe("the control door", () => {
  it("changes a site, and tells what was asked of it", async () => {
    const prices = kept(await startPricesSite());
    const control = kept(await startControl({ prices }));
    const post = (value: unknown, headers = {}) =>
      fetch(`${control.origin}/__control`, { method: "POST", body: JSON.stringify(value), headers });
    expect((await post({ site: "prices", set: { prices: { team: { GBP: 217 } } } })).status).toBe(200);
    expect(await text(`${prices.origin}/pricing`)).toContain("£217");
    expect(await (await fetch(`${control.origin}/__control`)).json()).toMatchObject({
      prices: [{ path: "/pricing", status: 200 }],
    });
    expect((await post({ site: "constructor", set: {} })).status).toBe(404);
    expect((await post("nonsense")).status).toBe(404);
  });

  it("refuses what a page in a browser sends", async () => {
    const prices = kept(await startPricesSite());
    const control = kept(await startControl({ prices }));
    const reply = await fetch(`${control.origin}/__control`, {
      method: "POST",
      body: "{}",
      headers: { origin: prices.origin },
    });
    expect(reply.status).toBe(403);
  });
});

it("starts all sites together, and each can be moved through the door", async () => {
  const { sites, control } = kept(await startAllSites({ now: new Date("2031-10-20T10:00:00Z") }));
  const changes = {
    portal: { publish: 1 },
    login: { publish: 1 },
    renamed: { skin: 2 },
    faults: { heal: true },
    prices: { isNoisy: false },
  };
  for (const [site, set] of Object.entries(changes)) {
    const reply = await fetch(`${control.origin}/__control`, { method: "POST", body: JSON.stringify({ site, set }) });
    expect([site, reply.status]).toEqual([site, 200]);
  }
  expect(sites.portal.register.listed()).toHaveLength(47);
  expect(await text(`${sites.portal.origin}/tenders`)).toContain("Network renewal in three hospitals");
});
