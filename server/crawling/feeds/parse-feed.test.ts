import { describe, expect, test } from "vitest";
import { UnreadableFeedError } from "./errors";
import { parseFeed } from "./parse-feed";

const origin = { url: "https://site.test/news/feed.xml" };

describe("formats", () => {
  test("RSS 2.0 with modules, by namespace and not by prefix", () => {
    const feed = parseFeed(
      `<rss version="2.0" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://other.test/">
      <channel><title>News &amp; more</title><link>/news</link><language>de-AT</language>
      <item><title><![CDATA[Bridge <b>repair</b>]]></title><dc:title>wrong</dc:title><link>/n/1?a=1&b=2</link><guid isPermaLink="false">n1</guid>
      <d:creator>Ann</d:creator><pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate><category>Roads</category>
      <description>Short</description><c:encoded>&lt;p&gt;Long &lt;a href="x"&gt;text&lt;/a&gt;&lt;/p&gt;</c:encoded>
      <enclosure url="a.pdf" type="application/pdf" length="12"/></item></channel></rss>`,
      origin,
    );
    expect(feed).toMatchObject({
      format: "rss",
      title: "News & more",
      link: "https://site.test/news",
      language: "de-AT",
    });
    expect(feed.items).toEqual([
      {
        id: "n1",
        title: "Bridge repair",
        url: "https://site.test/n/1?a=1&b=2",
        text: "Long text",
        html: '<p>Long <a href="x">text</a></p>',
        base: origin.url,
        summary: "Short",
        publishedAt: "2026-03-02T09:00:00.000Z",
        updatedAt: null,
        authors: ["Ann"],
        categories: ["Roads"],
        enclosures: [{ url: "https://site.test/news/a.pdf", type: "application/pdf", bytes: 12 }],
      },
    ]);
  });

  test("Atom with bases, text types and a next page", () => {
    const feed = parseFeed(
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://other.test/x/" xml:lang="fr">
      <a:title type="html">A &amp;lt;b&amp;gt; &lt;i&gt;c&lt;/i&gt;</a:title><a:link rel="self" href="self"/><a:link rel="next" href="?page=2"/><a:link href="."/>
      <a:updated>2026-01-02T03:04:05Z</a:updated>
      <a:entry xml:base="y/"><a:title>1 &lt; 2</a:title><a:id>urn:1</a:id><a:link rel="enclosure" href="z.pdf"/><a:link href="1"/>
      <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>two</p></div></a:content></a:entry></a:feed>`,
      origin,
    );
    expect(feed).toMatchObject({
      format: "atom",
      title: "A <b> c",
      link: "https://other.test/x/",
      nextUrl: "https://other.test/x/?page=2",
      language: "fr",
      updatedAt: "2026-01-02T03:04:05.000Z",
    });
    expect(feed.items[0]).toMatchObject({
      title: "1 < 2",
      url: "https://other.test/x/y/1",
      text: "One two",
      html: "<p>One</p><p>two</p>",
      enclosures: [{ url: "https://other.test/x/y/z.pdf" }],
    });
  });

  test("RSS 1.0 keeps its items beside the channel", () => {
    const feed = parseFeed(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>T</title></channel>
      <item rdf:about="https://site.test/1"><title>One</title></item><item rdf:about="https://site.test/2"><title>Two</title></item></rdf:RDF>`,
      origin,
    );
    expect(feed.items.map(({ title, url }) => [title, url])).toEqual([
      ["One", "https://site.test/1"],
      ["Two", "https://site.test/2"],
    ]);
  });

  test("CDF", () => {
    const feed = parseFeed(
      '<CHANNEL HREF="/"><TITLE>T</TITLE><ITEM HREF="1"><TITLE>One</TITLE></ITEM></CHANNEL>',
      origin,
    );
    expect(feed).toMatchObject({
      format: "cdf",
      link: "https://site.test/",
      items: [{ title: "One", url: "https://site.test/news/1" }],
    });
  });

  test("JSON Feed, and no other JSON", () => {
    const feed = parseFeed(
      '\ufeff{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","url":"/1","title":"One","content_html":"<p>x</p>","date_published":"2026-01-01T00:00:00+01:00"}]}',
      origin,
    );
    expect(feed).toMatchObject({ format: "json", title: "J" });
    expect(feed.items[0]).toMatchObject({
      url: "https://site.test/1",
      text: "x",
      publishedAt: "2025-12-31T23:00:00.000Z",
    });
    expect(() => parseFeed('{"title":"Shop","items":[{"price":1}]}', origin)).toThrow(UnreadableFeedError);
  });
});

describe("broken feeds", () => {
  test("unclosed, undeclared and cut off", () => {
    const feed = parseFeed(
      "\n junk <rss><channel><title>T&eacute;l&nbsp;& co</title><item><title>One</title><link>https://site.test/1</link><dc:date>2026-01-01</dc:date><item><title>Tw",
      origin,
    );
    expect(feed.title).toBe("Tél & co");
    expect(feed.items[0]).toMatchObject({ title: "One", url: "https://site.test/1", publishedAt: "2026-01-01" });
    expect(feed.items[1]?.title).toBe("Tw");
  });

  test("the encoding is told by mark, zero bytes, declaration, server, in this order, and a wrong one is noticed", () => {
    const titled = (encoding: string) =>
      `<?xml version="1.0" encoding="${encoding}"?><rss><channel><title>Ünö €</title></channel></rss>`;
    const title = (body: Buffer, contentType?: string) => parseFeed(body, { ...origin, contentType }).title;
    expect(title(Buffer.from(titled("utf-8")))).toBe("Ünö €");
    expect(title(Buffer.from(`\ufeff${titled("iso-8859-1")}`))).toBe("Ünö €");
    expect(title(Buffer.from(titled("utf-16"), "utf16le"))).toBe("Ünö €");
    expect(title(Buffer.from(titled("us-ascii-or-so")))).toBe("Ünö €");
    const windows = Buffer.from(titled("windows-1252").replace("€", "\x80"), "latin1");
    expect(title(windows, "text/xml; charset=utf-8")).toBe("Ünö €");
    const undeclared = Buffer.from("<rss><channel><title>\xcf\xee\xf0</title></channel></rss>", "latin1");
    expect(title(undeclared, "text/xml; charset=windows-1251")).toBe("Пор");
  });

  test("entities of the document do not expand into each other", () => {
    const entities = Array.from({ length: 30 }, (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};">`).join(
      "",
    );
    const feed = parseFeed(
      `<!DOCTYPE rss [<!ENTITY e0 "ha"><!ENTITY org "Acme">${entities}]><rss><channel><title>&org; &e30;</title></channel></rss>`,
      origin,
    );
    expect(feed.title).toBe("Acme &e29;&e29;");
  });

  test("a document of nothing but beginnings ends reading early", () => {
    const feed = parseFeed(`<rss><channel><title>T</title>${"<a>".repeat(700_000)}${"</b>".repeat(700_000)}`, origin);
    expect(feed).toMatchObject({ title: "T", isCut: true });
  });

  test("more items than anybody reads are left out, and it says so", () => {
    const feed = parseFeed(`<rss><channel>${"<item><title>x</title></item>".repeat(200_000)}</channel></rss>`, origin);
    expect([feed.items.length, feed.isCut]).toEqual([5000, true]);
  });

  test("scripts are no words of a title, and no script address is a link", () => {
    const feed = parseFeed(
      "<rss><channel><title>a&lt;script&gt;alert(1)&lt;/script&gt;b</title><link>javascript:alert(1)</link></channel></rss>",
      origin,
    );
    expect([feed.title, feed.link]).toEqual(["ab", null]);
  });

  test("what is no feed is refused with the reason", () => {
    const reason = (body: string) => {
      try {
        return parseFeed(body, origin).format;
      } catch (error) {
        return error instanceof UnreadableFeedError ? error.reason : error;
      }
    };
    expect(reason("")).toBe("empty");
    expect(reason("<!-- nothing -->")).toBe("empty");
    expect(reason("<!doctype html><html><body><p>Not found</body>")).toBe("html");
    expect(reason("<urlset><url><loc>https://site.test</loc></url></urlset>")).toBe("not_a_feed");
    expect(reason("plain words")).toBe("not_a_feed");
    expect(reason("{ broken")).toBe("not_a_feed");
  });
});
