import { expect, test } from "vitest";
import { mimeOf } from "./mime-type";

const of = (contentType: string | undefined, body: string) => mimeOf(contentType, Buffer.from(body));

test("a feed or a map of a site that is sent as a page is told by its first element", () => {
  const rss =
    '<?xml version="1.0" encoding="utf-8"?>\n<!-- cache 3ae8 -->\n<rss version="2.0"><channel></channel></rss>';
  expect(of("text/html; charset=utf-8", rss)).toBe("application/xml");
  expect(of("text/html", `\ufeff${rss}`)).toBe("application/xml");
  expect(of("text/html", '<?xml-stylesheet href="x.xsl"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>')).toBe(
    "application/xml",
  );
  expect(of("text/html", '<urlset xmlns="x"></urlset>')).toBe("application/xml");
});

test("a page stays a page, whatever it shows", () => {
  expect(of("text/html", '<?xml version="1.0"?><!DOCTYPE html><html><body><pre>&lt;rss&gt;</pre></body></html>')).toBe(
    "text/html",
  );
  expect(of("text/html", "<p>The <rss> element</p>")).toBe("text/html");
  expect(of("application/xhtml+xml", "<html><body></body></html>")).toBe("application/xhtml+xml");
  expect(of("application/rss+xml", "<rss></rss>")).toBe("application/rss+xml");
});
