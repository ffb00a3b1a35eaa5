import { detectLanguage, type Language } from "../retrieval/language";
import { questionWords } from "../retrieval/stop-words";
import { type Token, tokenize } from "../retrieval/tokens";
import { readComparison } from "./comparison";
import { type Alternative, matchLexicon } from "./lexicon";
import { type Cue, readCues } from "./question-cues";

/** One thing that the question names, in every wording that may stand for it. The question's own wording comes first. */
export interface Concept {
  alternatives: Alternative[];
  /** How many of the alternatives are the question's own words. */
  own: number;
  /** Words of the question it covers. */
  words: string[];
}

export interface UnderstoodQuestion {
  concepts: Concept[];
  cues: Cue[];
  isComparison: boolean;
  isYesNo: boolean;
  isList: boolean;
}

/** Said around a question and about no document: they would only pull the passages that happen to hold them. */
const aside = new Set(
  "owe owes owed happen happens happened able supposed going okay right sure like need needs needed have has get gets got getting say says said tell want wants wanted know make makes made go goes come comes take takes give gives given find finds look looks let put puts use used us our ours we you your i my me it its one ones thing things something anything everything someone anyone everyone somebody people person way ways kind kinds sort sorts lot still already really actually exactly always ever never possible really please document documents paper papers package text file state stated states mention mentioned must shall should will would may might can could be been being do does did done so such also only just even very too there here they them their then than that this these those and or but if as at by for from in into of off on onto out over to up with within without about after before during between through a an the no not nor none all any each every both either neither other others another same own few more most some many much long often far ahead soon quickly quick fast early late old when where who whom whose what which why how is are was were am had having".split(
    " ",
  ),
);

export function understandQuestion(question: string, language: Language): UnderstoodQuestion {
  const { isComparison, rest } = readComparison(question);
  const tokens = tokenize(rest, language);
  const matches =
    language === "en"
      ? matchLexicon(
          tokens.map((token) => token.stem),
          (index) => isContent(tokens[index] as Token, language),
        )
      : [];
  const concepts: Concept[] = [];
  const covered = new Set<number>();
  for (const match of matches) {
    const own = tokens.slice(match.from, match.to);
    for (let index = match.from; index < match.to; index++) covered.add(index);
    const content = own.filter((token) => isContent(token, language));
    const ownAlternatives = content.map((token) => ({ stems: [token.stem], weight: content.length > 1 ? 0.6 : 1 }));
    concepts.push({
      alternatives: [...ownAlternatives, ...match.alternatives],
      own: content.length,
      words: own.map((token) => token.word),
    });
  }
  for (const [index, token] of tokens.entries()) {
    if (covered.has(index) || !isContent(token, language)) continue;
    if (concepts.some((concept) => concept.words.length === 1 && concept.words[0] === token.word)) continue;
    concepts.push({ alternatives: [{ stems: [token.stem], weight: 1 }], own: 1, words: [token.word] });
  }
  if (concepts.length === 0) {
    for (const token of tokens)
      concepts.push({ alternatives: [{ stems: [token.stem], weight: 1 }], own: 1, words: [token.word] });
  }
  const lower = question.trim().toLowerCase();
  return {
    concepts,
    cues: readCues(question),
    isComparison,
    isYesNo: /^(?:may|can|could|must|should|shall|do|does|did|is|are|was|were|will|would|has|have|am)\b/.test(lower),
    isList:
      /\b(?:which|what|list|name)\b(?:\s+(?:are|were))?(?:\s+(?:the|all))?(?:\s+[\w-]+){0,3}?\s+\w+[^s'\s]s\b/.test(
        lower,
      ),
  };
}

const WORDINGS_PER_CONCEPT = 6;

/**
 * The question in the words of documents, for a search beside the one with its own words; empty where the lexicon knows none of it.
 * The surest wordings of each concept only: a search weighs all its words alike.
 */
export function rewordQuestion(question: string): string {
  const { concepts } = understandQuestion(question, detectLanguage(question));
  const wordings = concepts.flatMap(({ alternatives }) =>
    alternatives
      .filter((one) => one.text !== undefined && one.weight >= 0.4)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, WORDINGS_PER_CONCEPT)
      .map((one) => one.text),
  );
  return [...new Set(wordings)].join(" ");
}

function isContent(token: Token, language: Language): boolean {
  return !token.isStop && !questionWords(language).has(token.word) && !(language === "en" && aside.has(token.word));
}
