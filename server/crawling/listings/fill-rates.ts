import { readWithSelector } from "./read-with-selector";
import type { LearnedSelector, ListingRecord, SelectorTest } from "./types";

/** Tries a selector on pages that were captured before, so that a new one is only used when it would have worked then. */
export function testSelector(selector: LearnedSelector, pages: { html: string; url: string }[]): SelectorTest {
  const form = selector.css === "" ? "xpath" : "css";
  const read = pages.map(({ html, url }) => readWithSelector(html, selector, url, form) ?? []);
  const readable = read.filter(({ length }) => length > 0).length;
  const hasVariety = read.every((one) => new Set(one.map(({ title }) => title)).size >= one.length * 0.5);
  return {
    pages: pages.length,
    readable,
    counts: read.map(({ length }) => length),
    fillRates: fillRates(selector, read.flat()),
    passes: pages.length > 0 && readable >= pages.length * 0.8 && hasVariety,
  };
}

/** Part of the records that have each field of the rule, 0 to 1. */
export function fillRates(selector: LearnedSelector, records: readonly ListingRecord[]): Record<string, number> {
  return Object.fromEntries(
    Object.keys(selector.fields).map((name) => [
      name,
      records.length === 0 ? 0 : records.filter((record) => isFilled(record, name)).length / records.length,
    ]),
  );
}

function isFilled({ title, url, fields }: ListingRecord, name: string): boolean {
  if (name === "title") return title !== "";
  return name === "url" ? url !== null : Boolean(fields[name]);
}
