import { describe, expect, it } from "vitest";
import { detectLanguage } from "./language";
import { contentStems, fold, fourGrams, questionTokens, stemWord, tokenize } from "./tokens";

describe("tokenize", () => {
  it("finds words where they stand in the text, whatever their normal form", () => {
    const text = "The oﬃce — Ｂｕｄｇｅｔ of the cafe\u0301!";
    for (const token of tokenize(text, "en")) expect(fold(text.slice(token.start, token.end))).toBe(token.word);
    expect(
      tokenize(text, "en")
        .filter((token) => !token.isStop)
        .map((token) => token.word),
    ).toEqual(["office", "budget", "cafe"]);
  });
  it("brings inflections of a language together", () => {
    expect(stemWord("submissions", "en")).toBe(stemWord("submission", "en"));
    expect(stemWord("Angebote", "de")).toBe(stemWord("Angebot", "de"));
    expect(stemWord("Verträgen", "de")).toBe(stemWord("Vertrag", "de"));
    expect(stemWord("marchés", "fr")).toBe(stemWord("marché", "fr"));
  });
  it("cuts an elided article off in French", () => {
    const words = tokenize("l’offre d'achat", "fr").filter((token) => !token.isStop);
    expect(words.map((token) => token.word)).toEqual(["offre", "achat"]);
  });
  it("cuts scripts without spaces into pairs", () => {
    expect(tokenize("入札公告", "und").map((token) => token.word)).toEqual(["入札", "札公", "公告"]);
  });
  it("bounds a word without end", () => {
    const [token] = tokenize("x".repeat(100_000), "en");
    expect(token?.stem.length).toBeLessThanOrEqual(48);
    expect(token?.end).toBe(100_000);
  });
});

describe("questionTokens", () => {
  it("keeps what the question is about", () => {
    expect(questionTokens("How many pages may the proposal have?", "en").map((token) => token.word)).toEqual([
      "pages",
      "proposal",
    ]);
    expect(questionTokens("Wann müssen die Angebote eingehen?", "de").map((token) => token.word)).toEqual([
      "angebote",
      "eingehen",
    ]);
  });
  it("keeps all words of a question that has no others", () => {
    expect(questionTokens("Who are you?", "en")).toHaveLength(3);
  });
});

describe("fourGrams", () => {
  it("marks the edges of a word", () => {
    expect(fourGrams("bids")).toEqual(["_bid", "bids", "ids_"]);
    expect(fourGrams("a")).toEqual(["_a_"]);
  });
});

describe("detectLanguage", () => {
  it("tells languages by their stop words and keeps the fallback when unsure", () => {
    expect(detectLanguage("The bidder shall submit the proposal by noon and in two copies.")).toBe("en");
    expect(detectLanguage("Der Bieter muss das Angebot bis zum Mittag und in zwei Ausfertigungen einreichen.")).toBe(
      "de",
    );
    expect(
      detectLanguage("Le soumissionnaire doit remettre son offre avant midi et en deux exemplaires pour les lots."),
    ).toBe("fr");
    expect(detectLanguage("SF-1449", "de")).toBe("de");
    expect(detectLanguage("Заявки принимаются до полудня")).toBe("ru");
    expect(detectLanguage("入札公告")).toBe("und");
  });
});

it("stems without their places are those of the tokens", () => {
  for (const text of [
    "The Contractor's re-use of U.S. data — 3.5 % of café menus",
    "東京 2020 の入札",
    "",
    "naïve ﬁles",
  ]) {
    const tokens = tokenize(text, "en").filter((token) => !token.isStop);
    expect(contentStems(text, "en")).toEqual(tokens.map((token) => token.stem));
  }
});
