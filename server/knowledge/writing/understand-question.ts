import { detectLanguage, type Language } from "../retrieval/language";
import { questionWords } from "../retrieval/stop-words";
import { type Token, tokenize } from "../retrieval/tokens";
import { readComparison } from "./comparison";
import { type Alternative, matchLexicon } from "./lexicon";
import { withPlainSpaces } from "./plain-spaces";
import { type Cue, readCues } from "./question-cues";
import { type QuestionPart, splitQuestion } from "./split-question";
import { wordsBeside } from "./thesaurus";
import { findTopics } from "./topics/find-topics";
import { guessTopics, type TopicGuess } from "./topics/guess-topics";
import type { Topic } from "./topics/topic";

/** One thing that the question names, in every wording that may stand for it. The question's own wording comes first. */
export interface Concept {
  alternatives: Alternative[];
  /** How many of the alternatives are the question's own words. */
  own: number;
  /** Words of the question it covers. */
  words: string[];
  /** Part of what is asked for by name: "which bond", "how many copies". */
  isAsked: boolean;
  /** The very thing asked for: the last word of it ("dog" of "the harbour master's dog"). */
  isHead: boolean;
  /** Written as a name. */
  isName: boolean;
  /** What is said of it is asked: "when does the swimming pool open". */
  isSubject: boolean;
  /** What it counts for: below 1 where another part of the question names it. */
  share: number;
}

export interface UnderstoodQuestion {
  concepts: Concept[];
  cues: Cue[];
  isComparison: boolean;
  isYesNo: boolean;
  isList: boolean;
  /** It asks what must or may be. */
  asksDuty: boolean;
  /** It names something itself; "how?" does not. */
  hasSubject: boolean;
  /** Matters of a tender that it asks for. */
  topics: Topic[];
  /** Further matters that it seems to ask for, in words of its own. */
  guesses: TopicGuess[];
}

/**
 * Whether it is put as people speak, whose words general English must lead to those of papers, or as a paper puts it: there the neighbours
 * of its words would only take it for something else.
 */
export type Wording = "everyday" | "of papers";

/** Said around a question and about no document: they would only pull the passages that happen to hold them. */
const aside = new Set(
  "owe owes owed happen happens happened able supposed going okay right sure like need needs needed have has get gets got getting say says said tell want wants wanted know make makes made go goes come comes take takes give gives given find finds look looks let put puts use used us our ours we you your i my me it its one ones thing things something anything everything someone anyone everyone somebody people person way ways kind kinds sort sorts lot still already really actually exactly always ever never possible really please document documents paper papers package text file state stated states mention mentioned must shall should will would may might can could be been being do does did done so such also only just even very too there here they them their then than that this these those and or but if as at by for from in into of off on onto out over to up with within without about after before during between through a an the no not nor none all any each every both either neither other others another same own few more most some many much long often far ahead soon quickly quick fast early late old when where who whom whose what which why how is are was were am had having".split(
    " ",
  ),
);

/** What the other parts of a question name, for a part that has a subject of its own, and for one that leaves it to them. */
const ABOUT_WHOLE = 0.15;
const ABOUT_LEANING = 0.6;

/** The things that a question asks for, each understood with what the rest of the question is about. A comparison stays whole. */
export function understandParts(
  question: string,
  wording: Wording = "everyday",
): { part: QuestionPart; understood: UnderstoodQuestion }[] {
  const language = detectLanguage(question);
  const whole = understandQuestion(question, language, wording);
  const parts = whole.isComparison ? [] : splitQuestion(question);
  if (parts.length < 2) return [{ part: { text: question, about: "", isWhole: true }, understood: whole }];
  return parts.map((part) => {
    const understood = understandQuestion(part.text, language, wording);
    const known = new Set(understood.concepts.flatMap((concept) => concept.words));
    const { hasSubject } = understood;
    const share = !hasSubject ? 1 : part.isWhole ? ABOUT_WHOLE : ABOUT_LEANING;
    const about = understandQuestion(part.about, language, wording)
      .concepts.filter((concept) => concept.own > 0 && !concept.words.some((word) => known.has(word)))
      .map((concept) => ({
        ...concept,
        share,
        isAsked: concept.isAsked && !hasSubject,
        isHead: concept.isHead && !hasSubject,
        isSubject: concept.isSubject && !hasSubject,
      }));
    // "..., and how are they weighted?" may name its matter, or leave it to the rest.
    const isOwn = understood.topics.length > 0 || (hasSubject && part.isWhole);
    const { topics } = isOwn ? understood : whole;
    const guesses = isOwn || understood.guesses.length > 0 ? understood.guesses : whole.guesses;
    const concepts = [...(hasSubject ? understood.concepts : []), ...about];
    return { part, understood: { ...understood, concepts, topics, guesses } };
  });
}

export function understandQuestion(
  typed: string,
  language: Language,
  wording: Wording = "everyday",
): UnderstoodQuestion {
  const besides = (token: Token) => (language === "en" && wording === "everyday" ? wordsBeside(token.stem) : []);
  const question = withPlainSpaces(typed);
  const { isComparison, rest } = readComparison(question);
  const tokens = tokenize(rest, language);
  const matches =
    language === "en"
      ? matchLexicon(
          tokens.map((token) => token.stem),
          (index) => isContent(tokens[index] as Token, language),
        )
      : [];
  const asked = askedWords(rest);
  const subject = subjectWords(rest);
  const head = [...asked].findLast((word) => tokens.some((token) => token.word === word && isContent(token, language)));
  const isName = (token: Token) => token.start > 1 && /^\p{Lu}/u.test(rest.slice(token.start, token.end));
  const concepts: Concept[] = [];
  const covered = new Set<number>();
  for (const match of matches) {
    const own = tokens.slice(match.from, match.to);
    for (let index = match.from; index < match.to; index++) covered.add(index);
    const content = own.filter((token) => isContent(token, language));
    const ownAlternatives = content.map((token) => ({ stems: [token.stem], weight: content.length > 1 ? 0.6 : 1 }));
    // Of a phrase, the words mean something else than each alone.
    const beside = match.to - match.from === 1 ? content.flatMap(besides) : [];
    concepts.push({
      alternatives: [...ownAlternatives, ...match.alternatives, ...beside],
      own: content.length,
      words: own.map((token) => token.word),
      share: 1,
      isAsked: own.some((token) => asked.has(token.word)),
      isHead: own.some((token) => token.word === head),
      isName: own.some(isName),
      isSubject: own.some((token) => subject.has(token.word)),
    });
  }
  for (const [index, token] of tokens.entries()) {
    if (covered.has(index) || !isContent(token, language)) continue;
    if (concepts.some((concept) => concept.words.length === 1 && concept.words[0] === token.word)) continue;
    concepts.push({
      alternatives: [{ stems: [token.stem], weight: 1 }, ...besides(token)],
      own: 1,
      words: [token.word],
      share: 1,
      isAsked: asked.has(token.word),
      isHead: token.word === head,
      isName: isName(token),
      isSubject: subject.has(token.word),
    });
  }
  const hasSubject = concepts.length > 0;
  if (!hasSubject) {
    for (const token of tokens)
      concepts.push({
        alternatives: [{ stems: [token.stem], weight: 1 }],
        own: 1,
        words: [token.word],
        share: 1,
        isAsked: asked.has(token.word),
        isHead: false,
        isName: false,
        isSubject: false,
      });
  }
  const lower = question.trim().toLowerCase();
  const listed = lower.replace(singular, " ");
  return {
    concepts,
    cues: readCues(question),
    isComparison,
    isYesNo: /^(?:may|can|could|must|should|shall|do|does|did|is|are|was|were|will|would|has|have|am)\b/.test(lower),
    isList: asksForEntries.some((pattern) => pattern.test(listed)),
    asksDuty: /\b(?:must|have to|has to|need to|needs to|required|may|can|should|shall|allowed)\b/.test(lower),
    hasSubject,
    ...mattersOf(question, language),
  };
}

/** What a pattern takes a question for, where a guess is certain of another matter: then the guess is right twenty times as often. */
const OVERRULED = 0.5;

function mattersOf(question: string, language: Language): Pick<UnderstoodQuestion, "topics" | "guesses"> {
  const found = findTopics(question);
  const guesses = language === "en" ? guessTopics(question) : [];
  const certain = guesses.filter(({ sureness }) => sureness === 1).map(({ topic }) => topic);
  const topics = certain.length > 0 ? certain : found;
  const further = [...guesses, ...found.map((topic) => ({ topic, sureness: OVERRULED }))];
  return { topics, guesses: further.filter(({ topic }) => !topics.includes(topic)) };
}

/** The words between "which", "what", "how many" and the verb, or behind "what is the", "is there a". */
function askedWords(question: string): ReadonlySet<string> {
  const match =
    /\b(?:which|what|whose|how (?:many|much))\s+((?:(?!(?:is|are|was|were|be|do|does|did|has|have|had|must|may|can|could|should|shall|will|would|to|in|on|at|for|by|from|with|we|they|you)\b)[\p{L}\p{N}'-]+\s*){1,4})/iu.exec(
      question,
    ) ??
    /\bwhat (?:is|are|was|were) (?:the |an? |our |their |its )?(?:(?:name|number|amount|kind|type|sort|value|level|size|date|time|weight)s? of )?(?:the |an? |our |their |its )?((?:(?!(?:of|in|on|at|for|by|from|with|to|that|which|who|we|they|you)\b)[\p{L}\p{N}'-]+\s*){1,4})/iu.exec(
      question,
    );
  return new Set((match?.[1]?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) as string[]);
}

/** The words behind an auxiliary and an article ("when does the swimming pool"). */
function subjectWords(question: string): ReadonlySet<string> {
  const nouns = [...question.matchAll(subjects)].flatMap(({ groups }) => {
    const run: string[] = [];
    for (const word of groups?.nouns?.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]s)?/gu) ?? []) {
      if (plain.has(word)) continue;
      if (aside.has(word)) break;
      run.push(word.replace(/['’]s$/, ""));
    }
    // "Does the interview carry?" ends in its verb.
    return run.length > 1 &&
      question
        .trim()
        .replace(/\W+$/, "")
        .toLowerCase()
        .endsWith(` ${run.at(-1)}`)
      ? run.slice(0, -1)
      : run;
  });
  return new Set(nouns);
}

/** They colour what is asked about, and a document need not repeat them. */
const plain = new Set(
  "real actual whole entire main next first last final new old big large small whole full normal usual typical current present single total overall exact precise best good right".split(
    " ",
  ),
);

const subjects =
  /(?:\b(?:does|do|did|will|can|should|must|may|could|would|has|have)|\b(?:is|are|was|were) there|^\W*(?:when|where|why) (?:is|are|was|were)) (?:the|an?|any|our|their) (?<nouns>(?:[\p{L}\p{N}'’-]+\s*){1,3})/giu;

/** Words that end as a plural does, and are none: verbs of one thing, and nouns. */
const singular =
  /\b(?:happens|matters|counts|weighs|decides|applies|comes|needs|makes|takes|gives|runs|starts|begins|ends|owns|holds|says|gets|checks|covers|hosts|handles|monitors|was|us|this|its|yours|ours|always|status|basis|analysis)\b/g;

const asksForEntries = [
  /\b(?:which|what|list|name)\b(?:\s+(?:are|were))?(?:\s+(?:the|all))?(?:\s+[\w-]+){0,3}?\s+\w+[^s'\s]s\b/,
  /\b(?:which|what|list|name)\b(?:\s+(?:are|were))?(?:\s+(?:the|all))?(?:\s+[\w-]+){0,2}?\s+criteria\b/,
  /\bwhat (?:is|stands) (?:on|in|part of) the (?:agenda|list|schedule|package)\b|\bwhat (?:information|data|evidence)\b/,
  /\bwhat (?:must|should|shall|does|do|has to|have to|needs to)\b[^?]*\b(?:contain|include|list|show|cover|comprise|consist of|address|explain|describe|state|stand)\b/,
];

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
