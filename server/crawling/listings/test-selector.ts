import { readWithSelector } from "./read-with-selector";
import type { LearnedSelector, ListingRecord, SelectorTest } from "./types";

/** Tries a selector on pages that were captured before, so that a new one is only used when it would have worked then. */
export function testSelector(selector: LearnedSelector, pages: { html: string; url: string }[]): SelectorTest {
  const read = pages.map(({ html, url }) => readWithSelector(html, selector, url) ?? []);
  const records = read.flat();
  const readable = read.filter(({ length }) => length > 0).length;
  const fillRates: Record<string, number> = {};
  for (const name of Object.keys(selector.fields))
    fillRates[name] =
      records.length === 0 ? 0 : records.filter((record) => isFilled(record, name)).length / records.length;
  const hasVariety = read.every((one) => new Set(one.map(({ title }) => title)).size >= one.length * 0.5);
  return {
    pages: pages.length,
    readable,
    counts: read.map(({ length }) => length),
    fillRates,
    passes: pages.length > 0 && readable >= pages.length * 0.8 && hasVariety,
  };
}

function isFilled({ title, url, fields }: ListingRecord, name: string): boolean {
  if (name === "title") return title !== "";
  return name === "url" ? url !== null : Boolean(fields[name]);
}
