import { describe, expect, test } from "vitest";
import { extractRequirements } from "../extract-requirements";
import { aDocument, quotes, shred } from "../testing/shred";

const below = (heading: string, sentence: string) => quotes(`# ${heading}\n\n${sentence}`);

describe("wordings of papers that buy services", () => {
  test.each([
    ["Terms", "The contractor shall send its invoices by means of the lamp portal."],
    ["Terms", "Photos of the lamp sheet will not be accepted."],
    ["Terms", "Prices above the ceiling cannot be considered for an award."],
    ["Terms", "If an invoice without the lamp number arrives, it will be returned to the contractor."],
    ["Terms", "Employees must be paid the rate listed in the wage table."],
    ["Terms", "Keepers shall be provided with gloves."],
    ["Terms", "There is a geographical restriction of sixty miles from the harbour gate."],
    ["Terms", "Cleaning services will require the use of registered products."],
    ["Submission of proposals", "Request vendors send their questions to the harbour by mail."],
    ["Submission of proposals", "Offerors provide an executive summary of the lamp plan."],
    ["Submission of proposals", "The offeror submits a price proposal for each item."],
    ["Submission of proposals", "Each section shall be clearly identified and tabbed."],
    ["Submission of proposals", "Proposals may be mailed or personally delivered."],
    ["Submission of proposals", "Submissions will follow the electronic format."],
    ["Submission of proposals", "If additional information is handed in, it will not be evaluated."],
    ["Submission of proposals", "PROPOSAL MAY BE CONSIDERED INVALID IF NOT SIGNED."],
    ["Submission of proposals", "This submission is guaranteed as an irrevocable offer valid for 120 days."],
    ["Submission of proposals", "After reviewing the register, the Offeror verifies that its entries are current."],
    [
      "Submission of proposals",
      "Neither said company nor any of its officers has agreed with any other bidder to hand in a sham bid.",
    ],
    [
      "Submission of proposals",
      "Any offer received after the time named is late and will not be considered unless it came before the award.",
    ],
    ["Submission of proposals", "Read this notice in full and follow all instructions."],
  ])("under “%s” asks something of us: %s", (heading, sentence) => {
    expect(below(heading, sentence)).toEqual([sentence]);
  });

  test.each([
    ["Terms", "The harbour council reserves the right to interview each keeper."],
    ["Terms", "The board, in its sole and absolute discretion, shall have the right to award all lots to one firm."],
    ["Terms", "The council shall not be held responsible for errors, which may be grounds for rejection of any bid."],
    ["Terms", "Such a paper, with its signatures, shall be treated in all respects as an original."],
    ["Terms", "Mention of a lamp maker should not be construed as a recommendation."],
    ["Terms", "Guarantee of a least number of lamps is not a requirement of this request."],
    ["Terms", "Purchase orders may be changed by the harbour office only."],
    ["Submission of proposals", "All proposals received by the council shall become its property."],
    ["Evaluation of proposals", "Evaluate the offeror's ability to deliver lamps at the agreed price."],
    ["Evaluation of proposals", "Determine the reasonableness of the overall price by comparison with other offers."],
  ])("under “%s” asks nothing: %s", (heading, sentence) => {
    expect(below(heading, sentence)).toEqual([]);
  });

  test("whoever can be considered for the award is who bids, by the name of its trade", () => {
    const paper = (sentence: string) =>
      `# Terms\n\nNo chandlery will be considered for an award if it has no store on the quay.\n\n${sentence}`;
    const duty = "Chandleries are responsible for all tolls on the way to the quay.";
    expect(extractRequirements([aDocument(paper(duty))]).map(({ quote }) => quote)).toContain(duty);
    expect(quotes(`# Terms\n\n${duty}`)).toEqual([]);
  });

  test("a clause in capitals that was set as a heading is one", () => {
    const clause = "THIS FORM MUST BE COMPLETED, SIGNED AND SENT WITH THE BID";
    expect(shred(`# Forms\n\n## ${clause}\n\nName: ____`).map(({ quote }) => quote)).toContain(clause);
    expect(shred("# Forms\n\n## WHAT THE BIDDER HAS TO KNOW OF LAMPS\n\nName: ____")).toEqual([]);
  });
});
