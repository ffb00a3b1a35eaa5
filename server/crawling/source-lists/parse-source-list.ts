import { collectEntries } from "./collect-entries";
import { readOpml } from "./read-opml";
import { readRows } from "./read-rows";
import type { SourceList } from "./source-list";

/**
 * Reads a list of sources to watch: OPML, a table with or without column names (CSV, TSV, semicolons), or one address a line. Never
 * throws: what cannot be used is in `problems` with its line. What the content is decides, not the name.
 */
export function parseSourceList(text: string, fileName: string): SourceList {
  const body = text.replace(/^\ufeff/, "");
  if (body.trim() === "") return { entries: [], problems: [{ line: 1, reason: `${fileName} is empty.` }] };
  if (body.trimStart().startsWith("<")) {
    const list = collectEntries(readOpml(body));
    if (list.entries.length === 0 && list.problems.length === 0)
      list.problems.push({ line: 1, reason: `${fileName} names no feeds or pages. Export it as OPML again.` });
    return list;
  }
  try {
    return collectEntries(readRows(body));
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    return { entries: [], problems: [{ line, reason: "A quotation mark that opens here is never closed." }] };
  }
}
