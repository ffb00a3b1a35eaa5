import { describe, expect, it } from "vitest";
import { answerFromUnits } from "../answer-from-units";
import { aDocument } from "../testing/a-document";
import { findTopics, isUnsaid, topicStrength } from "./find-topics";

const namesOf = (question: string) => findTopics(question).map(({ name }) => name);

describe("a matter asked for in a hurry", () => {
  it.each([
    ["when does the shop close for our bid", "deadline"],
    ["till when can we ask stuff", "last day for questions"],
    ["how fat can the chapter on our method be", "page limits"],
    ["how long do our prices have to stay good", "validity"],
    ["how heavily does the interview count", "weights"],
    ["how many old customers have to vouch for us", "references"],
    ["must the crew have a clean slate", "clearance"],
    ["what cover do we need", "insurance"],
    ["what sum do we park with them", "bonds"],
    ["may two firms bid together", "subcontracting"],
    ["can they renew the deal and how often", "term"],
    ["when do we see the money", "payment"],
    ["which money do we write the prices in", "currency"],
    ["can they pull the plug halfway", "termination"],
    ["how deep are their pockets", "budget"],
    ["how many copies on paper", "copies"],
    ["who has to sign the bid", "signature"],
    ["what goes on the outside, what do we write on the envelope", "subject line"],
    ["are we sure of any work", "guarantee of work"],
    ["how many nines", "uptime"],
    ["do they lend us laptops", "equipment"],
    ["what if we get hacked", "breach"],
    ["not happy with the result, then what", "challenge"],
  ])("%s", (question, name) => {
    expect(namesOf(question)).toContain(name);
  });

  it("is not heard where the words mean something else", () => {
    expect(namesOf("Which insurrection does the mural show?")).not.toContain("insurance");
    expect(namesOf("What is the last day of the harvest we must ask the growers about?")).not.toContain("deadline");
    expect(namesOf("How much of the program is covered by tests?")).not.toContain("insurance");
  });
});

describe("entries and headings that settle a matter", () => {
  const paper = aDocument("Call.md", [
    ["heading", "Selection criteria", { level: 1 }],
    ["paragraph", "Offers are ranked as follows."],
    ["paragraph", "Price of the boats 35"],
    ["heading", "Deliveries", { level: 1 }],
    ["paragraph", "Price of the boats 36"],
    ["heading", "Description of the method (at most 8 pages)", { level: 1 }],
    ["heading", "Description of the team", { level: 1 }],
    ["paragraph", "Who will row, and when."],
  ]);
  const strengthOf = (question: string, text: string) =>
    topicStrength(
      findTopics(question),
      paper,
      paper.units.findIndex((one) => paper.text.slice(one.start, one.end).includes(text)),
    );

  it("counts an entry that ends in its points under a heading of judging, and nowhere else", () => {
    expect(strengthOf("How much does price weigh?", "boats 35")).toBeGreaterThanOrEqual(1);
    expect(strengthOf("How much does price weigh?", "boats 36")).toBe(0);
  });

  it("reads a limit that a heading gives in brackets", () => {
    expect(strengthOf("How many pages may we write?", "the method")).toBeGreaterThanOrEqual(1);
    expect(strengthOf("How many pages may we write?", "the team")).toBe(0);
  });
});

describe("a matter that nothing settles", () => {
  const notice = aDocument("Notice.md", [
    ["paragraph", "Offers for the two rowing boats are due on 3 May 2031 at noon."],
    ["paragraph", "The offer names the boatyard. Pages are numbered, and the offer is written on paper."],
    ["paragraph", "Questions are welcome. The budget is approved by the board of the club."],
  ]);

  it.each(["How many pages may the offer have?", "Until when can we ask questions?", "What is the budget?"])(
    "%s",
    (question) => {
      const answer = answerFromUnits({ question, documents: [notice] });
      expect(answer.isAnswered).toBe(false);
    },
  );

  it("is held back no longer once it is settled", () => {
    const settled = aDocument("Limits.md", [
      [
        "paragraph",
        "The offer shall not exceed 12 pages. Questions are due by 20 April 2031. The budget is EUR 9,000.",
      ],
    ]);
    for (const question of [
      "How many pages may the offer have?",
      "Until when can we ask questions?",
      "What is the budget?",
    ])
      expect(answerFromUnits({ question, documents: [notice, settled] }).isAnswered).toBe(true);
  });

  it("is not claimed where only what a search found was weighed", () => {
    const question = "What is the budget for the boats?";
    const some = answerFromUnits({ question, documents: [notice], candidates: [new Set([0, 1, 2, 3, 4])] });
    const all = answerFromUnits({ question, documents: [notice] });
    expect(all.signals.topicUnnamed).toBe(1);
    expect(some.signals.topicUnnamed).toBe(0);
  });

  it("is only said of matters that papers settle in few ways", () => {
    expect(isUnsaid(findTopics("Where will the work be carried out?"), [])).toBe(false);
    expect(isUnsaid([], [])).toBe(false);
  });
});
