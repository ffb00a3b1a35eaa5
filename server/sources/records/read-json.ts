import type { Source } from "@/drizzle/schema";
import type { FetchedPage } from "@/server/crawling/fetching";
import { findJsonListing, type JsonRule, nextAddress, readWithJsonRule } from "@/server/crawling/listings";
import { AppError } from "@/server/platform/errors";
import { rulesOf } from "../rules/kept-rules";
import type { NewRecord } from "./record-records";

export interface ReadJson {
  records: NewRecord[];
  /** Where the answer says that it goes on. */
  next: string | null;
  /** The rule that was found, when there was none or the one in use no longer fits. */
  learned: JsonRule | null;
  /** Part of the entries that had each field when the rule was made. */
  fill: Record<string, number>;
}

/** Their answers are taken apart by readers of their own formats. */
const ownFormats = ["ocds", "sam", "ted"];

/** The entries of an interface's answer: by the source's rule in JSONPath, else the largest list of like objects. Null for what is no such answer. */
export function readJson(page: FetchedPage, source: Source): ReadJson | null {
  if (!/json/.test(page.mime) || ownFormats.includes(source.kind)) return null;
  const json = parse(page.text ?? page.body.toString("utf8"));
  if (json === undefined) return null;
  const rule = rulesOf(source).current?.rule;
  const byRule = rule?.kind === "json" ? readSafely(json, rule, page.finalUrl) : null;
  const found = byRule ? null : findJsonListing(json, page.finalUrl);
  const records = byRule ?? found?.records;
  if (!records) return null;
  const names = ["url", ...Object.keys(found?.rule.fields ?? {})].filter((name) => name !== "title");
  return {
    records: records.map((record) => ({
      ...record,
      key: record.url ?? keyOf(record.fields) ?? record.title,
      rung: "json" as const,
    })),
    next: found?.next ?? nextAddress(json, page.finalUrl),
    learned: found?.rule ?? null,
    fill: Object.fromEntries(
      names.map((name) => [
        name,
        records.filter(({ url, fields }) => (name === "url" ? url : fields[name])).length / records.length,
      ]),
    ),
  };
}

/** What interfaces call the name of a thing that stays. */
function keyOf(fields: Record<string, string>): string | null {
  const name = Object.keys(fields).find((one) => /^(?:id|uuid|guid|ref(?:erence)?|number|code)$/i.test(one));
  return name ? (fields[name] ?? null) : null;
}

/** A rule that no longer fits is no error: the answer is read as if there were none. */
function readSafely(json: unknown, rule: JsonRule, url: string) {
  try {
    return readWithJsonRule(json, rule, url);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
