import { describe, expect, test } from "vitest";
import { quotes, shred } from "../testing/shred";

const first = (sentence: string, heading = "Terms") => shred(`# ${heading}\n\n${sentence}`)[0];

describe("who bids and who builds, by other names", () => {
  test.each([
    ["Each Proponent may hand in only one bid.", "bidder", true],
    ["The Undersigned encloses herewith a lamp bond of five percent.", "bidder", true],
    ["By handing in a bid, the Proponent waives any claim for lost lamps.", "bidder", true],
    ["By handing in a bid, the Proponent is deemed to have agreed to the harbour rules.", "bidder", true],
    ["The Design-Builder will sweep the quay after each shift.", "contractor", true],
    ["The cleaning of lamps is the responsibility of the Builder.", "contractor", true],
    [
      "All costs of repairs, whether the Owner or a third party caused them, shall be borne by the Builder.",
      "contractor",
      true,
    ],
    ["The proponent will be allowed to change its bid until noon.", "bidder", false],
  ])("%s", (sentence, obliged, isMandatory) => {
    expect(first(sentence)).toMatchObject({ quote: sentence, obliged, isMandatory });
  });

  test("who bids is never learned as a name of the buyer", () => {
    const text =
      "The Builder will provide for lighting. The Proponent intends to appoint a keeper.\n\nThe Builder shall light the quay.";
    expect(quotes(`# Works\n\n${text}`)).toContain("The Builder shall light the quay.");
  });
});

describe("what the buyer wants, in other words than shall", () => {
  test.each([
    ["No lamp bid(s) sent by fax will be accepted.", true],
    ["Only bids by courier will be accepted.", true],
    ["The harbour will not consider bids that include rented lamps.", true],
    ["Of the five lamps shown, only two are allowed to be borrowed.", true],
    ["The failure to name a keeper may render the bidder subject to suspension.", true],
    ["If the lamp plan is missing, the bid may be failed.", true],
    ["Lamp drawings may be no more than ten pages.", true],
    ["The requirement is for lamps of class two.", true],
    ["We expect that all lamps will be dimmable.", true],
    ["We would prefer that lamps be made of brass.", false],
    ["Our strong preference would be for brass lamps.", false],
    ["It is expected that suppliers will bring their own ladders.", true],
    ["The agency must be provided with a copy of every lamp report.", true],
    ["Joint bids, also of three firms, are permitted with the harbour's consent.", false],
  ])("%s", (sentence, isMandatory) => {
    expect(first(sentence, "Lamp bids")).toMatchObject({ quote: sentence, isMandatory });
  });

  test("what must be considered is a duty of the work; a bid that is considered is the buyer's act", () => {
    expect(quotes("# Scope of work\n\nAll tides must be considered when lamps are placed.")).toHaveLength(1);
    expect(quotes("# Evaluation of bids\n\nAll references must be considered by the panel.")).toEqual([]);
  });
});

describe("lists without marks, and lists that only look like ones", () => {
  test("numbered lines below a lead-in are its items, also with a run of letters between them", () => {
    const lines = [
      "By bidding, a proponent agrees:",
      "2.1.1 to study the lamp plan;",
      "2.1.2 that it has seen the quay;",
      "2.1.3 to hold the harbour harmless.",
    ];
    expect(quotes(`# Bids\n\n${lines.join("\n\n")}`)).toEqual(expect.arrayContaining(lines.slice(1)));
    const invoice = [
      "Each invoice must include the following information:",
      "(1) Number of lamps;",
      "(2) For repairs:",
      "(i) Hours of each keeper;",
      "(ii) Name of the keeper;",
      "(3) Total amount.",
    ];
    expect(quotes(`# Invoices\n\n${invoice.join("\n\n")}`)).toEqual(
      expect.arrayContaining(["Number of lamps;", "Hours of each keeper;", "Total amount."]),
    );
  });

  test("rights of the buyer listed by number are nobody's duty", () => {
    const text = [
      "The harbour reserves the right to:",
      "2.5.1 use any drawing without payment;",
      "2.5.2 receive late bids;",
    ];
    expect(quotes(`# Bids\n\n${text.join("\n\n")}`)).toEqual([]);
  });

  test("most items give orders, so the others are meant alike", () => {
    const items = [
      "Produce a lamp report on each quay",
      "Proposed dates of lighting",
      "Migrate lamps to the new grid",
      "Document wiring steps",
    ];
    expect(quotes(`# Lighting\n\nHand-over phase.\n\n- ${items.join("\n- ")}`)).toEqual(items);
    const goals = "The harbour's goals are:";
    expect(quotes(`# Lighting\n\n${goals}\n\n- ${items.join("\n- ")}`)).toEqual([]);
  });

  test.each([
    ["Works to be completed by the builder are as follows:", 2],
    ["The work includes:", 2],
    ["Work to be completed by the harbour authority:", 0],
    ["Phase two will require the submission of the following:", 2],
  ])("%s", (leadIn, count) => {
    expect(quotes(`# Lamps\n\n${leadIn}\n\n- Obtaining of lamp permits.\n- Brass posts\n`)).toHaveLength(count);
  });

  test("a name and an address under 'shall be sent to' are no items", () => {
    const text = "Bids shall be sent by courier to:\n\n- Iris Quay\n- Harbour Manager,\n- Pier 4";
    expect(quotes(`# Bids\n\n${text}`)).toEqual(["Bids shall be sent by courier to:"]);
  });
});

describe("answers to bidders", () => {
  test("what stands between Q and A is the bidder's; an answer counts without its mark", () => {
    const text = [
      "Q1: The plan says that lamps must be blue.",
      "Should lamps be tested?",
      "A1: Lamps must be tested twice.",
      "Q2: Will the contractor be responsible for wires?",
      "A2: Yes, the contractor will replace all wires.",
    ];
    expect(quotes(`# Clarification\n\n${text.join("\n\n")}`)).toEqual([text[2], text[4]]);
  });

  test("a question in an addendum is no demand", () => {
    const text = "# Addendum No. 2\n\nShould we include lamps in the bid?\n\nYes, lamps must be included in the bid.";
    expect(quotes(text, "addendum-2.md")).toEqual(["Yes, lamps must be included in the bid."]);
  });
});

describe("papers that look like something else", () => {
  test("a list of contents ends where the text begins", () => {
    const text = "# Contents\n\n- Lamps must be lit\n\n## 3 Lighting\n\nThe contractor shall light the quay.";
    expect(quotes(text)).toEqual(["The contractor shall light the quay."]);
  });

  test("a statement of requirements that somebody kept as an example is one", () => {
    const text = "# Statement of requirements\n\nLamps must be lit.";
    expect(quotes(text, "SOW EXAMPLE.md")).toEqual(["Lamps must be lit."]);
    expect(quotes("# Lighting plan\n\nLamps must be lit.", "Plan EXAMPLE.md")).toEqual([]);
  });
});
