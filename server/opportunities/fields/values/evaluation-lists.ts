import { type DocumentView, type Span, textOf, type Unit } from "./package-view";

/** A name that stands in a list of factors, with the weight as the list states it. */
export interface ListedName {
  name: string;
  unit: Unit;
  span: Span;
}

/** Whose acts or papers are judged: without one of them a list of factors judges something else. */
const bids =
  /(?<!\p{L})(?:offers?|offerors?|proposals?|quotes?|quotations?|quoters?|bids?|bidders?|tenders?|tenderers?|submissions?|responses?|respondents?|vendors?|applications?|applicants?|suppliers?|award(?:ed)?|best[- ]value|selection)(?!\p{L})/iu;
const judging =
  /(?<!\p{L})(?:evaluat\w*|assess\w*|scor\w*|judg\w*|award\w*|select\w*|consider\w*|best[- ]value|rank\w*)(?!\p{L})/iu;
const things = "(?:(?:sub-?)?factors?|criteria|criterion|areas|elements)(?:\\(s\\))?";
const countWords = "(?:(?:two|three|four|five|six|seven|eight|\\d{1,2})(?:\\s*\\(\\d{1,2}\\))?\\s+)";

/** "The following factors shall be used to evaluate offers:", with nothing behind it or the list itself. */
const lead = new RegExp(
  `(?<!\\p{L})(?:following|these)\\s+(?:\\(?[\\p{L}-]+\\)?\\s+|\\(\\d+\\)\\s+){0,5}?${things}(?!\\p{L})[^.:]{0,140}(?<colon>:)?\\s*(?<list>\\S[\\s\\S]*)?$`,
  "iu",
);
const said = new RegExp(
  `(?:(?:evaluation|award|selection)\\s+(?:factors|criteria)(?:\\s+(?:to be (?:used|considered)|for (?:award|this \\p{L}+)))?\\s+(?:are|include|will be|shall be|consist of|comprise)` +
    `|(?:composed|comprised|consists?|made up)\\s+of\\s+(?:the\\s+following\\s+)?${countWords}?(?:\\p{L}+\\s+){0,2}?(?:factors|criteria|areas)` +
    `|(?:evaluated|assessed|scored|judged)\\s+(?:in|under|against|on|using|by)\\s+(?:the\\s+following\\s+)?${countWords}(?:\\p{L}+\\s+){0,2}?(?:factors|criteria|areas|elements))` +
    `\\s*[:,–-]?\\s+(?<list>[^.]{4,320})`,
  "iu",
);
const compared =
  /^(?:in evaluating[^,]*,\s*)?(?:the\s+)?(?<more>\p{L}[^.;:]{2,110}?)(?:,?\s+when combined,?|,?\s+combined,?)?\s+(?:factors?\s+)?(?:is|are|will be|shall be)\s+(?:(?:significantly|slightly|somewhat|much|considered|approximately)\s+)*(?:more|less)\s+important\s+than\s+(?:the\s+)?(?<less>\p{L}[^.;:]{2,110}?)(?:,?\s+(?:which|and)\s+(?:is|are)\s+(?:\p{L}+\s+)?(?:more|less)\s+important\s+than\s+(?:the\s+)?(?<least>\p{L}[^.;:]{2,60}?))?\s*[.;]?$/iu;

/** "(1)", "a.", "Factor 2 -", "Criterion B:" before a name. */
const marks =
  /^(?:[\s•●▪*–-]+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*|(?:\d{1,2}\.)+\d{0,2}\s+|(?:evaluation\s+|technical\s+)?(?:sub-?)?(?:factor|criterion|element|area|volume)\s+(?:\d{1,2}|[a-z]|[ivx]{1,4}|one|two|three|four|five)\s*[-–—:.)]\s*)+/iu;
const verb = /(?<!\p{L})(?:shall|must|will|is|are|was|were|has|have|had|may|can|should|does|do)(?!\p{L})/iu;
/** How a list of purposes or doings begins, not a list of what bids are judged by. */
const doing =
  /^(?:to|by|whether|how|what|that|if|maintaining|ensuring|meeting|adding|comparing|determining|using|assessing|evaluating|reviewing|verifying|identifying|any|each|all|no|not|see|fill|insert)(?!\p{L})|\[|FAR |\d{2}\.\d{3}/iu;
/** "The criteria for proposals are listed in descending order of importance.": the units below name them. */
const listedBelow =
  /(?<!\p{L})(?:criteria|factors|considerations)(?!\p{L})[^.:;]{0,90}?\s(?:are|is)\s+(?:(?:listed|shown|set (?:out|forth)|given|stated|presented|ranked|arranged)\s+)(?:(?:below|here|as follows)(?!\p{L})[^.:]{0,80}|in (?:\p{L}+ )?order of (?:importance|priority|weight))\s*[.:]\s*$/iu;
/** "The degree to which the offered crew is trained": what is judged stands before the verb. */
const degreeOf =
  /^(?:the\s+)?(?:extent|degree|manner|level) (?:to|in) which (?:the\s+)?(?<name>\p{L}[^.;:]{3,110}?)\s+(?:demonstrat|show|meet|address|illustrat|indicat|reflect|satisf|support|prove|exceed|provid|fulfil|is|are|will|can|has|have)/iu;

/** So many units of explanation may stand between two factors of one list. */
const mostBetween = 3;
const mostUnits = 40;

/** Names that a sentence lists as what bids are judged by; `isWithin`: it stands under a heading that speaks of judging them. */
export function namesInSentence(text: string, isWithin: boolean): string[] {
  const order = compared.exec(text.trim())?.groups;
  if (order && (isWithin || judging.test(text)))
    return [order.more, order.less, order.least].filter((part) => part !== undefined).flatMap(splitNames);
  const isOfBids = isWithin || bids.test(text) || /(?:evaluation|award|selection) (?:factors|criteria)/iu.test(text);
  if (!isOfBids || !judging.test(text)) return [];
  const list = said.exec(text)?.groups?.list ?? listBehindLead(text);
  return list ? splitNames(list) : [];
}

function listBehindLead(text: string): string | null {
  const found = lead.exec(text)?.groups;
  return found?.colon && found.list ? firstSentence(found.list) : null;
}

const inRun =
  /(?<!\p{L})(?:evaluation\s+)?(?:factor|criterion)\s+(?:\d{1,2}|[A-H]|[IVX]{1,4})\s*[-–—:.]\s*(?<name>\p{Lu}[^:;.\n|]{2,90}?)(?=\s*[,;]?\s+(?:and\s+)?(?:evaluation\s+)?(?:factor|criterion)s?\s+(?:\d|[A-H](?!\p{L})|[IVX]{1,4}(?!\p{L}))|\s*[;.|\n]|\s*$)/giu;

/** "Factor 1 - Crew Factor 2 - Vessels": lines of a cell or a paragraph that have run into one. */
export function namesInRun(text: string): string[] {
  const names = [...text.matchAll(inRun)].map((match) => (match.groups?.name ?? "").trim());
  return names.length >= 2 && names.every((name) => isFactorName(name)) ? names : [];
}

const worth = [
  /^(?:the\s+)?(?<name>\p{L}[^.,;:]{2,70}?)\s+(?:(?:factor|criterion|component|section|portion)\s+)?(?:is|are|will be|shall be|carries|carry|receives?)\s+(?:worth|scored(?:\s+out of)?|allotted|allocated|assigned|weighted(?:\s+at)?|given|valued at|a weight of)?\s*(?:a (?:weight|maximum|total) of\s+|out of\s+|at\s+)?(?<weight>(?:up to |a? ?max(?:imum)? (?:of )?)?\d{1,4}(?:\.\d+)?\s*(?:points?|pts?|marks?|%|per ?cent|percent))(?!\p{L})/iu,
  /(?<weight>(?:up to |max(?:imum)? (?:of )?)?\d{1,4}\s*(?:points?|pts?|marks?|%|per ?cent|percent))\s+(?:(?:will|shall|may|can) be|are|is)?\s*(?:awarded|allotted|allocated|assigned|given|earned|available|reserved)\s+(?:for|to|on)\s+(?:the\s+)?(?<name>\p{L}[^.,;:(]{2,70})/iu,
];

/** "Method is worth up to 30 points", "A maximum of 25 points will be awarded for method". */
export function worthIn(text: string): { name: string; weight: string } | null {
  for (const pattern of worth) {
    const found = pattern.exec(text.replace(marks, ""))?.groups;
    const name = found?.name?.trim();
    if (name && found?.weight && isFactorName(name)) return { name, weight: found.weight.trim() };
  }
  return null;
}

/** Names in the units that follow a sentence such as "The following factors will be used to evaluate offers". */
export function namesBehindLeads(view: DocumentView): ListedName[] {
  const { document } = view;
  const found: ListedName[] = [];
  const units = document.units;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as Unit;
    const text = textOf(document, unit);
    const isBelow = listedBelow.test(text);
    const match = isBelow ? {} : lead.exec(text)?.groups;
    if (!match || match.list || unit.kind === "heading" || !(isBelow || judging.test(text)) || !bids.test(text))
      continue;
    let between = 0;
    let kept = 0;
    let isMarkedList = false;
    let block = -1;
    for (const next of units.slice(at + 1, at + mostUnits)) {
      const line = textOf(document, next).trim();
      if (/^\[|^_+$/.test(line)) continue;
      if (isBelow && next.kind === "heading") break;
      // Further sentences of an item explain it.
      if (next.kind === "list_item" && next.block === block) continue;
      const isMarked = next.kind === "list_item" || marks.test(line);
      const name = next.kind === "table_row" ? firstCell(view, next) : leadingName(line, next.kind === "heading");
      if (name && (isMarked || !isMarkedList)) {
        isMarkedList ||= isMarked;
        const start = next.start + Math.max(0, textOf(document, next).indexOf(name));
        found.push({ name, unit: next, span: { start, end: start + name.length } });
        kept += 1;
        between = 0;
        block = next.block;
      } else if (
        (kept === 0 && !(isBelow && next.kind === "sentence")) ||
        next.kind === "heading" ||
        next.kind === "table_row" ||
        ++between > mostBetween
      )
        break;
    }
  }
  return found;
}

/** The name with which a line of a list begins; null where the line is a sentence of its own. */
function leadingName(line: string, isHeading: boolean): string | null {
  const rest = line.replace(marks, "");
  const isMarked = rest.length < line.length;
  if (isHeading && !isMarked) return null;
  const degree = degreeOf.exec(rest)?.groups?.name;
  if (degree) return degree.split(/\s+/).length <= 12 ? degree : null;
  const name = /^[^:;.(\n–—]{3,80}?(?=\s*(?:[:;.(\n–—]|\s-\s|$))/u.exec(rest)?.[0] ?? "";
  const isWhole = rest.length < 100 || rest.length > name.length;
  return isWhole && isFactorName(name) && (isMarked || rest.length < 100) ? name : null;
}

function firstCell(view: DocumentView, unit: Unit): string | null {
  const cells = (view.document.blocks[unit.block]?.cells ?? []).map((cell) => textOf(view.document, cell).trim());
  const name = cells.map((cell) => cell.replace(marks, "")).find((cell) => /\p{L}{3}/u.test(cell));
  return name && !unit.isHeader && isFactorName(name) ? name : null;
}

export function isFactorName(name: string): boolean {
  const words = name.split(/\s+/).filter(Boolean);
  return (
    words.length <= 10 && /\p{L}{3}/u.test(name) && /^[\p{L}("“]/u.test(name) && !verb.test(name) && !doing.test(name)
  );
}

function splitNames(list: string): string[] {
  const plainList = firstSentence(list);
  const hasMarks = /\(\s*(?:\d|[a-z]|[ivx]+)\s*\)/iu.test(plainList);
  const parts = hasMarks
    ? plainList.split(/[,;]?\s*(?:and\s+)?\(\s*(?:\d{1,2}|[a-z]|[ivx]{1,4})\s*\)\s*/iu)
    : /;/.test(plainList)
      ? plainList.split(/;\s*(?:and\s+|or\s+)?/iu)
      : plainList.split(/,\s*(?:and\s+|as well as\s+)?|\s+and\s+(?=\p{L}[^,]*$)|\s+as well as\s+/iu);
  const names = parts
    .map((part) =>
      part
        .replace(marks, "")
        .replace(/^(?:and|the|both)\s+/iu, "")
        .replace(
          /\s*(?:,?\s*and|,?\s*(?:in|when|for) (?:descending|equal|order|selecting|making|determining|the|this|award).*|,?\s*listed in.*)$/iu,
          "",
        )
        .replace(/\s+factors?$/iu, "")
        .trim(),
    )
    .filter((part) => part.length > 0);
  // One that is none shows that the whole is no list of names.
  return names.length > 0 && names.every((name) => name.length < 90 && isFactorName(name.replace(/\s*\(.*$/, "")))
    ? names
    : [];
}

/** A list ends where its sentence does; "No. 2" and "(i.e. price)" do not end it. */
function firstSentence(text: string): string {
  return text.split(/(?<=[\p{L}\d)]{2})\.(?:\s|$)|\n\s*\n/u)[0] ?? text;
}
