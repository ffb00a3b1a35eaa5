import { expect, test } from "vitest";
import { readMarkdown } from "@/server/knowledge/ingest/parsing/extractors/markdown";
import { defaultParseLimits } from "@/server/knowledge/ingest/parsing/limits";
import { extractRequirements } from "../shredding/extract-requirements";
import { toTenderDocument } from "../tender-document";
import { findEffects } from "./find-effects";

const base = `# Statement of work

## 3.1 Painting

The contractor shall repaint the old signal tower every spring.

## 3.2 Reports

The contractor shall write a monthly report about all repairs to the harbour master.

The technical proposal shall not exceed 10 pages.

## 3.3 Spare parts

The contractor shall keep a store of spare parts within the harbour.

The contractor shall insure the store against fire.
`;

async function effectsOf(text: string, more: readonly string[] = []) {
  const read = async (name: string, source: string) =>
    toTenderDocument(name, name, await readMarkdown(Buffer.from(source), defaultParseLimits));
  const [work, addendum] = [
    await read("SOW.md", [base, ...more].join("\n\n")),
    await read("Addendum.md", `# Addendum 1\n\n${text}\n`),
  ];
  const all = extractRequirements([work, addendum]).map((one, index) => ({ ...one, index }));
  const of = (id: string) => all.filter(({ place }) => place.document === id);
  return findEffects(addendum, of("Addendum.md"), of("SOW.md")).map(({ what, target, quote }) => [
    what,
    all[target]?.quote.slice(0, 45),
    quote.replace(/\s+/g, " "),
  ]);
}

test("a section that is deleted takes its demands out, one that is replaced has them reworded", async () => {
  const deleted = await effectsOf("Section 3.3 is deleted in its entirety.");
  expect(deleted.map(([what]) => what)).toEqual(["removed", "removed"]);
  expect(deleted[0]?.[2]).toBe("Section 3.3 is deleted in its entirety.");
  const replaced = await effectsOf(
    "Section 3.1 is replaced with the following:\n\nThe contractor shall repaint the old signal tower every second spring in white.",
  );
  expect(replaced).toEqual([
    ["changed", "The contractor shall repaint the old signal t", expect.stringContaining("second spring")],
  ]);
});

test("words that are changed into others are found where they stand, quoted or not", async () => {
  const quoted = await effectsOf(
    'In the statement of work, change "shall not exceed 10 pages" to "shall not exceed 15 pages".',
  );
  expect(quoted).toEqual([
    ["changed", "The technical proposal shall not exceed 10 pa", expect.stringContaining("15 pages")],
  ]);
  const plain = await effectsOf("The limit of the technical proposal is increased from 10 pages to 15 pages.");
  expect(plain.map(([what, target]) => [what, target])).toEqual([
    ["changed", "The technical proposal shall not exceed 10 pa"],
  ]);
});

test("a thing that is taken out is taken out where it is named; what an addendum forbids elsewhere takes nothing out", async () => {
  expect(
    (await effectsOf("The old signal tower is no longer part of the work.")).map(([what, target]) => [what, target]),
  ).toEqual([["removed", "The contractor shall repaint the old signal t"]]);
  expect(await effectsOf("Prices should not be included in the technical proposal.")).toEqual([]);
  expect(await effectsOf("Has the old signal tower been removed from the scope?")).toEqual([]);
});

test("what only names the thing that is taken out is to be looked at, what is about it goes with it", async () => {
  const said = "The old signal tower is no longer part of the work.";
  const about = async (...demands: string[]) => (await effectsOf(said, demands)).map(([what]) => what);
  expect(
    await about(
      "The old signal tower shall be painted white.",
      "It must have a lamp on its roof.",
      "For the old signal tower, two doors are required.",
      "The contractor shall inspect and repair the old signal tower.",
    ),
  ).toEqual(["removed", "removed", "removed", "removed", "removed"]);
  expect(
    await about(
      "The contractor shall paint the harbour office and the old signal tower.",
      "The contractor shall train the crew that mans the old signal tower and the ferry.",
      "All doors (two of them at the old signal tower) must have one key.",
    ),
  ).toEqual(["removed", "affected", "affected", "affected"]);
});

test("a thing that a demand calls by the telling part of its name is meant", async () => {
  const effects = await effectsOf("The salted herring storage building is no longer part of the work.", [
    "The herring shed shall have a floor that holds salted herring in open storage.",
    "The storage of paint shall be locked.",
  ]);
  expect(effects.map(([what, target]) => [what, target])).toEqual([
    ["removed", "The herring shed shall have a floor that hold"],
  ]);
});

test("under a heading that is its name everything goes with a thing that is taken out", async () => {
  const effects = await effectsOf("The old signal tower is no longer part of the work.", [
    "## 3.4 Old signal tower",
    "Each lamp of the old signal tower room shall have a spare bulb.",
  ]);
  expect(effects.map(([what]) => what)).toEqual(["removed", "removed"]);
});

test("a demand in other words is a change, the same one once more and a new one are none", async () => {
  expect(
    await effectsOf("The contractor shall write a weekly report about all repairs to the harbour master."),
  ).toEqual([["changed", "The contractor shall write a monthly report a", expect.stringContaining("weekly")]]);
  expect(await effectsOf("The contractor shall insure the store against fire.")).toEqual([]);
  expect(await effectsOf("The contractor shall train the crew of the ferry.")).toEqual([]);
});
