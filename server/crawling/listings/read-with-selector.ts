import { baseOf } from "./page-links";
import { readPageTree } from "./page-tree";
import { readField } from "./read-field";
import { readGroup } from "./read-group";
import { selectElements } from "./select-elements";
import type { LearnedSelector, ListingRecord } from "./types";
import { withFollowers } from "./with-followers";

/** Part of the matched elements that must have a title; below it the page has changed its shape. */
const enoughTitles = 0.6;

/**
 * The records that a learned selector finds on a page; null when it no longer fits, and the page should be read by `findListing`.
 * `url` is the page's own address. A selector that is no CSS fits nothing.
 */
export function readWithSelector(html: string, selector: LearnedSelector, url: string): ListingRecord[] | null {
  const tree = readPageTree(html);
  const base = baseOf(tree, url);
  const matched = (selectElements(selector.css, tree.children) ?? []).filter((element) => tree.indexOf.has(element));
  if (matched.length === 0) return null;
  const followed = selector.hasFollowers ? withFollowers(matched) : null;
  const read = readGroup(followed ?? matched.map((element) => [element]), base);
  const { title: titleRule, url: urlRule, ...rules } = selector.fields;
  if (!titleRule || read.length === 0) return null;
  const records = read.flatMap((record): ListingRecord[] => {
    const title = readField(titleRule, record, base);
    if (!title) return [];
    const fields: Record<string, string> = {};
    for (const [name, rule] of Object.entries(rules)) {
      const value = readField(rule, record, base);
      if (value) fields[name] = value;
    }
    return [{ title, url: urlRule ? readField(urlRule, record, base) : null, fields, text: record.text }];
  });
  return records.length < Math.max(1, read.length * enoughTitles) ? null : records;
}
