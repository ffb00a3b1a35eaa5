import { expect, test } from "vitest";
import { mentionedCodes } from "./mentioned-codes";

test("numbers by which a buyer calls a tender in its sentences", () => {
  expect(mentionedCodes("Please quote HW/PUR/31/207 in all letters.")).toEqual(["HWPUR31207"]);
  expect(mentionedCodes("The buyer's contract number is KHT 2291/31.")).toEqual(["KHT229131"]);
  expect(mentionedCodes("Unser Aktenzeichen: 10.24-3312/31")).toEqual(["1024331231"]);
  expect(mentionedCodes("File number 448812, to be named on the envelope")).toEqual(["448812"]);
});

test("days, amounts, laws, norms and telephone numbers are none", () => {
  const text =
    "Due 14/03/2031 at 12:00. About 1.450 m of pipe, EUR 120.000. Directive 2014/24/EU and ISO 9001-2015 apply. Telephone 01555 010203. DIN EN 12464-1. In 2030/31.";
  expect(mentionedCodes(text)).toEqual([]);
});
