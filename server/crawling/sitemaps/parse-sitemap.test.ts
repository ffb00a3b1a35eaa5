import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parseSitemap, UnreadableSitemapError } from "./parse-sitemap";
import { unpackSitemap } from "./unpack-sitemap";

const url = "https://site.test/sitemap.xml";

test("addresses with their dates, images' places aside", () => {
  const sitemap = parseSitemap(
    Buffer.from(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
    <url><image:image><image:loc>https://site.test/i.png</image:loc></image:image><x:loc xmlns:x="http://other.test/">https://site.test/wrong</x:loc><loc> /a?x=1&amp;y=2#top </loc><lastmod>2026-01-02T03:04:05+01:00</lastmod><priority>0.8</priority><changefreq>Daily</changefreq></url>
    <url><loc>https://site.test/b</loc><lastmod>lately</lastmod><priority>9</priority><changefreq>often</changefreq></url>
    <url><loc>javascript:alert(1)</loc></url><url><loc>https://site.test/b</loc></url></urlset>`),
    url,
  );
  expect(sitemap).toEqual({
    kind: "urls",
    isCut: false,
    entries: [
      {
        url: "https://site.test/a?x=1&y=2",
        lastModified: "2026-01-02T02:04:05.000Z",
        priority: 0.8,
        changeFrequency: "daily",
      },
      { url: "https://site.test/b", lastModified: null, priority: null, changeFrequency: null },
    ],
  });
});

test("an index, with a namespace prefix", () => {
  const sitemap = parseSitemap(
    '<s:sitemapindex xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:sitemap><s:loc>https://site.test/1.xml.gz</s:loc><s:lastmod>2026-02-03</s:lastmod></s:sitemap></s:sitemapindex>',
    url,
  );
  expect(sitemap).toMatchObject({
    kind: "index",
    entries: [{ url: "https://site.test/1.xml.gz", lastModified: "2026-02-03" }],
  });
});

test("broken ones: unclosed, without the outer element, cut off", () => {
  expect(
    parseSitemap(
      "<urlset><url><loc>https://site.test/a</loc><url><loc>https://site.test/b</loc></url><url><loc>ht",
      url,
    ).entries.map((entry) => entry.url),
  ).toContain("https://site.test/b");
  expect(parseSitemap("<url><loc>https://site.test/a</loc></url>", url).entries).toHaveLength(1);
});

test("plain text, one address a line", () => {
  expect(parseSitemap("\ufeffhttps://site.test/a\r\n\r\nhttps://site.test/b\n", url).entries).toHaveLength(2);
});

test("no more entries than the protocol allows, and it says so", () => {
  const urls = Array.from({ length: 50_001 }, (_, index) => `<url><loc>https://site.test/${index}</loc></url>`).join(
    "",
  );
  const sitemap = parseSitemap(`<urlset>${urls}</urlset>`, url);
  expect([sitemap.entries.length, sitemap.isCut]).toEqual([50_000, true]);
});

test("an empty sitemap is one; pages, feeds and prose are none", () => {
  expect(parseSitemap("<urlset/>", url).entries).toEqual([]);
  for (const body of [
    "",
    "<html><body><p>Not found",
    "<rss><channel><title>x</title></channel></rss>",
    "Not found, see https://site.test",
  ])
    expect(() => parseSitemap(body, url), body).toThrow(UnreadableSitemapError);
});

test("packed ones are unpacked, but no further than a sitemap may be large", () => {
  const plain = Buffer.from(`<urlset><url><loc>https://site.test/a</loc></url></urlset>`);
  expect(Buffer.from(unpackSitemap(gzipSync(plain)) ?? "")).toEqual(plain);
  expect(unpackSitemap(plain)).toBe(plain);
  expect(unpackSitemap(gzipSync(Buffer.alloc(60 * 1024 * 1024)))).toBeNull();
  expect(unpackSitemap(gzipSync(plain).subarray(0, 20))).toBeNull();
});
