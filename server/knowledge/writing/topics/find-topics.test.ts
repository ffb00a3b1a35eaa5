import { describe, expect, it } from "vitest";
import { aDocument } from "../testing/a-document";
import { findTopics, isUnnamed, topicStrength } from "./find-topics";

const namesOf = (question: string) => findTopics(question).map(({ name }) => name);

describe("the matters that a question asks for", () => {
  it.each([
    ["By when do we have to hand in our proposal?", "deadline"],
    ["Where do we send the bid?", "channel"],
    ["when is it due", "deadline"],
    ["whats the deadline", "deadline"],
    ["Until when can we raise questions?", "last day for questions"],
    ["when do questions close", "last day for questions"],
    ["Where and until when may we ask questions?", "questions"],
    ["who do i send it to", "channel"],
    ["how long can it be", "page limits"],
    ["what security do we have to put up", "bonds"],
    ["when must it be finished", "term"],
    ["Who is allowed to bid? Are we eligible?", "eligibility"],
    ["Is this reserved for small firms?", "set-aside"],
    ["How many pages may the technical response have?", "page limits"],
    ["How will the proposals be scored?", "criteria"],
    ["How important is price?", "weights"],
    ["Which key people must we name?", "key personnel"],
    ["Do our people need to be vetted?", "clearance"],
    ["What insurance cover is needed?", "insurance"],
    ["How long does the contract run?", "term"],
    ["Where will the work be carried out?", "place"],
    ["Who owns the source code afterwards?", "rights"],
    ["May we pass part of the job on to another firm?", "subcontracting"],
    ["What do they charge us for every week we finish late?", "penalties"],
    ["When do we get paid?", "payment"],
  ])("%s", (question, name) => {
    expect(namesOf(question)).toContain(name);
  });

  it("leaves questions about what is bought to their own words", () => {
    expect(namesOf("Which colours may the benches have?")).toEqual([]);
    expect(namesOf("Who hosts the system?")).toEqual([]);
  });

  it("tells the deadline of offers from that of questions and invoices", () => {
    expect(namesOf("When are questions due?")).not.toContain("deadline");
    expect(namesOf("When is the final invoice due?")).not.toContain("deadline");
  });
});

describe("passages that settle a matter", () => {
  const paper = aDocument("Tender.md", [
    ["heading", "Table of Contents", { level: 1 }],
    ["paragraph", "Period of Performance 12 months"],
    ["heading", "Period of Performance", { level: 1 }],
    ["paragraph", "The contract will run for an initial term of two years."],
    ["heading", "Other", { level: 1 }],
    ["paragraph", "The initial term is two years."],
    ["paragraph", "Our office was built two years ago."],
  ]);
  const strengthOf = (text: string) => {
    const unit = paper.units.findIndex((one) => one.start === paper.text.lastIndexOf(text));
    return topicStrength(findTopics("How long does the contract run?"), paper, unit);
  };

  it("count for more where such matters are settled, and lines of a table of contents for nothing", () => {
    const atItsPlace = strengthOf("The contract will run");
    expect(atItsPlace).toBeGreaterThan(strengthOf("The initial term is"));
    expect(strengthOf("The initial term is")).toBeGreaterThanOrEqual(1);
    expect(strengthOf("Our office")).toBe(0);
    expect(strengthOf("Period of Performance 12")).toBe(0);
  });
});

describe("what no paper names", () => {
  const silent = aDocument("Tender.md", [["paragraph", "The contractor delivers benches to the park."]]);
  const telling = aDocument("Terms.md", [["paragraph", "The supplier is insured for five million pounds."]]);

  it("is told by every wording of the matter, in every document", () => {
    const topics = findTopics("What insurance do we need?");
    expect(isUnnamed(topics, [silent])).toBe(true);
    expect(isUnnamed(topics, [silent, telling])).toBe(false);
  });

  it("is never told of a matter that has no words of its own", () => {
    expect(isUnnamed(findTopics("Where do we send the bid?"), [silent])).toBe(false);
    expect(isUnnamed([], [silent])).toBe(false);
  });
});
