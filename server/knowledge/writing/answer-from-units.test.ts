import { describe, expect, it } from "vitest";
import { checkSentence } from "@/server/evidence";
import { answerFromUnits } from "./answer-from-units";
import { composeExtractive } from "./compose-extractive";
import { countWords, prepareDocument } from "./prepared-document";
import { aDocument, filler, type Line } from "./testing/a-document";

const request = aDocument("Request.md", [
  ["heading", "1 Submission", { level: 1 }],
  ["paragraph", "Quotations are due by March 3, 2026, at 2:00 PM. Send them to the contracting officer by email."],
  ["paragraph", "Resumes cannot exceed 1 page in length."],
  ["paragraph", "Set Aside: None"],
  ["heading", "2 Work", { level: 1 }],
  ["paragraph", "The contractor will not be responsible to perform the following:"],
  ["list_item", "Provide hosting of the prototype", { level: 0, marker: "-" }],
  ["list_item", "Train the public", { level: 0, marker: "-" }],
  ["heading", "3 Deliverables", { level: 1 }],
  ["table_row", "Deliverable | Due", { table: 0, isHeader: true }],
  ["table_row", "Source code | Every sprint", { table: 0 }],
  ["table_row", "Transition plan | End of the order", { table: 0 }],
  ...filler,
]);
const summary = aDocument("Readme.md", [
  ["paragraph", "Quotations are due by March 5, 2026, at 2:00 PM."],
  ["paragraph", "Resumes cannot exceed 1 page in length."],
  ...filler,
]);
const documents = [request, summary];

const quotesFor = (question: string, from = documents) =>
  answerFromUnits({ question, documents: from }).quotes.map(
    (quote) => from[quote.documentIndex]?.text.slice(quote.start, quote.end) ?? "",
  );

describe("answerFromUnits", () => {
  it.each([
    ["What is the maximum length of a CV?", "Resumes cannot exceed 1 page"],
    ["When are quotations due?", "March 3, 2026"],
    ["Is this reserved for small firms?", "Set Aside: None"],
    ["Do we have to run the servers for the prototype ourselves?", "Provide hosting of the prototype"],
    ["Which deliverables are due?", "Source code | Every sprint"],
  ])("%s", (question, wanted) => {
    expect(quotesFor(question)[0]).toContain(wanted);
  });

  it("takes a question that compares to two documents", () => {
    const quotes = quotesFor("When are quotations due, and do all papers agree?");
    expect(quotes[0]).toContain("March");
    expect(quotes.slice(0, 2).join()).toContain("March 3");
    expect(quotes.slice(0, 2).join()).toContain("March 5");
  });

  it("does not spend two quotes on the same words", () => {
    const { quotes } = answerFromUnits({ question: "How long may a resume be?", documents });
    const cores = quotes.map(({ documentIndex, core }) => documents[documentIndex]?.text.slice(core.start, core.end));
    expect(cores.filter((core) => core?.startsWith("Resumes cannot exceed"))).toHaveLength(1);
  });

  it("ranks drafts lower and still finds them", () => {
    const draft = prepareDocument("Draft/Request.md", {
      text: "Resumes cannot exceed 4 pages.",
      blocks: [{ kind: "paragraph", start: 0, end: 30 }],
      title: null,
    });
    const quotes = quotesFor("How long may a resume be?", [draft, ...documents]);
    expect(quotes[0]).toContain("1 page");
    expect(quotes.join()).toContain("4 pages");
  });

  it("quotes at most 60 words, inside the text, never twice the same place, also of endless sentences", () => {
    const endless = aDocument("Endless.md", [
      ["paragraph", `The price ${"of the very long sentence about price lists, ".repeat(60)}ends.`],
      ...filler,
    ]);
    const { quotes } = answerFromUnits({
      question: "What is the price of the price lists?",
      documents: [endless, ...documents],
    });
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) {
      const text = [endless, ...documents][quote.documentIndex]?.text ?? "";
      expect(quote.start).toBeGreaterThanOrEqual(0);
      expect(quote.end).toBeLessThanOrEqual(text.length);
      expect(countWords(text.slice(quote.start, quote.end))).toBeLessThanOrEqual(60);
    }
  });

  it("quotes only from the units that it is given", () => {
    const { quotes } = answerFromUnits({
      question: "When are quotations due?",
      documents,
      candidates: [new Set(), null],
    });
    expect(quotes.every((quote) => quote.documentIndex === 1)).toBe(true);
  });

  it("has nothing to say without documents, without words in common, and to an empty question", () => {
    expect(answerFromUnits({ question: "When?", documents: [] })).toMatchObject({
      quotes: [],
      confidence: 0,
      isAnswered: false,
    });
    expect(answerFromUnits({ question: "Zyxwv qponm?", documents })).toMatchObject({ quotes: [], isAnswered: false });
    // The winter is known; the lighthouse keeper's dog is not.
    const unheardOf = "What is the name of the lighthouse keeper's dog in winter?";
    expect(answerFromUnits({ question: unheardOf, documents }).isAnswered).toBe(false);
    expect(answerFromUnits({ question: "", documents }).quotes).toEqual([]);
  });

  it("is surer of a question in the document's own words than of one about something else", () => {
    const sure = answerFromUnits({
      question: "When are quotations due by email to the contracting officer?",
      documents,
    });
    const unsure = answerFromUnits({
      question: "Which vaccine does the minister of Norway recommend for 1998?",
      documents,
    });
    expect(sure.confidence).toBeGreaterThan(unsure.confidence);
  });
});

describe("composeExtractive", () => {
  const compose = (question: string) => composeExtractive(answerFromUnits({ question, documents }), documents);

  it("keeps the introduction that turns an item round", () => {
    expect(compose("Do we have to run the servers for the prototype ourselves?")[0]?.text).toMatch(
      /not be responsible to perform the following:.* Provide hosting/,
    );
  });

  it("answers each part of a question with its best passage first", () => {
    const [first, second] = compose("Which deliverables are due, and how long may a resume be?");
    expect(first?.text).toContain("Source code: Every sprint");
    expect(second?.text).toContain("1 page");
  });

  it("says one passage once that answers two parts", () => {
    const [first] = compose("How must quotations be sent, and how long may a resume be?");
    expect(first?.text).toMatch(/by email.*1 page/);
    expect(first?.citations).toHaveLength(1);
  });

  it("says each entry of a list in its order, however many quotes that takes", () => {
    const piers = Array.from(
      { length: 12 },
      (_, index): Line => [
        "list_item",
        `Pier ${index + 1} with its cranes, its rails, its sheds, its lamps and the keeper who looks after all of these at night`,
        { level: 0, marker: "-" },
      ],
    );
    const plan = aDocument("Plan.md", [["paragraph", "The lease covers the following piers:"], ...piers, ...filler]);
    const { quotes } = answerFromUnits({ question: "Which piers does the lease cover?", documents: [plan] });
    const said = composeExtractive(
      answerFromUnits({ question: "Which piers does the lease cover?", documents: [plan] }),
      [plan],
    );
    expect(quotes).toHaveLength(5);
    expect(said.map(({ text }) => text).join(" ")).toMatch(/Pier 1 .*Pier 2 .*Pier 3 .*Pier 9 /);
  });

  it("says nothing twice and cites at most five passages", () => {
    const sentences = compose("How long may a resume be and when are quotations due?");
    expect(new Set(sentences.map((sentence) => sentence.text)).size).toBe(sentences.length);
    expect(sentences.flatMap((sentence) => sentence.citations).length).toBeLessThanOrEqual(5);
  });

  it("leaves out what matches far less than the best, unless a list is asked for", () => {
    const found = answerFromUnits({ question: "What must quotations and resumes of the contractor be?", documents });
    const standing = (share: number) =>
      found.quotes.map((quote, rank) => (rank === 0 ? quote : { ...quote, standing: share }));
    const count = (share: number, isList: boolean) => {
      const parts = found.parts.map((part) => ({ ...part, question: { ...part.question, isList } }));
      return composeExtractive({ ...found, parts, quotes: standing(share) }, documents).length;
    };
    expect(count(0.9, false)).toBeGreaterThan(1);
    expect(count(0.001, false)).toBe(1);
    expect(count(0.001, true)).toBe(count(0.9, false));
  });

  it("tells what answers from what only may matter, which comes last", () => {
    const found = answerFromUnits({ question: "What must quotations and resumes of the contractor be?", documents });
    const quotes = found.quotes.map((quote, rank) => ({ ...quote, standing: rank === 0 ? 0.1 : rank === 1 ? 1 : 0.2 }));
    const asides = composeExtractive({ ...found, quotes }, documents).map((sentence) => sentence.isAside);
    expect(asides[0]).toBe(false);
    expect(asides.slice(1)).toEqual(asides.slice(1).map(() => true));
  });

  it.each([
    "When are quotations due?",
    "Which deliverables are due?",
    "Is this reserved for small firms?",
    "Who hosts the prototype?",
    "Which piers has the harbour office?",
  ])("writes sentences that pass the gate: %s", (question) => {
    for (const sentence of compose(question)) {
      const quotes = sentence.citations.map(({ documentIndex, start, end }) => {
        const text = documents[documentIndex]?.text ?? "";
        return { quote: text.slice(start, end), renditionText: text, start, end };
      });
      expect(checkSentence(sentence.text, quotes)).toEqual({ ok: true });
    }
  });
});
