import { afterEach, expect, it } from "vitest";
import { startBazaarSite } from "./bazaar-site";
import type { HostileSite } from "./start-among-sentinels";

let site: HostileSite | null = null;
afterEach(() => site?.close());
const plain = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

it("the bazaar shows its wares on the pages of its truth, beside lures on each", async () => {
  site = await startBazaarSite();
  const bodies = new Map<string, string>();
  for (const path of site.pages) {
    const reply = await fetch(site.origin + path);
    expect([path, reply.status]).toEqual([path, 200]);
    bodies.set(path, plain(await reply.text()));
  }
  const missing = site.records.flatMap(({ page, title, values }) =>
    [title, ...values].filter((value) => !bodies.get(page)?.includes(value)),
  );
  expect(missing).toEqual([]);
  const { sentinels } = site;
  for (const body of bodies.values()) expect(sentinels.origins.some((origin) => body.includes(origin))).toBe(true);
  expect(sentinels.contacts).toEqual([]);
});

it("the bazaar's ways out lead to addresses that count whoever calls", async () => {
  site = await startBazaarSite();
  const [there = ""] = site.sentinels.origins;
  await fetch(`${site.origin}/out?u=${encodeURIComponent(`${there}/walked`)}`);
  expect(site.sentinels.contacts).toEqual(["GET /walked HTTP/1.1"]);
});

it("the bazaar's packed page swells, and its short and long ones lie about their length", async () => {
  site = await startBazaarSite();
  const packed = await fetch(`${site.origin}/swell`, { method: "HEAD" });
  expect(Number(packed.headers.get("content-length"))).toBeLessThan(1024 * 1024);
  await expect(fetch(`${site.origin}/long`).then((reply) => reply.text())).rejects.toThrow();
  expect(await (await fetch(`${site.origin}/events/2026-W52`)).text()).toContain("/events/2027-W01");
});
