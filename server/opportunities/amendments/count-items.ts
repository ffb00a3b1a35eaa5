import type { AmendmentItem } from "@/drizzle/schema";

/** How many rows an amendment added, removed, changed; a row that went into another one is gone, one that came of a split is new. */
export function countItems(items: readonly AmendmentItem[]): Record<AmendmentItem["what"] | "text", number> {
  const counts = { added: 0, removed: 0, changed: 0, affected: 0, deadline: 0, field: 0, text: 0 };
  for (const { what, detail } of items) counts[detail === "text" ? "text" : what] += 1;
  return counts;
}
