import { expect, test } from "vitest";
import { findUnclear } from "./find-unclear";

const nothing = { sections: new Set<string>(), attachments: new Set<string>() };

test("a date or name that the buyer left open is asked about", () => {
  expect(findUnclear("The contractor shall start on ________ and work for two years.", nothing)).toContain("blank");
  expect(findUnclear("The contractor shall report to [insert name of officer] every week.", nothing)).toContain(
    "blank",
  );
  expect(findUnclear("The bidder shall deliver the plan by a date to be determined.", nothing)).toContain("blank");
});

test("blanks that the signer of a form fills are no question to the buyer", () => {
  expect(findUnclear("I, ________ (print or type name), shall not disclose what I learn.", nothing)).toBeUndefined();
  expect(findUnclear("The bidder's representative ________ (signature) shall sign here.", nothing)).toBeUndefined();
  expect(findUnclear("We shall keep the price of [insert amount] for 90 days.", nothing)).toBeUndefined();
});

test("what the buyer has still to say is asked about in a form, too", () => {
  expect(findUnclear("I shall follow the rules TBD by the agency.", nothing)).toContain("TBD");
});
