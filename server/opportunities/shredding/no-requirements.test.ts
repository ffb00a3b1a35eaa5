import { describe, expect, test } from "vitest";
import { quotes, shred } from "./testing/shred";

describe("what long packages hold beside requirements", () => {
  test("the lines of an address are no items, whatever stands between them", () => {
    const found = quotes(
      [
        "# Delivery of bids",
        "",
        "The package must be addressed as follows:",
        "",
        "- Harbour Office",
        "- Attention: A. Example",
        "- Tender title: Quay lamps",
        "- PO Box 4711",
        "- Norhaven, NH 90210",
      ].join("\n"),
    );
    expect(found.join(" ")).not.toMatch(/Norhaven|PO Box|Harbour Office|Quay lamps|Attention/);
  });

  test("a clause that is only named demands nothing; a sentence after its number does", () => {
    const found = quotes(
      [
        "# Terms",
        "",
        "The contractor shall comply with the following clauses:",
        "",
        "- FAR 52.204-21, Basic Safeguarding (Nov 2021)",
        "- Keep records for three years after the last delivery.",
      ].join("\n"),
    );
    expect(found).toContain("Keep records for three years after the last delivery.");
    expect(found.join(" ")).not.toContain("52.204-21");
  });

  test("a filled-in example of a plan binds only where it names the contractor", () => {
    const text =
      "# Security plan\n\nYou will need to ask whoever hosts the lamp controller.\n\nThe vault must be locked.\n\nThe contractor shall keep this plan current.";
    expect(quotes(text, "Attachment 4 - Sample Security Plan.md")).toEqual([
      "The contractor shall keep this plan current.",
    ]);
    expect(quotes(text, "Attachment 4 - Sample Security Agreement.md")).toContain("The vault must be locked.");
  });

  test("the licence of a repository is not the tender's", () => {
    expect(quotes("# Licence\n\nThe licensee shall keep this notice.", "LICENSE.md")).toEqual([]);
    const kept = "The contractor shall keep this notice.";
    expect(quotes(`Copyright 2031 The harbour project\n\n${kept}`, "NOTICE")).toEqual([]);
    // A buyer's notice is of the tender.
    expect(quotes(`# Tender notice\n\n${kept}`, "Notice.md")).toEqual([kept]);
  });

  test("a table of what the buyer runs is no table of service levels", () => {
    const inventory =
      "# Software\n\n| Standard | Function | Uses |\n|---|---|---|\n| LampDesk | Help desk | Calls |\n| QuayMap | Maps | Charts |";
    const levels =
      "# Quality\n\n| Task | Performance standard | Method of surveillance |\n|---|---|---|\n| Lamps | 98% lit | Night round |";
    expect(quotes(inventory)).toEqual([]);
    expect(quotes(levels)).toHaveLength(1);
  });

  test("descriptions of occupations are not owed", () => {
    const table =
      "# Labor categories\n\n| Number | Title and description |\n|---|---|\n| 11-1 | Lamp keeper - Design lamp rounds. Develop and test new lamps for the quays. |";
    expect(quotes(table)).toEqual([]);
  });

  test.each([
    "This form is required by the regulations implementing the Harbour Order.",
    "If any provision of this agreement is held to be invalid, such provision shall be deemed severable.",
    "The terms of this agreement shall be binding upon assignees.",
    "In this agreement the following terms shall, unless the context otherwise requires, have the following meanings:",
    "The receiving party shall have no obligation to return lamps that are broken.",
    "The President may exempt any lamp from this section where he determines such exemption is necessary and he shall notify the Congress.",
    "The procurement officer will make that decision.",
    "Designated COR(s) must take part in the inspection.",
    "Examples of lamp services include, but are not limited to: lighting and dimming.",
    "We know that with your experience you will forgive the state of our quays.",
    "All offerors in the range shall be advised of weaknesses that were found.",
    "The light component is responsible for handling the signals of the ships.",
  ])("no requirement: %s", (sentence) => {
    expect(quotes(`# Terms\n\n${sentence}`)).toEqual([]);
  });

  test.each([
    "Lamps with open flames are not allowed on the quay.",
    "The business associate shall return every lamp within ten days.",
  ])("still one: %s", (sentence) => {
    expect(quotes(`# Terms\n\n${sentence}`)).toEqual([sentence]);
  });

  test("duties that a manager has, not limited to those named, are owed one by one; those of the buyer's officer are not", () => {
    const list = (who: string) =>
      `# Roles\n\n${who} include, but are not limited to:\n\n- Keeping the register of lamps.\n- Answering calls at night.`;
    expect(quotes(list("The Contractor Program Manager responsibilities"))).toEqual([
      "Keeping the register of lamps.",
      "Answering calls at night.",
    ]);
    expect(quotes(list("The contracting officer’s duties"))).toEqual([]);
  });

  test("abilities that the buyer hopes to gain are not asked of anybody's people", () => {
    const list = (leadIn: string) =>
      `# Objectives\n\n${leadIn}\n\n- Ability to see every lamp from one desk\n- Fewer calls`;
    expect(quotes(list("The harbour's business goals for the desk include:"))).toEqual([]);
    expect(quotes(list("Skills of the lamp keeper:"))).toHaveLength(1);
  });

  test("what the buyer hopes to gain is no order, however it is worded; what names the contractor still is one", () => {
    const list = (leadIn: string) =>
      `${leadIn}\n\n- Reduce the number of calls at night.\n- The contractor shall keep the register current.`;
    for (const leadIn of [
      "# Benefits",
      "# Desired outcomes",
      "# Desk\n\nThe harbour hopes to:",
      "# Desk\n\nThe goals of the desk are to:",
    ])
      expect(quotes(list(leadIn))).toEqual(["The contractor shall keep the register current."]);
    expect(quotes(list("# Tasks"))).toHaveLength(2);
  });

  test("how a repository invites its readers to write is no instruction for bids; a channel that must be used is", () => {
    expect(quotes("# Questions\n\nPlease submit questions about lamps as issues in this repository.")).toEqual([]);
    expect(quotes("# Questions\n\nFeel free to open an issue or a pull request.")).toEqual([]);
    expect(quotes("# Questions\n\nPlease submit questions as issues by 3 May 2031 at noon.")).toHaveLength(1);
    expect(quotes("# Questions\n\nBidders must submit their questions as issues in this repository.")).toHaveLength(1);
  });

  test("an offeror who does the work is the contractor", () => {
    const [first] = shred(
      "# Technical standards\n\nThe Offeror must integrate the lamp controller with our harbour directory.",
      "Standards.md",
    );
    expect(first?.obliged).toBe("contractor");
    const [bid] = shred("# Technical standards\n\nThe Offeror must describe the controller in its proposal.", "S.md");
    expect(bid?.obliged).toBe("bidder");
  });

  test("the nearest section gives the number, with its abbreviation too", () => {
    const [first] = shred("# Section 3. Work\n\n## Sec. 3.02 Lamps\n\nThe contractor shall light the lamps.");
    expect(first?.ref).toBe("3.02");
  });
});
