import { expect, test } from "vitest";
import { readMarkdown } from "@/server/knowledge/ingest/parsing/extractors/markdown";
import { defaultParseLimits } from "@/server/knowledge/ingest/parsing/limits";
import { toTenderDocument } from "../tender-document";
import { compareFigures } from "./compare-figures";

async function changed(before: string, after: string, told = "") {
  const [old, fresh] = await Promise.all(
    [before, after].map(async (text) =>
      toTenderDocument("a", "a.md", await readMarkdown(Buffer.from(text), defaultParseLimits)),
    ),
  );
  if (!old || !fresh) throw new Error("no text");
  return compareFigures(old, fresh, (text) => told !== "" && text.includes(told)).map((one) => [
    one.about,
    one.before,
    one.after,
  ]);
}

test("weights, sums and dates of a schedule that were changed in place are told with both lines", async () => {
  expect(await changed("Quality of the plan [60 points]", "Quality of the plan [70 points]")).toEqual([
    ["evaluation_factor", "Quality of the plan [60 points]", "Quality of the plan [70 points]"],
  ]);
  expect(await changed("Evaluation of offers 10/11/2031", "Evaluation of offers 10/25/2031")).toMatchObject([
    ["date", expect.stringContaining("10/11"), expect.stringContaining("10/25")],
  ]);
  expect(await changed("The budget is $30,000 a year.", "The budget is $35,000 a year.")).toMatchObject([
    ["value", expect.stringContaining("30,000"), expect.stringContaining("35,000")],
  ]);
});

test("a line that is told already, that moved, or that only got another number is none", async () => {
  expect(await changed("Quality [60 points]", "Quality [70 points]", "Quality")).toEqual([]);
  expect(await changed("One line.\n\nQuality of it [60 points]", "Quality of it [60 points]\n\nOne line.")).toEqual([]);
  expect(await changed("See section 4 of the plan.", "See section 5 of the plan.")).toEqual([]);
});
