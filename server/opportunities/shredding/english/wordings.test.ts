import { describe, expect, test } from "vitest";
import { quotes, shred } from "../testing/shred";

const first = (sentence: string, heading = "Terms") => shred(`# ${heading}\n\n${sentence}`)[0];

describe("who asks, and how", () => {
  test.each([
    "Unless otherwise agreed the supplier shall repaint the quay lamps.",
    "Only when the drawings are signed by the harbour engineer the contractor shall begin.",
    "The Lamp Contractor accepts that it is for its own account to insure the lamps.",
    "The forms, which must be signed by the bidder, stand at the end.",
    "Photographs of the quay will not be made without prior consent of the harbour.",
    "The harbour requires all suppliers interested in the works to register on its portal.",
    "Failure to name a spare part will oblige the supplier to deliver the part described.",
    "No payment will be made until the certificate has been received by the harbour.",
    "The maximum size of a file that can be uploaded is 25 MB.",
    "For a tour of the quay, contact the harbour office no later than ten days before the closing date.",
    "Briefly describe how the lamps are tested.",
    "Any bid that leaves out the lamp plan may be deemed incomplete.",
    "An omission may cause the bid to be found non-responsive.",
    "Changes to bids will only be accepted if they arrive before the closing date.",
    "Closing date for bids 4 May 2031.",
    "The lamp platform will integrate with the harbour's clock.",
    "The agency recommends sending bids two days early.",
  ])("a demand on us: %s", (sentence) => {
    expect(quotes(`# Terms\n\n${sentence}`)).toEqual([sentence]);
  });

  test.each([
    "Half of the deposit shall be refunded to the contractor after one year.",
    "No interest shall be paid on the deposit.",
    "Between a figure and its words on a drawing, the latter shall be adopted.",
    "The letter of acceptance shall constitute a binding contract.",
    "An order of twenty lamps or more shall be classified as a bulk order.",
    "The adjusted price will be used in determining the lowest bid.",
    "There may be a need to light the north quay as well.",
    "The harbour may require the contractor to light a lamp again.",
    "Sealed bids are invited from lamp makers.",
    "In case of a conflict between figures and words, the words will prevail and the sum will be corrected.",
    "Before a lamp is chosen, the quay team will evaluate it.",
    "A corrigendum will be uploaded to the portal.",
    "Two copies of the signed agreement shall be handed over to the contractor.",
  ])("what the buyer does, and how papers are read: %s", (sentence) => {
    expect(quotes(`# Terms\n\n${sentence}`)).toEqual([]);
  });

  test.each([
    ["For the desk, we require:", ["A map of all lamps", "Ten accounts for keepers"]],
    ["The form also requests the following information:", ["Name of the keeper", "Number of lamps"]],
    ["Your presentation should cover the following:", ["How lamps are dimmed", "What a lamp costs"]],
    ["Clearly describe your approach to the following areas:", ["Night rounds", "Spare parts"]],
  ])("what stands below is asked for: %s", (leadIn, items) => {
    expect(quotes(`# Desk\n\n${leadIn}\n\n- ${items.join("\n- ")}`)).toEqual(items);
  });

  test("a table of page limits limits each paper; a table of the buyer's own dates asks nothing", () => {
    const limits = "| Paper | Maximum page limits |\n|---|---|\n| Lamp plan | 10 |\n| Cover letter | N/A |";
    expect(quotes(`# Format\n\n${limits}`)).toHaveLength(1);
    const dates =
      "| Step | Date |\n|---|---|\n| Evaluation of bids starts | June 18, 2031 |\n| Bids due | June 9, 2031 |";
    expect(quotes(`# Dates\n\n${dates}`)).toEqual([expect.stringContaining("Bids due")]);
  });

  test("papers that are ranked are no demands", () => {
    const ranked = "The papers shall explain one another, and take precedence in the order given below:";
    expect(quotes(`# Papers\n\n${ranked}\n\n- Drawings\n- Conditions of the lamp contract`)).not.toContain("Drawings");
  });

  test("he is whoever was named last in the section; whoever approves and certifies acts for the buyer", () => {
    const text =
      "The contractor shall guard the quay. Damage to lamps is frequent. He shall repair every lamp. The Engineer / Consultant shall answer within a week.\n\nWork is done to the satisfaction of the Engineer / Consultant, as directed by the Engineer / Consultant.";
    expect(quotes(`# Works\n\n${text}`)).toEqual([
      "The contractor shall guard the quay.",
      "He shall repair every lamp.",
    ]);
  });

  test("an amount in rupees does not end a sentence", () => {
    const sentence = "The bidder shall enclose a deposit of Rs. 4,000 (Rs. Four thousand only) with the bid.";
    expect(quotes(`# Deposit\n\n${sentence}`)).toEqual([sentence]);
  });
});

describe("what a demand is about", () => {
  test.each([
    ["Bids that score fewer than 60 points will be rejected.", "Submission of bids", "evaluation"],
    ["Late bids will not be considered.", "Submission of bids", "submission-instruction"],
    ["The bidder declares that it must not be bankrupt or wound up.", "Eligibility of bidders", "eligibility"],
    ["The contractor shall comply with the harbour by-laws.", "Works", "legal"],
    ["The bidder shall pay an initial security deposit.", "Deposits of bidders", "pricing"],
  ])("%s", (sentence, heading, kind) => {
    expect(first(sentence, heading)?.kind).toBe(kind);
  });

  test("whoever hands in a bid is the bidder, whoever was successful the contractor, by whatever name", () => {
    expect(first("Sellers must submit their quotes on the portal.")?.obliged).toBe("bidder");
    expect(first("The successful bidder must light the lamps.", "Instructions to bidders")?.obliged).toBe("contractor");
  });
});
