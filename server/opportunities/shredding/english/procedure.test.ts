import { describe, expect, test } from "vitest";
import { quotes, shred } from "../testing/shred";

const inCall = (sentence: string) => quotes(`# Instructions to bidders\n\n${sentence}\n`);

describe("the rules of a procedure", () => {
  test.each([
    "The council reserves the right to reject any bid that does not name a site manager.",
    "The council may reject a proposal as incomplete for any of the following reasons listed in the form.",
    "A poor report from a former client can be reason for rejecting a bidder.",
    "A bidder's silence on prices is sufficient grounds for elimination.",
    "Bids below forty points will not move forward to the next round.",
    "Protests that name no bid shall not be considered.",
    "Only protests on the counting of points shall be considered.",
    "Failure by the bidder to ask in time may waive its right to do so.",
    "By entering the market and submitting a bid, the bidder accepts the rules of the market.",
    "Bidders are expressly directed NOT to call the lamp keepers.",
    "We encourage bidders to walk the route before they bid.",
    "All communication between a bidder and the council shall be with the town clerk.",
    "Bids are exclusively accepted by the portal.",
    "The bidder's attendance at the walk is mandatory.",
    "For the purposes of this call, do not include samples.",
    "For all lamps that are hired, leased, or lent, include the terms of the owner.",
    "If any bidder fails to sign the form, the council reserves the right to disregard its bid.",
    "The town clerk may consider a bid non-responsive if it names no lamp maker.",
    "The council may reject any and all bids that do not meet the goals of the town.",
    "If a bidder submits more than one bid, all bids will be returned without evaluation.",
    "A wrong statement on lamps will result in the council not considering a bidder any further.",
    "If nobody answers, it is your responsibility to call the town clerk.",
    'We also encourage interested vendors to "follow" the page of the lamps.',
    "All interested bidders please contact the town clerk by 3 March 2031.",
    "In no event is a bidder to hand in its own terms.",
    "The cost of the bid will be borne solely by each bidder.",
    "The rules of this call are deemed to be accepted by the bidder.",
    "Amendments to bids shall be submitted before the closing date.",
    "This section shall describe the lamps that are offered.",
    "The preferred way of handing in a bid is by post.",
    "No reference may be a relative of the lamp keeper.",
    "The bidder agrees, if its bid is accepted, to light the quay.",
    "C.6.1 Ensure the presence of a keeper on each quay by night.",
    "Consultants protesting this award shall write to the clerk within five days.",
  ])("ours to heed: %s", (sentence) => {
    expect(inCall(sentence)).toEqual([sentence]);
  });

  test.each([
    "Staying away from the walk will not be a cause for exclusion.",
    "Debriefings shall be limited to the bid of whoever asks.",
    "Discussion will be limited to the bidder's own scores.",
    "All decisions on a protest shall be final.",
    "The Protest Officer will write to the bidder within ten days.",
    "Bidders without former clients will not be evaluated either favourably or unfavourably on this.",
    "In no event shall the council be required to explain its choice to a bidder.",
    "The term “lamp” shall not include candles that a bidder carries.",
    "The council may reject any and all bids.",
    "The call is not to be construed as a promise of the council.",
    "Name and Title of Contact:",
    "The council may or may not call the bidder's former clients.",
    "Failure by the council to answer a letter may delay the award.",
    "The lighting subcommittee will be responsible for the lamp posts.",
  ])("nobody's demand on us: %s", (sentence) => {
    expect(inCall(sentence)).toEqual([]);
  });
});

test("what a plan in a bid has to speak of is asked for item by item", () => {
  const found = shred(
    "# Instructions to bidders\n\n## Safety plan\n\nKey elements to address include:\n\n- Lanterns and ladders\n- Rescue from a height\n",
  );
  expect(found.map(({ quote, obliged, isMandatory }) => ({ quote, obliged, isMandatory }))).toEqual([
    { quote: "Lanterns and ladders", obliged: "bidder", isMandatory: false },
    { quote: "Rescue from a height", obliged: "bidder", isMandatory: false },
  ]);
  const bound = shred("# Instructions to bidders\n\nTopics to be covered in the plan:\n\n- Lanterns and ladders\n");
  expect(bound[0]?.isMandatory).toBe(true);
});

test("whoever answers a call bears what it tells to describe", () => {
  const [found] = shred("# Scope of work\n\nThe Respondent must describe how lamps are stored.\n");
  expect(found?.obliged).toBe("bidder");
});

test("what the product must do is the contractor's, also where a bid answers to it", () => {
  const found = shred(
    "# Response to requirements\n\nThe software must log each lamp that fails.\n\nThe response must be signed.\n",
  );
  expect(found.map(({ obliged }) => obliged)).toEqual(["contractor", "bidder"]);
});

describe("lists of a procedure", () => {
  const list = (leadIn: string, items: string[], heading = "Instructions to bidders") =>
    quotes(`# ${heading}\n\n${leadIn}\n\n${items.map((item) => `- ${item}`).join("\n")}\n`);
  const items = ["Lamp makers and their towns", "Rescue from a height"];

  test.each([
    "For the evaluation, the following information will be included in the bid:",
    "Details of your company:",
    "Description, main risks, and order of the works:",
  ])("parts of a bid: %s", (leadIn) => {
    expect(list(leadIn, items)).toEqual(expect.arrayContaining(items));
  });

  test("a label under a lead-in only names a part of what is listed", () => {
    expect(list("Bids shall contain the following papers:\n\nForms including:", items)).toEqual(items);
  });

  test("a checklist of a call is what has to be handed in, one of anybody's work is not", () => {
    const checklist = (heading: string) => quotes(`# ${heading}\n\n## Check list\n\n- Lamp form\n- Ladder form\n`);
    expect(checklist("Instructions to bidders")).toEqual(["Lamp form", "Ladder form"]);
    expect(quotes("# Description of lamps\n\n- Brass and glass\n- Tin\n", "SOW.md")).toEqual([]);
  });

  test("what has to be ensured is told item by item, an address is asked for as a whole", () => {
    expect(list("The partner will work with the town to ensure that the lamps are:", items, "Scope of work")).toEqual(
      items,
    );
    const address = "Each bid must be addressed as follows:";
    expect(list(address, ["Department of Lamps", "Lamps of the North Quay"])).toEqual([address]);
  });

  test("what is told under a numbered heading of other matters counts", () => {
    const told = "The bidder shall name its lamp makers.";
    expect(quotes(`# Call\n\n## 6.0 Other Information\n\n${told}\n`)).toEqual([told]);
    expect(quotes(`# Call\n\n## Other Information\n\n${told}\n`)).toEqual([]);
  });
});
