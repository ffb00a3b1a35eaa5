import { expect, test } from "vitest";
import type { ExtractedRequirement } from "../shredding/extracted-requirement";
import { fingerprintOf, requirementColumns } from "./requirement-columns";

const text = "The contractor shall:\n(a) keep\n   records; and\n(b) keep records";

function item(quote: string, start: number, leadIn?: ExtractedRequirement["leadIn"]): ExtractedRequirement {
  return {
    place: { document: "rfp", start, end: start + quote.length },
    quote,
    ...(leadIn ? { leadIn } : {}),
    ref: "(a)",
    kind: "technical",
    isMandatory: true,
    obliged: "contractor",
    section: ["1  Service", "1.2 Records"],
    due: null,
    reason: "shall",
  };
}
const leadIn: NonNullable<ExtractedRequirement["leadIn"]> = { document: "rfp", start: 0, end: 21 };

test("line breaks of the page are no part of what people read", () => {
  const columns = requirementColumns(item("keep\n   records; and", 26, leadIn), text);
  expect(columns).toMatchObject({
    text: "keep records; and",
    leadIn: "The contractor shall:",
    section: "1 Service › 1.2 Records",
  });
});

test("the same words are the same requirement when the page breaks elsewhere or changes its case", () => {
  expect(fingerprintOf(item("Keep  records", 0), text)).toBe(fingerprintOf(item("keep\nrecords", 0), text));
});

test("a short item is the same only under the same lead-in, a long one by its own words", () => {
  expect(fingerprintOf(item("keep records", 0, leadIn), text)).not.toBe(fingerprintOf(item("keep records", 0), text));
  const long = "keep all records of the service in the form that the authority prescribes for six years";
  expect(fingerprintOf(item(long, 0, leadIn), text)).toBe(fingerprintOf(item(long, 0), text));
});
