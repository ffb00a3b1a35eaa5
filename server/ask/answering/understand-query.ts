import type { UnderstoodQuery } from "../plan";

const leansBack =
  /^(and|also|what about|how about|but|or|then|so|why|und|et|same for)\b|\b(it|its|they|them|their|those|these|that one|this one|the same|he|she)\b/i;
const asksForDocuments =
  /\b(which|what|list|show)\b.{0,30}\b(documents?|files?|attachments?)\b.{0,40}\b(are there|do (we|you|i) have|exist|in (the|this) (library|collection|package)|have been)\b|^list (all )?(the )?(documents|files)\b/i;
const compares =
  /\b(compare|differ(s|ence|ences|ent)?|changed? (between|from)|versus|vs\.?|in contrast|compared (to|with))\b/i;

/**
 * What a question means, by rules: a short or leaning question carries the words of the one before it, so that "and for
 * subcontractors?" is asked in full.
 */
export function understandQuery(question: string, previous: string | null): UnderstoodQuery {
  const words = question.split(/\s+/).length;
  const isFollowUp = previous !== null && words <= 12 && leansBack.test(question.trim());
  const full = isFollowUp ? `${question.trim()} (${previous.trim()})` : question.trim();
  const intent = asksForDocuments.test(question) ? "documents" : compares.test(question) ? "comparison" : "answer";
  return { question: full, isFollowUp, intent };
}
