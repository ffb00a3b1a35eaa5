import { expect, test } from "vitest";
import { aTenderDocument } from "../fields/a-tender-document";
import { compareLines } from "./compare-lines";

const goods = (rows: string[]) =>
  `# Goods\n| No. | Item | Description | Quantity |\n|---|---|---|---|\n${rows.join("\n")}`;
const told = (before: string, after: string, isTold: (text: string) => boolean = () => false) =>
  compareLines(aTenderDocument("a", before), aTenderDocument("b", after), isTold).map(({ what, before, after }) => [
    what,
    before,
    after,
  ]);

test("rows of goods are followed by what they are called, however little of the rest is the same", () => {
  const before = goods([
    "| 1 | Lamps | LED, 40 W, IP65, grey housing | 12 |",
    "| 2 | Rope bag | Canvas sack Marlow 15 l (M1520) | 4 |",
    "| 3 | Buoys | Red, 600 mm, with chain | 8 |",
  ]);
  const after = goods([
    "| 1 | Lamps | LED, 40 W or more, IP65, grey housing | 12 |",
    "| 2 | Rope bag | any bag of 15 l | 4 |",
    "| 3 | Buoys | Red, 600 mm, with chain | 8 |",
    "| 4 | Mounting | Mounting of the lamps on the north quay | 1 |",
  ]);
  expect(told(before, after)).toEqual([
    [
      "changed",
      "1 | Lamps | LED, 40 W, IP65, grey housing | 12",
      "1 | Lamps | LED, 40 W or more, IP65, grey housing | 12",
    ],
    ["changed", "2 | Rope bag | Canvas sack Marlow 15 l (M1520) | 4", "2 | Rope bag | any bag of 15 l | 4"],
    ["added", null, "4 | Mounting | Mounting of the lamps on the north quay | 1"],
  ]);
  expect(told(after, before).map(([what]) => what)).toEqual(["changed", "changed", "removed"]);
});

test("a sentence that nearly stands is told with its new words; a new one in prose and a slip of the pen are not", () => {
  const before = "The port buys lamps, see the list with the price in both crowns and euros for each item below.";
  const after =
    "The port buys lamps, see the list with the price in euros for each item below. The port was founded in 1850.";
  expect(told(before, after)).toEqual([
    ["changed", before, "The port buys lamps, see the list with the price in euros for each item below."],
  ]);
  expect(told("The port lies at the mouth of the river Elbe.", "The port lies at the mouth of river Elbe.")).toEqual(
    [],
  );
});

test("what is told as a demand or a date is not told again, and a paper that was laid out anew changed nothing", () => {
  const before = "The quay office orders the goods by 3 May and pays in euros on arrival.";
  const after = "The quay office orders the goods by 9 May and pays in euros on arrival.";
  expect(told(before, after, (text) => text.includes("quay office"))).toEqual([]);
  expect(told("Lamps for the multi-disciplinary quay team.", "Lamps for the multi-dis-ciplinary quay team.")).toEqual(
    [],
  );
  const long = "The port buys lamps for the quay. They hang at the north side, where ships of the island line land.";
  expect(told(long, long.replace(". They", ".\n\nThey"))).toEqual([]);
  expect(told(long, long.replace("at the north side, where", "at the north side,\n\nwhere"))).toEqual([]);
});

test("the foot of a page with its clock and its visitors is no line that changed", () => {
  const page = (foot: string) => `# Works\nThe quay wall is mended in two parts.\n\n${foot}`;
  const [before, after] = ["96 visitors - 29/11/2026 01:05:49", "57 visitors - 29/11/2026 01:05:58"].map(
    (rest) => `Session no. 2q606rmdc43xiv9vr41ddvygv7k - ${rest} - Legal notice`,
  );
  expect(told(page(before ?? ""), page(after ?? ""))).toEqual([]);
});
