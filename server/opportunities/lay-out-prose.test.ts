import { expect, test } from "vitest";
import { quotes, shred } from "./shredding/testing/shred";
import { splitRunningList } from "./split-running-list";

const pieces = (text: string) =>
  splitRunningList(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

test("a table of numbered sections is read as the text that it lays out", () => {
  const found = shred(
    [
      "| | |",
      "| --- | --- |",
      "| G.1 – Access to the depot | The Contractor shall sign in at the gate. Visitors are welcome on Mondays. The Contractor shall wear a badge. |",
      "| G.2 – Tools | Tools are lent for a day. The Contractor shall return each tool by dusk. |",
      "| G.3 – Waste | The yard is swept by the council. |",
      "| G.4 – Keys | Keys are numbered. The Contractor shall hand in: • a list of its keys • a list of its locks |",
    ].join("\n"),
  );
  expect(found.map(({ quote }) => quote)).toEqual([
    "The Contractor shall sign in at the gate.",
    "The Contractor shall wear a badge.",
    "The Contractor shall return each tool by dusk.",
    "a list of its keys",
    "a list of its locks",
  ]);
  expect(found[2]?.section.at(-1)).toBe("G.2 – Tools");
});

test("a row of a table of like rows stays one requirement", () => {
  const rows = quotes(
    [
      "| No | Requirement |",
      "| --- | --- |",
      "| 1 | The pump must run dry for an hour. It must not leak while it does. |",
      "| 2 | The pump must start below zero. |",
      "| 3 | The pump must weigh less than a person can lift. |",
    ].join("\n"),
  );
  expect(rows).toHaveLength(3);
});

test("items that run on in one paragraph are told apart", () => {
  expect(pieces("The bid must hold: • a plan • a price • the names of the crew")).toEqual([
    "The bid must hold:",
    "a plan",
    "a price",
    "the names of the crew",
  ]);
  expect(pieces("The crew shall: a). sweep the yard; b). lock the gate; and c). call the watch.")).toEqual([
    "The crew shall:",
    "sweep the yard;",
    "lock the gate; and",
    "call the watch.",
  ]);
});

test("a letter or number that counts nothing takes no sentence apart", () => {
  for (const text of [
    "Under clause 4: a) is void, as agreed.",
    "Plan B · is not a list",
    "The score is 3. 4 points are lost for each day.",
  ])
    expect(pieces(text)).toEqual([text]);
});

test("a list that an extractor ran together in a paragraph is read item by item", () => {
  expect(
    quotes(
      "# Handing in\n\nThe bidder must ensure that: a). the file opens; b). the name of the file is short; and c). each page is numbered.",
    ),
  ).toEqual(["the file opens;", "the name of the file is short; and", "each page is numbered."]);
});

test("a sentence with parts stays one", () => {
  const sentence = "The bidder must name: (a) the keeper; (b) the deputy; and (c) the owner of the boat.";
  expect(quotes(`# Handing in\n\n${sentence}`)).toEqual([sentence]);
});
