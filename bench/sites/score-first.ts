import type { DayTruth, TruthRecord } from "@/e2e/sites/vendors/watched-site";
import { pathOf, type SiteView } from "./view";

export interface FirstScore {
  /** Pages with something to read that are kept, and all of them. */
  pages: number;
  wanted: number;
  /** Addresses kept beside them. */
  others: number;
  /** Records of which everything is right, as an entry or on the page that is theirs; and those that are entries. */
  records: number;
  recordsWanted: number;
  entries: number;
}

/** What stands there on the first day against what the product has of it. */
export function scoreFirst(origin: string, truth: DayTruth, view: SiteView, miss: (text: string) => void): FirstScore {
  const kept = new Map(view.pages.map((page) => [page.path, page.said]));
  const wanted = truth.pages.map((path) => pathOf(origin + path));
  for (const path of wanted) if (!kept.has(path)) miss(`page not kept | ${path}`);
  const others = [...kept.keys()].filter((path) => !wanted.includes(path));
  for (const path of others) miss(`other page | ${path}`);
  let [records, entries] = [0, 0];
  for (const record of truth.records) {
    const isEntry = view.records.some((row) =>
      holds(record, [row.title], [row.title, row.text, ...Object.values(row.fields)].join("\n")),
    );
    const said = kept.get(pathOf(origin + record.page)) ?? "";
    const isOnPage = holds(record, [said], said);
    if (isEntry) entries++;
    if (isEntry || isOnPage) records++;
    else {
      const near = view.records.find(({ title }) => title.includes(record.title));
      miss(`record | ${record.title}: ${record.values.join(", ")} | ${JSON.stringify(near?.fields ?? null)}`);
    }
  }
  return {
    pages: wanted.filter((path) => kept.has(path)).length,
    wanted: wanted.length,
    others: others.length,
    records,
    recordsWanted: truth.records.length,
    entries,
  };
}

function holds({ title, values }: TruthRecord, titles: string[], said: string): boolean {
  const text = plain(said);
  const isSaid = (value: string) => writings(value).some((one) => text.includes(plain(one)));
  return titles.some((one) => plain(one).includes(plain(title))) && values.every(isSaid);
}

/** A date stands on pages in many writings. */
function writings(value: string): string[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return [value];
  const styles = [
    ["en-GB", "long"],
    ["en-US", "long"],
    ["en-US", "medium"],
  ] as const;
  const date = new Date(value);
  return [
    value,
    ...styles.map(([language, dateStyle]) =>
      new Intl.DateTimeFormat(language, { dateStyle, timeZone: "UTC" }).format(date),
    ),
  ];
}

const plain = (text: string) => text.replace(/\s+/g, " ").toLowerCase().trim();
