import { isFormLabel } from "./form-words";
import { isSurelyOrganisation } from "./organisation-words";
import { type DocumentView, type Span, textOf, trimmed, type Unit } from "./package-view";

/** How far below the box's label a form may print who issued it, in units. */
const reach = 8;
/** A box's label; "statements issued by the office" is a sentence. */
const label = /(?<!\p{L}|\p{Ll}\s)(?:[Ii]ssued [Bb]y|ISSUED BY)(?!\p{L})(?:\s*(?:[Cc]ode|CODE)(?!\p{L}))?\s*:?\s*/u;
/** The office's own code: six signs or so, with a digit, alone. */
const officeCode = /^(?:[A-Z]{1,3}\d[A-Z0-9]{3,5}|\d{2,5}[A-Z][A-Z0-9]{1,4})(?=\s|$)\s*/;
/** Where the name of an office ends and its address, its people or the next box of the form begin. */
const end =
  /[,;|]|\s(?=(?:P\.?\s?O\.?\s+BOX|PSC|UNIT|BLDG|BUILDING|SUITE|ROOM|ATTN|FPO|APO|CODE|EMAIL|TELEPHONE|PHONE)(?!\p{L}))|\s(?=#?\d)|\s(?=\d{1,2}[.A-Za-z]{1,2}\s)|\s\(/iu;
const box = /^\d{1,2}[A-Za-z]?\.\s/;
const address =
  /(?<!\p{L})(?:P\.?\s?O\.?\s+BOX|PSC \d|UNIT \d|BLDG|SUITE \d|[A-Z]{2},?\s+\d{5}(?:-\d{4})?|FPO|APO|\d+\s+(?:\p{L}+\.?\s+){1,4}(?:ST|STREET|AVE|AVENUE|ROAD|RD|WAY|BLVD|DRIVE|DR|LANE|PIKE|HWY|PLAZA|PARKWAY))(?!\p{L})/iu;

/** Who stands in or under the box "Issued by" of a printed form, whose labels the page sets apart from what is filled in. */
export function issuerOf(view: DocumentView): { span: Span; unit: Unit; isSure: boolean } | null {
  const units = view.document.units.slice(0, 80);
  const at = units.findIndex((unit) => label.test(textOf(view.document, unit)));
  if (at < 0) return null;
  return named(view, units.slice(at, at + reach)) ?? besideAddress(view, units.slice(at, at + reach));
}

/** A part that can only be an organisation's name. */
function named(view: DocumentView, units: readonly Unit[]) {
  for (const [index, unit] of units.entries()) {
    const text = textOf(view.document, unit);
    const from = index === 0 ? text.search(/issued by/iu) + "issued by".length : 0;
    for (const part of text.slice(from).matchAll(/(?<![\p{L}\d])\p{Lu}[\p{L}&.'’ -]{5,90}/gu)) {
      const name = part[0].replace(/^(?:CODE|Code)\s+/u, "").trim();
      if (!isSurelyOrganisation(name) || !isOfficeName(name)) continue;
      const start = unit.start + from + part.index + part[0].indexOf(name);
      return { span: trimmed(view.document, { start, end: start + name.length }), unit, isSure: true };
    }
  }
  return null;
}

/** Offices whose names are abbreviations ("412 LOG SQ") are told by where they stand: in the box, before an address. */
function besideAddress(view: DocumentView, units: readonly Unit[]) {
  for (const [index, unit] of units.entries()) {
    const text = textOf(view.document, unit);
    const found = index === 0 ? label.exec(text) : null;
    let from = found ? found.index + found[0].length : 0;
    from += officeCode.exec(text.slice(from))?.[0].length ?? 0;
    const rest = text.slice(from);
    // What follows a label in its own line may be the next label.
    if (rest.trim() === "" || box.test(rest) || (index > 0 && label.test(text))) continue;
    // "374 LOG SQ": the unit's number belongs to its name.
    const number = /^\d{1,4}\s+(?=\p{Lu}{2})/u.exec(rest)?.[0].length ?? 0;
    const length = rest.slice(number).search(end);
    const name = rest.slice(0, length < 0 ? rest.length : number + length).trim();
    const near = [
      rest.slice(name.length, name.length + 160),
      ...units.slice(index + 1, index + 4).map((next) => textOf(view.document, next)),
    ];
    const isOffice =
      name.length >= 4 &&
      name.length <= 80 &&
      /\p{Lu}{2}/u.test(name) &&
      name.split(/\s+/).every((word) => /^(?:[\p{Lu}\d][\p{L}\d&.'’/-]*|of|the|and|for)$/u.test(word)) &&
      isOfficeName(name);
    if (isOffice && near.some((line) => address.test(line)))
      return {
        span: trimmed(view.document, { start: unit.start + from, end: unit.start + from + name.length }),
        unit,
        isSure: false,
      };
    if (index > 0 && box.test(text)) return null;
  }
  return null;
}

function isOfficeName(name: string): boolean {
  return (
    !isFormLabel(name) &&
    !/(?<!\p{L})(?:is|are|was|has|have|will|shall|that|which|who|must|may|can|officer|specialist|manager|director|vendors?|offerors?|contractors?|bidders?|see)(?!\p{L})/iu.test(
      name,
    )
  );
}
