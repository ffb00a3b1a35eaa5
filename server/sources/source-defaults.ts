import type { SourceBudget, SourceSchedule } from "@/drizzle/schema";
import type { SourceKind } from "@/lib/vocabulary/sources";

const megabyte = 1_000_000;

/** What one run of a source of this kind may read unless a person says otherwise. Depth 0 is the address alone. */
export function defaultBudget(kind: SourceKind): SourceBudget {
  switch (kind) {
    case "social":
      return { pages: 5, bytes: 50 * megabyte, depth: 0 };
    case "ocds":
    case "sam":
    case "ted":
    case "jobs":
      return { pages: 200, bytes: 500 * megabyte, depth: 1 };
    case "feed":
    case "news":
    case "filings":
    case "reviews":
      return { pages: 200, bytes: 500 * megabyte, depth: 1 };
    case "portal":
      return { pages: 1_000, bytes: 2_000 * megabyte, depth: 3 };
    case "pricing":
    case "site":
    case "folder":
      return { pages: 200, bytes: 500 * megabyte, depth: 3 };
  }
}

/** Portals and feeds move by the hour, sites by the day. */
export function defaultSchedule(kind: SourceKind): SourceSchedule {
  const every =
    kind === "portal" || kind === "ocds" || kind === "sam" || kind === "ted" || kind === "feed" ? "6h" : "24h";
  return { every, timeZone: "UTC" };
}
