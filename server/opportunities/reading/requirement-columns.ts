import { foldText } from "@/lib/fold-text";
import type { ExtractedRequirement } from "../shredding/extracted-requirement";

/** What the reading of a document says of a requirement, as its row holds it; `text` is the canonical text of the rendition. */
export function requirementColumns(one: ExtractedRequirement, text: string) {
  const leadIn = one.leadIn ? text.slice(one.leadIn.start, one.leadIn.end) : null;
  return {
    ref: one.ref?.slice(0, 60) ?? null,
    text: plain(one.quote),
    leadIn: leadIn === null ? null : plain(leadIn),
    kind: one.kind,
    isMandatory: one.isMandatory,
    obliged: one.obliged,
    section: one.section.map(plain).join(" › ").slice(0, 600),
    due: one.due === null ? null : plain(one.due).slice(0, 300),
    unclear: one.isUnclear ?? null,
    reason: one.reason,
  };
}

/** What makes it the same when its document is read again. A short item is the same only under the same lead-in. */
export function fingerprintOf(one: ExtractedRequirement, text: string): string {
  const words = foldText(one.quote).trim();
  const leadIn = one.leadIn && words.length < 60 ? foldText(text.slice(one.leadIn.start, one.leadIn.end)) : "";
  return `${words}${leadIn && ` |${leadIn}`}`.slice(0, 2000);
}

/** Words of a requirement as people read them: line breaks of the page are no part of them. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, 10_000);
}
