import type { FoundField } from "../tender-fields";
import { type DocumentView, placeOf, type Span, textOf, type Unit } from "./package-view";

const label =
  /^(?:(?:solicitation|tender|rf[pqixt]+|itt|itb|ifb|bid|contract|procurement|project|notice|quote|quotation|file|request|procedure|opportunity|our|client order|task order|document)?\s*(?:id\s+)?(?:number|no\.?|nr\.?|#|id|identifier|identification|reference|ref\.?)(?:\s*(?:number|no\.?|nr\.?|id|code))?|in reply refer to|vergabe-?(?:nummer|nr\.?)|aktenzeichen|geschäftszeichen|referenz(?:nummer)?|ausschreibungs(?:nummer|-nr\.?)|maßnahmennummer|référence(?: du marché| de la consultation)?|numéro (?:de|du) \p{L}+|n° (?:de|du)?\s?\p{L}*|(?:n[úu]mero|n\.º|nº)?\s?(?:de )?expediente|cig|codice gara|kenmerk|referentienummer|numer (?:postępowania|referencyjny|sprawy)|znak sprawy|rfq|rfp|itt)$/iu;
const cue =
  /(?<!\p{L})(?:reference|ref\.?|solicitation|tender|i?rf[pqi]|sor|eoi|itt|ifb|request for \p{L}+|statement of requirements|number|no\.?|nr\.?|under|id|vergabenummer|aktenzeichen|référence|expediente)\s*(?:number|no\.?|nr\.?|id|#)?\s*[:#]?\s*$/iu;
/** Before a number that might as well be a clause or a date. */
const numberCue =
  /(?<!\p{L})(?:rf[pqitx]|sor|eoi|itt|itb|ifb|bid|tender|solicitation|contract|reference|project|request for \p{L}+|invitation (?:to|for) \p{L}+|statement of requirements)\s*(?:number|no\.?|nr\.?|#|id)\s*[:#]?\s*$/iu;
const procedureCue = /(?<!\p{L})(?:i?rf[pqitx]|itt|itb|ifb|bid|tender|solicitation)\s*[:#]?\s*$/iu;
/** "(IRFP 16/17-04)": in brackets behind the kind of paper nothing else is meant. */
const bracketCue = /\(\s*i?(?:rf[pqitx]|itt|itb|ifb|eoi)\s*(?:no\.?|#)?\s*$/iu;
/**
 * The uniform identifier of a US federal solicitation (FAR 4.1603): activity address code, fiscal year, B, Q or R for invitation, quotation
 * or proposals, and a serial number.
 */
const uniformIdentifier = /^[A-Z0-9]{6}-?\d{2}-?[BQR]-?[A-Z0-9]{4,8}$/;
const token =
  /(?<![\p{L}\p{N}./@-])[\p{Lu}\p{N}][\p{Lu}\p{N}]*(?:[./_-][\p{Lu}\p{N}]+)*(?![\p{Ll}@]|[./_-][\p{L}\p{N}])/gu;
const procedurePrefix =
  /^(?:RF[PQITX]|ITT|ITB|IFB|SOL|IDIQ|EOI|PQQ)[-_]?[A-Z0-9]{2,}|^[A-Z0-9]{4,}[-_/](?:RF[PQITX]|ITT|ITB|IFB|EOI|PQQ)[-_/]\d/;
/** "Marché n° 2025 – 07 TECH", "Consultation n° 24-118": French papers print their number in parts. */
const frenchNumber =
  /(?<!\p{L})(?:march[ée]s?|consultation|accord-cadre|affaire|dossier|appel d['’]offres|proc[ée]dure|ccp|ccap|cctp|rc|particulières)\s*n\s?[°o]\s*:?\s*(?<number>\d{2,4}\s?[-–/.]\s?\d{2,6}(?:\s?[-–/.]?\s?\p{Lu}{1,8}(?![\p{L}\d]))?|\p{Lu}{1,8}\s?[-–/]?\s?\d{2,4}\s?[-–/.]\s?\d{1,6}|\d{4,}\p{Lu}{0,8}(?!\p{L}))/giu;
/** Clauses, standards, forms, dates, phones and amounts are no references of a tender. */
const otherNumbers =
  /^(?:\d{1,2}\.\d{3}-\d+|\d{1,4}(?:[./-]\d{1,4}){0,2}|(?:1-)?\d{3}-\d{3}-\d{4}|(?:ISO|IEC|EN|DIN|NIST|FIPS|WCAG|RFC|FAR|DFARS|SF|OMB|HSPD|CIO|SP|IT|CC0|HTTP|HL7|UTC|GMT|COVID|FY|SIN|NAICS|PSC|CPV|CLIN)(?:[-_ ./]?\d.*)?|\d+(?:\.\d+)+|[A-Z]{1,2}\d?|Q\d+|[A-Z](?:[.-]\d{1,3})+)$/;

interface Candidate {
  value: string;
  span: Span;
  unit: Unit;
  view: DocumentView;
  score: number;
}

/** The number that the procedure goes by, the best supported first. */
export function readReference(views: readonly DocumentView[]): FoundField[] {
  const names = views.map(({ document }) => document.path.toLowerCase());
  // Printed on a title page and in the papers' names: "B2624978".
  const isInNames = (text: string) =>
    /\d{4}/.test(text) && /\p{L}/u.test(text) && names.some((name) => name.includes(text.toLowerCase()));
  // "RFP_2024_004.pdf": figures alone must be called the procedure's number by a paper's name.
  const isNumberInNames = (text: string) =>
    /^\d{2,4}[_-]\d{2,6}$/.test(text) &&
    names.some((name) =>
      new RegExp(`(?:rf[pqit]|itt|itb|ifb|tender|bid|solicitation)[ _#-]*${text}(?!\\d)`).test(name),
    );
  const candidates = views.flatMap((view) => candidatesOf(view, (text) => isInNames(text) || isNumberInNames(text)));
  const byValue = new Map<string, Candidate[]>();
  for (const one of candidates)
    byValue.set(one.value.toLowerCase(), [...(byValue.get(one.value.toLowerCase()) ?? []), one]);
  return [...byValue.values()]
    .map((group) => {
      const [best] = group.sort((a, b) => b.score - a.score);
      const documents = new Set(group.map(({ view }) => view.document.id)).size;
      const inPath = views.some(({ document }) =>
        document.path.toLowerCase().includes(group[0]?.value.toLowerCase() ?? " "),
      );
      return best && { ...best, score: best.score + Math.min(1.2, 0.3 * (documents - 1)) + (inPath ? 0.8 : 0) };
    })
    .filter((one) => one !== undefined)
    .sort((a, b) => b.score - a.score)
    .slice(0, 4)
    .map(({ value, span, unit, view, score }) => ({
      name: "reference",
      value,
      text: value,
      place: placeOf(view.document, span, unit),
      quote: textOf(view.document, span),
      score,
    }));
}

function candidatesOf(view: DocumentView, isInNames: (text: string) => boolean): Candidate[] {
  const { document } = view;
  const found: Candidate[] = [];
  const add = (span: Span, unit: Unit, score: number) => {
    const value = textOf(document, span).replace(/\s+[–—-]\s*|\s*[–—]\s*/g, "-");
    const weight = Math.max(0.6, Math.min(1.1, view.weight));
    if (value.length >= 3)
      found.push({ value, span, unit, view, score: (score + (procedurePrefix.test(value) ? 1 : 0)) * weight });
  };
  for (const value of view.labelled) {
    if (!label.test(value.label) || value.end - value.start > 120) continue;
    const isProcedures = /^(?:rf[pqi]|itt|solicitation|tender|bid) (?:number|no\.?)$/i.test(value.label);
    const match = [...textOf(document, value).matchAll(token)].find(
      ([text]) => isReference(text) || (isProcedures && /^\d{3,}$/.test(text)),
    );
    // The value of an order or a client is its own; the procedure's number is called so.
    const isOther = /order|contract|client|project|file/i.test(value.label);
    if (match) add(spanAt(value.start, match), value.unit, (value.how === "above" ? 3.2 : 3.6) - (isOther ? 1 : 0));
  }
  const front = new Set(view.front);
  for (const [index, unit] of document.units.entries()) {
    if (unit.kind === "code" || (index > 60 && !front.has(unit))) continue;
    const text = textOf(document, unit);
    for (const match of text.matchAll(frenchNumber)) {
      const number = match.groups?.number ?? "";
      const at = (match.index ?? 0) + match[0].length - number.length;
      add({ start: unit.start + at, end: unit.start + at + number.trimEnd().length }, unit, front.has(unit) ? 3 : 2.2);
    }
    for (const match of text.matchAll(token)) {
      const isPrefixed =
        procedurePrefix.test(match[0]) && !/^SOLICIT/.test(match[0]) && (/\d/.test(match[0]) || front.has(unit));
      const before = text.slice(Math.max(0, match.index - 30), match.index).replace(/[*_]+/g, "");
      const isNamed =
        (numberCue.test(before) && /^\d{2,4}-\d{2,6}(?:-\d+)?$/.test(match[0])) ||
        (bracketCue.test(before) &&
          /^\d{1,4}(?:[./-]\d{1,6}){1,3}$/.test(match[0]) &&
          text[match.index + match[0].length] === ")") ||
        // "RFP 2025-1600-0188": too long in its parts for a date.
        (procedureCue.test(before) && /^\d{2,4}(?:-\d{3,6}){1,3}$/.test(match[0]) && front.has(unit));
      if (!isPrefixed && !isNamed && !isReference(match[0]) && !isInNames(match[0])) continue;
      // "under RECAP4": a programme's name; a number has figures of its own.
      const isName = /(?<!\p{L})under\s*$/iu.test(before) && !/\d{3}/.test(match[0]);
      if (isName && !isPrefixed) continue;
      const bracket = front.has(unit) ? bracketCue.exec(before) : null;
      // All that the brackets hold: figures alone would be taken for a date.
      if (bracket) add(spanFrom(unit.start, match, bracket[0].length - 1), unit, 3.4);
      else if (cue.test(before)) add(spanAt(unit.start, match), unit, front.has(unit) ? 3 : 2.4);
      else if (uniformIdentifier.test(match[0]) && /\d{3}/.test(match[0]))
        add(spanAt(unit.start, match), unit, front.has(unit) ? 2.6 : 1.8);
      else if (front.has(unit) && isInNames(match[0])) add(spanAt(unit.start, match), unit, 2.2);
      else if (isPrefixed) add(spanAt(unit.start, match), unit, front.has(unit) ? 2 : 1.4);
    }
  }
  return found;
}

function isReference(text: string): boolean {
  return /\d/.test(text) && text.length >= 4 && !otherNumbers.test(text) && !/^\d{1,3}$/.test(text);
}

/** With so many letters before it. */
function spanFrom(base: number, match: RegExpMatchArray, before: number): Span {
  const { start, end } = spanAt(base, match);
  return { start: start - before, end };
}

function spanAt(base: number, match: RegExpMatchArray): Span {
  const start = base + (match.index ?? 0);
  return { start, end: start + match[0].length };
}
