import { describe, expect, it } from "vitest";
import { splitQuestion } from "./split-question";

const texts = (question: string) => splitQuestion(question).map((part) => part.text);

describe("splitQuestion", () => {
  it.each([
    ["When are tenders due, and how must they be submitted?", ["When are tenders due", "how must they be submitted?"]],
    ["How often are invoices sent, and to whom?", ["How often are invoices sent", "to whom?"]],
    ["Who signs and by when must we answer?", ["Who signs", "by when must we answer?"]],
    ["Is travel paid, and are partners permitted?", ["Is travel paid", "are partners permitted?"]],
    ["May we bring slides and may they keep them?", ["May we bring slides", "may they keep them?"]],
    ["When is it due? Who reads it?", ["When is it due", "Who reads it?"]],
    ["When and where must offers be handed in?", ["When must offers be handed in?", "where must offers be handed in?"]],
    [
      "What are the deadline and the place of delivery?",
      ["What are the deadline of delivery", "What are the place of delivery"],
    ],
  ])("%s", (question, wanted) => {
    expect(texts(question)).toEqual(wanted);
  });

  it.each([
    "Which terms and conditions apply?",
    "Who reviews and is responsible for the reports?",
    "How is the system operated and maintained?",
    "If we win, when do we start?",
    "What must the plan show and explain?",
    "When a person leaves, what happens then?",
    "What availability, as a percentage, must the service reach?",
    "Do the contractor and the buyer share the costs?",
  ])("leaves a question whole that asks for one thing: %s", (question) => {
    expect(texts(question)).toEqual([question]);
  });

  it("tells what a part without a subject of its own is about", () => {
    const [first, second] = splitQuestion("When are tenders due, and how must they be submitted?");
    expect(first).toMatchObject({ isWhole: true });
    expect(second).toMatchObject({ isWhole: false, about: "When are tenders due" });
  });
});
