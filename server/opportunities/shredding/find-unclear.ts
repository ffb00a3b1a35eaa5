import type { TenderDocument } from "../tender-document";

const blank =
  /\b(?:tbd|tbc|tba|to be (?:determined|confirmed|announced|decided|defined)|wird noch bekannt|à définir)\b|X{3,}|_{4,}|\[(?:insert|tbd|date|name)[^\]]{0,40}\]|\?\?\?/i;
/** Blanks of a form are the signer's to fill: one that says so beside it, or a sentence in the signer's own voice. */
const ofSigner =
  /_{4,}\s*\([^)]{0,60}\b(?:print|type|name|title|signature|date|company|firm)\b|^\W*(?:I|We|The undersigned)\b,?\s/i;
const vague =
  /\b(?:as appropriate|where appropriate|as (?:deemed )?(?:necessary|needed)|if deemed necessary|reasonable (?:time|efforts?|period)|in a timely manner|timely manner|sufficient(?:ly)? (?:detail|number)|adequate(?:ly)?|and\/or similar|or similar|state[- ]of[- ]the[- ]art|user[- ]friendly|best efforts|etc\.|angemessen\w*|gegebenenfalls|le cas échéant)\b/i;
const pointer =
  /\b([Ss]ection|[Pp]aragraph|[Aa]ppendix|[Aa]nnex|[Aa]ttachment|[Ee]xhibit|[Ss]chedule|Anlage|Anhang|[Aa]nnexe)\s+(?:no\.? )?([A-Z](?=\b)|\d{1,2}(?:\.\d{1,2}){0,4}|[IVX]{1,4}\b)/g;

/** Sections and attachments that a package holds, so that a pointer to one that is missing can be told. */
export interface PackageIndex {
  sections: ReadonlySet<string>;
  attachments: ReadonlySet<string>;
}

export function indexPackage(documents: readonly TenderDocument[]): PackageIndex {
  const sections = new Set<string>();
  const attachments = new Set<string>();
  for (const { path, text, units } of documents) {
    for (const match of path.matchAll(
      /(appendix|annex|attachment|exhibit|schedule|anlage|anhang|annexe)[\s_-]*([a-z]|\d{1,2}|[ivx]{1,4})(?![a-z])/gi,
    ))
      attachments.add(`${match[2]}`.toLowerCase());
    for (const unit of units) {
      const line = text.slice(unit.start, Math.min(unit.end, unit.start + 90));
      const number = /^\(?(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s/.exec(line)?.[1];
      if (number)
        for (let part = number; part; part = part.slice(0, Math.max(0, part.lastIndexOf(".")))) sections.add(part);
      const mark = /^([A-Z])[.)]\s/.exec(line)?.[1];
      if (mark) sections.add(mark.toLowerCase());
      if (unit.kind === "heading" || line.length < 80) {
        const named =
          /^(?:appendix|annex|attachment|exhibit|schedule|anlage|anhang|annexe)\s+([A-Z]\b|\d{1,2}|[IVX]{1,4}\b)/i.exec(
            line,
          )?.[1];
        if (named) attachments.add(named.toLowerCase());
      }
    }
  }
  return { sections, attachments };
}

/** Why a requirement may deserve a question to the buyer, in words; undefined when nothing stands out. */
export function findUnclear(quote: string, index: PackageIndex): string | undefined {
  const missing = blank.exec(quote);
  if (missing && !(/^[_[]/.test(missing[0]) && ofSigner.test(quote)))
    return `It has a blank: "${missing[0].slice(0, 30)}".`;
  for (const match of quote.matchAll(pointer)) {
    const [whole, word = "", number = ""] = match;
    const key = number.toLowerCase();
    const isSection = /section|paragraph/i.test(word);
    // "Section 508" or "paragraph 7 of the Act" point out of the package.
    const after = quote.slice(match.index + whole.length, match.index + whole.length + 30);
    if (
      isSection &&
      (!number.includes(".") ||
        /^\s*(?:of (?:the )?[A-Z]|U\.?S\.?C)/.test(after) ||
        /(?:far|dfars|cfr|usc|act)\s*$/i.test(quote.slice(0, match.index)))
    )
      continue;
    if (
      isSection
        ? !index.sections.has(key.replace(/(?:\.0)+$/, "")) && !index.sections.has(key)
        : !index.attachments.has(key)
    )
      return `It points to ${whole}, which is not in the documents.`;
  }
  const loose = vague.exec(quote);
  return loose ? `"${loose[0]}" leaves open what is enough.` : undefined;
}
