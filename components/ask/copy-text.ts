import type { QueryView } from "./ask-types";

/** An answer as plain text with numbered sources, to paste elsewhere. */
export function copyText(query: QueryView): string {
  const body = query.sentences
    .map((sentence) => `${sentence.text} ${sentence.citations.map((n) => `[${n}]`).join("")}`.trim())
    .join("\n");
  const sources = query.citations.map((citation) => {
    const place = citation.locator.page === null ? "" : `, page ${citation.locator.page}`;
    const tender = citation.tender ? `${citation.tender.title}: ` : "";
    return `[${citation.n}] ${tender}${citation.path || citation.title}${place}, version ${citation.revision}: “${citation.quote.replace(/\s+/g, " ").trim()}”`;
  });
  const unanswered = query.unanswered.map((part) => `Not said for certain: ${part}`);
  return [query.question, "", body, ...unanswered, "", ...sources].join("\n");
}
