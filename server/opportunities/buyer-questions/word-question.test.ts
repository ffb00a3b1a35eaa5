import { expect, test } from "vitest";
import { quoted, wordDateQuestion, wordRequirementQuestion } from "./word-question";

const requirement = {
  text: "The vendor shall provide adequate staffing.",
  ref: "C.3.2",
  section: "Scope › Staffing",
  unclear: '"adequate" leaves open what is enough.',
  citation: { title: "Statement of work", page: 4, quote: "The vendor shall provide adequate staffing." },
};

test("a question names the place, quotes the words and asks for one thing", () => {
  expect(wordRequirementQuestion(requirement)).toBe(
    "Regarding C.3.2, Statement of work, page 4: “The vendor shall provide adequate staffing.”\nCould you please tell us what would satisfy “adequate” here, so that all bidders understand it alike?",
  );
  expect(
    wordRequirementQuestion({ ...requirement, unclear: "It points to Attachment K, which is not in the documents." }),
  ).toContain("The passage refers to Attachment K, which we could not find in the documents.");
  expect(wordRequirementQuestion({ ...requirement, unclear: 'It has a blank: "TBD".' })).toContain("left open");
});

test("without a number the nearest heading says where it stands, without a place the words alone do", () => {
  expect(wordRequirementQuestion({ ...requirement, ref: null })).toMatch(/^Regarding Staffing, /);
  expect(wordRequirementQuestion({ ...requirement, ref: null, section: "", citation: null })).toMatch(/^“The vendor/);
});

test("a long quote ends at a word", () => {
  const text = quoted("word ".repeat(200));
  expect(text.length).toBeLessThan(430);
  expect(text).toMatch(/word …”$/);
});

test("statements that disagree are all quoted", () => {
  const question = wordDateQuestion("the submission date", [
    { quote: "due 3 May 2031", citation: { title: "Instructions", page: 1 } },
    { quote: "no later than 5 May 2031", citation: null },
  ]);
  expect(question).toContain("“due 3 May 2031” (Instructions, page 1) and “no later than 5 May 2031”");
  expect(question).toMatch(/apply\?$/);
});
