import { expect, test } from "vitest";
import { readPage } from "./read-page";
import { paragraphs } from "./testing/pages";

const read = (html: string) => readPage(html, "https://hostile.example/");
const tail = paragraphs("harbour", 3);

test("10,000 nested elements are read to the end", () => {
  const content = read(`${"<div>".repeat(10_000)}${tail}`);
  expect(content.blocks).toHaveLength(3);
});

test("30,000 unclosed links are 30,000 links and no nest", () => {
  const html = Array.from({ length: 15_000 }, (_, n) => `<a href="/${n}">link ${n} `).join("");
  const content = read(`${tail}${html}`);
  expect(content.links).toHaveLength(15_000);
  expect(read(`<p>${"<a href=/x>y ".repeat(30_000)}`).words).toBe(30_000);
});

test("nested lists, tables and articles by the thousand do not overflow", () => {
  for (const open of ["<ul><li>x", "<table><tr><td>", "<article>", "<p><div>", "<b>x<p>"])
    expect(read(`${open.repeat(4_000)}${tail}`).words).toBeGreaterThan(30);
});

test("200,000 line breaks and 100,000 pieces of one line are read in proportion", () => {
  expect(read(`<p>${"x<br>".repeat(200_000)}`).words).toBe(200_000);
  expect(read("<span>x</span>".repeat(100_000)).blocks).toHaveLength(1);
});

test("structured data of any depth and size is cut, never an error", () => {
  const deep = `<script type="application/ld+json">${"[".repeat(300_000)}</script>`;
  const nested = `<script type="application/ld+json">${'{"a":'.repeat(1_000)}1${"}".repeat(1_000)}</script>`;
  const large = `<script type="application/ld+json">{"a":"${"x".repeat(2_000_000)}"}</script>`;
  const content = read(`${deep}${nested}${large}${"<div itemscope itemprop=a>".repeat(3_000)}${tail}`);
  expect(content.structured.jsonLd).toEqual([]);
  expect(content.blocks).toHaveLength(3);
});

test("of much structured data only the first part is read", () => {
  const script = `<script type="application/ld+json">{"@type":"Thing","a":"${"x".repeat(300_000)}"}</script>`;
  expect(read(script.repeat(3) + tail).structured.jsonLd).toHaveLength(1);
});

test("names that the language knows are plain entries", () => {
  const content = read(
    `<meta property="og:__proto__" content="x"><div itemscope><span itemprop="__proto__">polluted</span><span itemprop="constructor">c</span></div>${tail}`,
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.keys(content.structured.microdata[0] ?? {})).toEqual(["@type", "__proto__", "constructor"]);
});
