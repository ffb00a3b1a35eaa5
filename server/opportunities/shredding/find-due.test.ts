import { expect, test } from "vitest";
import { findDue } from "./find-due";

test.each([
  ["Offers must arrive by 3 March 2031 at 12:00 local time.", "by 3 March 2031 at 12:00 local time"],
  [
    "Offers are due March 3, 2031 at 4:30 p.m. Eastern Time at the desk.",
    "due March 3, 2031 at 4:30 p.m. Eastern Time",
  ],
  ["Bids due on 03/04/2031, 2:00 PM (CST) at the latest.", "due on 03/04/2031, 2:00 PM (CST)"],
  [
    "Send it no later than 2:00 p.m. Alaska Prevailing Time on March 3, 2031.",
    "no later than 2:00 p.m. Alaska Prevailing Time on March 3, 2031",
  ],
  ["Offers must arrive by 3 March 2031 at noon, and no later.", "by 3 March 2031 at noon"],
  ["Angebote sind bis zum 3. März 2031, 12:00 Uhr, einzureichen.", "3. März 2031, 12:00 Uhr"],
])("a time of day keeps its zone: %s", (text, due) => {
  expect(findDue(text)).toBe(due);
});

test("a long phrase is told to its end, not to a number of letters", () => {
  const phrase =
    "within 10 days of the day on which the harbour has told the keeper in writing that the old lamps were taken down";
  expect(findDue(`The keeper shall paint the lamps ${phrase}, and pay for it.`)).toBe(phrase);
});

test("what follows a time and is no zone is left out", () => {
  expect(findDue("Call by 3 March 2031 at 10:00 but not before.")).toBe("by 3 March 2031 at 10:00");
});
