import { expect, test } from "vitest";
import { neededFields } from "./needed-fields";

const known = (field: string, ...values: string[]) =>
  values.map((value, at) => ({ title: `Call ${at}`, url: null, fields: { [field]: value } })) as never;

test("dates, amounts, references and where an entry leads are worked by; words and ages are not", () => {
  expect(neededFields(["Closes"], known("Closes", "3 May 2027", "4 May 2027", "closes in 3 days"))).toEqual(["Closes"]);
  expect(neededFields(["Value"], known("Value", "€400", "€1,200", "€90"))).toEqual(["Value"]);
  expect(neededFields(["No."], known("No.", "R-100", "R-101", "R-102"))).toEqual(["No."]);
  expect(neededFields(["url", "Posted@datetime"], known("Posted", "x"))).toEqual(["url"]);
  expect(neededFields(["Team"], known("Team", "Yard", "Office", "Dock"))).toEqual([]);
  expect(neededFields(["Posted"], known("Posted", "3 days ago", "yesterday", "vor 2 Wochen"))).toEqual([]);
  expect(neededFields(["Closes"], known("Closes", "3 days left", "today", "2 weeks left"))).toEqual(["Closes"]);
});

test("a field whose values stand under another name now, also in other writing, is not empty", () => {
  const renamed = (was: string, is: string, ...pairs: [string, string][]) =>
    pairs.map(([old, fresh], at) => ({ title: `Call ${at}`, url: null, fields: { [was]: old, [is]: fresh } })) as never;
  const numbers = renamed("Ref.", "Reference", ["R-100", "R-100"], ["R-101", "R-101"], ["R-102", "R-102"]);
  expect(neededFields(["Ref."], numbers)).toEqual([]);
  const days = renamed(
    "Closing",
    "Closes",
    ["18/12/2026 12:00", "18 December 2026, 12 noon"],
    ["08/01/2027 17:00", "8 January 2027, 5pm"],
    ["31/08/2028 23:59", "31 August 2028, 11.59pm"],
  );
  expect(neededFields(["Closing"], days)).toEqual([]);
  const others = renamed(
    "Published",
    "Closes",
    ["18/11/2026", "18 December 2026, 12 noon"],
    ["08/12/2026", "8 January 2027, 5pm"],
    ["31/07/2028", "31 August 2028, 11.59pm"],
  );
  expect(neededFields(["Published"], others)).toEqual(["Published"]);
});
