import { describe, expect, test } from "vitest";
import { aTenderDocument } from "../a-tender-document";
import { readFields } from "../read-fields";

const factors = (source: string) =>
  readFields([aTenderDocument("request.md", source)])
    .fields.filter((field) => field.name === "evaluation_factor")
    .map(({ text }) => text);

describe("a clause that leaves the factors to those who fill it in", () => {
  const clause =
    "The Agency awards to the responsible offeror whose offer is most advantageous, price and other factors considered. The following factors shall be used to evaluate offers:";

  test("names below it, numbered or not, up to what follows the list", () => {
    const source = `${clause}
(1) Handling of fragile loads
(2) Crew and vehicles: the evaluators look at how many drivers are licensed.
(3) Past performance (4 references)
(4) Price
Options. The Agency will evaluate offers by adding the price of all options.`;
    expect(factors(source)).toEqual(["Handling of fragile loads", "Crew and vehicles", "Past performance", "Price"]);
  });

  test("names behind its colon", () => {
    expect(factors(`${clause} (i) storage concept; (ii) past performance; and (iii) price.`)).toEqual([
      "Storage concept",
      "Past performance",
      "Price",
    ]);
  });

  test("an unfilled one names nothing", () => {
    expect(factors(`${clause}\n[Insert the factors in their relative order of importance.]\n____`)).toEqual([]);
  });
});

describe("factors in sentences", () => {
  test.each([
    [
      "The evaluation factors are Ferry Timetable, Crew, and Past Performance.",
      ["Ferry Timetable", "Crew", "Past Performance"],
    ],
    [
      "Offers will be evaluated in three areas: Rigging, Past Performance and Price.",
      ["Rigging", "Past Performance", "Price"],
    ],
    [
      "For award, the rigging area is composed of two factors: (1) Lifting Plan; and (2) Safety Record.",
      ["Lifting Plan", "Safety Record"],
    ],
    [
      "In addition to price, the following factors will be considered for award: Factor 1: Lifting Plan, Factor 2: Safety Record.",
      ["Lifting Plan", "Safety Record"],
    ],
    [
      "The lifting plan is significantly more important than the safety record, which is more important than price.",
      ["Lifting plan", "Safety record", "Price"],
    ],
    [
      "Lifting plan and safety record, when combined, are more important than price in selecting the best value.",
      ["Lifting plan", "Safety record", "Price"],
    ],
  ])("%s", (source, names) => {
    expect(factors(`# Evaluation of offers\n${source}`).map((text) => text.replace(/ \(.*$/, ""))).toEqual(names);
  });

  test("points that a sentence gives to one", () => {
    const source = `# How offers are scored
The lifting plan is worth up to 30 points.
A maximum of 25 points will be awarded for the safety record.
Price will be scored out of 45 points.`;
    expect(factors(source)).toEqual([
      "Lifting plan (up to 30 points)",
      "Safety record (maximum of 25 points)",
      "Price (45 points)",
    ]);
  });
});

test.each([
  "Proposals with lower wages will be evaluated on the basis of maintaining the crew, undisturbed work, and availability of able staff.",
  "Evaluation Factors for Award: FAR 52.212-2, Evaluation of Commercial Products, is being used.",
  "The contractor's performance will be assessed against the following criteria: punctuality, cleanliness and noise.",
  "A small firm is one that meets the following criteria: it has fewer than 50 people and it is independent.",
])("none is taken from: %s", (source) => {
  expect(factors(`# Evaluation of offers\n${source}`)).toEqual([]);
});

describe("factors in tables and under headings as buyers print them", () => {
  test("points and pass or fail, in parts of one table with heads of their own", () => {
    const source = `# Evaluation criteria
| Criterion description | Score |
| --- | --- |
| 1. Letter of offer | PASS/ FAIL |
| Delivery plan | Maximum points |
| 1. Rigging method | 3 |
| 2. Detailed schedule | 12 |
| TOTAL POINTS | 100 |`;
    expect(factors(source)).toEqual(["Letter of offer (PASS/ FAIL)", "Rigging method (3)", "Detailed schedule (12)"]);
  });

  test("a name whose line break is lost before its explanation", () => {
    const source = `# Evaluation
| Item | Evaluation criteria | Weighting (%) |
| --- | --- | --- |
| A | Health and Safety Programme Bidders with more detailed programmes that include all sites will be favoured over those with less, as will those whose records are better. | 15 |`;
    expect(factors(source)).toEqual(["Health and Safety Programme (15)"]);
  });

  test("what the buyer will consider in evaluating each", () => {
    const source = `# Basis of award
In evaluating an Offeror’s rigging approach, the Board will consider (a) the quality of its plans and (b) its cranes.
In evaluating an Offeror’s price, the Board will consider the total of three years.`;
    expect(factors(source)).toEqual(["Rigging approach", "Price"]);
  });

  test("long items of a list of criteria", () => {
    const source = `# Selection criteria
Vendors will be evaluated against the following criteria. Each member of the panel will measure the proposal against the criteria on a scale of 1 to 5:

- Relevant understanding and experience in crane inspection, load models, rope work, tower work, dock work and other related work
- Strength of the examples of previous work`;
    expect(factors(source)).toEqual([
      "Relevant understanding and experience in crane inspection",
      "Strength of the examples of previous work",
    ]);
  });
});

describe("lists and lines that say themselves what they are", () => {
  test("criteria that stand below in order of importance, also as the degree to which something holds", () => {
    const source = `## Criteria for proposals
The criteria to be applied to each proposal are listed in descending order of importance. Sub-criteria have equal weight.
- Rehearsal (shortlisted ensembles only).
- The extent to which the proposed conductor and soloists demonstrate command of the repertoire;
- Extent to which references show punctual arrival.`;
    expect(factors(source)).toEqual(["Rehearsal", "Proposed conductor and soloists", "References"]);
  });

  test("a line with its own weighting", () => {
    const source = `## 5. Qualitative requirements
### a). Ferry crew and vessels (45% Weighting)
The respondent must describe the crew.
### b). Timetable - Weighting: 55%
The respondent must provide a timetable.
### c). Insurance (20% deductible)`;
    expect(factors(source)).toEqual(["Ferry crew and vessels (45%)", "Timetable (55%)"]);
  });

  test("numbered factors that have run into one line", () => {
    const source = `| M.4 Order | The factors are listed below: Factor 1 - Dredging method Factor 2 – Survey metrics Factor 3 - Price Factor 1, Dredging method and Factor 2 are equal. |`;
    expect(factors(source)).toEqual(["Dredging method", "Survey metrics", "Price"]);
  });

  test("bids that are ranked by price", () => {
    expect(factors("All offerors will be ranked from the lowest to the highest price based on the form.")).toEqual([
      "Price",
    ]);
  });
});
