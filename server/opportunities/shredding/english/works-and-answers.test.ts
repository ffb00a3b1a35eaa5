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

  test("an order stays one where others stand in what is ordered", () => {
    const items = ["Limit light to the steps that authorized users are permitted to take.", "Lamp logs"];
    expect(quotes(`# Safety\n\nThe contractor shall do the following:\n\n- ${items.join("\n- ")}`)).toEqual(items);
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

  test("what completes one sentence is no list of duties", () => {
    const text =
      "The duty of silence shall not apply to information which:\n\n- was known before\n- becomes public later";
    expect(quotes(`# Silence\n\n${text}`).filter((quote) => !quote.includes("which:"))).toEqual([]);
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

  test("a whole tender that goes by the name of an addendum still asks the bidder", () => {
    const text = "# Lamps\n\n## Bidder response\n\nHow will your team test the lamps?";
    expect(quotes(text, "Tender for lamps - addendum 1.md")).toEqual(["How will your team test the lamps?"]);
  });

  test("what an answer only names is asked for, or wished where the question asks for that", () => {
    const text =
      "Which lamps are required?\n\nBrass lamps, two metres high.\n\nWhat colour is preferred?\n\nDark green on all posts.\n\nWhen are bids required?\n\nNoon on a weekday.";
    expect(
      shred(`# Addendum No. 2\n\n${text}`, "addendum-2.md").map(({ quote, isMandatory }) => [quote, isMandatory]),
    ).toEqual([
      ["Brass lamps, two metres high.", true],
      ["Dark green on all posts.", false],
    ]);
  });

  test("a question in an addendum is no demand", () => {
    const text = "# Addendum No. 2\n\nShould we include lamps in the bid?\n\nYes, lamps must be included in the bid.";
    expect(quotes(text, "addendum-2.md")).toEqual(["Yes, lamps must be included in the bid."]);
  });
});

describe("what looks like a duty and is none", () => {
  test.each([
    ["The port intends for the lamps to have been tested by spring.", "Lamps"],
    ["We expect that peak use of the lamps will occur at night.", "Lamps"],
    ["The reasoning is to prevent dark corners.", "Lamps"],
    ["Bidders with more lamps will be favored over those with fewer.", "Scoring"],
    ["The project manager for the agency will be named later.", "Lamps"],
    ["If this repair, in the opinion of the agency, must be done at once, the agency may do it.", "Repairs"],
    ["After this week, the agency may take whatever step is necessary.", "Repairs"],
    ["If a question is clear, a written response to an inquiry will be prepared and posted.", "Questions"],
    ["A lantern is a lamp that port agencies must keep.", "Introduction"],
    ["No federal funds will be used for lamps.", "Lamps"],
    ["Interviews will be held in the week after bids are due.", "Interviews"],
    ["A firm that keeps ten lamps shall qualify as a lamp keeper under the port act.", "Scoring"],
    ["The dates of each step are not to be considered binding.", "Dates"],
    ["The proponent with the most lamps will be the successful proponent.", "Scoring"],
    ["We'd like it to be brighter, but the quay is long.", "Purpose"],
    ["Lamps that keep failing to comply with the port act.", "Purpose"],
  ])("%s", (sentence, heading) => {
    expect(quotes(`# ${heading}\n\n${sentence}`)).toEqual([]);
  });

  test.each([
    "All regulations must be followed when lamps are moved.",
    "If more lamps are shown, that information should be placed in an annex.",
    "Side posts to be of brass.",
    "Quay doors to have two hinges.",
    "Lamp work - All work to be completed to the rules of the trade.",
    "It is recommended to follow the lamp handbook.",
    "The lamps are to have two switches.",
    "Supply the lamps and the oil.",
    "To be performed weekly on the shallow side of the quay.",
    "All lamp rooms require two doors.",
    "A maximum of two keepers from each firm will be permitted to attend.",
    "The supplier and its partners, if any, shall follow the lamp rules.",
    "Frozen oil when named in the order, shall be kept cold.",
    "2031/07/06: RFP closes, questions close",
  ])("and what is one: %s", (sentence) => {
    expect(quotes(`# Scope of work\n\n${sentence}`)).toEqual([sentence]);
  });

  test("rows of what the owner does are not ours", () => {
    const dates =
      "| Step | Date |\n|---|---|\n| Deadline for addenda | June 1, 2031 |\n| Owner requested bid clarifications | June 18, 2031 |\n| Tender closes | June 9, 2031 |";
    expect(quotes(`# Dates\n\n${dates}`)).toEqual([expect.stringContaining("Tender closes")]);
  });

  test("a heading of background does not cover the scope of work below it", () => {
    const text = "# Project background\n\n## Scope of work\n\nThis work is expected to be performed in the open.";
    expect(quotes(text)).toHaveLength(1);
  });
});

describe("words within words", () => {
  test("applicants hold no can, and it stands for them in the next sentence", () => {
    const text = "Applicants must provide an overview of lamps. It should tell why they are bright.";
    expect(quotes(`# Selection\n\n${text}`)).toHaveLength(2);
  });
});

describe("who is meant and what it is about", () => {
  const paper = (text: string) => shred(`# Request for proposals\n\n${text}`);

  test("a paper that bidders write must hold what it must", () => {
    const text =
      "## Evaluation\n\nOfferors shall provide a Lamp Care Plan (LCP).\n\nThe LCP shall describe how lamps are cleaned.";
    expect(paper(text).map(({ obliged }) => obliged)).toEqual(["bidder", "bidder"]);
  });

  test.each([
    ["## Delivery plan\n\nDescribe how lamps are cleaned.", "bidder", "submission-instruction"],
    ["## Delivery plan\n\nProponents shall provide a detailed cleaning schedule.", "bidder", "submission-instruction"],
    ["## Scope of work\n\nThe lamp room shall have two doors.", "contractor", "technical"],
    ["## Design requirements\n\nThe quay shall have:\n\n- Hoses for lamp cleaning", "contractor", "technical"],
    ["## Scope of work\n\nTest every software module of the lamp system.", "contractor", "service"],
    ["## Terms\n\nBy bidding, a proponent agrees:\n\n- to study the quay", "bidder", "legal"],
    ["## Changes to the tender documents\n\nBoth lamps should be of brass.", "contractor", null],
    ["## Lamps\n\nWithin ten days of contract award, the design-builder is to paint the lamps.", "contractor", null],
    ["## Lamps\n\nOffers that do not name a keeper will not be considered.", "bidder", "submission-instruction"],
    ["## Lamps\n\nSuppliers may not contact the keepers.", "bidder", null],
    ["## Lamps\n\nThe supplier will provide case studies of lamps.", "bidder", null],
    ["## Lamps\n\nThe vendor must have five years of experience with lamps.", "bidder", "eligibility"],
  ])("%s", (text, obliged, kind) => {
    const [found] = paper(text).toReversed();
    expect(found).toMatchObject({ obliged, ...(kind ? { kind } : {}) });
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
