import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { renderingPayloads } from "@/e2e/fixtures/rendering-payloads";
import { writeQuestionsDocx } from "@/server/opportunities/buyer-questions/write-questions-docx";
import { writeIcs } from "@/server/opportunities/calendar/write-ics";
import { writeTable } from "@/server/opportunities/write-table";

const rows = renderingPayloads.map((payload) => [payload, `Words before ${payload}`]);
const sheet = { name: "Tenders", header: ["Title", "Note"], widths: [40, 40], rows };

/** The parts of a zip of XML, by name. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

test("there are as many ways as promised, each another", () => {
  expect(renderingPayloads.length).toBeGreaterThanOrEqual(60);
  expect(new Set(renderingPayloads).size).toBe(renderingPayloads.length);
});

test("a list as CSV: no cell is one that a spreadsheet runs or asks an address for", () => {
  const { text } = writeTable("csv", "tenders", sheet);
  const starts = (text ?? "").slice(1).match(/(?<=^|,|\n)(?:"(?:[^"]|"")*"|[^",\r\n]*)/g) ?? [];
  const cells = starts.map((cell) => cell.replace(/^"|"$/g, "").replaceAll('""', '"'));
  for (const payload of renderingPayloads)
    expect(
      cells.some((cell) => cell.replace(/^'/, "") === payload),
      payload,
    ).toBe(true);
  expect(cells.filter((cell) => /^[\s\p{Cc}]*[=+\-@]/u.test(cell))).toEqual([]);
});

test("a list as a workbook: no formula, link, picture or part from elsewhere", () => {
  const { base64 } = writeTable("xlsx", "tenders", sheet);
  const parts = partsOf(Buffer.from(base64 ?? "", "base64"));
  expect(Object.keys(parts).filter((name) => /drawing|media|external|connection|query|hyperlink/i.test(name))).toEqual(
    [],
  );
  for (const [name, xml] of Object.entries(parts)) {
    expect(xml, name).not.toMatch(/TargetMode\s*=\s*"External"|<(f|hyperlink|drawing|picture|oleObject)\b/i);
    if (name.endsWith(".rels")) expect(xml).not.toContain("evil.example");
  }
  expect(parts["xl/worksheets/sheet1.xml"]).toContain("evil.example");
});

test("questions to the buyer as a document: words, and nothing that is fetched when it opens", async () => {
  const [hostile = ""] = renderingPayloads;
  const questions = renderingPayloads.map((text, index) => ({ number: index + 1, text, answer: text }));
  const written = await writeQuestionsDocx(
    { title: hostile, buyer: hostile, reference: hostile },
    questions as unknown as Parameters<typeof writeQuestionsDocx>[1],
  );
  const parts = partsOf(written);
  for (const [name, xml] of Object.entries(parts)) {
    expect(xml, name).not.toMatch(
      /<w:(hyperlink|drawing|pict|object|fldSimple|instrText|altChunk)\b|TargetMode\s*=\s*"External"/i,
    );
    if (name.endsWith(".rels")) expect(xml).not.toContain("evil.example");
  }
  expect(parts["word/document.xml"]).toContain("evil.example");
});

test("deadlines as a calendar: each text stays in its own field, and the only address is ours", () => {
  const at = new Date("2031-03-15T16:00:00Z");
  const events = renderingPayloads.map((payload, index) => ({
    ...{ uid: `${index}@ours.example`, sequence: 0, summary: payload, description: `${payload}\nmore` },
    ...{ url: `https://ours.example/o/${index}`, at, changedAt: at, isCancelled: false },
  }));
  const lines = writeIcs(renderingPayloads.join(" "), events, at)
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .slice(0, -1);
  const names = new Set(lines.map((line) => /^[^:;]*/.exec(line)?.[0]));
  const known =
    "BEGIN VERSION PRODID CALSCALE METHOD NAME X-WR-CALNAME REFRESH-INTERVAL X-PUBLISHED-TTL UID DTSTAMP LAST-MODIFIED SEQUENCE DTSTART SUMMARY DESCRIPTION URL STATUS TRANSP END";
  expect([...names].sort()).toEqual(known.split(" ").sort());
  expect(lines.filter((line) => line.startsWith("BEGIN:VEVENT"))).toHaveLength(events.length);
  expect(lines.filter((line) => /^BEGIN:(?!VEVENT$|VCALENDAR$)/.test(line))).toEqual([]);
  expect(lines.filter((line) => line.startsWith("URL:") && !line.startsWith("URL:https://ours.example/"))).toEqual([]);
  expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
});
