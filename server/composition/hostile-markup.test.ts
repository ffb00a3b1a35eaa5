import { strFromU8, unzipSync } from "fflate";
import { parseDocument } from "htmlparser2";
import { expect, test } from "vitest";
import { hostileTextsAbsent, markupPayloads } from "@/e2e/fixtures/hostile-texts";
import { csvLine } from "@/lib/csv-line";
import { returnPath } from "@/lib/return-path";
import { safeHref } from "@/lib/safe-href";
import { writeWorkbook } from "@/lib/workbook";

/** A few of our own, so that the promise is kept where the collection is absent. */
const own = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "java\tscript:alert(1)",
  "]]><script>alert(1)</script>",
  "<svg/onload=alert(1)>",
  "&#x6A;avascript:alert(1)",
  "\u0000<script>",
  "=cmd|' /C calc'!A0",
];
const payloads = [...own, ...markupPayloads()];

test("the collection is as wide as promised", ({ skip }) => {
  skip(hostileTextsAbsent !== false, String(hostileTextsAbsent));
  expect(payloads.length).toBeGreaterThan(3_000);
});

test("no payload is an address that a page links to, or one that leads away after signing in", () => {
  for (const payload of payloads) {
    const href = safeHref(payload);
    if (href !== null) expect(new URL(href).protocol, payload).toMatch(/^(https?|mailto):$/);
    expect(new URL(returnPath(payload), "https://ours.example").origin, payload).toBe("https://ours.example");
  }
});

test("every payload comes back from a workbook as the words that it is, and adds no element to it", () => {
  const rows = payloads.map((payload) => [payload]);
  const bytes = writeWorkbook({ name: "<&>\"'", header: ["Words"], widths: [10], rows });
  const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  const elements = new Set([...sheet.matchAll(/<\/?([a-zA-Z:]+)/g)].map(([, name]) => name));
  expect([...elements].sort()).toEqual(
    [
      "autoFilter",
      "c",
      "col",
      "cols",
      "is",
      "pane",
      "row",
      "sheetData",
      "sheetView",
      "sheetViews",
      "t",
      "worksheet",
    ].sort(),
  );
  const cells = [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => unescaped(text ?? ""));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them
  const writable = (text: string) => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
  expect(cells.slice(1)).toEqual(payloads.map(writable));
});

test("every payload comes back from a line of CSV, and none begins as a formula", () => {
  for (const payload of payloads) {
    const line = csvLine([payload, "next"]);
    const [cell = "", next] = readCsv(line);
    expect(next, payload).toBe("next");
    // A cell that would run says so by the mark in front, which a spreadsheet shows as text.
    expect([payload, `'${payload}`], payload).toContain(cell);
    expect(cell, payload).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠](?!\d+([.,]\d+)?$)/u);
  }
});

test.each(["=", "+", "-", "@", "\t", "\r", "\u0000", "\u0000=", "\ufeff=", "\u200b="])(
  "a cell that begins with %j is text",
  (start) => {
    expect(csvLine([`${start}SUM(A1)`])).toMatch(/^"?'/);
  },
);

test("no payload is markup to the reader that we read pages with once it was escaped", () => {
  // What escaping makes of it is one text node, and that text is the payload.
  for (const payload of payloads) {
    const escaped = payload.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    expect(
      parseDocument(escaped).children.every(({ type }) => type === "text"),
      payload,
    ).toBe(true);
  }
});

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

function readCsv(line: string): string[] {
  return [...line.replace(/\r\n$/, "").matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}
