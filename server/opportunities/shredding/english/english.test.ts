import { describe, expect, test } from "vitest";
import { learnPackage } from "../learn-package";
import { aDocument, quotes, shred } from "../testing/shred";

describe("who bears the duty decides", () => {
  test.each([
    "The contractor shall clean the reading room before opening time.",
    "Bidders must enclose two references with their bid.",
    "All drivers employed by the contractor must carry a valid permit.",
    "Cleaning staff shall wear the uniform that the library provides.",
    "The harbour master and the contractor will agree on a berth plan.",
    "The council requires that the supplier will keep a spare pump on site.",
    "If the pump fails, the supplier must replace it within four hours.",
    "The software must run on current browsers.",
    "Offers are due by 3 March 2031 at noon.",
    "Late offers will not be considered.",
    "Failure to sign the form may result in removal from the competition.",
    "It is each bidder's responsibility to check the portal for changes.",
    "The contractor agrees not to publish photographs of the vault.",
    "Travel must be approved by the contracting officer before it is booked.",
    "In the summary, please describe how the team was chosen.",
    "Do not staple the pages of the bid together.",
    "The contractor may not use the service lift during opening hours.",
    "No substitutions of key personnel shall be made in the first year.",
    "In this phase the contractor shall dismantle the old crane.",
    "Contractor to provide all scaffolding.",
    "No alteration may be made to the form of tender.",
    "It is essential that all personnel wear helmets.",
    "Only the three highest ranked bidders will advance to the interview.",
    "The equipment needs to be delivered to the depot.",
  ])("a duty of ours: %s", (sentence) => {
    expect(shred(`# Terms\n\n${sentence}`)).toMatchObject([{ quote: sentence, isMandatory: true }]);
  });

  test.each([
    "The contractor may work from its own premises.",
    "The supplier should label every crate in both languages.",
    "Bidders are encouraged to visit the site.",
    "Screenshots may be included in an appendix.",
    "Spare parts should be kept in the same building.",
    "It is desirable that the solution runs on solar power.",
    "Staff of the contractor may be required to attend meetings in the town hall.",
  ])("a wish or a leave: %s", (sentence) => {
    expect(shred(`# Terms\n\n${sentence}`)).toMatchObject([{ quote: sentence, isMandatory: false }]);
  });

  test.each([
    "The government will inspect every delivery within ten days.",
    "The contracting officer, with advice from the panel, will choose the supplier.",
    "The contracting officer's representative shall notify the bidder of the outcome.",
    "The number of inspectors must be determined by the agency.",
    "Bids will be evaluated by a panel of three.",
    "The contractor will be notified of the result.",
    "The contractor will receive a copy of the report.",
    "The contractor will not be required to work on public holidays.",
    "No equipment will be provided by the council.",
    "Citizens must renew their cards every two years.",
    "This section describes what the contractor must deliver.",
    "“Incident” means any event that the contractor must report.",
    "The agency does not anticipate that the contractor will need a car.",
    "Offerors are advised that technical merit weighs more than price.",
    "The total duration of this contract shall not exceed five years.",
    "If it is likely that the contractor will be late, the agency will call a meeting.",
    "Questions received after that date will not be answered.",
    "May 3, 2031 is a public holiday.",
    "In the event of a discrepancy, the original shall prevail.",
    "Bidders shall not be under any obligation to extend their bids.",
    "The inspectors shall be identified and appointed by the agency.",
    "Should deficiencies occur, the agency will inform the board.",
  ])("no duty of ours: %s", (sentence) => {
    expect(quotes(`# Terms\n\n${sentence}`)).toEqual([]);
  });

  test("names of the buyer are learned from what only a buyer does", () => {
    const markdown =
      "# Call\n\nThe Harbour Trust (HT) hereby issues this request. HT intends to award one contract.\n\n# Terms\n\nHT shall pay within thirty days. HT's engineers will review the drawings. The contractor shall submit drawings to HT.";
    expect(learnPackage([aDocument(markdown)]).buyerNames).toContain("ht");
    expect(quotes(markdown)).toEqual(["The contractor shall submit drawings to HT."]);
  });

  test("a pronoun stands for whoever the sentence before was about", () => {
    const ours = "The contractor shall name a foreman. They must speak English.";
    const theirs = "The agency appoints an inspector. They must visit weekly.";
    expect(quotes(`# Terms\n\n${ours}`)).toHaveLength(2);
    expect(quotes(`# Terms\n\nThe government will act as host. It shall provide desks.`)).toEqual([]);
    expect(quotes(`# Terms\n\n${theirs}`).every((quote) => quote !== "The agency appoints an inspector.")).toBe(true);
  });
});

test("what bidders asked is no duty of anybody, the answer may hold one", () => {
  const page =
    "# Questions and answers\n\nQ1: Must the pump be new?\n\nPlease confirm the deadline.\n\nA1: The pump must be new.\n";
  expect(quotes(page, "Questions and Answers.md")).toEqual([expect.stringContaining("The pump must be new.")]);
});

describe("lists", () => {
  test("each item under an obliging lead-in is a requirement with its lead-in; the lead-in alone is none", () => {
    const found = shred("# Work\n\nThe contractor shall:\n\n- sweep the hall\n- empty the bins\n");
    expect(found.map(({ quote }) => quote)).toEqual(["sweep the hall", "empty the bins"]);
    expect(found[0]?.leadIn).toBeDefined();
  });

  test("a lead-in that asks for something itself is kept", () => {
    const found = quotes(
      "# Work\n\nThe contractor shall submit an e-mail to the clerk and include the following:\n\n- name of the guest\n- date of arrival\n",
    );
    expect(found).toHaveLength(3);
  });

  test("examples, choices, topics and what the buyer will do are no requirements of their own", () => {
    for (const leadIn of [
      "The contractor shall use common tools, such as:",
      "The contractor shall hold one of the following:",
      "The agency will evaluate:",
      "Discussion topics shall include, but not be limited to:",
      "The contractor will not be responsible for the following:",
      "The Authority's responsibilities:",
    ]) {
      const items = quotes(`# Work\n\n${leadIn}\n\n- the north hall\n- the south hall\n`);
      expect(items.filter((quote) => quote.startsWith("the "))).toEqual([]);
    }
  });

  test("a wish before a list makes its items optional; an item's own word is stronger", () => {
    const wishes = shred("# People\n\nDesired skills include:\n\n- welding under water\n- reading charts\n");
    expect(wishes.map((one) => one.isMandatory)).toEqual([false, false]);
    const mixed = shred("# Bid\n\nThe quote must include:\n\n- a plan of the site\n- Photographs should be recent.\n");
    expect(mixed.map((one) => one.isMandatory)).toEqual([true, false]);
  });

  test("lettered lines under a lead-in are its items", () => {
    expect(
      quotes(
        "# Cover\n\nThe following information is required on the first page:\n\n(i) name of the firm\n\n(ii) tax number\n\nThank you.",
      ),
    ).toEqual(expect.arrayContaining(["name of the firm", "tax number"]));
  });

  test("user stories count one each", () => {
    expect(shred("# Stories\n\n- As a reader, I want to renew a loan, so that I keep the book.\n")).toMatchObject([
      { isMandatory: false, kind: "technical" },
    ]);
  });
});

describe("tables", () => {
  const table = (header: string, row: string) =>
    `# Annex\n\n| ${header} |\n|${"---|".repeat(header.split("|").length)}\n| ${row} |\n`;

  test("rows of deliverables and of service levels are requirements, whole", () => {
    expect(shred(table("Deliverable | Due date", "Monthly log | 5th of the month"))).toMatchObject([
      { kind: "deliverable" },
    ]);
    expect(shred(table("Service | Service level | Measured by", "Pump | 99.5 % uptime | Logger"))).toMatchObject([
      { kind: "service-level" },
    ]);
  });

  test("rows of prices, of roles and of what the buyer does are not", () => {
    expect(quotes(table("Item | Unit price", "Bucket | 3.50"))).toEqual([]);
    expect(quotes(table("Role | Name", "Clerk | A. Person"))).toEqual([]);
    expect(quotes(table("Step | When", "Government answers questions | May 3, 2031"))).toEqual([]);
  });

  test("a date by which bids are due is one", () => {
    expect(shred(table("Step | Date", "Submission of bids | May 3, 2031"))).toMatchObject([
      { isMandatory: true, obliged: "bidder" },
    ]);
  });

  test("a column says whether a row binds", () => {
    const rows = shred(table("ID | Requirement | Priority", "R-1 | Doors open outwards | Desirable"));
    expect(rows).toMatchObject([{ isMandatory: false, ref: "R-1" }]);
    const moscow = (word: string) =>
      shred(table("ID | Requirement | MoSCoW", `S-2 | The supplier shall log each visit | ${word}`));
    expect(moscow("Must")).toMatchObject([{ isMandatory: true }]);
    expect(moscow("Could")).toMatchObject([{ isMandatory: false }]);
    expect(moscow("Won't")).toEqual([]);
  });
});
