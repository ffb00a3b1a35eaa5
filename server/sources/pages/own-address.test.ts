import { expect, test } from "vitest";
import { ownAddress } from "./own-address";

const says = (canonicalUrl: string | null, og?: string) => ({
  canonicalUrl,
  structured: { jsonLd: [], microdata: [], openGraph: og ? { "og:url": og } : {} } as never,
});

test("an address that tells where its reader came from is another name of the page, when the page says so", () => {
  const url = "https://a.example/tide/7?from=teaser";
  const own = { url: "https://a.example/tide/7", mustBe: "none" };
  expect(ownAddress(url, says("https://a.example/tide/7"))).toEqual(own);
  expect(ownAddress(url, says(null, "https://a.example/tide/7#top"))).toEqual(own);
  expect(ownAddress("https://a.example/t?id=7&via=home", says("https://a.example/t?id=7"))).toEqual({
    url: "https://a.example/t?id=7",
    mustBe: "none",
  });
});

test("other parameters may change what is shown: the page's word alone is not believed", () => {
  const likeness = (url: string) => ownAddress(url, says("https://a.example/list"))?.mustBe;
  expect(likeness("https://a.example/list?page=2")).toBe("wholly");
  expect(likeness("https://a.example/list?recommended=e5&seq=uniform")).toBe("nearly");
});

test("a page that is met in several folders is believed when the one that it names says nearly the same", () => {
  const own = { url: "https://a.example/buoys/red", mustBe: "nearly" };
  expect(ownAddress("https://a.example/sets/harbour/buoys/red", says("/buoys/red"))).toEqual(own);
  expect(ownAddress("https://a.example/buoys/page/2", says("/buoys"))?.mustBe).toBe("wholly");
});

test("no page is another's name: of another site, the home page of all, with other values, or without a word of it", () => {
  const url = "https://a.example/tide/7?from=teaser";
  for (const own of [url, "https://a.example/", "https://b.example/tide/7", "https://a.example/tide/7?id=1"])
    expect(ownAddress(url, says(own)), String(own)).toBeNull();
  expect(ownAddress("https://a.example/t?id=7", says("https://a.example/t?id=8"))).toBeNull();
  expect(ownAddress("https://a.example/sets/tide/7", says(null, "https://a.example/tide/7"))).toBeNull();
});

test("a page without a word of its address is held against the one that does not say where its reader came from", () => {
  expect(ownAddress("https://a.example/help/7?ref=8bltktfk", says(null))).toEqual({
    url: "https://a.example/help/7",
    mustBe: "nearly",
  });
  expect(ownAddress("https://a.example/halls?s=9x1k7q2m4z8", says(null))).toEqual({
    url: "https://a.example/halls",
    mustBe: "nearly",
  });
  for (const other of ["?sku=9x1k7q2m4z8", "?notice=9x1k7q2m4z8", "?s=open", "?year=2031"])
    expect(ownAddress(`https://a.example/halls${other}`, says(null)), other).toBeNull();
  expect(ownAddress("https://a.example/help/7?lang=de", says(null))).toBeNull();
  const inGerman = { ...says(null), language: "de-AT" };
  expect(ownAddress("https://a.example/help/7?lang=de", inGerman)?.url).toBe("https://a.example/help/7");
  expect(ownAddress("https://a.example/help/7?lang=fr", inGerman)).toBeNull();
});
