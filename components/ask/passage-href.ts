import { placeHref } from "@/components/shell/places";
import type { OpenPassage } from "./ask-types";

/** The document's own page at a passage. */
export function passageHref(workspaceSlug: string, passage: OpenPassage): string {
  const at = new URLSearchParams({
    rendition: passage.renditionId,
    start: String(passage.start),
    end: String(passage.end),
  });
  return `${placeHref(workspaceSlug, "library")}/${passage.documentId}?${at}`;
}
