import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { absoluteUrl, baseUrl, readLinks } from "./page-links";
import { scanPage } from "./page-scan";

/** What the URL standard says, with nothing told from the characters. */
function standard(href: string, base: string): string | null {
  const url = URL.parse(href.trim(), base);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.hash = "";
  return url.href;
}

const bases = [
  "https://www.example.com/a/b?c",
  "http://127.0.0.1:8080/x/",
  "https://example.com/",
  "http://xn--bcher-kva.example/",
];
const hrefs = [
  "/",
  "/a/b.html",
  "/a/./b",
  "/a/../b",
  "/a/..",
  "/.well-known/x",
  "/a b",
  "/a%20b/%2e%2e/c",
  "/é",
  "/a?b=c&d=e;f:g,h+i",
  "/a?b='c'",
  "/a?b=é",
  "/a?",
  "/a#",
  "/a?b#c?d",
  "//other.example/x",
  "https:///x",
  "https://example.com",
  "https://example.com?x",
  "https://example.com#x",
  "https://EXAMPLE.com/X",
  "HTTPS://example.com/x",
  "https://user@example.com/",
  "https://example.com:443/x",
  "https://example.com.:8443/x",
  "https://example.com./x",
  "https://example..com/x",
  "https://-a.b--c.com/x",
  "https://127.1/x",
  "https://0x7f.example.0x1/",
  "https://1.2.3.com/a",
  "https://xn--a/x",
  "https://a.xn--bcher-kva.com/",
  "https://a_b.com/x",
  "https://example.com//double//x",
  "https://example.com/a\\b",
  "https://exam\tple.com/x",
  "https:/example.com/x",
  "https:example.com/x",
  "relative/x",
  "?q=1",
  "#top",
  "",
  " /trimmed ",
  "mailto:a@b.example",
  "javascript:void(0)",
  "/a|b^c`d{e}",
  "/~user/x-y_z",
  "/a@b:c!d$e(f)*g",
];

it("writes every link as the URL standard writes it", () => {
  for (const base of bases)
    for (const href of hrefs) expect(absoluteUrl(href, base), `${href} on ${base}`).toBe(standard(href, base));
});

const folder = join(process.cwd(), "../shared/data/article-extraction/html");
it.skipIf(!existsSync(folder))("does so on real pages (skipped where there are none)", () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".html.gz"))) {
    const scan = scanPage(gunzipSync(readFileSync(join(folder, name))).toString("utf8"));
    const base = baseUrl(scan, "https://www.example.com/news/today");
    for (const { href } of scan.links)
      if (href.length < 8_000) expect(absoluteUrl(href, base)).toBe(standard(href, base));
  }
});

it("names the pages that a page shows inside itself, and no frames that show nothing", () => {
  const html = `<main><iframe src="/inside?list=1" width="100%" height="700"></iframe><iframe src="/count" width="1" height="1"></iframe>
    <noscript><iframe src="/also-count"></iframe></noscript><iframe src="/later" style="display: none"></iframe><iframe data-src="/lazy"></iframe></main>`;
  const links = readLinks(scanPage(html), "https://a.example/x", () => true);
  expect(links.map(({ url, isFrame }) => [url, isFrame])).toEqual([
    ["https://a.example/inside?list=1", true],
    ["https://a.example/lazy", true],
  ]);
});
