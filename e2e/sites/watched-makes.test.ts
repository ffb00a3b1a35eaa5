import { afterEach, expect, it } from "vitest";
import { newestMakes } from "./newest-makes";
import { type SiteDay, startWatchedSite, type WatchedSite } from "./vendors/watched-site";
import { type WatchedMake, watchedMakes } from "./watched-makes";

let site: WatchedSite | null = null;
afterEach(() => site?.close());

const drawnByScript = ["scriptShop", "loadMore", "scriptedCareers", "queryBoard"];
const plain = (text: string) =>
  text.replace(
    /&(amp|quot|lt|gt|#39);/g,
    (_, name) => ({ amp: "&", quot: '"', lt: "<", gt: ">" })[name as "amp"] ?? "'",
  );
/** In the charset that the answer or, without one there, the page names. */
async function read(reply: Response): Promise<string> {
  const bytes = await reply.arrayBuffer();
  const named = /charset=["']?([\w-]+)/i;
  const type =
    named.exec(reply.headers.get("content-type") ?? "") ?? named.exec(new TextDecoder("latin1").decode(bytes));
  return plain(new TextDecoder(type?.[1] ?? "utf-8").decode(bytes));
}
/** A value may be parted by markup within it. */
const says = (body: string | undefined, value: string) =>
  body !== undefined && (body.includes(value) || body.replace(/<[^>]*>/g, "").includes(value));

// The newest have a stricter test of their own.
const older = (Object.keys(watchedMakes) as WatchedMake[]).filter((name) => !(name in newestMakes));
it.each(older)("%s shows on each day what its truth says", async (name) => {
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
      bodies.set(path, await read(reply));
    }
    if (drawnByScript.includes(name)) continue;
    const emptied = truth.emptied.map(({ value }) => value);
    for (const { page, title, values } of truth.records)
      for (const value of [title, ...values])
        if (!emptied.includes(value) && !says(bodies.get(page), value)) missing.push(`${day} ${page}: ${value}`);
    for (const { pages, is } of truth.changes)
      if (is && !pages.some((page) => says(bodies.get(page), is))) missing.push(`${day} ${pages}: ${is}`);
  }
  expect(missing).toEqual([]);
});

const newest = [
  "visualBuilder",
  "helpCenter",
  "statusPage",
  "bilingualOffice",
  "seatCalculator",
  "trustCentre",
  "inboundSuite",
  "shipyardBoard",
] as const;
it.each(newest)(
  "%s loses what was there, and shows nothing of what is emptied and one side of what swings",
  async (name) => {
    site = await startWatchedSite(watchedMakes[name]);
    const wrong: string[] = [];
    const bodyOf = async (path: string, day: SiteDay) => {
      site?.set({ day });
      return plain(await (await fetch(site?.origin + path)).text());
    };
    for (const day of [1, 2, 3] as SiteDay[]) {
      const { changes, emptied, flapping } = site.truth(day);
      for (const { pages, was } of changes) {
        if (was === undefined) continue;
        const before = await Promise.all(pages.map((path) => bodyOf(path, (day - 1) as SiteDay)));
        if (!before.some((body) => says(body, was))) wrong.push(`${day} ${pages}: ${was} was not there`);
      }
      for (const { pages, value } of emptied)
        for (const path of pages)
          if (says(await bodyOf(path, day), value)) wrong.push(`${day} ${path}: ${value} is still there`);
      for (const { pages, values } of flapping)
        for (const path of pages) {
          const [last = "", now = ""] = [await bodyOf(path, (day - 1) as SiteDay), await bodyOf(path, day)];
          const shown = [last, now].map((body) => values.filter((value) => says(body, value)));
          if (shown.some(({ length }) => length !== 1) || shown[0]?.[0] === shown[1]?.[0])
            wrong.push(`${day} ${path}: ${shown.join(" then ")}`);
        }
    }
    expect(wrong).toEqual([]);
  },
);
