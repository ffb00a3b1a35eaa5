import { expect, it } from "vitest";
import { checkSentence } from "@/server/evidence";
import { answerFromUnits } from "./answer-from-units";
import { composeExtractive } from "./compose-extractive";
import type { PreparedDocument } from "./prepared-document";
import { aDocument, filler, type Line } from "./testing/a-document";

function compose(question: string, documents: PreparedDocument[]) {
  const answer = answerFromUnits({ question, documents });
  return { answer, sentences: composeExtractive(answer, documents) };
}

const lines: Line[] = [
  ["heading", "1 Award", { level: 1 }],
  [
    "paragraph",
    "The committee likes criteria. Award criteria were discussed for years by the committee that wrote this.",
  ],
  ["paragraph", "The following factors will be used to evaluate proposals:"],
  ["list_item", "Quality of the benches", { level: 0, marker: "-" }],
  ["list_item", "Price", { level: 0, marker: "-" }],
  ["heading", "2 Terms", { level: 1 }],
  [
    "paragraph",
    "Place of Performance. The work will be performed at the park in the north of the town. Payment. The supplier is paid monthly.",
  ],
  ["heading", "3 Quality", { level: 1 }],
  ["paragraph", "The performance standards that each bench must meet are these:"],
  ["table_row", "Item | Standard | Check", { table: 0, isHeader: true }],
  ["table_row", "Paint | No scratches | By eye", { table: 0 }],
  ["table_row", "Screws | Stainless steel | With a magnet", { table: 0 }],
  ...filler,
];
const tender = aDocument("Tender.md", lines);

it("says what is weighed before what only speaks of it, and whole", () => {
  const { sentences } = compose("What are the award criteria?", [tender]);
  expect(sentences[0]?.text).toMatch(/following factors.*Quality of the benches.*Price/);
  expect(sentences[0]?.isAside).toBe(false);
  expect(sentences.filter((one) => one.text.includes("committee")).every((one) => one.isAside)).toBe(true);
});

it("leaves the name of the next clause to the next clause", () => {
  const { sentences } = compose("Where will the work be performed?", [tender]);
  expect(sentences[0]?.text).toContain("at the park in the north of the town.");
  expect(sentences[0]?.text).not.toMatch(/Payment\.$/);
});

it("never announces a table without its first rows, which bear the heads of their columns", () => {
  const { sentences } = compose("Which performance standards apply?", [tender]);
  const said = sentences.map((one) => one.text).join(" ");
  expect(said).toContain("Standard: No scratches");
  for (const { text } of sentences) expect(text).not.toMatch(/:$/);
});

it("shows beside the first date the other one that another document states", () => {
  const due = (date: string, name: string) =>
    aDocument(name, [
      ["heading", "Submission", { level: 1 }],
      ["paragraph", `Proposals are due by ${date}, at 2:00 PM.`],
      ...filler,
    ]);
  const { sentences } = compose("When are proposals due?", [
    due("March 3, 2031", "A.md"),
    due("March 5, 2031", "B.md"),
  ]);
  const shown = sentences
    .filter((one) => !one.isAside)
    .map((one) => one.text)
    .join(" ");
  expect(shown).toContain("March 3, 2031");
  expect(shown).toContain("March 5, 2031");
});

it.each(["Do we need insurance?", "When does the swimming pool open?", "Is there a site visit?"])(
  "holds back what nothing names: %s",
  (question) => {
    expect(compose(question, [tender]).answer.isAnswered).toBe(false);
  },
);

it("answers a question in other words than the documents'", () => {
  const priced = aDocument("Price.md", [
    ["heading", "Price", { level: 1 }],
    ["paragraph", "Offerors shall submit a price schedule on the attached template."],
    ...filler,
  ]);
  const { answer, sentences } = compose("Where is the cost form to be filled in?", [priced]);
  expect(answer.isAnswered).toBe(true);
  expect(sentences[0]?.text).toContain("price schedule");
});

it("rests every sentence on its quotes", () => {
  for (const question of [
    "What are the award criteria?",
    "Which performance standards apply?",
    "When is payment made?",
  ]) {
    for (const { text, citations } of compose(question, [tender]).sentences) {
      const quotes = citations.map(({ start, end }) => ({
        quote: tender.text.slice(start, end),
        renditionText: tender.text,
        start,
        end,
      }));
      expect(checkSentence(text, quotes), text).toEqual({ ok: true });
    }
  }
});

const addendum = aDocument("Addendum 2.md", [
  ["heading", "Tender closes: April 2, 2031, at 2:00 p.m.", { level: 2 }],
  ["heading", "Addendum 2", { level: 2 }],
  ["paragraph", "Re: submitted questions from February 19 to March 5, 2031:"],
  ["paragraph", "What is the hook height of the quay crane?"],
  ["paragraph", "Answer – 26 feet"],
  ["paragraph", "What is the depth of the basin?"],
  ["paragraph", "Answer – 9 feet"],
  ["heading", "8. Contract type: fixed price by deliverable", { level: 2 }],
  ["heading", "9. Inquiries", { level: 2 }],
  ["paragraph", "9.1 No inquiry submitted to the port will be responded to after"],
  ["paragraph", "12:00 p.m. on March 20, 2031."],
  ["heading", "10. Deliverables", { level: 2 }],
  ["paragraph", "The deliverables of the crane work are listed in the following table."],
  ["table_row", "Deliverable | Due", { table: 0, isHeader: true }],
  ["table_row", "Load plan | March", { table: 0 }],
  ...filler,
]);

it.each([
  // A question that somebody asked is shown with what was answered.
  ["What is the hook height of the crane?", "26 feet"],
  // Headings may say something themselves.
  ["when is it due", "Tender closes: April 2, 2031, at 2:00 p.m."],
  ["What is the contract type?", "fixed price by deliverable."],
  // A sentence that the page has cut is shown whole, and is meant rather than the days on which others asked.
  ["when do questions close", "after 12:00 p.m. on March 20, 2031."],
  ["What are the deliverables?", "Load plan"],
])("%s", (question, answer) => {
  expect(compose(question, [addendum]).sentences[0]?.text).toContain(answer);
});

it("parts an item from the item above it that introduces it and bears no mark", () => {
  const { sentences } = compose("Are printed copies of the pier survey wanted?", [
    aDocument("Survey.md", [
      ["heading", "1 Survey", { level: 1 }],
      ["list_item", "Not wanted with the pier survey", { level: 0, marker: "-" }],
      ...Array.from(
        { length: 6 },
        (_, index): Line => [
          "list_item",
          `Chapter ${index + 1} tells of the harbour's keepers, their lamps and the many ships that they saw in the winters`,
          { level: 1, marker: "-" },
        ],
      ),
      ["list_item", "Printed copies of the pier survey", { level: 1, marker: "-" }],
      ...filler,
    ]),
  ]);
  expect(sentences[0]?.text).toMatch(/^Not wanted with the pier survey: Chapter/);
});
