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

/** By what the documents are, then by their paths: the same papers are read alike, whatever order they came in. */
export function inReadingOrder<T extends { path: string; role: TenderRole | null }>(documents: readonly T[]): T[] {
  const place = ({ role }: T) => readingOrder.indexOf(role);
  return documents.toSorted((a, b) => place(a) - place(b) || (a.path < b.path ? -1 : 1));
}
