import { expect, test } from "vitest";
import { highlight } from "./highlight";
import { languages } from "./language";
import { parseQuery } from "./query";
import { type StopLanguage, stopLanguages, stopWords } from "./stop-words";
import { tokenize } from "./tokens";

const marked = (text: string, language: (typeof languages)[number], asked: string) =>
  highlight(text, language, parseQuery(asked, [language])).map(({ start, end }) => text.slice(start, end));

test("marks other forms, capitals and accents, and joins neighbours", () => {
  expect(marked("Bids, a BID and bidding papers; a forbidden one.", "en", "bid paper")).toEqual([
    "Bids",
    "BID",
    "bidding papers",
  ]);
  expect(marked("Écoles et écoliers; une ecole, l’École.", "fr", "ecole")).toEqual(["Écoles", "ecole", "École"]);
  expect(marked("Straße, STRASSE und Strassen", "de", "strasse")).toEqual(["Straße", "STRASSE", "Strassen"]);
  expect(marked("2026 and 20260", "en", "2026")).toEqual(["2026"]);
  expect(marked("入札の公告", "und", "入札")).toEqual(["入札"]);
});

test("a stem begins with the letter of its word in every language, which is what highlighting goes by", () => {
  const isPlain = /^[a-z0-9]/i;
  const samples = `${languages.join(" ")} ging yeast younger dying lying skies idly geöffnet ijsvrij aeolian oeuvre`;
  for (const language of languages) {
    const own = (stopLanguages as readonly string[]).includes(language) ? [...stopWords(language as StopLanguage)] : [];
    for (const token of tokenize(`${own.join(" ")} ${samples}`, language)) {
      if (isPlain.test(token.word)) expect(token.stem[0], `${language} ${token.word}`).toBe(token.word[0]);
    }
  }
});
