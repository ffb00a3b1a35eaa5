import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { sourcePages, sourceRecords } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { startSite } from "@/e2e/sites/ground/start-site";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { allowSite } from "./testing/allow-site";
import { useScanning } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
useScanning();

/** A feed in pages of two, and one that a server sends as a page of the web. */
async function startNewsroom() {
  const state = { at: "2031-05-01", news: ["Locks", "Quays", "Cranes", "Ropes", "Bells"] };
  /** Each link carries a number of its own, and another one at each visit. */
  const numbered = (name: string) => `/item/${name}?utm_source=rss&amp;s=${Math.random().toString(16).slice(2, 8)}`;
  const item = (name: string) => ({ id: name, title: `News of the ${name}`, content_text: `The ${name} were mended.` });
  const site = await startSite(
    {},
    ({ path, query }) => {
      const page = Number(query.get("p") ?? 1);
      const own = state.news.slice(page * 2 - 2, page * 2);
      if (path === "/feed.json") {
        const next = page * 2 < state.news.length ? { next_url: `/feed.json?p=${page + 1}` } : {};
        const feed = { version: "https://jsonfeed.org/version/1.1", title: "Newsroom", items: own.map(item), ...next };
        return { headers: { "content-type": "application/feed+json" }, body: JSON.stringify(feed) };
      }
      if (path === "/latest.xml") {
        const items = state.news.map((name) => `<item><title>News of the ${name}</title><guid>${name}</guid></item>`);
        return {
          headers: { "content-type": "text/html" },
          body: `\ufeff<?xml version="1.0"?><!-- ${Math.random()} --><rss version="2.0"><channel><title>Newsroom</title>${items.join("")}</channel></rss>`,
        };
      }
      if (path === "/numbered.xml") {
        const items = state.news.map(
          (name) =>
            `<item><title>News of the ${name}</title><guid isPermaLink="false">${name}</guid><link>${numbered(name)}</link></item>`,
        );
        return {
          headers: { "content-type": "application/rss+xml" },
          body: `<rss version="2.0"><channel><title>Newsroom</title>${items.join("")}</channel></rss>`,
        };
      }
      if (path.startsWith("/item/"))
        return {
          body: `<main><h1>News of the ${path.slice(6)}</h1><p>They were mended this week by our own people.</p></main>`,
        };
      if (path === "/maps.xml")
        return {
          body: `<sitemapindex><sitemap><loc>/map.xml</loc><lastmod>${state.at}</lastmod></sitemap></sitemapindex>`,
        };
      if (path === "/map.xml") {
        const pages = state.news.map((name) => `<url><loc>/item/${name}</loc><lastmod>${state.at}</lastmod></url>`);
        return { body: `<urlset>${pages.join("")}</urlset>` };
      }
      return { status: 404 };
    },
    (change: Partial<typeof state>) => Object.assign(state, change),
  );
  allowSite(site);
  return site;
}

async function titlesOf(sourceId: string) {
  const { db } = await getDatabase();
  const rows = await db.select().from(sourceRecords).where(eq(sourceRecords.sourceId, sourceId));
  return rows.map(({ title }) => title).sort();
}

test("a feed is read on all of its pages, and as a feed though it is sent as a page", async () => {
  const site = await startNewsroom();
  const ctx = await aWorkspace();
  const told = (names: readonly string[]) => names.map((name) => `News of the ${name}`).sort();
  const first = ["Locks", "Quays", "Cranes", "Ropes", "Bells"];
  const paged = await watch(ctx, `${site.origin}/feed.json`, "auto");
  expect(paged.source.kind).toBe("feed");
  expect(await titlesOf(paged.source.id)).toEqual(told(first));
  const single = await watch(ctx, `${site.origin}/latest.xml`, "auto");
  expect(single.source.kind).toBe("feed");
  expect(await titlesOf(single.source.id)).toEqual(told(first));

  site.set({ news: ["Docks", ...first] });
  await scanAgain(ctx, paged.source.id);
  await scanAgain(ctx, single.source.id);
  expect(await titlesOf(paged.source.id)).toEqual(told(["Docks", ...first]));
  expect(await titlesOf(single.source.id)).toEqual(told(["Docks", ...first]));
  await site.close();
});

async function pagesOf(sourceId: string) {
  const { db } = await getDatabase();
  const rows = await db.select().from(sourcePages).where(eq(sourcePages.sourceId, sourceId));
  return rows.map(({ url }) => new URL(url).pathname).sort();
}

test("entries whose links carry a number of the visit keep their pages", async () => {
  const site = await startNewsroom();
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/numbered.xml`, "auto");
  const first = await pagesOf(source.id);
  expect(first).toEqual(["/item/Bells", "/item/Cranes", "/item/Locks", "/item/Quays", "/item/Ropes", "/numbered.xml"]);
  await scanAgain(ctx, source.id);
  expect(await pagesOf(source.id)).toEqual(first);
  await site.close();
});

test("maps of which an index tells lead to their pages, and are no files of which new versions are told", async () => {
  const site = await startNewsroom();
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/maps.xml`, "auto");
  expect(await pagesOf(source.id)).toEqual([
    "/item/Bells",
    "/item/Cranes",
    "/item/Locks",
    "/item/Quays",
    "/item/Ropes",
    "/map.xml",
    "/maps.xml",
  ]);
  site.set({ at: "2031-05-02" });
  await scanAgain(ctx, source.id);
  expect(
    (await listChanges(ctx, listChangesInput.parse({ sourceId: source.id, archived: "include" }))).changes,
  ).toEqual([]);
  await site.close();
});
