import { expect, test } from "vitest";
import { type IcsEvent, writeIcs } from "./write-ics";

const now = new Date("2026-01-02T03:04:05Z");
const event: IcsEvent = {
  uid: "deadline-1@outrider",
  sequence: 4,
  summary: "Submission: Roofs",
  description: "By 16:00",
  url: "https://example.com/w/acme/opportunities/1",
  at: new Date("2026-03-29T14:00:00Z"),
  changedAt: now,
  isCancelled: false,
};
const unfolded = (ics: string) => ics.replaceAll("\r\n ", "").split("\r\n");

test("a moment is written in UTC and a date without a time as a whole day", () => {
  expect(unfolded(writeIcs("Acme", [event], now))).toContain("DTSTART:20260329T140000Z");
  expect(unfolded(writeIcs("Acme", [{ ...event, at: "2026-03-29" }], now))).toContain("DTSTART;VALUE=DATE:20260329");
});

test("no line is longer than 75 octets, characters stay whole, and unfolding gives the words back", () => {
  const summary = "Ausschreibung für Brückenanstriche – 港湾の塗装工事 🎉 ".repeat(6).trim();
  const ics = writeIcs("Acme", [{ ...event, summary }], now);
  for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(ics).not.toContain("\ufffd");
  expect(unfolded(ics)).toContain(`SUMMARY:${summary}`);
});

test("what stands in a title cannot add lines or fields", () => {
  const hostile = "A; B, C\\D\r\nEND:VEVENT\nATTACH:http://evil\u0000\u000b";
  const lines = unfolded(writeIcs("Acme", [{ ...event, summary: hostile }], now));
  expect(lines).toContain("SUMMARY:A\\; B\\, C\\\\D\\nEND:VEVENT\\nATTACH:http://evil");
  expect(lines.filter((line) => line === "END:VEVENT")).toHaveLength(1);
});

test("what was called off says so", () => {
  expect(unfolded(writeIcs("Acme", [{ ...event, isCancelled: true }], now))).toContain("STATUS:CANCELLED");
});
