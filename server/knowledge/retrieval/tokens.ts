import snowball from "snowball-stemmers";
import type { Language } from "./language";
import { questionWords, stopWords } from "./stop-words";

/**
 * The one tokenizer of the product: what is indexed, asked, highlighted and composed into answers is cut here, so that they
 * agree. Words are found in the text as it stands (offsets in UTF-16 units point into it), then normalised one by one: NFKC,
 * lower case, Snowball stem of the language, accents folded last because the stemmers of French and German need them.
 */
export interface Token {
  /** As written, lower case, accents folded. */
  word: string;
  /** What is matched: the folded stem. */
  stem: string;
  start: number;
  end: number;
  isStop: boolean;
}

type Stemmer = ReturnType<typeof snowball.newStemmer>;

const stemmerNames: Record<Language, string | null> = {
  en: "english",
  de: "german",
  fr: "french",
  es: "spanish",
  it: "italian",
  nl: "dutch",
  pt: "portuguese",
  sv: "swedish",
  da: "danish",
  nb: "norwegian",
  fi: "finnish",
  ru: "russian",
  und: null,
};

interface Analysed {
  word: string;
  stem: string;
  isStop: boolean;
}

/** Each distinct word is analysed once per language; the cache is emptied when full, which costs less than an LRU's bookkeeping. */
const CACHE_LIMIT = 60_000;
const caches = new Map<Language, { stemmer: Stemmer | null; words: Map<string, Analysed> }>();

function cacheFor(language: Language) {
  let cache = caches.get(language);
  if (!cache) {
    const name = stemmerNames[language];
    cache = { stemmer: name ? snowball.newStemmer(name) : null, words: new Map() };
    caches.set(language, cache);
  }
  return cache;
}

const ASCII = /^[a-z0-9]*$/;
/** A term longer than this is noise (encoded data, a run of text without spaces) and would only bloat the index. */
const MAX_WORD = 48;

/** Lower case, compatibility forms and accents folded away: "Ｂüro" → "buro", "ﬁt" → "fit". */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replaceAll("ł", "l");
}

function analyse(raw: string, language: Language): Analysed {
  const cache = cacheFor(language);
  const known = cache.words.get(raw);
  if (known) return known;
  const lower = raw.normalize("NFKC").toLowerCase().slice(0, MAX_WORD);
  const word = fold(lower);
  const isNumber = /^[0-9]/.test(lower);
  const stem = isNumber || !cache.stemmer ? word : fold(cache.stemmer.stem(lower)) || word;
  const analysed = { word, stem, isStop: stopWords(language).has(lower) };
  if (cache.words.size >= CACHE_LIMIT) cache.words.clear();
  cache.words.set(raw.length > MAX_WORD * 2 ? lower : raw, analysed);
  return analysed;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * All words of a text in order, stop words included (`isStop`); with `isWanted`, those of them that it is true for as written. Scripts
 * without spaces are cut into overlapping pairs.
 */
export function tokenize(text: string, language: Language, isWanted?: (raw: string) => boolean): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0];
    if (isWanted && !isWanted(raw)) continue;
    const start = match.index;
    if (raw.charCodeAt(0) > 0x0dff && unspaced.test(raw)) {
      for (let at = 0; at === 0 || at + 1 < raw.length; at++) {
        const pair = raw.slice(at, at + 2);
        tokens.push({ word: pair, stem: pair, start: start + at, end: start + at + pair.length, isStop: false });
      }
      continue;
    }
    const { word, stem, isStop } = analyse(raw, language);
    tokens.push({ word, stem, start, end: start + raw.length, isStop });
  }
  return tokens;
}

/** The stems of a text in order, without stop words: what `tokenize` finds, for where places are not wanted. */
export function contentStems(text: string, language: Language): string[] {
  const stems: string[] = [];
  for (const raw of text.match(wordPattern) ?? []) {
    if (raw.charCodeAt(0) > 0x0dff && unspaced.test(raw)) {
      for (let at = 0; at === 0 || at + 1 < raw.length; at++) stems.push(raw.slice(at, at + 2));
      continue;
    }
    const { stem, isStop } = analyse(raw, language);
    if (!isStop) stems.push(stem);
  }
  return stems;
}

/** The folded stem of one word. */
export function stemWord(word: string, language: Language): string {
  return analyse(word, language).stem;
}

/** The words of a question that say what it is about: neither stop words nor what people put around a question. */
export function questionTokens(text: string, language: Language): Token[] {
  const all = tokenize(text, language);
  const asked = questionWords(language);
  const content = all.filter((token) => !token.isStop && !asked.has(text.slice(token.start, token.end).toLowerCase()));
  // "Who is who?" has nothing else to go by.
  return content.length > 0 ? content : all;
}

/** Overlapping runs of four characters of a folded word, with its edges marked; a shorter word is one gram. */
export function fourGrams(word: string): string[] {
  const marked = `_${word}_`;
  if (marked.length <= 4) return [marked];
  const grams: string[] = [];
  for (let at = 0; at + 4 <= marked.length; at++) grams.push(marked.slice(at, at + 4));
  return grams;
}
