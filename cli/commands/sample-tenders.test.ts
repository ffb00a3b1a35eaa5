import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultParseLimits } from "@/server/knowledge/ingest/parsing";
import { readHtml } from "@/server/knowledge/ingest/parsing/extractors/html";
import { readMarkdown } from "@/server/knowledge/ingest/parsing/extractors/markdown";
import { readFields } from "@/server/opportunities/fields/read-fields";
import { toTenderDocument } from "@/server/opportunities/tender-document";
import { fillDays } from "./sample-tenders";

test("days are counted from the day of the demo", () => {
  expect(fillDays("due on {{day 3}}, issued {{day -1}}", new Date("2027-02-27T10:00:00Z"))).toBe(
    "due on 2 March 2027, issued 26 February 2027",
  );
});

test.each(["2026-12-20", "2027-02-27", "2027-07-01"])(
  "two documents of the ferry tender disagree on the submission date and on nothing else, read on %s",
  async (day) => {
    const now = new Date(`${day}T10:00:00Z`);
    const read = async (name: string, reader: typeof readHtml) => {
      const text = await readFile(join("sample/tenders/ferry-ticketing", name), "utf8");
      return toTenderDocument(name, name, reader(Buffer.from(fillDays(text, now)), defaultParseLimits));
    };
    const { contradictions, deadlines } = readFields(
      [await read("Request for Proposals.md", readMarkdown), await read("Instructions to Bidders.html", readHtml)],
      { now },
    );
    expect(contradictions.map(({ kind, severity }) => [kind, severity])).toEqual([["submission", "hard"]]);
    const submission = deadlines.find(({ kind }) => kind === "submission");
    expect(submission?.statements.map(({ flags }) => flags)).toEqual([[], []]);
  },
);
