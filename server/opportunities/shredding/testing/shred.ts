import { readMarkdown } from "@/server/knowledge/ingest/parsing/extractors/markdown";
import { defaultParseLimits } from "@/server/knowledge/ingest/parsing/limits";
import { type TenderDocument, toTenderDocument } from "../../tender-document";
import { extractRequirements } from "../extract-requirements";

export function aDocument(markdown: string, path = "RFQ.md"): TenderDocument {
  return toTenderDocument(path, path, readMarkdown(Buffer.from(markdown), defaultParseLimits));
}

/** Requirements of one document written in Markdown. */
export function shred(markdown: string, path?: string) {
  return extractRequirements([aDocument(markdown, path)]);
}

export function quotes(markdown: string, path?: string): string[] {
  return shred(markdown, path).map(({ quote }) => quote.replace(/\s+/g, " "));
}
