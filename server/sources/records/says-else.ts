import type { KnownRecord } from "@/server/crawling/listings";
import type { NewRecord } from "./record-records";

/** Whether an interface's answer says something new of what it lists; the order of its entries and when it was made are nothing new. */
export function saysElse(records: readonly NewRecord[], known: readonly KnownRecord[]): boolean {
  const before = new Map(known.map((record) => [record.url ?? record.title, record]));
  return records.some((record) => {
    const old = before.get(record.url ?? record.title);
    if (!old) return before.size === 0;
    return (
      old.title !== record.title ||
      Object.entries(record.fields).some(
        ([name, value]) => old.fields[name] !== undefined && old.fields[name] !== value && !isMoment(value),
      )
    );
  });
}

function isMoment(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:/.test(value);
}
