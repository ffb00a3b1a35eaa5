import { findDates } from "../dates/find-dates";
import type { FoundField } from "../tender-fields";
import { isFormLabel, namesOnlyPapers } from "./form-words";
import {
  besideOrganisation,
  isOnlyOrganisation,
  isSurelyOrganisation,
  looksLikeOrganisation,
} from "./organisation-words";
import {
  contentTokens,
  type DocumentView,
  placeOf,
  plain,
  type Span,
  textOf,
  trimmed,
  type Unit,
} from "./package-view";

const label =
  /^(?:(?:project|contract|solicitation|tender|procurement|opportunity|requirement|rf[pqi]|bid|procedure|task order|services?|notice|instrument|call|assignment)?\s*(?:title|name)(?: of (?:the )?(?:project|contract|procurement|tender|requirement|solicitation|eoi|rf[pqi]|itt|bid|call|assignment|consultancy|services?|works?|purchase|expression of interest|request))?|(?:auftrags)?bezeichnung(?: des auftrags)?|titel(?: der ausschreibung)?|(?:auftrags)?gegenstand(?: des auftrags| der ausschreibung)?|maßnahme|bauvorhaben|vorhaben|projekt|objet(?: du marché| de la consultation| du contrat)?|intitulé(?: du marché)?|titre|objeto(?: del contrato)?|título|oggetto(?: dell['’]appalto| della gara)?|onderwerp|titel van de opdracht|przedmiot zamówienia|nazwa zamówienia)$/iu;
/** A label that says whose title it is holds wherever it stands. */
const ofProcedure = /(?<!\p{L})(?:rf[pqi]|itt|solicitation|tender|procurement|auftrags?|marché)/iu;
const looseLabel = /^(?:subject|re|project|betreff|betrifft)$/iu;

/** What a document is, not what is bought: cut off a title's beginning or end. */
const documentKind =
  "(?:(?:draft|final|revised|amended|informal|formal|open|public|competitive|combined)\\s+)*(?:(?:request|invitation|call)\\s+(?:for|to)\\s+(?:an?\\s+)?(?:quotations?|quotes?|proposals?|tenders?|bids?|offers?|applications?|information|competition|expressions? of interest)|(?:tender|contract|procurement|solicitation|award|prior information)\\s+(?:notice|documents?|dossier|specifications?)|invitation (?:to|and) (?:tender|bid|quote)|(?:task|delivery|call|work) order requests?|request for task orders?|sealed (?:bids|proposals|quotations|tenders)|notice inviting tenders?|(?:technical|financial|price|commercial) bid|solicitation|tender|(?:performance[- ]based )?(?:quality assurance surveillance plan|statement of (?:work|objectives|requirements|needs?)(?:\\s*\\([A-Z]{2,5}\\))?|performance work statement|terms of reference|scope of (?:work|services)|technical specifications?|specifications?)|(?:(?:general|standard|special|contract|purchase)\\s+)*terms (?:and|&) conditions(?: (?:of|for) \\p{L}+(?: and \\p{L}+)?)?|questions and answers|q\\s?&\\s?a|pric(?:e|ing) (?:schedule|sheet|form|template)|government roles and responsibilities|instructions|agenda|ausschreibung|vergabeunterlagen|leistungsbeschreibung|aufforderung zur (?:abgabe eines angebots|angebotsabgabe)|bekanntmachung|öffentliche ausschreibung|(?:marché (?:public )?(?:à|passé selon (?:la|une)) )?procédure (?:adaptée|formalisée|ouverte)|marché public(?: (?:de|d['’])\\s?(?:travaux|services|fournitures))?|avis (?:de marché|d['’]appel public à la concurrence)|appel d['’]offres|règlement de (?:la )?consultation|cahier des\\s?(?:charges|clauses\\s?(?:(?:techniques|administratives)\\s?)?particulières)|(?:administratives|techniques) et (?:administratives|techniques)|anuncio de licitación|pliego de (?:condiciones|prescripciones)|licitación|bando di gara|disciplinare di gara|capitolato|aankondiging|offerteaanvraag|beschrijvend document|ogłoszenie o zamówieniu|zapytanie ofertowe|rf[pqit]|itt|pws|sow|soo|sor|qasp)";
const opening = new RegExp(
  `^(?:(?:attachment|appendix|annex|schedule|anlage|annexe)\\s+[A-Z0-9]+\\s*[-–:.]\\s*)?${documentKind}(?:\\s*\\([^)]{1,24}\\))?\\s*(?:[:–—-]|for(?: the| an?)?\\s|concerning|über|für(?: die| das| den)?\\s|zur?\\s|pour(?: la| le| les)?\\s|relatif à|para(?: la| el)?\\s|per(?: la| il)?\\s|voor(?: de| het)?\\s|,)\\s*`,
  "iu",
);
const ending = new RegExp(
  `\\s*[:–—|-]\\s*${documentKind}(?:\\s*\\([^)]{1,12}\\))?\\s*$|\\s*\\((?:rf[pqi]|itt)\\)\\s*$`,
  "iu",
);
const kindAnywhere = new RegExp(`(?<!\\p{L})${documentKind}(?!\\p{L})`, "giu");
const onlyKind = new RegExp(
  `^(?:${documentKind}|[\\s:–—|()-]|for|the|of|and|no\\.?|number)+(?:\\([^)]{1,12}\\))?$`,
  "iu",
);
const sectionWords =
  /^(?:(?:[ivxlc]{1,6}|[a-z])[.)]\s+|[\d.\s]*)(?:(?:important )?notices?|offeror|table of contents|contents|inhalt(?:sverzeichnis)?|sommaire|índice|indice|introduction|background|purpose|scope|overview|general(?: information)?|instructions?|contributing|license|licence|public domain|readme|preamble|summary|objectives?|evaluation|requirements|deadlines?|timetable|schedule|dates|submission|contacts?|procurement timetable|clarification log|kriterien|zuschlagskriterien|critères|criterios|criteri|gunningscriteria|definitions|einleitung|préambule|objet|allgemeines|important dates|key dates|manifest|phase|amendment|addendum|dated?|set[- ]aside|from|to|subject|attention|dear|page|draft|final|confidential|revision|version|client order|order|solicitation|reference)(?!\p{L})/iu;

interface Candidate {
  span: Span;
  unit: Unit;
  view: DocumentView;
  score: number;
}

/** What is bought, as its papers call it: as labelled, else the line of a title page that other papers repeat. */
export function readTitle(views: readonly DocumentView[], buyers: readonly FoundField[]): FoundField[] {
  const buyerNames = buyers.map(({ text }) => new Set(contentTokens(text)));
  const candidates = views
    .flatMap((view) => [...labelled(view), ...titlePage(view), ...onForm(view), ...sought(view)])
    .filter(({ span, view }) => isTitle(textOf(view.document, span), buyerNames));
  // A form, a template or a sample among the papers has a title of its own.
  const isAmongOthers = views.some(({ weight }) => weight >= 1);
  const rated = candidates.map((one) => ({
    ...one,
    score: (one.score + support(one, candidates, views)) * (isAmongOthers && one.view.weight < 1 ? 0.6 : 1),
  }));
  const seen = new Set<string>();
  return rated
    .sort((a, b) => b.score - a.score)
    .filter(({ span, view }) => {
      const key = contentTokens(textOf(view.document, span)).join(" ");
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    })
    .slice(0, 4)
    .map(({ span, unit, view, score }) => {
      const text = plain(textOf(view.document, span));
      return {
        name: "title",
        value: text,
        text,
        place: placeOf(view.document, span, unit),
        quote: textOf(view.document, span),
        score,
      };
    });
}

function labelled(view: DocumentView): Candidate[] {
  return view.labelled.flatMap((value) => {
    const isSure = label.test(value.label);
    if ((!isSure && !looseLabel.test(value.label)) || value.how === "above" || value.end - value.start > 220) return [];
    const span = withoutStop(view, stripped(view, { start: value.start, end: value.end }));
    const isFront = view.front.includes(value.unit);
    return [
      {
        span,
        unit: value.unit,
        view,
        score:
          (isSure ? 4 : 2.6) * Math.min(1.1, view.weight) * (isFront ? 1 : ofProcedure.test(value.label) ? 0.8 : 0.5),
      },
    ];
  });
}

/** A labelled title may end like a sentence. */
function withoutStop(view: DocumentView, { start, end }: Span): Span {
  return { start, end: /\p{Ll}\.$/u.test(view.document.text.slice(start, end)) ? end - 1 : end };
}

function titlePage(view: DocumentView): Candidate[] {
  const { document } = view;
  // Labels that a page sets apart from what they label take no place of a line.
  const front = view.front.filter(
    (unit) => unit.kind === "heading" || !/^[^:]{1,40}:\s*$/u.test(textOf(document, unit)),
  );
  const kinds = front.map((unit) => onlyKind.test(plain(textOf(document, unit))));
  return front.slice(0, 14).flatMap((unit, index) => {
    const whole = textOf(document, unit);
    if (view.weight === 0 || unit.kind === "table_row" || unit.kind === "code" || whole.length > 200) return [];
    if (sectionWords.test(plain(whole)) || (unit.kind === "sentence" && /[.!?]\s*$/.test(whole))) return [];
    // A name above an office is a person's.
    const below = front[index + 1];
    if (below && personsOffice.test(plain(textOf(document, below))) && whole.split(/\s+/).length <= 4) return [];
    const span = stripped(view, withLinesAfter(document, front, index));
    const isCut = span.end - span.start < plain(whole).length - 3;
    if (!isCut && unit.kind !== "heading" && /^\p{Lu}[\p{L} -]{1,30}:\s/u.test(whole)) return [];
    const before = front[index - 1];
    const isLedIn = before !== undefined && leadsOn.test(plain(textOf(document, before)));
    const besideKind = kinds.some((isKind, at) => isKind && Math.abs(at - index) <= 3);
    const isFirst = front.findIndex(({ kind }) => kind === "heading") === index;
    const score =
      1.6 +
      (besideKind ? 0.8 : 0) +
      (isLedIn ? 1.2 : 0) +
      (isCut ? 0.8 : 0) +
      (unit.kind === "heading" ? 0.4 : 0) +
      (isFirst ? 0.3 : 0) -
      (isFileName(view, unit, span) ? 1.4 : 0) -
      index * 0.03;
    return [{ span, unit, view, score: score * Math.max(0.4, Math.min(1.2, view.weight)) }];
  });
}

/** A running head in which a program prints the file's name over each page; a title that the file is named after is set larger. */
function isFileName(view: DocumentView, unit: Unit, span: Span): boolean {
  if (unit.kind === "heading" || unit !== view.document.units[0] || view.document.units.length < 5) return false;
  const file = (view.document.path.split("/").at(-1) ?? "").replace(/\.[A-Za-z0-9]{1,5}$/, "");
  return contentTokens(textOf(view.document, span)).join(" ") === contentTokens(file.replace(/_/g, " ")).join(" ");
}

/** "SEALED PROPOSALS FOR": what is bought stands in the next line. */
export const leadsOn = new RegExp(
  `^(?:the |an? )?${documentKind}(?:\\s*(?:no\\.?|#|n°)?\\s*\\S*\\d\\S*)?\\s+(?:for|für|pour|para|per|voor)(?: the| die| das| la| le)?\\s*[:–-]?$`,
  "iu",
);

/** "Ada Brook, Contract Specialist" */
const personInOffice =
  /^(?:(?:mr|ms|mrs|dr)\.?\s+)?(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}'’-]+,\s+(?:[\p{L}&-]+ ){0,4}(?:officer|director|manager|specialist|buyer|agent|president|secretary|administrator|analyst|coordinator)$/iu;
const personsOffice =
  /^(?:[\p{L}&-]+ ){0,3}(?:officer|director|manager|specialist|buyer|agent|president|secretary|administrator|analyst)(?:,.*)?$/iu;
/** Units of a form in which its subject may stand. */
const formReach = 160;
const formHeading = /^(?:section [a-z]\s*[-–:.]\s*)?solicitation\s*\/\s*contract form$/iu;
const tradeLine =
  /^(?:product (?:(?:and|or) )?service code|psc|naics(?: code)?|size standard|cpv(?:[- ]code)?s?|unspsc|commodity code)\s*[:(#]/iu;

/** A printed form has no line for its subject: it stands alone above the codes of the trade, or first behind the form's own heading. */
function onForm(view: DocumentView): Candidate[] {
  const units = view.document.units.slice(0, formReach);
  return units.flatMap((unit, index) => {
    const text = plain(textOf(view.document, unit));
    if (unit.kind === "table_row" || text.length > 140 || /[:.]\s*$/.test(text)) return [];
    const [before, after] = [units[index - 1], units[index + 1]].map((near) =>
      near ? plain(textOf(view.document, near)) : "",
    );
    const isAboveTrade = tradeLine.test(after ?? "") && !tradeLine.test(text) && !/:\s/.test(text);
    if (!isAboveTrade && !formHeading.test(before ?? "")) return [];
    return [{ span: stripped(view, unit), unit, view, score: 2.7 * Math.min(1.1, Math.max(0.4, view.weight)) }];
  });
}

/** Where no line of its own names it: "... is to solicit proposals to establish contracts for Tug Services for the port." */
const soughtFor =
  /(?<!\p{L})(?:solicit|seek|invit|procur|obtain|request)\p{L}*(?!\p{L})[^.;]{0,220}?(?:contracts?|proposals?|bids?|quotations?|quotes|tenders?|offers?)\s+for\s+(?:the\s+(?:provision|supply|purchase|delivery)\s+of\s+)?(?:an?\s+|the\s+)?(?<title>\p{Lu}[^.;,:]{6,110}?)(?=\s+(?:for|to|at|in|on|from|by|that|which|as)\s|[.;,:]|$)/u;

function sought(view: DocumentView): Candidate[] {
  for (const unit of view.document.units.slice(0, 40)) {
    if (unit.kind === "table_row") continue;
    const text = textOf(view.document, unit);
    const found = soughtFor.exec(text);
    const title = found?.groups?.title;
    if (!found || !title || title.split(/\s+/).length < 2) continue;
    const start = unit.start + found.index + found[0].lastIndexOf(title);
    return [{ span: { start, end: start + title.length }, unit, view, score: Math.min(1.1, view.weight) }];
  }
  return [];
}

/** A line of a title page that is nothing but a link between what stands above and below it. */
const linkLine = /^(?:for|of|at|in|to|on|and|for the|of the|at the|für|des|der|pour|de|du|para|per|voor)$/iu;
const mostLinkedLines = 7;

/** "FURNITURE WORK / FOR / CITY BANK / AT / HARBOUR BRANCH": one name over several lines that small words link. */
function withLinesAfter(document: DocumentView["document"], front: readonly Unit[], index: number): Span {
  const first = front[index] as Unit;
  let last = first;
  for (let at = index + 1; at + 1 < front.length && at < index + mostLinkedLines; at += 2) {
    const [link, next] = [front[at], front[at + 1]];
    if (!link || !next || !linkLine.test(plain(textOf(document, link))) || next.kind === "table_row") break;
    if (next.page !== first.page || next.end - first.start > 180) break;
    last = next;
  }
  return { start: first.start, end: last.end };
}

/** The part that names what is bought, without the kind of document around it. */
function stripped(view: DocumentView, span: Span): Span {
  let { start, end } = trimmed(view.document, span);
  for (let round = 0; round < 3; round++) {
    const text = view.document.text.slice(start, end);
    const lead = opening.exec(text)?.[0].length ?? besideOrganisation(text);
    if (lead >= text.length) break;
    const tail = ending.exec(text.slice(lead))?.[0].length ?? 0;
    if (lead + tail === 0) break;
    start += lead;
    end -= tail;
  }
  return trimmed(view.document, { start, end });
}

function isTitle(raw: string, buyerNames: readonly ReadonlySet<string>[]): boolean {
  const text = plain(raw);
  const tokens = contentTokens(text);
  if (tokens.length < 2 || tokens.length > 26 || text.length > 180) return false;
  // "SECTION L - INSTRUCTIONS", "C.1 BACKGROUND", "Time: 10:00 a.m. CDT"
  if (partHeading.test(text) || clockTime.test(text)) return false;
  // The rest of a name that its line has broken.
  if (/^\p{Ll}/u.test(text)) return false;
  if (
    onlyKind.test(text) ||
    sectionWords.test(text) ||
    isBuyersName(text) ||
    /^(?:attachment|appendix|annex|exhibit|enclosure|schedule|form)\s+[A-Z0-9]{1,3}(?:[-.]\d{1,3})?$/iu.test(text) ||
    isFormLabel(text) ||
    namesOnlyPapers(text)
  )
    return false;
  // "Pringle, Vallerie J", "Greenbelt, MD 20771"
  if (
    personInOffice.test(text) ||
    /^\p{Lu}[\p{L}'-]+, \p{Lu}[\p{L}'-]+(?: \p{Lu}\.?)?$/u.test(text) ||
    /(?<!\p{L})\p{Lu}{2} \d{5}(?:-\d{4})?$/u.test(text)
  )
    return false;
  // A repository's name, an address, a date, a person's line, a sentence.
  if (
    /^\S+$/.test(text) ||
    /https?:|(?<!\p{L})www\.|@|\|.*\d{5}|^\d/u.test(text) ||
    /(?<!\p{L})(?:shall|must|will|is|are|please|dated)(?!\p{L})/iu.test(text)
  )
    return false;
  if (findDates(text).length > 0 || /^(?:contracting|project|procurement) (?:officer|manager|specialist)/i.test(text))
    return false;
  if (/^\p{L}+\s+(?:19|20)\d\d$/u.test(text)) return false;
  // "CCP n° 2027-07 - Version juillet 2027": a French paper by its letters and number.
  if (/^\P{L}*(?:ccp|ccap|cctp|rc|ae|dce|dpgf|bpu|march[ée]|consultation)\s*n\s?°/iu.test(text)) return false;
  // "SOR # AB-240722-01": a number and what it numbers.
  if (/^\p{L}{2,14}\s*(?:#|no\.?|n\s?°|number|nr\.?)\s*[:#]?\s*(?:\S*\d\S*|\d[\d\s\p{Lu}./–-]{0,20})$/iu.test(text))
    return false;
  if (/[☐☑☒□■]/u.test(text) || (/\p{Ll}{4}[.!?]$/u.test(text) && tokens.length > 2)) return false;
  const telling = contentTokens(text.replace(kindAnywhere, " ").replace(partOfPackage, " ")).filter(
    (token) => !/\d/.test(token) && !/^(?:no|nr|number|addendum|amendment|log)$/.test(token),
  );
  if (telling.length === 0 || (telling.length === 1 && (tokens.length > 4 || (tokens.length > 2 && /\d/.test(text)))))
    return false;
  const words = [
    ...new Set(contentTokens(text.replace(/\([A-Z]{2,8}\)$/u, "")).filter((token) => !/^\d+$/.test(token))),
  ];
  // "Harbour Board of Port Laurel RFP-26-001 Name of company": the buyer, and labels.
  const isLabelled = buyerNames.some((name) => {
    const rest = words.filter((token) => !name.has(token));
    return [...name].every((token) => words.includes(token)) && isFormLabel(rest.join(" "));
  });
  if (isLabelled) return false;
  // A buyer may be called after what it buys; its whole name, and an organisation within it, is no title.
  return !buyerNames.some(
    (name) =>
      words.every((token) => name.has(token)) && (words.length / name.size >= 0.7 || looksLikeOrganisation(text)),
  );
}

/** "RFT Part A Conditions": which part of a package a paper is. */
const partOfPackage =
  /(?<!\p{L})(?:rft\s+)?(?:part|volume|section|book|schedule)\s+(?:[a-z]|\d{1,2}|[ivx]{1,4})(?!\p{L})/giu;
const partHeading =
  /^(?:(?:section|part|article|chapter|volume)\s+(?:[a-z]|\d{1,3}|[ivx]{1,5})\s*(?:[-–—:.]|$)|[A-Z]\.\d{1,2}(?:\.\d+)*\s)/iu;
const clockTime = /^(?:time|date|hour|uhrzeit|heure)\s*:|(?<!\d)\d{1,2}:\d{2}\s*(?:[ap]\.?\s?m|uhr|hrs)/iu;

/** An organisation alone; "Furniture works for the Bank of ..." names what is bought, and for whom. */
function isBuyersName(text: string): boolean {
  const named = text.split(/\s(?:for|für|pour|para|per|voor)\s/iu, 1)[0] ?? text;
  return isSurelyOrganisation(named) || isOnlyOrganisation(named);
}

/** Other papers that carry the same words on their title pages or in their names. */
function support(one: Candidate, all: readonly Candidate[], views: readonly DocumentView[]): number {
  const tokens = new Set(contentTokens(textOf(one.view.document, one.span)));
  let score = 0;
  for (const view of views) {
    if (view === one.view) continue;
    const theirs = all.filter((other) => other.view === view);
    const best = Math.max(
      0,
      ...theirs.map((other) => sharedShare(tokens, contentTokens(textOf(view.document, other.span)))),
    );
    const inName = sharedShare(tokens, contentTokens(view.document.path.replace(/[_\d-]+/g, " ")));
    score += Math.max(best >= 0.6 ? 0.4 * best : 0, inName >= 0.6 ? 0.3 : 0);
  }
  const own = all.filter((other) => other !== one && other.view === one.view);
  const holdsOwn = own.some((other) => {
    const theirs = contentTokens(textOf(other.view.document, other.span));
    return theirs.length < tokens.size && theirs.every((token) => tokens.has(token)) && other.score > one.score;
  });
  return Math.min(1.4, score) + (holdsOwn ? 2.2 : 0);
}

function sharedShare(a: ReadonlySet<string>, b: readonly string[]): number {
  if (b.length < 2) return 0;
  const shared = b.filter((token) => a.has(token)).length;
  return (2 * shared) / (a.size + b.length);
}
