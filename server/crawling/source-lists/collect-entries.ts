import { sourceKinds } from "@/lib/vocabulary/sources";
import { mostSources, type SourceList, type SourceListEntry } from "./source-list";

export interface WrittenEntry {
  line: number;
  url: string;
  title?: string;
  tags?: string[];
  kind?: string;
  every?: string;
}

const words: Record<string, string> = { hourly: "1h", daily: "24h", weekly: "7d" };

/** Checks what a list says and gathers what can be used; the same address twice is named, not kept. */
export function collectEntries(written: Iterable<WrittenEntry>): SourceList {
  const list: SourceList = { entries: [], problems: [] };
  const lines = new Map<string, number>();
  for (const entry of written) {
    const url = addressOf(entry.url);
    const before = url && lines.get(url);
    if (!url) {
      const shown = entry.url.length > 100 ? `${entry.url.slice(0, 100)}…` : entry.url;
      list.problems.push({
        line: entry.line,
        reason: entry.url.trim() === "" ? "There is no address here." : `"${shown}" is no web address.`,
      });
    } else if (before) {
      list.problems.push({ line: entry.line, reason: `The same address stands on line ${before}.` });
    } else if (list.entries.length >= mostSources) {
      list.problems.push({
        line: entry.line,
        reason: `A list may hold ${mostSources} sources; this and what follows was left out.`,
      });
      break;
    } else {
      lines.set(url, entry.line);
      list.entries.push(checked({ ...entry, url }, list.problems));
    }
  }
  return list;
}

function checked(entry: WrittenEntry, problems: SourceList["problems"]): SourceListEntry {
  const { line, url } = entry;
  const result: SourceListEntry = { url, line };
  const title = entry.title?.replace(/\s+/g, " ").trim();
  if (title) result.title = title.slice(0, 300);
  const tags = [...new Set((entry.tags ?? []).map((tag) => tag.replace(/\s+/g, " ").trim()).filter(Boolean))];
  if (tags.length > 0) result.tags = tags.slice(0, 20);
  const kind = entry.kind?.trim().toLowerCase();
  const known = sourceKinds.find((one) => one === kind);
  if (known) result.kind = known;
  else if (kind && kind !== "auto")
    problems.push({ line, reason: `There is no kind of source "${kind.slice(0, 50)}".` });
  const every = entry.every?.trim().toLowerCase();
  const interval = every && Object.hasOwn(words, every) ? words[every] : every;
  if (interval && /^[1-9]\d{0,2}[mhdw]$/.test(interval)) result.every = interval;
  else if (interval) problems.push({ line, reason: `"${interval.slice(0, 50)}" is no interval such as 6h or 7d.` });
  return result;
}

/** Also "example.com/news", as people write addresses. */
export function addressOf(written: string): string | null {
  const text = written.trim();
  if (/\s/.test(text)) return null;
  const isBare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d{1,5})?([/?#]|$)/u.test(text);
  const url = URL.parse(isBare ? `https://${text}` : text);
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null;
}
