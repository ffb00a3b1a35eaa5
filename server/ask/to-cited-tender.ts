import type { TenderOfDocument } from "@/server/opportunities";
import type { CitedTender } from "./schemas";

/** How an answer names the tender that a document is a paper of. */
export function toCitedTender(tenders: ReadonlyMap<string, TenderOfDocument>, documentId: string): CitedTender | null {
  const tender = tenders.get(documentId);
  if (!tender) return null;
  const { id, number, title, collectionId } = tender;
  return { id, number, title, collectionId };
}
