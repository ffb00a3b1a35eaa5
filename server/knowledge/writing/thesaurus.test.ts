import { describe, expect, it } from "vitest";
import { tokenize } from "../retrieval/tokens";
import { wordsBeside } from "./thesaurus";
import { understandQuestion } from "./understand-question";

const stemOf = (word: string) => tokenize(word, "en")[0]?.stem ?? "";

describe("wordsBeside", () => {
  it("is stemmed as documents are, so that what it gives is found in them", () => {
    expect(wordsBeside(stemOf("harbors")).map((one) => one.stems)).toContainEqual([stemOf("haven")]);
    expect(wordsBeside(stemOf("quarrels")).map((one) => one.stems)).toContainEqual([stemOf("disputes")]);
  });

  it("counts for far less than the question's own word, and nothing is beside a word that is none", () => {
    for (const { weight } of wordsBeside(stemOf("boat"))) expect(weight).toBeLessThan(0.3);
    expect(wordsBeside("zzyzx")).toEqual([]);
  });
});

describe("understandQuestion", () => {
  it("leaves words to the thesaurus that the lexicon does not know, in English only", () => {
    const asked = understandQuestion("Is there a ferry?", "en").concepts.find((one) => one.words.includes("ferry"));
    expect(asked?.own).toBe(1);
    expect(asked?.alternatives.length).toBeGreaterThan(1);
    const french = understandQuestion("Y a-t-il un ferry ?", "fr").concepts.find((one) => one.words.includes("ferry"));
    expect(french?.alternatives).toHaveLength(1);
  });
});
