import type { CitationView } from "../schemas";

const mostQuoted = 420;

/** A place as a buyer finds it: "Statement of work, page 12". */
export function placeInWords(citation: Pick<CitationView, "title" | "page">): string {
  return citation.page === null ? citation.title : `${citation.title}, page ${citation.page}`;
}

/** A quote in quotation marks; a long one ends at a word. */
export function quoted(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= mostQuoted) return `“${flat}”`;
  return `“${flat.slice(0, flat.lastIndexOf(" ", mostQuoted) || mostQuoted)} …”`;
}

export interface UnclearRequirement {
  text: string;
  ref: string | null;
  section: string;
  /** What is unclear about it, as `requirements.unclear` says it. */
  unclear: string;
  citation: Pick<CitationView, "title" | "page" | "quote"> | null;
}

/** A courteous question about one demand: where it stands, its words, and what we would like to know. */
export function wordRequirementQuestion(requirement: UnclearRequirement): string {
  const { ref, section, citation } = requirement;
  const heading = section.split(" › ").at(-1) ?? "";
  const where = [ref ?? heading, citation ? placeInWords(citation) : ""].filter(Boolean).join(", ");
  const words = quoted(citation?.quote ?? requirement.text);
  return `${where ? `Regarding ${where}: ` : ""}${words}\n${whatWeAsk(requirement.unclear)}`;
}

/** The paper that a demand points to and that is not among the documents: "Attachment K". */
export function missingPaper(unclear: string): string | null {
  return /points to (.+?), which is not/i.exec(unclear)?.[1] ?? null;
}

function whatWeAsk(unclear: string): string {
  const pointer = missingPaper(unclear);
  if (pointer) {
    return `The passage refers to ${pointer}, which we could not find in the documents. Could you please provide it, or tell us where it can be found?`;
  }
  if (/\bblank\b/i.test(unclear)) {
    return "This passage appears to have been left open. Could you please tell us what it is to say?";
  }
  const loose = /^["“](.+?)["”] leaves open/i.exec(unclear)?.[1];
  if (loose)
    return `Could you please tell us what would satisfy “${loose}” here, so that all bidders understand it alike?`;
  return `Could you please clarify how this is meant? Our difficulty: ${unclear}`;
}

export interface StatedDate {
  quote: string;
  citation: Pick<CitationView, "title" | "page"> | null;
}

/** A courteous question about a date that is stated in two ways. `what` as in "the submission date". */
export function wordDateQuestion(what: string, statements: readonly StatedDate[]): string {
  const told = statements.map(
    ({ quote, citation }) => `${quoted(quote)}${citation ? ` (${placeInWords(citation)})` : ""}`,
  );
  const list = told.length > 1 ? `${told.slice(0, -1).join(", ")} and ${told.at(-1)}` : (told[0] ?? "");
  return `The documents state ${what} in different ways: ${list}.\nCould you please confirm which date, time and time zone apply?`;
}
