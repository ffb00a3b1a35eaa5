import type { Opportunity } from "@/drizzle/schema";
import { compareBuyers } from "../matching/compare-buyers";
import { compareTitles } from "../matching/compare-titles";
import { normaliseReference } from "../matching/references";
import { foldText, titleWords } from "../matching/title-words";

type Identified = Pick<Opportunity, "title" | "buyer" | "reference" | "submissionAt" | "submissionDate">;

/** Titles that differ by a slip of the pen at most. */
const sameTitle = 0.95;

/**
 * Why two opportunities look like one tender, in words, or null where they may well be two. Nothing is joined by it: papers that are brought twice
 * are two sets until a person says otherwise.
 */
export function sameTender(one: Identified, other: Identified): string | null {
  const buyer = compareBuyers(one.buyer, other.buyer);
  const title = compareTitles(titleWords(one.title), titleWords(other.title), () => 1);
  if (buyer === "different" || title.conflict !== null) return null;
  const isSameTitle = title.similarity >= sameTitle;
  const [own, theirs] = [normaliseReference(one.reference), normaliseReference(other.reference)];
  if (own !== null && theirs !== null) return own === theirs ? `Same reference: ${one.reference}` : null;
  // A reference of letters alone names a series as often as a tender.
  if (one.reference && other.reference && isSameTitle && foldText(one.reference) === foldText(other.reference))
    return `Same reference and title: ${one.reference}`;
  const isSameDue = dueOf(one) !== null && dueOf(one) === dueOf(other);
  return isSameTitle && isSameDue && buyer !== "unknown" ? "Same title, buyer and submission date" : null;
}

const dueOf = ({ submissionAt, submissionDate }: Identified) => submissionAt?.toISOString() ?? submissionDate;
