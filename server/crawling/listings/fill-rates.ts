import type { ListingRecord } from "./types";

/** Part of the records that have each field of the rule, 0 to 1. */
export function fillRates(
  rule: { fields: Readonly<Record<string, unknown>> },
  records: readonly ListingRecord[],
): Record<string, number> {
  return Object.fromEntries(
    Object.keys(rule.fields).map((name) => [
      name,
      records.length === 0 ? 0 : records.filter((record) => isFilled(record, name)).length / records.length,
    ]),
  );
}

function isFilled({ title, url, fields }: ListingRecord, name: string): boolean {
  if (name === "title") return title !== "";
  return name === "url" ? url !== null : Boolean(fields[name]);
}
