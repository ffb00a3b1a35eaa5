import { contentTokens } from "./package-view";

/** Words that printed forms label their boxes with. */
const formWords = new Set(
  "a b c d e f i ii iii no number numbers name names title address telephone phone fax email code codes item items page pages rating id date dates issued issue effective administered requisition purchase contract order orders solicitation solicitations modification modifications amendment amendments offer offers offeror offerors bidder award block box signer signature sign signed type print unit units quantity qty price prices total amount schedule section sections facility payment discount terms delivery method sealed bid ifb rfq rfp rfi invitation negotiated request requested quote proposal proposals under dpas rated cfr cage uei duns naics size standard business only applies apply check checked select all that other than see if is by as your this these receipt received acknowledgment acknowledgement copies copy cover submission form collect calls call information remittance ship invoice mark continuation sheet blank reserved additional complete completed and or to from due local time calls project applicable vendor vendors reference funds description supplies services street county state zip contractor contractors mail e".split(
    " ",
  ),
);
/** Boxes that one word gives away. */
const boxes =
  /(?<!\p{L})(?:page \d* ?of \d* ?pages?|no collect calls|if other than (?:item|block)|type or print|see (?:block|item) \d|(?:item|block)s? \d+[a-z]?(?!\p{L})|standard form \d|sf[- ]?\d{2,4})(?!\p{L})/iu;

/** Labels of a printed form ("CONTRACT ID CODE PAGE OF PAGES"), which name nothing. */
export function isFormLabel(text: string): boolean {
  if (boxes.test(text)) return true;
  const tokens = contentTokens(text).filter((token) => !/^\d+$/.test(token));
  return tokens.length > 0 && tokens.filter((token) => formWords.has(token)).length / tokens.length >= 0.8;
}

/** What the papers of a tender call themselves and their parts. */
const paperWords = new Set(
  "instructions instruction evaluation quotation quotations tender tenders tenderers requirements criteria conditions general special specific exhibit attachment attachments appendix annex volume part parts format forms content contents preparation selection process procedure procedures certification certifications representation representations clauses provisions questionnaire checklist template notice proposers respondents prospective overview agreement issuing office agency release due technical questions answers statement statements work".split(
    " ",
  ),
);

/** "Quotation instructions and evaluation": a part of every tender, and the name of none. */
export function namesOnlyPapers(text: string): boolean {
  return contentTokens(text).every((token) => formWords.has(token) || paperWords.has(token) || /^\d+$/.test(token));
}
