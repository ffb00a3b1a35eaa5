import { afterEach, expect, it } from "vitest";
import { type NewestMake, newestMakes } from "./newest-makes";
import { type DayTruth, type SiteDay, startWatchedSite, type WatchedSite } from "./vendors/watched-site";

let site: WatchedSite | null = null;
afterEach(() => site?.close());

const days: SiteDay[] = [0, 1, 2, 3];
const signs: Record<string, string> = { amp: "&", quot: '"', lt: "<", gt: ">" };
const plain = (text: string) => text.replace(/&(amp|quot|lt|gt);/g, (_, name: string) => signs[name] ?? "");
/** A value may be parted by markup within it. */
const says = (body: string | undefined, value: string) =>
  body !== undefined && (body.includes(value) || body.replace(/<[^>]*>/g, "").includes(value));

const pagesOf = ({ pages, records, changes, emptied, flapping }: DayTruth) => [
  ...pages,
  ...records.map(({ page }) => page),
  ...[...changes, ...emptied, ...flapping].flatMap((one) => one.pages),
];

/** What each page answers on each day, the pages of the other days among them. */
async function readAll(name: NewestMake): Promise<Map<string, string>[]> {
  site = await startWatchedSite(newestMakes[name]);
  const { origin, set, truth } = site;
  const paths = new Set(days.flatMap((day) => pagesOf(truth(day))));
  const read: Map<string, string>[] = [];
  for (const day of days) {
    set({ day });
    const bodies = new Map<string, string>();
    for (const path of paths) {
      const reply = await fetch(origin + path, { redirect: "manual" });
      if (reply.status === 200) bodies.set(path, plain(await reply.text()));
    }
    read.push(bodies);
  }
  return read;
}

it.each(Object.keys(newestMakes) as NewestMake[])("%s shows on each day what its truth says", async (name) => {
  const read = await readAll(name);
  const wrong: string[] = [];
  for (const day of days) {
    const { pages, records, changes, emptied, flapping } = newestMakes[name].truth(day);
    const [before, now] = [read[day - 1], read[day]];
    for (const path of pages) if (!now?.has(path)) wrong.push(`${day} ${path} does not come`);
    const lost = emptied.map(({ value }) => value);
    for (const { page, title, values } of records)
      for (const value of [title, ...values])
        if (!lost.includes(value) && !says(now?.get(page), value)) wrong.push(`${day} ${page}: ${value} is missing`);
    for (const { pages: at, was, is } of changes) {
      const onAny = (bodies: Map<string, string> | undefined, value: string) =>
        at.some((path) => says(bodies?.get(path), value));
      if (is !== undefined && !onAny(now, is)) wrong.push(`${day} ${at}: ${is} did not come`);
      // Where a sign turned, the words of its row are both.
      if (is !== was && is !== undefined && onAny(before, is)) wrong.push(`${day} ${at}: ${is} was there before`);
      if (was !== undefined && !onAny(before, was)) wrong.push(`${day} ${at}: ${was} was not there`);
      if (was !== undefined && !is?.includes(was) && onAny(now, was)) wrong.push(`${day} ${at}: ${was} did not go`);
    }
    for (const { pages: at, value } of emptied)
      for (const path of at) if (says(now?.get(path), value)) wrong.push(`${day} ${path}: ${value} is still there`);
    for (const { pages: at, values } of flapping)
      for (const path of at) {
        const [last = "", next = ""] = [before, now].map((bodies) =>
          values.filter((value) => says(bodies?.get(path), value)).join("+"),
        );
        if (!values.includes(last) || !values.includes(next) || last === next)
          wrong.push(`${day} ${path}: ${last} then ${next}`);
      }
  }
  expect(wrong).toEqual([]);
});

it.each(Object.keys(newestMakes) as NewestMake[])("%s changes by chance alone on the last day", async (name) => {
  site = await startWatchedSite(newestMakes[name]);
  const { truth } = site;
  expect(truth(0).changes).toEqual([]);
  expect(truth(1).changes.length).toBeGreaterThan(2);
  expect(truth(2).changes.length).toBeGreaterThan(2);
  expect(truth(3).changes).toEqual([]);
  expect([...truth(3).pages].sort()).toEqual([...truth(2).pages].sort());
});

it("the posted search shows its further pages to those who send its form, and all of them are all", async () => {
  site = await startWatchedSite(newestMakes.postedSearch);
  const first = await (await fetch(site.address)).text();
  const fields = [...first.matchAll(/<input type="hidden" name="([^"]+)" id="[^"]*" value="([^"]*)"/g)];
  const form = new URLSearchParams(fields.map(([, name = "", value = ""]) => [name, value]));
  const numbers = new Set<string>();
  for (const page of ["1", "2", "3"]) {
    form.set("rlPager.currentPage", page);
    const body = await (await fetch(site.address, { method: "POST", body: form })).text();
    for (const [, number = ""] of body.matchAll(/jobdetail\.ftl\?job=(\w+)/g)) numbers.add(number);
  }
  expect(numbers.size).toBe(site.truth(0).records.length);
});
