import type { TenderDocument } from "../../tender-document";

/** How much a document's word counts when documents disagree. */
export interface DocumentStanding {
  weight: number;
  isDraft: boolean;
}

/** By what the document calls itself: its path and first lines. */
export function standingOf(document: TenderDocument): DocumentStanding {
  const path = document.path.replace(/[_-]+/g, " ").replace(/([A-Za-z]{5,})(\d)/g, "$1 $2");
  const head = document.text.slice(0, 300);
  const isDraft =
    /\b(?:drafts?|pre ?solicitation|superseded|obsolete|archived?|old|entwurf|projet|borrador|bozza)\b/i.test(path) ||
    /^\W*(?:draft|entwurf)\b/i.test(head);
  if (isDraft) return { weight: 0.35, isDraft };
  if (/\b(?:amendment|addendum|corrigendum|änderung|rectificatif|rettifica)\b/i.test(path))
    return { weight: 1.4, isDraft };
  // A repository's or portal's page about the tender repeats it by hand.
  if (/(?:^|\/)(?:readme|index|contributing|overview|summary)\b/i.test(path)) return { weight: 0.55, isDraft };
  // Market research before the procedure has dates and terms of its own.
  if (/\b(?:rfi|requests? for information|sources sought|industry day|market research)\b/i.test(path))
    return { weight: 0.5, isDraft };
  // What bidders write in their questions is no statement of the buyer.
  if (/\b(?:questions?|q ?& ?a|faq|fragen|réponses)\b/i.test(path)) return { weight: 0.5, isDraft };
  if (/\b(?:template|form|pricing|agenda|slides|licen[cs]e)\b/i.test(path)) return { weight: 0.75, isDraft };
  return { weight: 1, isDraft };
}
