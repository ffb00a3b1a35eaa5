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
