import { contentWords } from "./content-words";

/** "not", "without" and their kind turn a statement round; "unless" and "except" carve a hole in it. */
export type NegationKind = "negation" | "exception";

const plain =
  /\b(?:not|no|never|none|neither|nor|nothing|nobody|without|cannot|nicht|kein\p{L}*|nie|niemals|ohne|weder|pas|jamais|sans|aucun\p{L}*|ni)\b|(?<!\p{L})\p{L}+n['’]t\b/giu;
const exceptions =
  /\b(?:unless|except(?:ing|ed)?|excluding|exclusive of|other than|apart from|with the exception|außer|sofern nicht|es sei denn|sauf|hormis|excepté|à moins)\b/giu;
/** Say by themselves what "not" says, so that a paraphrase may use them. */
const lexical =
  /\b(?:prohibit\w*|forbid\w*|forbidden|refus\w*|reject\w*|declin\w*|disallow\w*|ineligible|unacceptable|exclud\w*|void|invalid|lacks?|absent|disqualif\w*|waiv\w*|nonresponsive|non-responsive|verboten|unzulässig|interdit\w*|exclus?\w*|unable|impossible|free of)\b/giu;
/** "Not only", "whether or not" and "no." before a number deny nothing. */
const harmless = /\bnot only\b|\bwhether or not\b|\bno\.\s*\d|\bif not already\b|\bnot limited to\b|\bno later\b/giu;

export interface Negation {
  kind: NegationKind;
  word: string;
  at: number;
  /** Content words that it turns round: some after it, a few before it in the same clause. */
  after: string[];
  before: string[];
}

const REACH_AFTER = 5;
const REACH_BEFORE = 4;

/** Expects a text whose bounds ("no more than") are blanked already. */
export function readNegations(text: string): Negation[] {
  const cleared = text.replace(harmless, (match) => " ".repeat(match.length));
  const found: Negation[] = [];
  for (const [kind, pattern] of [
    ["exception", exceptions],
    ["negation", plain],
  ] as const) {
    for (const match of cleared.matchAll(pattern)) {
      const after = cleared.slice(match.index + match[0].length).split(/[;:.](?:\s|$)/)[0] ?? "";
      const before =
        cleared
          .slice(0, match.index)
          .split(/[;:.,](?:\s|$)/)
          .at(-1) ?? "";
      // "The buyer, not the contractor, hosts": only what stands between the commas is denied.
      const isAside = kind === "negation" && before.trim() === "" && match.index > 0;
      found.push({
        kind,
        word: match[0].toLowerCase(),
        at: match.index,
        after: contentWords(isAside ? (after.split(",")[0] ?? "") : after).slice(0, REACH_AFTER),
        before: contentWords(before).slice(-REACH_BEFORE),
      });
    }
  }
  return found;
}

export function hasLexicalNegation(text: string): boolean {
  return text.search(lexical) >= 0;
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => b.includes(word));
}

/** Both turn round the same thing. The words before count only where one of the two has nothing after it to go by ("no travel is planned"). */
export function isSameNegation(a: Negation, b: Negation): boolean {
  if (a.kind !== b.kind) return false;
  if (shares(a.after, b.after) || shares(a.after, b.before) || shares(a.before, b.after)) return true;
  return (
    (a.after.length === 0 || b.after.length === 0) &&
    (shares(a.before, b.before) || a.before.length + b.before.length === 0)
  );
}

export interface NegationSource {
  text: string;
  negations: Negation[];
  words: Set<string>;
}

/** Why a sentence does not keep the negations of its sources; null where it does. `sources` are the sentences of the quotes. */
export function findNegationFault(sentence: NegationSource, sources: readonly NegationSource[]): string | null {
  const quoted = sources.flatMap((source) => source.negations);
  const quotedLexical = sources.some((source) => hasLexicalNegation(source.text));
  const sentenceLexical = hasLexicalNegation(sentence.text);
  for (const negation of sentence.negations) {
    if (quoted.some((other) => isSameNegation(negation, other))) continue;
    if (quotedLexical && !sentenceLexical) continue;
    return `"${negation.word}" is not said by the quotes`;
  }
  const overlap = (source: NegationSource) => {
    let shared = 0;
    for (const word of sentence.words) if (source.words.has(word)) shared++;
    return sentence.words.size === 0 ? 0 : shared / sentence.words.size;
  };
  const best = Math.max(0, ...sources.map(overlap));
  const affirmative = sources.filter((source) => source.negations.length === 0 && overlap(source) >= best - 1e-9);
  for (const source of sources) {
    if (overlap(source) < 0.4) continue;
    for (const negation of source.negations) {
      if (sentence.negations.some((other) => isSameNegation(negation, other))) continue;
      if (negation.kind === "negation" && sentenceLexical) continue;
      // What a limit leaves out may stay unsaid ("7 pages, excluding the cover letter").
      if (/^exclu/.test(negation.word)) continue;
      if (affirmative.length > 0 && overlap(source) <= best - 1e-9) continue;
      if (affirmative.some((one) => one !== source)) continue;
      const reaches =
        negation.kind === "exception" ? isMainClauseRestated(source, negation, sentence) : restates(negation, sentence);
      if (reaches) return `the quotes say "${negation.word}", the sentence does not`;
    }
  }
  return null;
}

/** The sentence says what the negation turns round: its nearest word, or most of its words. */
function restates(negation: Negation, sentence: NegationSource): boolean {
  const scope = negation.after.length > 0 ? negation.after : negation.before;
  const nearest = negation.after[0];
  const said = scope.filter((word) => sentence.words.has(word)).length;
  return (nearest !== undefined && sentence.words.has(nearest)) || (scope.length > 0 && said / scope.length >= 0.5);
}

function isMainClauseRestated(source: NegationSource, negation: Negation, sentence: NegationSource): boolean {
  const main = contentWords(source.text.slice(0, negation.at));
  const rest = contentWords(source.text.slice(negation.at));
  const clause = main.length > 0 ? main : rest;
  return clause.length > 0 && clause.filter((word) => sentence.words.has(word)).length / clause.length >= 0.5;
}
