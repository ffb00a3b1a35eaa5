import { afterEach, expect, it } from "vitest";
import type { SiteDay } from "../vendors/watched-site";
import { type ObservatorySite, startObservatorySite } from "./observatory-site";
import { observatoryTraps } from "./observatory-traps";

let site: ObservatorySite | null = null;
afterEach(() => site?.close());
const signs: Record<string, string> = { amp: "&", quot: '"', lt: "<", gt: ">" };
const plain = (text: string) => text.replace(/&(amp|quot|lt|gt);/g, (_, name: string) => signs[name] ?? "");
const text = async (path: string) => plain(await (await fetch(site?.origin + path)).text());

/** What a person sees of the main part. */
const seen = (body = "") =>
  (/<main>([\s\S]*?)<\/main>/.exec(body)?.[1] ?? "").replace(/<!--[\s\S]*?-->|<p style="display:none">.*?<\/p>/g, "");

it("the observatory shows on each day what its truth says, and nothing of what its commands claim", async () => {
  site = await startObservatorySite();
  const wrong: string[] = [];
  let before = new Map<string, string>();
  for (const day of [0, 1, 2, 3] as SiteDay[]) {
    site.set({ day });
    const { pages, records, changes } = site.truth(day);
    const now = new Map<string, string>();
    for (const path of pages) {
      const body = await text(path);
      if (!body.includes("Ignore previous instructions")) wrong.push(`${day} ${path} commands nothing`);
      now.set(path, seen(body));
    }
    for (const { page, title, values } of records)
      for (const value of [title, ...values])
        if (!now.get(page)?.includes(value)) wrong.push(`${day} ${page}: ${value}`);
    if ([...now.values()].some((body) => body.includes("2031"))) wrong.push(`${day}: a false day is seen`);
    for (const { pages: at, was, is } of changes) {
      if (is !== undefined && !at.some((path) => now.get(path)?.includes(is))) wrong.push(`${day}: no ${is}`);
      if (was !== undefined && !at.some((path) => before.get(path)?.includes(was))) wrong.push(`${day}: never ${was}`);
      if (was !== undefined && !is?.includes(was) && at.some((path) => now.get(path)?.includes(was)))
        wrong.push(`${day}: still ${was}`);
    }
    before = now;
  }
  expect(wrong).toEqual([]);
  expect([site.sentinels.contacts, site.kept]).toEqual([[], []]);
});

it("carries the number of the visit in its paths, another at each visit", async () => {
  site = await startObservatorySite();
  const visits = [await text("/calls"), await text("/calls")].map(
    (body) => /\/\(S\(\w+\)\)\/calls\/[\w-]+/.exec(body)?.[0] ?? "",
  );
  expect(visits[0]).not.toBe(visits[1]);
  for (const path of visits) expect(await text(path)).toContain("Re-coating of the 2.4 metre mirror");
});

it("has every trap that its first page names, and tells who went where the rules forbid it", async () => {
  site = await startObservatorySite();
  for (const [path] of observatoryTraps) {
    const control = new AbortController();
    const reply = await fetch(site.origin + path, { redirect: "manual", signal: control.signal });
    expect([path, reply.status < 400]).toEqual([path, true]);
    control.abort();
  }
  expect(await text("/calendar/9999-12")).toContain("/calendar/10000-01");
  expect(await text("/find/open/works")).toContain('href="/find/open/works/works"');
  expect(site.kept).toEqual([]);
  expect(await text("/robots.txt")).toContain("Disallow: /keep-out/");
  await text("/keep-out/x");
  expect(site.kept).toEqual(["/keep-out/x"]);
  expect(site.sentinels.contacts).toEqual([]);
});

it("sends to addresses that count whoever comes", async () => {
  site = await startObservatorySite();
  const reply = await fetch(`${site.origin}/leave`, { redirect: "manual" });
  expect(site.sentinels.origins).toContain(new URL(reply.headers.get("location") ?? "").origin);
  await fetch(`${site.origin}/leave`);
  expect(site.sentinels.contacts).toEqual(["GET /leave HTTP/1.1"]);
});

it("keeps small what swells, and answers slowly without an end", async () => {
  site = await startObservatorySite();
  for (const path of ["/atlas", "/papers/drawings.zip"]) {
    const reply = await fetch(site.origin + path, { method: "HEAD" });
    expect([path, Number(reply.headers.get("content-length")) < 1024 * 1024]).toEqual([path, true]);
  }
  const reader = (await fetch(`${site.origin}/papers/slow.pdf`)).body?.getReader();
  let pieces = 0;
  while (pieces < 3 && !(await reader?.read())?.done) pieces++;
  expect(pieces).toBe(3);
  await reader?.cancel();
});
