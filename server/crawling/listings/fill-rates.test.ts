import { expect, test } from "vitest";
import { fillRates } from "./fill-rates";
import type { ListingRecord } from "./types";

const rule = { fields: { title: {}, url: {}, Buyer: {} } };
const entry = (more: Partial<ListingRecord>): ListingRecord => ({
  ...{ title: "Lamps", url: "https://p.example/1", fields: { Buyer: "Elk" }, text: "Lamps" },
  ...more,
});

test("each field of a rule is filled in the part of the entries that have it", () => {
  const entries = [entry({}), entry({ url: null }), entry({ fields: {} }), entry({ fields: { Buyer: "" }, url: null })];
  expect(fillRates(rule, entries)).toEqual({ title: 1, url: 0.5, Buyer: 0.5 });
});

test("without entries nothing is filled", () => {
  expect(fillRates(rule, [])).toEqual({ title: 0, url: 0, Buyer: 0 });
});
