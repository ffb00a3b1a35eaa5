import type { Element } from "domhandler";
import { isTag } from "domhandler";
import { baseOf } from "./page-links";
import { type PageTree, readPageTree } from "./page-tree";
import { type RuleForm, readField } from "./read-field";
import { readGroup } from "./read-group";
import { selectElements } from "./select-elements";
import type { LearnedSelector, ListingRecord } from "./types";
import { withFollowers } from "./with-followers";
import { selectByXPath } from "./xpath/select-by-xpath";

/** Part of the matched elements that must have a title; below it the page has changed its shape. */
const enoughTitles = 0.6;

/** Records with the elements that they were read from, in the same order. */
export interface MatchedRecords {
  records: ListingRecord[];
  elements: Element[][];
}

/**
 * The records that a learned selector finds on a page, by the one or the other of its forms; null when it no longer fits, and the page
 * should be read by `findListing`. `url` is the page's own address. A selector that is none fits nothing.
 */
export function readWithSelector(
  html: string,
  selector: LearnedSelector,
  url: string,
  form: RuleForm = "css",
): ListingRecord[] | null {
  return matchRecords(readPageTree(html), selector, url, form)?.records ?? null;
}

/** As `readWithSelector`, of a page that has been parsed. */
export function matchRecords(
  tree: PageTree,
  selector: LearnedSelector,
  url: string,
  form: RuleForm = "css",
): MatchedRecords | null {
  const base = baseOf(tree, url);
  const matched = elementsOf(selector, tree, form);
  if (matched.length === 0) return null;
  const followed = selector.hasFollowers ? withFollowers(matched) : null;
  const read = readGroup(followed ?? matched.map((element) => [element]), base);
  const { title: titleRule, url: urlRule, ...rules } = selector.fields;
  if (!titleRule || read.length === 0) return null;
  const found: MatchedRecords = { records: [], elements: [] };
  for (const record of read) {
    const title = readField(titleRule, record, base, form);
    if (!title) continue;
    const fields: Record<string, string> = selector.takesAll ? { ...record.fields } : {};
    for (const [name, rule] of Object.entries(rules)) {
      const value = readField(rule, record, base, form);
      if (value) fields[name] = value;
    }
    found.records.push({
      title,
      url: urlRule ? readField(urlRule, record, base, form) : null,
      fields,
      text: record.text,
      ...(record.opens ? { opens: record.opens } : {}),
      ...(record.papers ? { papers: record.papers } : {}),
    });
    found.elements.push(record.elements);
  }
  return found.records.length < Math.max(1, read.length * enoughTitles) ? null : found;
}

/** In the order of the page, what is not shown left out. */
function elementsOf(selector: LearnedSelector, tree: PageTree, form: RuleForm): Element[] {
  const [root] = tree.children;
  if (form === "css") return (selectElements(selector.css, tree.children) ?? []).filter((one) => tree.indexOf.has(one));
  if (!selector.xpath || !root) return [];
  const found = selectByXPath(selector.xpath, root.parent ?? root) ?? [];
  return found
    .flatMap((node) => ("type" in node && isTag(node) && tree.indexOf.has(node) ? [node] : []))
    .sort((a, b) => (tree.indexOf.get(a) ?? 0) - (tree.indexOf.get(b) ?? 0));
}

/** Records with the places of their elements among the page's visible ones. */
export interface RecordsRead {
  records: ListingRecord[];
  marks: number[];
}

/** What a rule finds on a page by its first form, or by the second when it has no other, and where. */
export function matchListing(html: string, selector: LearnedSelector, url: string): RecordsRead | null {
  const tree = readPageTree(html);
  const found = matchRecords(tree, selector, url, selector.css === "" ? "xpath" : "css");
  if (!found) return null;
  return {
    records: found.records,
    marks: found.elements.flatMap(([first]) => (first ? (tree.indexOf.get(first) ?? []) : [])),
  };
}
