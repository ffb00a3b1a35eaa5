import { expect, test } from "vitest";
import { cardsAround } from "./cards-around";

const at = "https://yard.test/";
const texts = (html: string, ...urls: string[]) =>
  cardsAround(html, at, (address) => urls.includes(new URL(address).pathname)).map(({ url, text }) => [
    new URL(url).pathname,
    text,
  ]);

const item = (slug: string, title: string) =>
  `<article class="post"><span>4 May</span><h2><a class="t" href="/news/${slug}">${title}</a></h2><p>It went well, and then it rained.</p><a class="tag" href="/tags/rain">rain</a></article>`;

test("what stands around a link belongs to it up to the next of its kind", () => {
  const html = `<main><h1>Yard</h1><section><h2>News</h2><div>${item("crane", "A crane for two")}${item("slip", "Slipway closed")}</div></section></main>`;
  expect(texts(html, "/news/crane")).toEqual([
    ["/news/crane", "4 May A crane for two It went well, and then it rained. rain"],
  ]);
});

test("a card that stands alone ends where another heading begins", () => {
  const html = `<main><h1>Yard</h1><p>We build boats.</p><section><h2>News</h2><div>${item("crane", "A crane for two")}</div></section></main>`;
  expect(texts(html, "/news/crane")[0]?.[1]).not.toContain("We build boats");
  expect(texts(html, "/news/crane")[0]?.[1]).toContain("then it rained");
});

test("a line of a list that is nothing but its link and a date is its own card, and an unknown address has none", () => {
  const html = `<ul><li>3 May <a href="/a">Open day</a></li><li>9 May <a href="/b">Closed day</a></li></ul>`;
  expect(texts(html, "/b")).toEqual([["/b", "9 May Closed day"]]);
  expect(texts(html, "/c")).toEqual([]);
});
