import { foldText, isFunctionWord, roughStem } from "./content-words";

/** Common words that open sentences about documents; any other unknown capitalised opener is taken for a name. */
const openers = new Set(
  `offeror bidder tenderer quoter respondent supplier vendor contractor subcontractor buyer purchaser seller customer client provider company firm agency authority government state department office team staff personnel people person employee
   proposal offer bid tender quote quotation submission response application document paper file page section form attachment annex schedule price pricing cost fee rate payment invoice budget amount total value tax travel expense discount
   contract agreement order award option term period date deadline time day week month year hour duration start end delivery deliverable service work task project product system software code data security privacy access accessibility hosting server cloud support maintenance
   training quality test testing requirement criterion criteria evaluation selection score factor question answer clarification amendment change notice email mail e-mail phone address website portal interview presentation demonstration reference experience qualification skill resume cv certificate certification insurance
   licence license right ownership law rule regulation policy standard guideline protest complaint termination penalty warranty liability report meeting plan transition schedule sprint milestone payment yes nothing everything everyone anyone someone nobody none according however therefore additionally furthermore moreover also otherwise
   although because since once late early initially finally overall currently today only instead rather please note see use submit send provide include ensure failure remote onsite key personnel large small new old first second third last next final electronic hard written oral technical financial commercial legal public private
   another several many most few every either neither there here two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty sixty ninety hundred mandatory optional required acceptable unsuccessful successful winning losing between within during before after until up at least`
    .split(/\s+/)
    .map(roughStem),
);

const connectors = /^(?:of|the|and|de|der|des|du|la|von|van|für|for|&)$/i;

export interface Name {
  text: string;
  folded: string;
  at: number;
}

/** Words that name something: capitalised inside a sentence, in capitals, or mixed with digits ("WCAG", "Nessus", "ID0916"). */
export function readNames(sentence: string): Name[] {
  const names: Name[] = [];
  let isOpening = true;
  const words = [...sentence.matchAll(/[\p{L}\p{N}]+(?:[-'’./_][\p{L}\p{N}]+)*|[.!?:;]+(?=\s|$)|["“”„«»([]/gu)];
  for (const [index, match] of words.entries()) {
    const word = match[0];
    if (!/[\p{L}\p{N}]/u.test(word)) {
      isOpening = true;
      continue;
    }
    const wasOpening = isOpening;
    isOpening = false;
    if (!/\p{L}/u.test(word) || word === "I") continue;
    const bare = word.replace(/['’]s$/u, "");
    const folded = foldText(bare);
    const hasCode =
      /\p{L}/u.test(bare) &&
      /\d/.test(bare) &&
      !/^\d+(?:st|nd|rd|th|k|m|bn)$/i.test(bare) &&
      !/^\d+-[a-z]+$/.test(bare);
    const isAcronym = /\p{Lu}[\p{L}\d]*\p{Lu}/u.test(bare);
    const isCapital = /^\p{Lu}/u.test(bare);
    if (!hasCode && !isAcronym && !isCapital) continue;
    if (isFunctionWord(folded) && !isAcronym) continue;
    if (wasOpening && !hasCode && !isAcronym && isCommonOpener(folded, words[index + 1]?.[0])) continue;
    names.push({ text: bare, folded, at: match.index });
  }
  return names;
}

function isCommonOpener(folded: string, next: string | undefined): boolean {
  // "Acme Corp will ...": a capital after it makes the first word part of a name.
  if (next !== undefined && /^\p{Lu}\p{Ll}/u.test(next) && !connectors.test(next))
    return openers.has(roughStem(folded)) && openers.has(roughStem(foldText(next)));
  return openers.has(roughStem(folded)) || /(?:ing|ly)$/.test(folded);
}

/** A name is stated when the quotes hold it, or all parts of a hyphenated one; accents, case and possessive apart. */
export function isNamed(name: Name, quotedWords: ReadonlySet<string>, quotedText: string): boolean {
  if (quotedWords.has(name.folded) || (quotedText.includes(name.folded) && !/^\p{L}{1,3}$/u.test(name.folded)))
    return true;
  const plural = /\p{Lu}s$/u.test(name.text) ? name.folded.slice(0, -1) : name.folded;
  if (quotedWords.has(plural)) return true;
  const stem = roughStem(name.folded);
  // "Contractors" for "contractor": an ordinary word in capitals, not an acronym.
  if (!/\p{Lu}.*\p{Lu}/u.test(name.text) && [...quotedWords].some((word) => roughStem(word) === stem)) return true;
  const parts = name.folded.split(/[-/._'’]/).filter((part) => part.length > 1);
  return parts.length > 1 && parts.every((part) => quotedWords.has(part));
}
