import type { PageSpan } from "@/lib/rendition";

/** The 1-based page, slide or sheet that holds the offset; null where the format has none. */
export function pageAt(pages: PageSpan[], offset: number): number | null {
  let found: number | null = null;
  for (const page of pages) {
    if (page.start > offset) break;
    found = page.page;
  }
  return found;
}
