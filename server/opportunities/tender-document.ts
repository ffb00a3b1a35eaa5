import type { Rendition } from "@/lib/rendition";
import { buildUnits, type Unit } from "@/server/knowledge/units";
import { layOutProse } from "./lay-out-prose";

/** One document of a tender, made ready for reading. All offsets are UTF-16 units of `text`. */
export interface TenderDocument {
  /** Whatever the caller knows it by (a document's id, or a path in a bench); places name it. */
  id: string;
  /** Path inside the package ("RFQ/Attachment A.pdf"). */
  path: string;
  text: string;
  blocks: Rendition["blocks"];
  pages: Rendition["pages"];
  units: Unit[];
}

/** Where something is said: `text.slice(start, end)` of the named document, literally. */
export interface Place {
  document: string;
  start: number;
  end: number;
  page?: number;
}

export function toTenderDocument(
  id: string,
  path: string,
  rendition: Pick<Rendition, "text" | "blocks" | "pages">,
): TenderDocument {
  const { text, pages } = rendition;
  const blocks = layOutProse(text, rendition.blocks);
  return { id, path, text, blocks, pages, units: buildUnits({ text, blocks }) };
}

export function quoteAt(documents: readonly TenderDocument[], place: Place): string {
  const document = documents.find((one) => one.id === place.document);
  return document?.text.slice(place.start, place.end) ?? "";
}
