import type { TenderRole } from "@/lib/vocabulary/opportunities";

/** In what order people read a package; what it is not known of comes last. */
const readingOrder: (TenderRole | null)[] = [
  "notice",
  "instructions",
  "statement_of_work",
  "evaluation",
  "pricing",
  "terms",
  "form",
  "questions_and_answers",
  "amendment",
  "other",
  null,
];

interface OrderedDocument {
  path: string;
  role: TenderRole | null;
  /** It came with another opportunity that was merged into this one. */
  isBrought?: boolean;
}

/**
 * By what the documents are, then by their paths: the same papers are read alike, whatever order they came in. An opportunity's own papers stand
 * before those of what was merged into it.
 */
export function inReadingOrder<T extends OrderedDocument>(documents: readonly T[]): T[] {
  const place = ({ role, isBrought }: T) => (isBrought ? readingOrder.length : 0) + readingOrder.indexOf(role);
  return documents.toSorted((a, b) => place(a) - place(b) || (a.path < b.path ? -1 : 1));
}
