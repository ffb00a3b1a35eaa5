import type { ProcedureStatus } from "@/lib/vocabulary/opportunities";
import { referencesIn } from "../../matching/references";
import { textOf } from "../json-values";
import type { ValueFacts } from "./facts-of-values";
import type { ListingEntry } from "./listing-entry";
import type { PageFacts } from "./page-facts";
import { splitStatus, statusOfWords } from "./status-words";

/** What a tender is called, by the listing and by its page, and the state that stands beside its title. */
export function titlesOf(entry: ListingEntry, shown: PageFacts | null, onPage: ValueFacts) {
  const names = [onPage.title, textOf(shown?.title), ...(shown?.values ?? []).map(({ value }) => value)];
  const listed = withoutBadge(splitStatus(textOf(entry.title) ?? ""), [...names, ...linesOfTitle(entry)]);
  const headed = splitStatus(textOf(shown?.title) ?? "");
  // The heading of a page may be the portal's own; it is the tender's when it shares words with the entry.
  const shares = listed.title
    .toLowerCase()
    .split(/\W+/)
    .some((word) => word.length > 4 && headed.title.toLowerCase().includes(word));
  const isCut = /(?:…|\.\.\.)$/.test(listed.title);
  const title = isCut && shares ? headed.title : listed.title || onPage.title || headed.title;
  return { title: withoutReference(title, entry.fields), status: listed.status ?? (shares ? headed.status : null) };
}

/** "Street lamps Cancelled", where the page says "Street lamps": the listing has set the word beside or under the title. */
function withoutBadge(
  listed: { title: string; status: ProcedureStatus | null },
  onPage: readonly (string | null | undefined)[],
) {
  for (const name of onPage) {
    const rest = name && listed.title.startsWith(`${name} `) ? listed.title.slice(name.length).trim() : "";
    const status = rest !== "" && rest.length <= 40 ? statusOfWords(rest) : null;
    if (name && name.length >= 5 && status) return { title: name, status };
  }
  return listed;
}

/** "Street lamps" and "Cancelled" a line each, where the listing's rule has read both as the title. */
function linesOfTitle({ title, text }: ListingEntry): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => title.startsWith(`${line} `) && lines.includes(title.slice(line.length).trim()));
}

/** "WPC-14 | Street lamps" where the entry states WPC-14 as its reference as well. */
function withoutReference(title: string, fields: Record<string, string>): string {
  for (const value of Object.values(fields)) {
    if (value.length < 4 || value.length > 40 || !/\d/.test(value) || !title.startsWith(value)) continue;
    const rest = title.slice(value.length).replace(/^\s*[-–—:|·]\s*/, "");
    if (rest.length >= 5) return rest;
  }
  return title;
}

/** The one number that a title carries. */
export function referenceIn(title: string): string | null {
  if (referencesIn(title).length !== 1) return null;
  return /(?:\p{L}|\d)+(?:[-/_.](?:\p{L}|\d)+)+/gu.exec(title)?.[0] ?? null;
}
