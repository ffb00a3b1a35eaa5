import { expect, test } from "vitest";
import { aTenderDocument } from "./a-tender-document";
import { readFields } from "./read-fields";

const kindsOf = (text: string) =>
  readFields([aTenderDocument("RFQ.md", text)]).deadlines.flatMap(({ kind, statements }) =>
    statements.map(({ localDate }) => `${kind} ${localDate}`),
  );

test("a purchase order awarded by a day is an award, whatever stands further before it", () => {
  expect(
    kindsOf(
      "The port selects a supplier on the basis of the best quotation received for the award of a purchase order on or before April 07, 2031.",
    ),
  ).toEqual(["award 2031-04-07"]);
});

test("days of delivery and completion are dates of their own, bids that are delivered are not", () => {
  expect(kindsOf("Anticipated delivery date(s): approximately May 20, 2031")).toEqual(["delivery 2031-05-20"]);
  expect(kindsOf("All equipment must be delivered to the pier by 4 June 2031.")).toEqual(["delivery 2031-06-04"]);
  expect(kindsOf("Substantial completion is required by 30 September 2031.")).toEqual(["delivery 2031-09-30"]);
  expect(kindsOf("Bids must be delivered by 12 May 2031 to the harbour office.")).toEqual(["submission 2031-05-12"]);
});
