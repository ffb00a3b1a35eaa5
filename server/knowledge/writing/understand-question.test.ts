import { describe, expect, it } from "vitest";
import { stemWord } from "../retrieval/tokens";
import { readComparison } from "./comparison";
import { matchLexicon } from "./lexicon";
import { lexiconGroups } from "./lexicon/groups";
import { readCues } from "./question-cues";
import { understandQuestion } from "./understand-question";

describe("readCues", () => {
  it.each([
    ["When are offers due?", "date"],
    ["How long does the order run?", "duration"],
    ["How often do we report?", "rhythm"],
    ["How many references are wanted?", "count"],
    ["How much may travel cost?", "money"],
    ["Who signs the order?", "who"],
    ["May we bring slides?", "permission"],
    ["In what format is the price sheet sent?", "format"],
    ["What share of the code is tested?", "percent"],
    ["Wann endet die Frist?", "date"],
    ["Combien de pages ?", "count"],
  ])("%s asks for a %s", (question, cue) => {
    expect(readCues(question)).toContain(cue);
  });
});

describe("readComparison", () => {
  it.each([
    "When are offers due, and do all papers agree?",
    "What is the limit, and does the website say the same?",
    "Which hours apply, and do the request and the work statement agree?",
    "What is the last day, and is it the same everywhere?",
  ])("%s", (question) => {
    const { isComparison, rest } = readComparison(question);
    expect(isComparison).toBe(true);
    expect(rest).not.toMatch(/agree|same/);
  });
  it("leaves other questions alone", () => {
    const question = "Which agreement do we sign on the same day?";
    expect(readComparison(question)).toEqual({ isComparison: false, rest: question });
  });
});

describe("the lexicon", () => {
  const stems = (text: string) => text.split(" ").map((word) => stemWord(word, "en"));
  const terms = (text: string) =>
    matchLexicon(stems(text), () => true).flatMap((match) => match.alternatives.map((one) => one.stems.join(" ")));

  it("has several hundred groups, each with both sides", () => {
    expect(lexiconGroups.length).toBeGreaterThan(400);
    for (const { everyday, terms: written } of lexiconGroups)
      expect(Math.min(everyday.length, written.length)).toBeGreaterThan(0);
  });
  it("leads from everyday words to terms", () => {
    expect(terms("who keeps the machines going")).toContain(stemWord("hosting", "en"));
    expect(terms("hand our offer in")).toContain(stemWord("submit", "en"));
  });
  it("parts a verb from its particle, and nothing else", () => {
    const matches = matchLexicon(stems("key of the staff"), () => true);
    expect(matches.every((match) => match.to - match.from === 1)).toBe(true);
  });
  it("names no single word that stands in every sentence", () => {
    const { concepts } = understandQuestion("Must we do it?", "en");
    expect(concepts.every((concept) => concept.alternatives.length === 1)).toBe(true);
  });
});
