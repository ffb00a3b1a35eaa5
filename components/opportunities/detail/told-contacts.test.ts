import { expect, test } from "vitest";
import { toldContacts } from "./told-contacts.logic";

const told = (...texts: string[]) => toldContacts(texts.map((text) => ({ text }))).map(({ text }) => text);

test("a contact told with more stands for the same one told with less", () => {
  expect(told("Ann Lee, ann@x.example, 01632 960135", "Ann Lee, ann@x.example", "ANN LEE")).toEqual([
    "Ann Lee, ann@x.example, 01632 960135",
  ]);
  expect(told("Ann Lee", "Ann Lee, ann@x.example")).toEqual(["Ann Lee, ann@x.example"]);
});

test("equals stand once, and two people of one address are two", () => {
  expect(told("Ann Lee, desk@x.example", "Ann Lee, desk@x.example")).toHaveLength(1);
  expect(told("Ann Lee, desk@x.example", "Bo Kim, desk@x.example")).toHaveLength(2);
});
