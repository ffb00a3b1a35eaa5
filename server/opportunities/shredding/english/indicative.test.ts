import { expect, test } from "vitest";
import { quotes } from "../testing/shred";

const inWork = (...sentences: string[]) =>
  quotes(`# Statement of work\n\n## Duties\n\n${sentences.join("\n\n")}\n`, "SOW.md");
const inCall = (...sentences: string[]) =>
  quotes(`# Request for proposals\n\n## How to submit a proposal\n\n${sentences.join("\n\n")}\n`, "RFP.md");

test("what the contractor does in the present tense is asked of it, wherever the sentence names it", () => {
  const asked = [
    "The Supplier reports to the harbour master every month.",
    "Within five working days of each quarter the Provider submits a list of repairs.",
    "Before any digging near a cable, the Contractor asks the cable's owner.",
    "A stock of ropes is held by the Contractor within ten miles.",
  ];
  expect(inWork(...asked)).toEqual(asked);
});

test("what the contractor does in a condition or to a noun binds nobody", () => {
  expect(
    inWork(
      "The town answers once the Contractor reports a fault.",
      "The lamp that the Contractor repairs is the oldest of the pier.",
    ),
  ).toEqual([]);
});

test("a passive binds by its limit, and describes without one or where somebody else acts", () => {
  const asked = [
    "Accidents, however small, are reported by telephone immediately.",
    "Lamps that have failed are replaced within two working days.",
    "Rejected work is corrected at no additional cost.",
  ];
  expect(inWork(...asked, "Tolls are currently collected daily.", "Keys are kept weekly by the government.")).toEqual(
    asked,
  );
});

test("a limit without a word of duty, and what becomes the buyer's", () => {
  const asked = [
    "Availability of the bridge is 99.5% or better.",
    "All drawings made under this order belong to the Government.",
    "No crate may leave the quay unsealed.",
    "Ferries are to arrive before the tide turns.",
    "Children are never to be left on the landing stage.",
  ];
  expect(inWork(...asked, "The pier serves at least 40 boats a day.")).toEqual(asked);
  expect(inCall("All proposals and other material submitted become the property of the State.")).toEqual([]);
});

test("words that are drawn together read like those written out", () => {
  const asked = ["The archive can't be larger than 20 MB.", "Proposals that arrive late won't be read."];
  expect(inCall(...asked)).toEqual(asked);
});

test("what bidders do in the present tense, how long an offer holds, and dates that move", () => {
  const asked = [
    "Offerors acknowledge this amendment in their letter.",
    "Proposals are irrevocable for 90 days.",
    "The due date for proposals is extended from 3 May 2031 to 10 May 2031.",
    "Only members of the guild may respond.",
    "Firms that drafted this request are barred from competing.",
    "It is up to the vendor to check the portal.",
  ];
  expect(inCall(...asked)).toEqual(asked);
});

test("parts of a bid under what it comprises, and what makes work complete", () => {
  expect(inCall("A complete proposal comprises:\n\n- Form A, signed\n- Price sheet, one per lot")).toEqual([
    "Form A, signed",
    "Price sheet, one per lot",
  ]);
  expect(
    inWork("A story counts as done when:\n\n- its tests have passed twice\n- a second person has read the code"),
  ).toEqual(["its tests have passed twice", "a second person has read the code"]);
});

test("questions of a form that ask without a question mark, and what its signer says of itself", () => {
  expect(
    quotes(
      "# Selection questionnaire\n\n| Number | Question | Pass mark |\n|---|---|---|\n| 3.1 | Turnover of at least twice the yearly value. | Pass/Fail |\n\nI declare that the answers are correct to the best of my knowledge.\n",
      "Questionnaire.md",
    ),
  ).toEqual([
    "3.1 | Turnover of at least twice the yearly value. | Pass/Fail",
    "I declare that the answers are correct to the best of my knowledge.",
  ]);
});

test("what the buyer denies, names of files and what a page limit leaves out ask nothing", () => {
  expect(
    inCall(
      "The Government accepts no responsibility for a portal that is down.",
      "Each proposal has no more than nine pages, with these exceptions:\n\n- cover page\n- list of contents",
    ),
  ).not.toEqual(expect.arrayContaining([expect.stringMatching(/accepts no|cover page|list of contents/)]));
  expect(
    quotes("# Tender\n\nThe folder holds what a bidder must read:\n\n- Work.docx - the statement of work\n"),
  ).not.toContain("Work.docx - the statement of work");
});

test("whose a place is says nothing of who acts, and means by which something comes define nothing", () => {
  expect(inWork("All code will be developed in a repository owned by the agency from the first day.")).toHaveLength(1);
  expect(inCall("Proposals sent by any other means shall not be considered.")).toHaveLength(1);
});
