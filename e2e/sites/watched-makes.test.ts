import { afterEach, expect, it } from "vitest";
import { type SiteDay, startWatchedSite, type WatchedSite } from "./vendors/watched-site";
import { type WatchedMake, watchedMakes } from "./watched-makes";

let site: WatchedSite | null = null;
afterEach(() => site?.close());

const drawnByScript = ["scriptShop", "loadMore"];
const plain = (text: string) =>
  text.replace(/&(amp|quot|#39);/g, (_, name) => ({ amp: "&", quot: '"' })[name as "amp"] ?? "'");

it.each(Object.keys(watchedMakes) as WatchedMake[])("%s shows on each day what its truth says", async (name) => {
  site = await startWatchedSite(watchedMakes[name]);
  const missing: string[] = [];
  for (const day of [0, 1, 2, 3] as SiteDay[]) {
    site.set({ day });
    const truth = site.truth(day);
    const bodies = new Map<string, string>();
    const shown = [...truth.changes.flatMap(({ pages }) => pages), ...truth.records.map(({ page }) => page)];
    for (const path of new Set([...truth.pages, ...shown])) {
      const reply = await fetch(site.origin + path);
      if (reply.status !== 200) missing.push(`${day} ${path}: ${reply.status}`);
      bodies.set(path, plain(await reply.text()));
    }
    if (drawnByScript.includes(name)) continue;
    const emptied = truth.emptied.map(({ value }) => value);
    for (const { page, title, values } of truth.records)
      for (const value of [title, ...values])
        if (!emptied.includes(value) && !bodies.get(page)?.includes(value)) missing.push(`${day} ${page}: ${value}`);
    for (const { pages, is } of truth.changes)
      if (is && !pages.some((page) => bodies.get(page)?.includes(is))) missing.push(`${day} ${pages}: ${is}`);
  }
  expect(missing).toEqual([]);
});
