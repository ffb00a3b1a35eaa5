import type { TenderRole } from "@/lib/vocabulary/opportunities";
import { splitSentences } from "@/server/knowledge/units";
import type { Grammar, Judgement, Setting } from "./judgement";
import { actorOfStep, isKeyInstruction, isResponseTable, isTableOfPapers, isToBeAnswered } from "./rows-of-procedure";

export interface RowJudgement extends Judgement {
  isStandardRow: boolean;
  isDeliverableRow: boolean;
}

const standardHeader =
  /\b(?:performance standards?|(?:acceptable )?quality levels?|service levels?|slas?|kpis?|targets?|thresholds?|(?:response|reaction|resolution|restoration|recovery) times?|(?:\w+ )?within|uptime|standards?|niveau\w*|zielwert\w*)\b/i;
const deliverableHeader = /\b(?:deliverables?|due dates?|frequency|delivery dates?|liefergegenst\w+|livrables?)\b/i;
const requirementHeader =
  /\b(?:requirements?|specifications?|obligations?|anforderung\w*|exigences?|mandatory|mindestanforderung\w*)\b/i;
const priceHeader = /\b(?:unit price|rates?|price|total|hours|amount|qty|quantity|einzelpreis|prix)\b/i;
const pageHeader =
  /\b(?:page limits?|max(?:imum)?\.? (?:number of )?(?:pages?|sides|words|characters)|page (?:count|allowance))\b/i;
const standardLabel =
  /^(?:performance|quality|service|acceptance)?\s*(?:standards?|levels?|requirements?|acceptance criteria)(?:\(s\))?\s*:?$/i;
const dueLabel =
  /\b(?:due|deadline|closing|submission|submit|quotes?|offers?|bids?|proposals?|tenders?|questions?|closes?|angebotsfrist|einreichung|date limite|remise)\b/i;
const buyerLabel =
  /\b(?:government|agency|buyer|answers?|posting|posted|award\w*|interviews?|issu(?:ed?|ing|ance)|notification|publication|publish\w*|advertis\w*|meetings?|conferences?|evaluations?|addend(?:um|a)|responds\b|respon(?:ds?|ses?) to (?:\w+ )?questions|opened|opens|released?|distribut(?:ion|ed)|protests?|starts?|begins?|zuschlag|veröffentlichung)\b/i;
const dateWord =
  /\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-zé]*\.? \d{1,2}|\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|janv|févr|avr|juin|juil|août|déc)[\p{L}]*|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})/iu;
/** A heading row that a page break repeats. */
const headerWords =
  /^(?:(?:performance|acceptable|quality|service|required|due|method|deliverables?|reference|item|no|id|description|requirements?|standards?|levels?|assessment|surveillance|dates?|of|initial|subsequent|frequency|measure|target|response|comments?|or|services|\(s\)|\([a-z]{1,4}\))[\s/.]*){1,6}:?$/i;
const mandatoryCell = /^(?:m|mandatory|must(?: have)?|shall|required|yes|a-kriterium|muss|obligatoire|exigé)$/i;
const excludedCell = /^(?:won['’]?t(?: have)?(?: .*)?|not required|n\/a)$/i;
const optionalCell =
  /^(?:o|d|c|s|optional|desired|desirable|should(?: have)?|(?:nice|good|wish) to have(?:\W.*)?|could(?: have)?|preferred|b-kriterium|kann|soll|souhaité|facultatif)$/i;
/** How much somebody wants what stands beside it: whatever the columns are called, such rows are requirements. */
const priorityCell =
  /^(?:(?:must|should|could|nice|good|wish)[- ](?:to[- ])?have(?:\W.*)?|essential|desirable|[ab]-kriterium|mu(?:ss|ß)-kriterium|kann-kriterium)$/i;
/** Whoever bids, by any of the names that forms have for them. */
const whoeverBids =
  /\b(?:offerors?|bidders?|tenderers?|proposers?|respondents?|vendors?|suppliers?|contractors?|applicants?|compan(?:y|ies)|firms?|organi[sz]ations?|your?|we|bieter\w*|unternehmen|soumissionnaires?|candidats?|licitador\w*)\b/i;
/** "Has the bidder been blacklisted": a question, with its mark or without. */
const asksWhoeverBids = /^(?:has|have|is|are|does|do|did|was|were|will|can) (?:the |any |your |you\b)/i;
/** What is printed in boxes in which whoever bids answers. */
const answerWord = /^(?:true|false|yes|no|y|n|agree|disagree|comply|complies|ja|nein|oui|non)?$/i;

/** A row with what stands above it. */
export interface TableRow {
  cells: string[];
  header: string[];
  heading: string;
  role: TenderRole;
}

/** Whether a table row is an obligation: by its own words, or by what the table's columns and section say its rows are. */
export function judgeRow(row: TableRow, grammar: Grammar, setting: Setting): RowJudgement | null {
  const cells = row.cells.map((cell) => cell.replace(/\s+/g, " ").trim());
  const filled = cells.filter((cell) => cell !== "");
  if (isNoDemand(row, cells)) return null;
  const header = row.header.join(" | ");
  const isStandardRow =
    isResponseTable(row.header) ||
    (standardHeader.test(header) && !isInventory(header, filled)) ||
    (row.header.length === 0 && standardLabel.test(cells[0] ?? ""));
  const isDeliverableRow =
    !isStandardRow && (deliverableHeader.test(header) || (!setting.isAboutBidding && isTableOfPapers(row.header)));
  const kinds = { isStandardRow, isDeliverableRow };
  const mark = markOf(row.header, cells);
  const marked = mark === "none" ? undefined : mark;
  const isBuyers = isOfBuyer(cells, header, setting) || isOfBuyersPeople(row, grammar, setting);

  const label = cells[0] ?? "";
  if (
    filled.length >= 2 &&
    label.length < 60 &&
    dueLabel.test(label) &&
    !buyerLabel.test(label) &&
    !isBuyers &&
    cells.slice(1).some((cell) => dateWord.test(cell))
  )
    return { isMandatory: true, obliged: "bidder", reason: "date by which something is due", ...kinds };
  if (filled.length >= 2 && isKeyInstruction(cells))
    return { isMandatory: true, obliged: "bidder", reason: "row that says how or when to bid", ...kinds };
  if (filled.length >= 2 && isToBeAnswered(row.header, cells))
    return { isMandatory: true, obliged: "bidder", reason: "question to be answered", ...kinds };
  const texts = filled.flatMap((cell) => splitSentences(cell).map((span) => cell.slice(span.start, span.end)));
  const own = texts.flatMap((text) =>
    text.split(" ").length >= 4 ? (grammar.judgeSentence(text, setting) ?? []) : [],
  );
  const strongest = own.find((one) => one.isMandatory) ?? own[0];
  const obliged = setting.isBidSection ? "bidder" : "contractor";
  if (!strongest && isToBeConfirmed(cells)) {
    const isQuestion = cells.some((cell) => /\?$/.test(cell));
    return {
      isMandatory: true,
      obliged: "bidder",
      reason: "row that the bidder confirms or answers",
      ...(isQuestion ? {} : { sign: "representation" as const }),
      ...kinds,
    };
  }
  if (strongest && !isBuyers)
    return { ...strongest, isMandatory: marked ?? strongest.isMandatory, reason: `row: ${strongest.reason}`, ...kinds };
  if (
    pageHeader.test(header) &&
    filled.length >= 2 &&
    cells.some((cell) => /^\(?\d{1,3}\)?(?: (?:pages?|sides|words|characters))?$/i.test(cell))
  )
    return { isMandatory: true, obliged: "bidder", reason: "row of a table of page limits", ...kinds };
  if (!isBuyers && isToBeSupplied(row.header, cells))
    return { isMandatory: marked ?? true, obliged, reason: "row of what is to be supplied", ...kinds };
  if (!isBuyers && isCoverage(cells))
    return { isMandatory: true, obliged, reason: "row of the insurance that is asked for", ...kinds };
  if (isBuyers || (priceHeader.test(header) && !standardHeader.test(header) && !requirementHeader.test(header)))
    return null;
  if (filled.length < 2) return null;
  if (marked !== undefined && cells.some((cell) => priorityCell.test(cell)) && cells.some(hasWords))
    return { isMandatory: marked, obliged, reason: "row of a table of priorities", ...kinds };
  if (row.header.length === 0 && isStandardRow)
    return { isMandatory: true, obliged, reason: "row of a performance standard", ...kinds };
  if (row.header.length < 2) return null;
  if (isStandardRow) return { isMandatory: marked ?? true, obliged, reason: "row of a table of standards", ...kinds };
  if (isDeliverableRow)
    return { isMandatory: marked ?? true, obliged, reason: "row of a table of deliverables", ...kinds };
  if (requirementHeader.test(header))
    return { isMandatory: marked ?? true, obliged, reason: "row of a table of requirements", ...kinds };
  return null;
}

/** "Method of assessment | Manual review": how the standard in the row above is looked at, no demand beside it. */
const measures =
  /^(?:(?:acceptable )?(?:quality|performance) levels?|(?:methods?|means|frequency) of (?:assessment|surveillance|measurement|inspection|monitoring|evaluation)|(?:assessment|surveillance|monitoring|inspection) methods?|incentives?|disincentives?|remed(?:y|ies))\s*:?$/i;
const answersBidders = /\b(?:questions?|quer(?:y|ies)|enquir(?:y|ies))\b.*\b(?:answers?|respon[sd]\w*)\b/i;

/** Of rows of prices, of what the buyer does, of what a bidder asked, of forms and of heads of columns it is known that they demand nothing, however they are worded. */
export function demandsNothing(row: TableRow, setting: Setting): boolean {
  const cells = row.cells.map((cell) => cell.replace(/\s+/g, " ").trim());
  const header = row.header.join(" | ");
  if (isNoDemand(row, cells) || isOfBuyer(cells, header, setting)) return true;
  if (cells.filter((cell) => /\p{L}/u.test(cell)).length < 2 || answersBidders.test(header)) return true;
  if (measures.test(cells[0] ?? "")) return true;
  return priceHeader.test(header) && !standardHeader.test(header) && !requirementHeader.test(header);
}

function isNoDemand(row: TableRow, cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 0 || (filled.length > 1 && filled.every((cell) => headerWords.test(cell)))) return true;
  const header = row.header.join(" | ");
  if (isAsked(filled) || isFormBoxes(filled) || isOccupation(row.heading, header)) return true;
  return markOf(row.header, cells) === "none";
}

/** "Contracting Officer | signs the order": a row whose name is one of the buyer's people tells what they do. */
export function isOfBuyersPeople({ cells, header }: TableRow, grammar: Grammar, setting: Setting): boolean {
  const actor = actorOfStep(header, cells) ?? cells[0] ?? "";
  if (actor === "" || actor.split(/\s+/).length > 5 || /[?!:;]|\d/.test(actor)) return false;
  return grammar.subjectOf(`The ${actor.replace(/^the /i, "").trim()} must act.`, setting) === "buyer";
}

function isOfBuyer([label = ""]: readonly string[], header: string, { context }: Setting): boolean {
  return (
    /^(?:the )?(?:government|buyer|agency|owner|client|authority)\b/i.test(label) ||
    [...context.buyerNames].some((name) => label.toLowerCase().startsWith(`${name} `)) ||
    /government (?:action|provides)/i.test(header)
  );
}

/** "Query | Must lamps be lit at noon?", "Reference | Schedule 2": what a bidder asked and about which paper, in a table of answers. */
function isAsked([label = "", ...said]: readonly string[]): boolean {
  if (said.length !== 1) return false;
  return (
    /^(?:bidder['’]s |supplier['’]s )?(?:quer(?:y|ies)|questions?(?: \d+)?|enquir(?:y|ies)|frage)\s*:?$/i.test(label) ||
    (/^(?:reference|section|clause|page|document)\s*:?$/i.test(label) &&
      !/\b(?:shall|must|should|will)\b/i.test(said[0] ?? ""))
  );
}

/** "Employer's liability | $1,000,000 per occurrence": how much of an insurance has to be carried. */
function isCoverage([label = "", ...said]: readonly string[]): boolean {
  return (
    /\b(?:liability|workers?['’]? compensation|errors (?:and|&) omissions|professional indemnity|(?:excess|umbrella) coverage|insurance)\b/i.test(
      label,
    ) &&
    label.split(" ").length <= 10 &&
    said.some((cell) => /[$£€]\s?\d|\bstatutory\b|\bas required by\b/i.test(cell)) &&
    !said.some((cell) => /\?$/.test(cell))
  );
}

const hasWords = (cell: string): boolean => cell.split(" ").length >= 3;

/** "The offeror complies with the law | True | False", "Has the bidder been insolvent? | Yes / No": a statement beside boxes in which it is confirmed. */
function isToBeConfirmed(cells: readonly string[]): boolean {
  const says = (cell: string) => !isAnswerBox(cell) && cell.split(" ").length >= 5 && whoeverBids.test(cell);
  const at = cells.findLastIndex(says);
  if (at < 0) return false;
  // What stands behind a question is its answer, unless it is a box.
  const isUnanswered = cells.slice(at + 1).every((cell) => cell === "" || isAnswerBox(cell));
  return cells.some(isAnswerBox) || (isUnanswered && asksWhoeverBids.test(cells[at] ?? ""));
}

/** "2 | Server | 24 bays, two processors | 1 | (price to be filled in)": what is bought, how much of it, and columns that the bidder fills in. */
function isToBeSupplied(header: readonly string[], cells: readonly string[]): boolean {
  const counted = header.findIndex((name) => /\b(?:qty|quantity|quantities|menge|quantité)\b/i.test(name));
  const described = header.findIndex((name) =>
    /\b(?:descriptions?|specifications?|beschreibung|désignation)\b/i.test(name),
  );
  const priced = header.findIndex((name) => priceHeader.test(name) && !/\b(?:qty|quantity)\b/i.test(name));
  if (counted < 0 || described < 0 || priced < 0) return false;
  return hasWords(cells[described] ?? "") && /^\d/.test(cells[counted] ?? "") && (cells[priced] ?? "").trim() === "";
}

/** "True", "Yes / No", "☐ Yes ☐ No": nothing but boxes in which somebody answers. */
export function isAnswerBox(cell: string): boolean {
  // Taken apart first: one expression over a long blank line would try each of its parts in endlessly many ways.
  const words = cell.replace(/\bn\/a\b/gi, " ").split(/[□☐☒_\s[\]()|/]+/u);
  return cell !== "" && words.every((word) => answerWord.test(word));
}

/** Boxes of a printed form that share a line: "13. DISCOUNT FOR PROMPT PAYMENT ... 14. ACKNOWLEDGEMENT OF AMENDMENTS". */
function isFormBoxes(cells: readonly string[]): boolean {
  const boxes = cells.join(" ").match(/(?:^|\s)\d{1,2}[a-z]?\. ?(?:[A-Z][A-Z/'()-]+ ){1,}[A-Z/'()-]{2,}/g);
  return (boxes?.length ?? 0) >= 2;
}

/** What people of an occupation do is told so that rates can be offered; nobody owes it. */
function isOccupation(heading: string, header: string): boolean {
  return /\b(?:labou?r categor(?:y|ies)|job (?:titles?|descriptions?)|occupation(?:s|al)?|position descriptions?)\b/i.test(
    `${heading} | ${header}`,
  );
}

/** A bare "Standard" heads what the buyer runs as often as what has to be met; rows of page or item numbers state no level either. */
function isInventory(header: string, cells: readonly string[]): boolean {
  if (cells.length > 3 && cells.slice(2).every((cell) => /^[\d,.]+$/.test(cell))) return true;
  const isBare = !standardHeader.test(header.replace(/(?<!performance |quality |service )\bstandards?\b/gi, ""));
  return (
    isBare &&
    !/\b(?:requir\w*|tasks?|services?|outcomes?|objectives?|measur\w*|metrics?|methods?|monitor\w*|surveillance|assess\w*|inspection|incentives?|deliverables?|compliance|aql|acceptable|indicators?)\b/i.test(
      header,
    )
  );
}

/** A column that says of each row whether it binds. */
function markOf(header: readonly string[], cells: readonly string[]): boolean | "none" | undefined {
  const column = header.findIndex((name) =>
    /\b(?:mandatory|priority|moscow|importance|m\/o|m\/d|must|type|obligation|kriterium|muss|obligatoire)\b/i.test(
      name,
    ),
  );
  const value = (
    column >= 0
      ? cells[column]
      : cells.find(
          (cell) =>
            priorityCell.test(cell) ||
            /^(?:mandatory|optional|must|should|could|won['’]?t(?: have)?|muss|soll|kann|obligatoire|souhaité|facultatif)$/i.test(
              cell,
            ),
        )
  )?.trim();
  if (!value) return undefined;
  if (/^essential$/i.test(value)) return true;
  if (mandatoryCell.test(value)) return true;
  if (excludedCell.test(value)) return "none";
  return optionalCell.test(value) || (column >= 0 && /^(?:no|nein|non)$/i.test(value)) ? false : undefined;
}
