import type { Rendition } from "@/lib/rendition";
import { detectLanguage, type Language } from "../retrieval/language";
import { contentStems } from "../retrieval/tokens";
import { buildUnits, type Unit } from "../units/build-units";
import type { Span } from "../units/split-sentences";

/** The words of one unit by field, as stems without stop words, in reading order. */
export interface UnitTerms {
  own: string[];
  leadIn: string[];
  /** Heading path, table header and row label. */
  context: string[];
  /** Words by white space: what the limit on quotes counts. */
  wordCount: number;
}

/** A document made ready for questions. Costs about 1 ms per 100 units, so keep it while its rendition is asked. */
export interface PreparedDocument {
  /** Path or file name; its words count as a weak field. */
  name: string;
  title: string | null;
  text: string;
  language: Language;
  units: Unit[];
  terms: UnitTerms[];
  nameTerms: string[];
  isDraft: boolean;
}

export function prepareDocument(
  name: string,
  rendition: Pick<Rendition, "text" | "title" | "blocks">,
): PreparedDocument {
  const { text, title } = rendition;
  const units = buildUnits(rendition);
  const language = detectLanguage(text);
  const known = new Map<number, string[]>();
  const stems = (span: Span): string[] => {
    const key = span.start * 8_388_608 + (span.end - span.start);
    let found = known.get(key);
    if (!found) {
      found = contentStems(text.slice(span.start, span.end), language);
      known.set(key, found);
    }
    return found;
  };
  const runIns = findRunIns(text, units);
  const terms = units.map((unit, index) => ({
    own: stems(unit),
    leadIn: unit.leadIn ? stems(unit.leadIn) : [],
    context: [
      ...unit.headings,
      ...(unit.header ? [unit.header] : []),
      ...(runIns[index] ? [runIns[index]] : []),
    ].flatMap(stems),
    wordCount: countWords(text.slice(unit.start, unit.end)),
  }));
  const label = name
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_/.-]+/g, " ");
  return {
    name,
    title,
    text,
    language,
    units,
    terms,
    nameTerms: contentStems(`${label} ${title ?? ""}`, language),
    isDraft: /\b(?:draft|pre[- ]?solicitation|entwurf|brouillon|projet)\b/i.test(label.replace(/_/g, " ")),
  };
}

/** "c. Price Evaluation Factors.", the head of a table or a line of a table of contents: it names what follows and says nothing itself. */
export function isBare(unit: Unit, text: string): boolean {
  const above = unit.headings.at(-1);
  if (above && above.end - above.start < 40 && contents.test(text.slice(above.start, above.end))) return true;
  if (unit.kind === "table_row") return unit.isHeader === true;
  if (unit.kind !== "sentence" || unit.end - unit.start > 60) return false;
  return bare.test(text.slice(unit.start, unit.end));
}

/** A heading that says something itself: "Contract type: fixed price", "RFP closes: April 2, 2031". */
export function isStatement(heading: string): boolean {
  return statement.test(heading);
}

/** A sentence that a page's layout has cut: it ends in a word that wants another. */
export function isCut(text: string): boolean {
  return cut.test(text);
}

const cut = /(?<!\p{L})(?:after|before|by|until|to|of|the|and|or|on|at|in|for|from|with|than|is|are|be|an?)$/iu;
const statement =
  /^\W*(?:\d[\d.]*\s+)?(?!(?:appendix|annex|attachment|section|part|phase|schedule|exhibit|chapter|step|table|figure|anlage|annexe)\b)\p{L}[^:]{2,50}:\s+\S.{2,}/iu;
const contents = /^\W*(?:table of )?contents\W*$/i;
/** Each word is taken whole: where one could be cut anywhere, a line of capitals would be tried in as many ways as it has cuts. */
const bare = /^(?:\(?\w{1,4}[.)]\s*)?(?:(?:\p{Lu}[\p{L}&/-]*|of|and|the|for|in|to|or|on|&)(?![\p{L}&/-])|\s)+[.:]?$/u;

/** For each unit the bare words that open its paragraph, or the paragraph that introduces its list: a heading in all but its mark. */
function findRunIns(text: string, units: readonly Unit[]): (Span | undefined)[] {
  let opening: Unit | undefined;
  const ofStart = new Map<number, Span>();
  return units.map((unit, index) => {
    const isFirst = units[index - 1]?.block !== unit.block;
    if (isFirst) opening = isBare(unit, text) && unit.kind === "sentence" ? unit : undefined;
    const runIn = unit.kind === "list_item" ? ofStart.get(unit.leadIn?.start ?? -1) : isFirst ? undefined : opening;
    if (runIn) ofStart.set(unit.start, runIn);
    return runIn;
  });
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
