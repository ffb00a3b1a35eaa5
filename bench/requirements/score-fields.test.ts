import { expect, test } from "vitest";
import { readFields } from "@/server/opportunities/fields/read-fields";
import { type TenderDocument, toTenderDocument } from "@/server/opportunities/tender-document";
import { toFieldsLine } from "./fields-line";
import { scoreFields } from "./score-fields";

function aDocument(path: string, ...paragraphs: string[]): TenderDocument {
  const blocks: TenderDocument["blocks"] = [];
  let text = "";
  for (const paragraph of paragraphs) {
    if (text) text += "\n\n";
    blocks.push({ kind: "paragraph", start: text.length, end: text.length + paragraph.length });
    text += paragraph;
  }
  return toTenderDocument(path, path, { text, blocks, pages: [] });
}

const documents = [
  aDocument("notice.md", "Tenders are due by 12 June 2031, 14:00 UTC.", "Questions by 1 June 2031, 10:00 UTC."),
  aDocument("cover.md", "Tenders must be received by 14 June 2031, 14:00 UTC."),
];
const fields = readFields(documents);
const gold = (value: string, quote: string) => ({ value, document: "notice.md", quote, time_zone: "UTC" });
const opportunity = {
  title: null,
  buyer: null,
  reference: null,
  submission_deadline: gold("2031-06-12T14:00:00", "12 June 2031"),
  questions_deadline: gold("2031-06-01T11:00:00", "1 June 2031"),
};
const conflict = {
  what: "closing date",
  severity: "hard" as const,
  a: { document: "cover.md", quote: "Tenders must be received by 14 June 2031, 14:00 UTC." },
  b: { document: "notice.md", quote: "Tenders are due by 12 June 2031, 14:00 UTC." },
};

test("a deadline is right only with its date, its time and its zone", () => {
  const read = { package: "p", opportunity, contradictions: [conflict], truth: null, fields, documents };
  const { figures, misses } = scoreFields([read]);
  expect(figures).toMatchObject({ deadlineExact: 1, questionsDeadlineExact: 0, contradictionsShown: 1 });
  expect(figures).toMatchObject({ falseContradictions: 0, inventedDates: 0, titleRight: null });
  expect(misses.join()).toContain("wanted 2031-06-01 11:00 UTC");
});

test("local time without a place is right as it stands, and wrong with a zone made of it", () => {
  const local = readFields([aDocument("notice.md", "Tenders are due by 12 June 2031, 14:00 local time.")]);
  const wanted = {
    ...opportunity,
    submission_deadline: { ...gold("2031-06-12T14:00", "12"), time_zone: "local time" },
  };
  const read = { package: "p", opportunity: wanted, contradictions: [], truth: null, fields: local, documents };
  expect(scoreFields([read]).figures.deadlineExact).toBe(1);
  expect(scoreFields([{ ...read, fields }]).figures.deadlineExact).toBe(0);
});

test("a contradiction that no reader listed is a false one", () => {
  const read = { package: "p", opportunity, contradictions: [], truth: null, fields, documents };
  expect(scoreFields([read]).figures).toMatchObject({ falseContradictions: 1, contradictionsShown: null });
});

test("a date whose words do not stand in its quote counts as invented", () => {
  const [group] = fields.deadlines;
  const [statement] = group?.statements ?? [];
  if (!group || !statement) throw new Error("nothing was read");
  const invented = { ...fields, deadlines: [{ ...group, statements: [{ ...statement, localDate: "2031-07-12" }] }] };
  const read = { package: "p", opportunity: null, contradictions: [], truth: null, fields: invented, documents };
  expect(scoreFields([read]).figures.inventedDates).toBe(1);
});

test("the line of a package names documents by path and tells dates as local time with the zone", () => {
  const line = toFieldsLine(fields, documents);
  expect(line.opportunity).toMatchObject({
    submission_deadline: "2031-06-12T14:00:00",
    time_zone: "UTC",
    questions_deadline: "2031-06-01T10:00:00",
    estimated_value: null,
  });
  expect(line.contradictions).toMatchObject([
    {
      what: "submission date: 12 or 14 June 2031",
      severity: "hard",
      a: { document: "notice.md" },
      b: { document: "cover.md" },
    },
  ]);
});
