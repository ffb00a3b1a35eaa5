/** What stands around a date that is none of the procedure, whatever else its sentence speaks of. */
export interface DatedWords {
  /** The unit's text before the date, and after it. */
  before: string;
  after: string;
}

/** "on or after August 13, 2019", "as of March 24, 2014": since when something holds, never until when something is due. */
const sinceWhen =
  /(?:on (?:or|and) after|as of|enacted(?: on)?|in effect (?:on|since)|since|retroactive(?:ly)? to|ab dem|seit(?: dem)?|à compter du|depuis le|a partir del?)\s*(?:the\s+)?$/iu;
const sinceThen = /^\s*(?:,\s*)?(?:is|are) (?:designated|certified|eliminated|superseded|rescinded)(?!\p{L})/iu;
/** Laws, regulations and their gazettes. */
const law =
  /(?<!\p{L})(?:Pub(?:lic|\.)?\s*L(?:aw|\.)|P\.\s?L\.|L\.\s?\d{2,3}-\d+|C\.?F\.?R\.?|U\.?S\.?C\.?|Federal Register|Executive Order|E\.O\. ?\d|52\.2\d\d-\d+|252\.2\d\d-\d+|(?:Directive|Regulation|Richtlinie|Verordnung|Directiva|Règlement|Directive) \(?\p{Lu}{2,3}\)?|Bundesgesetzblatt|Journal officiel|§)/u;
/** "Between award and 1 September 2031": the other end of a span that a step of the procedure begins. */
const endOfSpan =
  /(?<!\p{L})between (?:the |contract |notice of )*(?:award|signature|signing|start|notice|publication|now|kick-?off) and\s+(?:the\s+)?$/iu;
/** "PWS dated 22 January 2026": which edition of another paper is meant. */
const editionOf = /\p{L}\S*,?\s+(?:dated|version|rev(?:ision|\.)?)\s*[:(]?\s*$/iu;
const signature = /(?<!\p{L})(?:date signed|signature|signed (?:on|by)|datum,? unterschrift)(?!\p{L})/iu;
/** A made-up firm stands in an example. */
const example =
  /(?<!\p{L})(?:(?:for|as an) (?:example|instance)|e\.g\.|z\. ?B\.|par exemple|hypothetical|XYZ|ABC)(?!\p{L})/u;

/** True when these words say that the date is a law's, another paper's, a signature's or an example's. */
export function isNoDateOfTender({ before, after }: DatedWords, isIssued: boolean): boolean {
  const near = before.slice(-220);
  if (sinceWhen.test(near) || sinceThen.test(after) || endOfSpan.test(near)) return true;
  if (/effective\s*$/iu.test(near) && law.test(`${near} ${after.slice(0, 220)}`)) return true;
  if (isIssued ? law.test(`${near.slice(-120)} ${after.slice(0, 60)}`) : editionOf.test(near)) return true;
  if (signature.test(near.slice(-70)) || /^\W{0,3}\(?signature/iu.test(after)) return true;
  return example.test(before.slice(-400));
}
