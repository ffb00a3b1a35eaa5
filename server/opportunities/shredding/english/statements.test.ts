import { describe, expect, test } from "vitest";
import { quotes, shred } from "../testing/shred";

const below = (heading: string, body: string) => `# ${heading}\n\n${body}`;

describe("what no word of duty marks and yet is asked for", () => {
  test.each([
    ["Tasks", "The contractor manages the night rounds and their costs."],
    ["Tasks", "The supplier makes available a boat for the north quay."],
    ["Tasks", "It is to be prevented that keepers read the logs of others."],
    ["Tasks", "When lamps are joined, it is essential to seal them against salt."],
    ["Tasks", "The risks of the storage of oil must be evaluated."],
    ["Tasks", "Only the following groups may have access to the tower: keepers and their deputies."],
    ["Tasks", "Access to the lamp room may only be granted to keepers."],
    ["Tasks", "Final report on the lamps 30 months after the start of the contract"],
    ["Tasks", "The source code of the lamp desk will be the exclusive property of the harbour."],
    ["Response", "A detailed description of the vendor's lamps, with drawings of their fittings."],
    ["Response", "By sending a bid, the bidders acknowledge that their lamps fit the quay."],
    ["Response", "The submission of a bid confirms that it was read by a person with authority."],
    ["Response", "We expect to receive your full response by the closing date."],
  ])("under “%s”: %s", (heading, sentence) => {
    expect(quotes(below(heading, sentence))).toEqual([sentence]);
  });

  test.each([
    ["Tasks", "The harbour manages the night rounds and their costs."],
    ["Tasks", "If the contractor manages the rounds, the harbour pays for the oil."],
    ["Evaluation criteria", "The offeror provides a thorough understanding of the lamps."],
    ["Tasks", "An overview of the harbour's lamps is given on page 4."],
    ["Tasks", "The contract ends 30 months after the start of the works."],
    ["Bids", "The quiet period shall commence on the date of this request."],
    ["Bids", "The quiet period is hereby defined as the days before the award, in which nobody shall ask."],
    ["Bids", "Any change to the request will be in the form of an addendum."],
    ["Bids", "Please be advised that the harbour calls this request a tender."],
    ["Bids", "Marking a drawing as secret may not prevent its release."],
    ["Bids", "Council members shall make an award decision at their own discretion."],
  ])("under “%s” asks nothing: %s", (heading, sentence) => {
    expect(quotes(below(heading, sentence))).toEqual([]);
  });

  test.each([
    "Preference will be given to lamps that are made of brass.",
    "Brass and bronze lamps are preferred.",
    "We would especially like to receive proposals from makers of the region.",
  ])("is wished, not demanded: %s", (sentence) => {
    expect(shred(below("Lamps", sentence))).toMatchObject([{ isMandatory: false }]);
  });

  test.each([
    ["Lamps", "We expect the Consultant to provide the following outputs:", true],
    ["Lamps", "The harbour desires a system that:", false],
    ["Lamps", "Specific tasks include the development of the following:", true],
    ["Lamps", "The following questions should be answered in the study:", true],
    ["Format", "The following outlines the structure and required content for a proposal:", true],
  ])("under “%s”, what stands below “%s” is asked for", (heading, leadIn, isMandatory) => {
    const found = shred(below(heading, `${leadIn}\n\n- A map of all lamps\n- Which lamps will fail first?`));
    expect(found).toMatchObject([{ isMandatory }, { isMandatory }]);
  });

  test("who has to prove experience bids, whatever it is called", () => {
    const paper = "The agency must have handled three harbours.\n\nThe agency should have experience of the region.";
    expect(quotes(below("Lamps", paper))).toHaveLength(2);
    expect(quotes(below("Lamps", "The agency must pay within thirty days."))).toEqual([]);
  });
});

describe("tables that ask", () => {
  const rows = (cells: string[]) =>
    `| No | Question |\n|---|---|\n${cells.map((cell, at) => `| ${at + 1} | ${cell} |`).join("\n")}`;

  test("the questions of a questionnaire are to be answered by whoever bids", () => {
    const asked = [
      "How do you test your lamps?",
      "Do you keep spare lamps?",
      "What is your lead time for oil?",
      "How do you train your keepers?",
      "Which lamps fail first?",
    ];
    expect(shred(rows(asked), "Questionnaire lamps.md")).toMatchObject(
      asked.map(() => ({ obliged: "bidder", kind: "submission-instruction" })),
    );
  });

  test("what bidders asked the buyer is no questionnaire", () => {
    const answered = [
      "Do you keep spare lamps?",
      "Will you extend your deadline?",
      "Do you own the quay?",
      "Can you tell us your budget?",
    ];
    const table = `| Question | Answer |\n|---|---|\n${answered.map((one) => `| ${one} | No, the harbour has none at present. |`).join("\n")}`;
    expect(shred(table, "Lamps.md")).toEqual([]);
  });
});
