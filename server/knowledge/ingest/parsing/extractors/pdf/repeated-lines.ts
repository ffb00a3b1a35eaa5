import type { Element, PageLayout } from "./geometry";

/**
 * Takes page numbers and the head and foot lines that repeat on half of the pages out of the text. What stands at the head of the first page
 * stays there: often it is all that names the paper.
 */
export function dropRepeatedLines(pages: PageLayout[]): PageLayout[] {
  const counts = new Map<string, Set<number>>();
  for (const page of pages) {
    for (const element of page.elements) {
      const key = edgeKey(element, page);
      if (key !== null) counts.set(key, (counts.get(key) ?? new Set()).add(page.page));
    }
  }
  const needed = Math.max(2, Math.ceil(pages.length / 2));
  const isRepeated = (key: string) => pages.length >= 2 && (counts.get(key)?.size ?? 0) >= needed;
  return pages.map((page) => ({
    ...page,
    elements: page.elements.flatMap((element): Element[] => {
      const key = edgeKey(element, page);
      if (key === null || element.kind !== "line") return [element];
      if (isPageNumber(textOf(element))) return [];
      if (!isRepeated(key)) return [element];
      return page === pages[0] && key.startsWith("top:") ? [{ ...element, isRunningHead: true }] : [];
    }),
  }));
}

function isPageNumber(text: string): boolean {
  return /^(?:page|p\.|seite)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|\/|von|de)\s*\d{1,4})?\s*[-–—|]?$/i.test(
    text.trim(),
  );
}

/** Text and place of a line near the top or bottom edge, figures left out; null elsewhere. */
function edgeKey(element: Element, page: PageLayout): string | null {
  if (element.kind !== "line") return null;
  const y = element.segments[0]?.y ?? 0;
  const isTop = y < page.height * 0.11;
  if (!isTop && y < page.height * 0.9) return null;
  const text = textOf(element).toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
  return text.length > 200 ? null : `${isTop ? "top" : "bottom"}:${text}`;
}

function textOf(element: Element): string {
  return element.kind === "line" ? element.segments.map((segment) => segment.text).join(" ") : "";
}
