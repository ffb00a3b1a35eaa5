import { describe, expect, it } from "vitest";
import { answerFromUnits } from "../answer-from-units";
import { aDocument } from "../testing/a-document";
import { understandQuestion } from "../understand-question";
import { allTopics } from "./all-topics";
import { findTopics } from "./find-topics";
import { guessTopics } from "./guess-topics";
import learned from "./learned-topics.json" with { type: "json" };

const guessed = (question: string) => guessTopics(question).map(({ topic }) => topic.name);

describe("the matter of a question that no pattern expects", () => {
  // None of these is among the questions that the model was learned from.
  it.each([
    ["how much of the code do robots have to check before it ships", "tests of the work"],
    ["our lead dev quits halfway, can we just send another guy", "changes of staff"],
    ["their system falls over at 3am, how fast do we have to jump", "response time"],
    ["does somebody tell us why the others got it", "challenge"],
    ["do the old customer files have to come along into the new program", "old data"],
    ["how big a hole in our pay for each week we run behind", "penalties"],
    ["what happens to our people when the next firm takes over", "handover"],
    ["we see trouble coming on the timeline, whom do we tell and how soon", "telling of problems"],
  ])("%s", (question, name) => {
    expect(findTopics(question).map((one) => one.name)).not.toContain(name);
    expect(guessed(question)).toContain(name);
  });

  it.each([
    "Which river runs below the old mill?",
    "What colour are the ferries of the lake?",
    "Who wrote the anthem of the island?",
    "",
    "?!",
  ])("is none where something else is asked: %s", (question) => {
    expect(guessed(question)).toEqual([]);
  });

  it("overrules a pattern when it is as good as certain, and is asked for in English only", () => {
    const question = "How long after it goes live do we owe them free repairs?";
    expect(findTopics(question).map(({ name }) => name)).toEqual(["channel"]);
    const { topics, guesses } = understandQuestion(question, "en");
    expect(topics.map(({ name }) => name)).toEqual(["warranty"]);
    expect(guesses.map(({ topic }) => topic.name)).toEqual(["channel"]);
    expect(understandQuestion(question, "de").topics.map(({ name }) => name)).toEqual(["channel"]);
  });

  it("knows every matter by one name, and was learned for no other but two that no passage settles", () => {
    const names = allTopics.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const unknown = learned.topics.filter((name) => !names.includes(name));
    expect(unknown).toEqual(["none", "purpose", "users"]);
  });
});

it("leads to the passage that settles it, though it shares no word with it", () => {
  const paper = aDocument("Call.md", [
    ["heading", "Ferry service of the lake", { level: 1 }],
    ["paragraph", "The ferries sail from the old pier every hour, free of other duties."],
    ["paragraph", "The operator repairs the pier after each winter and goes over its planks."],
    ["heading", "Defects", { level: 1 }],
    ["paragraph", "The builder warrants the vessels for 24 months from delivery and remedies defects at no charge."],
    ["heading", "Offers", { level: 1 }],
    ["paragraph", "Tenders remain valid until 90 days after the closing date."],
  ]);
  const best = (question: string) => {
    const { quotes } = answerFromUnits({ question, documents: [paper] });
    return quotes[0] ? paper.text.slice(quotes[0].start, quotes[0].end) : "";
  };
  expect(best("How long after they go live do we owe them free repairs?")).toContain("24 months");
  expect(best("How long are we stuck with our numbers?")).toContain("90 days");
});
