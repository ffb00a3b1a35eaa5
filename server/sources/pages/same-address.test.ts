import { expect, test } from "vitest";
import { isReordered, namesOfThings, visitParameters, withoutParameters } from "./same-address";

const links = (query: (at: number) => string) => [1, 2, 3, 4].map((at) => `https://a.test/jobs/${at}?${query(at)}`);

test("one random value on all links is the visit's, a word or a value for each link is not", () => {
  expect([...visitParameters(links(() => "rid=z8ahc2tj3gu8&from=list"))]).toEqual(["rid"]);
  expect(visitParameters(links((at) => `id=z8ahc2tj3gu${at}`)).size).toBe(0);
  expect(visitParameters(links(() => "rid=z8ahc2tj3gu8").slice(0, 2)).size).toBe(0);
  expect(visitParameters(links(() => "release=2026-spring")).size).toBe(0);
  // The link by which one came may be numbered, when the path says where it leads.
  const tokens = ["", "nzpl6k", "4f4jsm", "tokens", "upc4vk"];
  expect([...visitParameters(links((at) => `src=${tokens[at]}`))]).toEqual(["src"]);
  expect(visitParameters(links((at) => `src=${at > 2 ? "list" : "home"}`)).size).toBe(0);
  expect(visitParameters(tokens.map((token) => `https://a.test/job?ref=${token}`)).size).toBe(0);
  expect(withoutParameters("https://a.test/x?rid=1&q=2", new Set(["rid"]))).toBe("https://a.test/x?q=2");
});

test("a list in another order is what the list is, when the list itself is led to", () => {
  const known = new Set(["https://a.test/c", "https://a.test/c?page=2"]);
  expect(isReordered("https://a.test/c?sort=price", known)).toBe(true);
  expect(isReordered("https://a.test/c?page=2&order=asc", known)).toBe(true);
  expect(isReordered("https://a.test/d?sort=price", known)).toBe(false);
  expect(isReordered("https://a.test/c?page=3", known)).toBe(false);
});

test("a name by which lists are ordered elsewhere may name what is shown", () => {
  const calls = ["k9f2x81qz", "a71hd02mq", "z8ahc2tj3"].map((key) => `https://a.test/c?view=${key}`);
  const things = namesOfThings(calls);
  expect([...things]).toEqual(["view"]);
  expect(isReordered(calls[0] ?? "", new Set(["https://a.test/c"]), things)).toBe(false);
  const forms = ["list", "grid", "map"].map((form) => `https://a.test/c?view=${form}`);
  expect(namesOfThings(forms).size).toBe(0);
  expect([...namesOfThings([101, 102, 103].map((no) => `https://a.test/c?view=${no}`))]).toEqual(["view"]);
});

test("columns and directions of sorting are orders, and what is asked for with no value is not asked for", () => {
  const known = new Set(["https://a.test/search/"]);
  expect(isReordered("https://a.test/search/?q=&sortColumn=title&sortDirection=asc", known)).toBe(true);
  expect(isReordered("https://a.test/search/?q=crane&sortColumn=title&sortDirection=asc", known)).toBe(false);
});
