import { expect, test } from "vitest";
import { isSlightChange } from "./slight-change";

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const isSlight = (before: string, after: string) => isSlightChange(words(before), words(after));

test("articles, plurals, the order of words and slips of the pen change nothing", () => {
  expect(isSlight("A report is due after every sprint", "The reports are due after each sprint")).toBe(true);
  expect(isSlight("slides, graphs or charts", "any charts, slides or graphs")).toBe(true);
  expect(isSlight("name the accepted source", "name the accepte sourse")).toBe(true);
});

test("figures, negations, modals, joins and new words change something", () => {
  expect(isSlight("within 10 days", "within 12 days")).toBe(false);
  expect(isSlight("the supplier shall reply", "the supplier should reply")).toBe(false);
  expect(isSlight("the supplier may subcontract", "the supplier may not subcontract")).toBe(false);
  expect(isSlight("a plan and a budget", "a plan or a budget")).toBe(false);
  expect(isSlight("the rates", "the current rates")).toBe(false);
});
