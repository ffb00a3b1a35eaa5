import { afterEach, expect, it } from "vitest";
import { startHarbourSite } from "./harbour-site";
import { harbourTraps } from "./harbour-traps";
import type { HostileSite } from "./start-among-sentinels";

let site: HostileSite | null = null;
afterEach(() => site?.close());
const plain = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** What a person sees: neither comments nor what is hidden, and nothing beside the main part. */
const seen = (body = "") =>
  (/<main>([\s\S]*?)<\/main>/.exec(body)?.[1] ?? "").replace(/<!--[\s\S]*?-->|<p style="display:none">.*?<\/p>/g, "");

it("the harbour shows its notices on the pages of its truth, beside commands and lures on each", async () => {
  site = await startHarbourSite();
  const bodies = new Map<string, string>();
  for (const path of site.pages) {
    const reply = await fetch(site.origin + path);
    expect([path, reply.status]).toEqual([path, 200]);
    bodies.set(path, plain(await reply.text()));
  }
  const missing = site.records.flatMap(({ page, title, values }) =>
    [title, ...values].filter((value) => !seen(bodies.get(page)).includes(value)),
  );
  expect(missing).toEqual([]);
  const lists = [bodies.get("/notices"), bodies.get("/notices?page=2")].join();
  for (const { page } of site.records) expect(lists).toContain(`href="${page}"`);
  const { sentinels } = site;
  for (const body of bodies.values()) {
    expect(sentinels.origins.some((origin) => body.includes(`${origin}/comment`))).toBe(true);
    expect(sentinels.origins.some((origin) => body.includes(`<base href="${origin}/">`))).toBe(true);
  }
  expect(sentinels.contacts).toEqual([]);
});

it("its redirects lead to addresses that count whoever calls, and into networks of others", async () => {
  site = await startHarbourSite();
  const ways = await Promise.all(
    [0, 1, 2, 3, 4, 5, 6, 7].map((number) => fetch(`${site?.origin}/jump/${number}`, { redirect: "manual" })),
  );
  expect(new Set(ways.map(({ status }) => status))).toEqual(new Set([301, 302, 303, 307, 308]));
  const places = ways.map(({ headers }) => headers.get("location") ?? "");
  expect(places.some((place) => place.includes("169.254.169.254"))).toBe(true);
  expect(places.some((place) => place.includes("[0:0:0:0:0:ffff:7f00:1]") || place.includes("[::1]"))).toBe(true);
  await fetch(places[0] ?? "");
  expect(site.sentinels.contacts).toEqual(["GET /circled HTTP/1.1"]);
});

it("every trap of the first page is there", async () => {
  site = await startHarbourSite();
  for (const [path] of harbourTraps) {
    const control = new AbortController();
    const reply = await fetch(site.origin + path, { redirect: "manual", signal: control.signal });
    expect([path, reply.status < 400]).toEqual([path, true]);
    control.abort();
  }
  expect(site.sentinels.contacts).toEqual([]);
});

it("its calendar and its search have no end, and each of their pages leads to others", async () => {
  site = await startHarbourSite();
  const text = async (path: string) => plain(await (await fetch(site?.origin + path)).text());
  expect(await text("/tides/2026-12-31/23")).toContain("/tides/2027-01-01/00");
  const first = await text("/search?berth=north&sort=south");
  const links = [...first.matchAll(/href="(\/search[^"]+)"/g)].map(([, path]) => path ?? "");
  expect(new Set(links).size).toBeGreaterThan(20);
  expect(links).toContain("/search?sort=south&berth=north&Berth=north");
  expect((await text("/archive/nowhere")).match(/href="\/archive\/nowhere\/\w+"/g)?.length).toBe(3);
});

it("its bodies are small and swell, or never end", async () => {
  site = await startHarbourSite();
  for (const path of ["/packed", "/charts.zip"]) {
    const reply = await fetch(site.origin + path, { method: "HEAD" });
    expect([path, Number(reply.headers.get("content-length")) < 1024 * 1024]).toEqual([path, true]);
  }
  const reader = (await fetch(`${site.origin}/logbook`)).body?.getReader();
  let bytes = 0;
  while (bytes < 20 * 1024 * 1024) bytes += (await reader?.read())?.value?.length ?? Number.POSITIVE_INFINITY;
  expect(bytes).toBeLessThan(Number.POSITIVE_INFINITY);
  await reader?.cancel();
});

it("tells crawlers what is not so, and keeps none of its notices from them", async () => {
  site = await startHarbourSite();
  const robots = await (await fetch(`${site.origin}/robots.txt`)).text();
  const refused = [...robots.matchAll(/^Disallow: (\/\w+)/gm)].map(([, path]) => path ?? "");
  expect(refused.length).toBeGreaterThan(0);
  for (const page of site.pages) expect(refused.some((path) => page.startsWith(path))).toBe(false);
  const map = await (await fetch(`${site.origin}/sitemap.xml`)).text();
  expect(map).toContain('<!ENTITY b "&a;&a;');
  expect(map).toContain("SYSTEM");
});
