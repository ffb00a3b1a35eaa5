import { expect, test } from "vitest";
import type { OpportunityDeadline } from "@/drizzle/schema";
import { readMarkdown } from "@/server/knowledge/ingest/parsing/extractors/markdown";
import { defaultParseLimits } from "@/server/knowledge/ingest/parsing/limits";
import { readFields } from "../fields/read-fields";
import { toTenderDocument } from "../tender-document";
import { movedStatements } from "./moved-statements";

const newer = "Offers must be received by 16:00 Europe/Berlin on 20 September 2031.";
const moved = "The deadline for the submission of offers is extended to 16:00 Europe/Berlin on 4 October 2031.";

async function found(papers: Record<string, string>) {
  const read = Object.entries(papers).map(async ([name, text]) =>
    toTenderDocument(name, name, await readMarkdown(Buffer.from(text), defaultParseLimits)),
  );
  return readFields(await Promise.all(read), { now: new Date("2031-08-01T00:00:00Z") });
}

const paper = (id: string, more: object = {}) => ({
  id,
  previousDocumentId: null,
  previous: null,
  isFresh: true,
  ...more,
});
const stated = (day: string) =>
  ({
    kind: "submission",
    localDate: day,
    localTime: "16:00",
    zoneStated: "Europe/Berlin",
    state: "in_force",
  }) as OpportunityDeadline;

async function movesOf(
  papers: Record<string, string>,
  documents: ReturnType<typeof paper>[],
  stored: { row: OpportunityDeadline; documentId: string }[],
) {
  const fields = await found(papers);
  const fresh = fields.deadlines.flatMap(({ statements }) =>
    statements.flatMap(({ place, ...one }) => (place ? [{ ...one, place }] : [])),
  );
  const all = movedStatements(documents, fields, { stored, moved: stored, overtaken: [], fresh });
  return all.map(({ kind, before, after, documentId }) => [kind, before, after, documentId]);
}

const extension = ["submission", "2031-09-20 16:00 Europe/Berlin", "2031-10-04 16:00 Europe/Berlin", "Addendum 1.md"];

test("an addendum that comes together with a newer request that still states the old date moves it", async () => {
  const papers = { "RFP-v2.md": newer, "Addendum 1.md": moved };
  const documents = [
    paper("RFP-v2.md", { isFresh: false, previousDocumentId: "RFP.md", previous: { text: "", blocks: [], pages: [] } }),
    paper("Addendum 1.md"),
  ];
  const stored = [{ row: stated("2031-09-20"), documentId: "RFP.md" }];
  expect(await movesOf(papers, documents, stored)).toEqual([extension]);
});

test("an addendum that comes together with its tender moves its date", async () => {
  const papers = { "RFP.md": newer, "Addendum 1.md": moved };
  expect(await movesOf(papers, [paper("RFP.md"), paper("Addendum 1.md")], [])).toEqual([extension]);
});

test("a tender that is read for the first time moves nothing, whatever its papers state", async () => {
  const papers = {
    "RFP.md": newer,
    "Terms.md": "Offers must be received by 16:00 Europe/Berlin on 22 September 2031.",
  };
  expect(await movesOf(papers, [paper("RFP.md"), paper("Terms.md")], [])).toEqual([]);
});

test("the first date that a newer version states is told, though the version before stated none at all", async () => {
  const documents = [paper("RFP.md", { isFresh: false, previous: { text: "", blocks: [], pages: [] } })];
  expect(await movesOf({ "RFP.md": newer }, documents, [])).toEqual([
    ["submission", null, "2031-09-20 16:00 Europe/Berlin", "RFP.md"],
  ]);
});

test("of two dates of a kind each is followed by the one that is said in its words, and both quotes are kept", async () => {
  const papers = {
    "RFP.md":
      "Delivery date of the crane: 8 June 2031.\n\nDelivery date of the rails: 20 May 2031.\n\nThe award is expected by 3 March 2031.",
  };
  const row = (day: string, quote: string, kind = "delivery") => ({
    documentId: "RFP.md",
    row: { kind, localDate: day, localTime: null, zoneStated: null, state: "in_force", quote } as OpportunityDeadline,
  });
  const stored = [
    row("2031-04-30", "Delivery date of the rails: 30 April 2031."),
    row("2031-05-02", "Delivery date of the crane: 2 May 2031."),
    row("2031-02-14", "The award is expected by 14 February 2031.", "award"),
  ];
  const fields = await found(papers);
  const fresh = fields.deadlines.flatMap(({ statements }) =>
    statements.flatMap(({ place, ...one }) => (place ? [{ ...one, place }] : [])),
  );
  const documents = [paper("RFP.md", { isFresh: false, previous: { text: "", blocks: [], pages: [] } })];
  const all = movedStatements(documents, fields, { stored, moved: stored, overtaken: [], fresh });
  expect(all.map(({ kind, before, after, quotes }) => [kind, before, after, quotes.after])).toEqual([
    ["delivery", "2031-04-30", "2031-05-20", "Delivery date of the rails: 20 May 2031."],
    ["delivery", "2031-05-02", "2031-06-08", "Delivery date of the crane: 8 June 2031."],
    ["award", "2031-02-14", "2031-03-03", "The award is expected by 3 March 2031."],
  ]);
});

test("one wall clock by two names of its zone has not moved, another hour or region has", async () => {
  const row = {
    documentId: "RFP.md",
    row: {
      ...stated("2031-09-20"),
      zoneStated: "EST",
      quote: "Offers must be received by 16:00 EST on 20 September 2031.",
    },
  };
  const documents = [paper("RFP.md", { isFresh: false, previous: { text: "", blocks: [], pages: [] } })];
  const offers = (clock: string) => ({ "RFP.md": `Offers must be received by ${clock} on 20 September 2031.` });
  expect(await movesOf(offers("16:00 ET"), documents, [row])).toEqual([]);
  expect(await movesOf(offers("16:00 EDT"), documents, [row])).toEqual([]);
  expect(await movesOf(offers("16:00 CT"), documents, [row])).toHaveLength(1);
  expect(await movesOf(offers("17:00 ET"), documents, [row])).toHaveLength(1);
});
