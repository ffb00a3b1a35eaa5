import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PortalSite, startPortalSite } from "./portal-site";

const now = new Date("2031-10-20T10:00:00Z");
let site: PortalSite;
beforeEach(async () => {
  site = await startPortalSite({ now });
});
afterEach(() => site.close());

const get = (path: string, init?: RequestInit) => fetch(`${site.origin}${path}`, init);
const text = async (path: string, init?: RequestInit) => (await get(path, init)).text();

describe("the sample portal", () => {
  it("lists every tender once over its pages", async () => {
    const seen: string[] = [];
    for (let page = 1; page <= 5; page++)
      seen.push(
        ...[...(await text(`/tenders?page=${page}`)).matchAll(/<td>(WPC-[\d-]+)<\/td>/g)].map(([, one]) => one ?? ""),
      );
    expect(seen.length).toBeGreaterThanOrEqual(40);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await text("/tenders?page=5")).not.toContain('rel="next"');
  });

  it("shows deadlines with their time zone, across the end of summer time", async () => {
    const [tender] = site.register.listed();
    const body = await text(`/tenders/${tender?.slug}`);
    expect(body).toMatch(/November 2031 at 1[27]:00 GMT/);
    expect(body).toMatch(/datetime="2031-11-\d\dT1[27]:00:00\+00:00"/);
  });

  it("serves a PDF and a price schedule for each tender", async () => {
    const { slug } = site.register.listed()[0] ?? {};
    const pdf = await get(`/documents/${slug}/invitation-to-tender.pdf`);
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(Buffer.from(await pdf.arrayBuffer()).toString("latin1", 0, 5)).toBe("%PDF-");
    expect(await text(`/documents/${slug}/price-schedule.csv`)).toContain("Price in GBP");
  });

  it("answers 304 until something changes", async () => {
    const etag = (await get("/tenders")).headers.get("etag") ?? "";
    const modified = (await get("/tenders")).headers.get("last-modified") ?? "";
    expect((await get("/tenders", { headers: { "if-none-match": etag } })).status).toBe(304);
    expect((await get("/tenders", { headers: { "if-modified-since": modified } })).status).toBe(304);
    site.set({ now: "2031-10-20T11:00:00Z", publish: 1 });
    expect((await get("/tenders", { headers: { "if-none-match": etag } })).status).toBe(200);
    expect((await get("/tenders", { headers: { "if-modified-since": modified } })).status).toBe(200);
  });

  it("publishes, amends, withdraws and closes on order", async () => {
    const [first, second, third] = site.register.listed();
    site.set({ publish: { title: "Ferry for the estuary" } });
    site.set({ amend: { reference: first?.reference ?? "", deadline: "2031-12-24T12:00:00Z" } });
    site.set({ withdraw: second?.reference ?? "" });
    site.set({ closeTender: third?.reference ?? "" });
    expect(await text("/tenders")).toContain("Ferry for the estuary");
    expect(await text(`/tenders/${first?.slug}`)).toContain("24 December 2031 at 12:00 GMT");
    expect(await text("/tenders?page=1")).not.toContain(second?.reference);
    expect(await text(`/tenders/${second?.slug}`)).toContain("Withdrawn");
    expect(await text(`/tenders/${third?.slug}`)).toContain("no longer accepted");
  });

  it("closes tenders when the clock passes their deadline", async () => {
    const { slug } = site.register.listed()[0] ?? {};
    site.set({ now: "2032-10-20T10:00:00Z" });
    expect(await text(`/tenders/${slug}`)).toContain("no longer accepted");
  });

  it("searches by GET and by posting back", async () => {
    expect(await text("/search?q=ultrasound")).toContain("Ultrasound devices");
    const form = (fields: Record<string, string>) =>
      text("/desk", { method: "POST", body: new URLSearchParams(fields) });
    expect(await form({ desk$query: "ultrasound" })).toContain("Ultrasound devices");
    expect(await form({ desk$query: "", __EVENTARGUMENT: "Page$2" })).toContain("Page 2 of 5");
  });

  it("names its tenders in sitemap, feed and robots.txt", async () => {
    expect((await text("/sitemap.xml")).match(/<loc>/g)?.length).toBe(site.register.all().length + 1);
    expect((await text("/feed.rss")).match(/<item>/g)?.length).toBe(20);
    expect(await text("/robots.txt")).toContain(`Sitemap: ${site.origin}/sitemap.xml`);
  });
});
