import { describe, expect, it } from "vitest";
import { findJsonListing, type JsonRule, readWithJsonRule } from "./read-json-listing";

const url = "https://api.example/v1/calls?page=1";
const answer = {
  meta: { total: 3, generated: "2031-01-06" },
  filters: [{ id: "a" }, { id: "b" }],
  data: {
    calls: [
      {
        id: "C-1",
        title: "Repair of the town hall roof",
        buyer: { name: "Ashby", code: 4 },
        closes: "2031-05-03",
        link: "/c/1",
        tags: ["roof", "works"],
      },
      {
        id: "C-2",
        title: "Lunches for eleven schools",
        buyer: { name: "Northfold", code: 7 },
        closes: "2031-05-05",
        link: "/c/2",
        tags: [],
      },
      {
        id: "C-3",
        title: "Scanning of the archive",
        buyer: { name: "Harrowmere", code: 9 },
        closes: null,
        link: "/c/3",
        tags: ["it"],
      },
    ],
  },
  links: { next: "/v1/calls?page=2" },
};

describe("an interface's answer of which nothing is known", () => {
  it("gives its largest list of like objects as records, with a rule that reads it again", () => {
    const found = findJsonListing(answer, url);
    expect(found?.records).toHaveLength(3);
    expect(found?.records[0]).toMatchObject({
      title: "Repair of the town hall roof",
      url: "https://api.example/c/1",
      fields: { id: "C-1", "buyer.name": "Ashby", closes: "2031-05-03", tags: "roof, works" },
    });
    expect(found?.next).toBe("https://api.example/v1/calls?page=2");
    expect(readWithJsonRule(answer, found?.rule as JsonRule, url)).toEqual(found?.records);
  });

  it("reads a list at the top, and member names of any kind", () => {
    const list = [1, 2, 3].map((number) => ({ "it's": `Word ${number} and more words`, "a.b[0]": number }));
    const found = findJsonListing(list, url);
    expect(found?.records.map(({ title }) => title)).toEqual(list.map((one) => one["it's"]));
    expect(found?.records[1]?.fields).toEqual({ "a.b[0]": "2" });
  });

  it.each([
    ["a number", 4],
    ["an error", { error: { code: 4, message: "no such page" } }],
    ["plain values", { values: [1, 2, 3] }],
    [
      "numbers under names",
      {
        points: [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
      },
    ],
  ])("finds nothing in %s", (_, json) => expect(findJsonListing(json, url)).toBeNull());

  it("is not kept busy by a huge answer", () => {
    const huge = { a: Array.from({ length: 200_000 }, (_, at) => ({ title: `Call number ${at} of many`, at })) };
    const startedAt = performance.now();
    expect(findJsonListing(huge, url)?.records).toHaveLength(5_000);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

describe("a rule in JSONPath", () => {
  const rule: JsonRule = { records: "$.data.calls[*]", fields: { title: "$.title", Buyer: "$.buyer.name" } };
  it("gives the fields the names that a person chose", () => {
    expect(readWithJsonRule(answer, rule, url)?.[1]).toMatchObject({ url: null, fields: { Buyer: "Northfold" } });
  });
  it("finds nothing when the answer has another shape", () => {
    expect(readWithJsonRule({ data: { notices: [] } }, rule, url)).toBeNull();
    expect(readWithJsonRule({ data: { calls: [{ name: "x" }] } }, rule, url)).toBeNull();
  });
  it("says what is wrong with a path that is none", () => {
    expect(() => readWithJsonRule(answer, { ...rule, records: "$.[" }, url)).toThrow(/JSONPath/);
  });
});
