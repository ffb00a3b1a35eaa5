import { expect, test } from "vitest";
import { ownAddress } from "./own-address";

const says = (canonicalUrl: string | null, og?: string) => ({
  canonicalUrl,
  structured: { jsonLd: [], microdata: [], openGraph: og ? { "og:url": og } : {} } as never,
});

test("an address that tells where its reader came from is another name of the page, when the page says so", () => {
  const url = "https://a.example/tide/7?from=teaser";
  const own = { url: "https://a.example/tide/7", isSure: true };
  expect(ownAddress(url, says("https://a.example/tide/7"))).toEqual(own);
  expect(ownAddress(url, says(null, "https://a.example/tide/7#top"))).toEqual(own);
  expect(ownAddress("https://a.example/t?id=7&via=home", says("https://a.example/t?id=7"))).toEqual({
    url: "https://a.example/t?id=7",
    isSure: true,
  });
});

test("other parameters may change what is shown: the page's word alone is not believed", () => {
  expect(ownAddress("https://a.example/list?page=2", says("https://a.example/list"))?.isSure).toBe(false);
});

test("no page is another's name: of another path or site, with other values, or without a word of it", () => {
  const url = "https://a.example/tide/7?from=teaser";
  for (const own of [null, url, "https://a.example/", "https://b.example/tide/7", "https://a.example/tide/7?id=1"])
    expect(ownAddress(url, says(own)), String(own)).toBeNull();
  expect(ownAddress("https://a.example/t?id=7", says("https://a.example/t?id=8"))).toBeNull();
});
