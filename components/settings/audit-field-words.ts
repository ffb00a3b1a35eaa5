import { jobName } from "@/components/jobs/job-name";
import { byteSize } from "@/lib/byte-size";
import { formatDollars } from "@/lib/money";

/** Fields whose own name, taken apart, would say nothing or too much. */
const known: Record<string, string> = {
  id: "which",
  ids: "which",
  fields: "changed",
  queryId: "question",
  hasTotp: "with one-time codes",
  hasMailDigest: "daily mail",
  isEnabled: "switched on",
  budgetBeforeMicros: "budget before",
  monthlyBudgetMicros: "monthly budget",
};

/** What an entry's detail is about, in words: "runId" is "run", "leftOut" is "left out". */
export function fieldWords(key: string): string {
  return known[key] ?? spoken(withoutUnit(key));
}

function withoutUnit(key: string): string {
  return key
    .replace(/Ids$/, "s")
    .replace(/(?:Id|Micros)$/, "")
    .replace(/^(?:is|has)(?=[A-Z])/, "");
}

function spoken(key: string): string {
  return key
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
}

/** A single value as its field means it; texts stay as they are. */
export function plainWords(key: string, value: unknown): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number" && /Micros$/.test(key)) return formatDollars(value);
  if (typeof value === "number" && /bytes$/i.test(key)) return byteSize(value);
  if (typeof value === "string") return key === "job" && value.startsWith("outrider-") ? jobName(value) : value;
  return JSON.stringify(value);
}
