import { expect, test } from "vitest";
import { sameTender } from "./same-tender";

const tender = {
  title: "Maintenance of lifts",
  buyer: "Port of Exampleton",
  reference: "POE-2031-07",
  submissionAt: new Date("2031-09-20T14:00:00Z"),
  submissionDate: null,
};
const other = (more: Partial<typeof tender> | object) => sameTender(tender, { ...tender, ...more });

test("the same reference of one buyer is one tender, however it is written and whatever else its papers say", () => {
  expect(other({ reference: "Ref. POE 2031/07", title: "Lifts of the port", submissionAt: null })).toBe(
    "Same reference: POE-2031-07",
  );
  expect(other({ reference: "POE-2031-08" })).toBeNull();
  expect(other({ buyer: "Ministry of Fish" })).toBeNull();
  expect(other({ title: "Maintenance of lifts, lot 2" })).toBeNull();
});

test("without a telling reference it takes the same title, buyer and date, or letters that agree with the title", () => {
  expect(other({ reference: null })).toBe("Same title, buyer and submission date");
  expect(other({ reference: null, submissionAt: new Date("2031-10-20T14:00:00Z") })).toBeNull();
  expect(other({ reference: null, title: "Painting of bridges" })).toBeNull();
  const letters = { ...tender, reference: "RFQTDRS", submissionAt: null };
  expect(sameTender(letters, { ...tender, reference: "rfqtdrs" })).toBe("Same reference and title: RFQTDRS");
  expect(sameTender(letters, { ...tender, reference: "RFQTDRS", title: "Painting of bridges" })).toBeNull();
});
