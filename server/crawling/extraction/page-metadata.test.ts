import { expect, test } from "vitest";
import { readPage } from "./read-page";
import { page, paragraphs } from "./testing/pages";

const read = (head: string, body = paragraphs("harbour", 3)) =>
  readPage(page(body, { title: "Harbour plans | Acme", head }), "https://acme.example/news/harbour?utm=1#top");
const jsonLd = (text: string) => `<script type="application/ld+json">${text}</script>`;

test("reads what the page says of itself", () => {
  const content = read(
    `<link rel="canonical" href="/news/harbour"><meta property="og:title" content="Harbour   plans"><meta property="og:type" content="article">
     <meta name="description" content="What was decided"><meta property="og:site_name" content="Acme News"><meta name="author" content="Ann Author">
     <meta property="article:published_time" content="2026-03-03T10:15:00+0100"><meta property="article:modified_time" content="2026-03-04">`,
  );
  expect(content).toMatchObject({
    canonicalUrl: "https://acme.example/news/harbour",
    title: "Harbour plans",
    description: "What was decided",
    siteName: "Acme News",
    byline: "Ann Author",
    language: "en",
    publishedAt: "2026-03-03T10:15:00+01:00",
    modifiedAt: "2026-03-04",
  });
  expect(content.structured.openGraph).toMatchObject({ "og:title": "Harbour plans", "og:type": "article" });
});

test("dates are taken as stated, never guessed", () => {
  expect(read(`<meta name="date" content="Tue, 03 Mar 2026 10:15:00 GMT">`).publishedAt).toBe(
    "2026-03-03T10:15:00.000Z",
  );
  expect(read(`<meta name="date" content="03/04/2026">`).publishedAt).toBeNull();
  expect(read(`<meta name="date" content="2026-13-45">`).publishedAt).toBeNull();
  expect(
    read("", `<time itemprop="datePublished" datetime="2026-03-03">3 March</time>${paragraphs("x", 3)}`).publishedAt,
  ).toBe("2026-03-03");
});

test("reads JSON-LD with comments around it, raw line breaks, a comma too much, lists and graphs", () => {
  const content = read(
    jsonLd(`<!-- {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Acme"},
      {"@type":["NewsArticle"],"headline":"Harbour","author":[{"name":"Ann"},{"name":"Ben"}],"datePublished":"2026-03-03","description":"two
lines",}]} -->`) +
      jsonLd(`[{"@type":"Product","name":"Chair"}]`) +
      jsonLd("{broken"),
  );
  expect(content.structured.jsonLd).toHaveLength(3);
  expect(content.byline).toBe("Ann, Ben");
  expect(content.publishedAt).toBe("2026-03-03");
});

test("reads microdata items with their properties, items inside items and repeated names", () => {
  const content = read(
    "",
    `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Chair</h1>
      <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="price" content="129"><link itemprop="availability" href="https://schema.org/InStock"></div>
      <p itemprop="color">black</p><p itemprop="color">grey</p></div>`,
  );
  expect(content.structured.microdata).toEqual([
    {
      "@type": "https://schema.org/Product",
      name: "Chair",
      offers: { "@type": "https://schema.org/Offer", price: "129", availability: "https://schema.org/InStock" },
      color: ["black", "grey"],
    },
  ]);
});

test("collects absolute links to http and https only, without fragments, each once", () => {
  const content = read(
    `<base href="https://cdn.example/base/">`,
    `<main><h1>Harbour plans</h1><p>Read <a href="a?b=1#part" rel="NoFollow sponsored">the  plan</a> and <a href="//other.example/x">more</a> of all that was said and decided there.</p>
     <div class="share"><a href="/share">Share</a></div><a href="a?b=1#other" rel="nofollow">the plan</a><a href="javascript:void 0">no</a><a href="mailto:a@b.example">mail</a><a href="http://[bad">bad</a>
     ${paragraphs("harbour", 4)}</main>`,
  );
  expect(content.links.filter((link) => link.inMain)).toEqual([
    { url: "https://cdn.example/base/a?b=1", text: "the plan", rel: "nofollow sponsored", inMain: true },
    { url: "https://other.example/x", text: "more", rel: "", inMain: true },
  ]);
  expect(content.links.every((link) => /^https?:/.test(link.url))).toBe(true);
});

test("calls a link that holds only a picture by the picture's description", () => {
  const content = read(
    "",
    `<a href="/p"><img src="p.png" alt="The  plan"></a><a href="/q"><img src="q.png"></a>${paragraphs("x", 3)}`,
  );
  expect(content.links.find((link) => link.url.endsWith("/p"))?.text).toBe("The plan");
  expect(content.links.find((link) => link.url.endsWith("/q"))?.text).toBe("");
});

test("takes a language only when it looks like one", () => {
  const of = (lang: string) =>
    readPage(`<html lang="${lang}"><body>${paragraphs("x", 3)}`, "https://a.example/").language;
  expect(of("de_AT")).toBe("de-at");
  expect(of("<script>")).toBeNull();
});
