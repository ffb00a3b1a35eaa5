import { expect, test } from "vitest";
import { defaultParseLimits } from "../limits";
import { outline } from "../testing/outline";
import { readHtml } from "./html";

function read(source: string) {
  return readHtml(Buffer.from(source), defaultParseLimits);
}

test("reads headings, lists, tables and paragraphs, and leaves scripts and hidden parts out", () => {
  const rendition = read(
    "<!doctype html><head><title>Notice &amp; terms</title><style>p{}</style></head><body><h1>Tender</h1><p>Send <b>offers</b><br>by May.</p><script>alert(1)</script>" +
      "<div hidden>secret</div><ol start=3><li>First<ul><li>inner</li></ul></li><li>Second</li></ol><table><tr><th>Item<th>Due</tr><tr><td>Report<td>5 days</tr></table>",
  );
  expect(rendition.title).toBe("Notice & terms");
  expect(outline(rendition)).toEqual([
    "# Tender",
    "Send offers",
    "by May.",
    "[3.] First",
    "  [•] inner",
    "[4.] Second",
    "H Item | Due",
    "| Report | 5 days",
  ]);
});

test("reads a table that only arranges the page as its content", () => {
  expect(
    outline(
      read(
        "<table><tr><td><h2>News</h2><p>One.</p></td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>",
      ),
    ),
  ).toEqual(["## News", "One.", "| a | b"]);
});

test("follows the declared character set and survives endless nesting", () => {
  expect(readHtml(Buffer.from('<meta charset="iso-8859-1"><p>Gr\xfc\xdfe', "latin1"), defaultParseLimits).text).toBe(
    "Grüße",
  );
  expect(read(`${"<div>".repeat(10_000)}deep`).text).toBe("deep");
  expect(read(`${"<ul><li>".repeat(5_000)}deep`).text).toContain("deep");
  expect(read(`${"<table><tr><td>".repeat(5_000)}deep`).text).toContain("deep");
}, 240_000);

test("what is struck out no longer holds and is left out, in running text and in cells", () => {
  expect(
    outline(
      read(
        '<p>Due <s>3 May</s> <ins>17 May</ins>, <span style="text-decoration: line-through">noon</span> 4 pm.</p><table><tr><td>Pages<td>Copies</tr><tr><td><del>10</del> 12<td>2</tr></table>',
      ),
    ),
  ).toEqual(["Due 17 May, 4 pm.", "| Pages | Copies", "| 12 | 2"]);
});
