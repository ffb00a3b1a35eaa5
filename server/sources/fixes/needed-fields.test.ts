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
