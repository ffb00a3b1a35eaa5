import type { SiteDay } from "./watched-site";

export const currencies = ["usd", "eur", "gbp"] as const;
export type Currency = (typeof currencies)[number];
export const signOf: Record<Currency, string> = { usd: "$", eur: "€", gbp: "£" };

export interface Plan {
  id: string;
  name: string;
  line: string;
  /** For a month, when paid by the month and when paid by the year. */
  prices: Record<Currency, { month: number; year: number }>;
  points: string[];
}

/** The middle plan gets dearer on the first day in two of three currencies; on the second the smallest has another seat. */
export const plansOf = (day: SiteDay): Plan[] => [
  {
    id: "solo",
    name: "Solo",
    line: "One press, one pair of hands.",
    prices: { usd: { month: 19, year: 15 }, eur: { month: 18, year: 14 }, gbp: { month: 16, year: 13 } },
    points: [day < 2 ? "A single seat" : "Two seats", "Quotes and invoices", "Proofs by mail"],
  },
  {
    id: "studio",
    name: "Studio",
    line: "For shops where somebody else answers the telephone.",
    prices: {
      usd: day === 0 ? { month: 49, year: 39 } : { month: 54, year: 43 },
      eur: { month: 46, year: 37 },
      gbp: day === 0 ? { month: 41, year: 33 } : { month: 45, year: 36 },
    },
    points: ["Ten seats", "Job tickets with barcodes", "Paper stock that counts itself"],
  },
  {
    id: "press",
    name: "Pressroom",
    line: "Three shifts, four machines and a deadline.",
    prices: { usd: { month: 119, year: 95 }, eur: { month: 112, year: 90 }, gbp: { month: 99, year: 79 } },
    points: ["Unlimited seats", "Planning by machine", `Each further proof ${day < 2 ? "8" : "11"} cents`],
  },
];

type Row = [label: string, solo: string | boolean, studio: string | boolean, press: string | boolean];

/** A sign turns and an allowance grows on the first day; a row comes on the second. */
export const matrixOf = (day: SiteDay): { group: string; rows: Row[] }[] => [
  {
    group: "Jobs",
    rows: [
      ["Open jobs", "Up to 40 jobs", day === 0 ? "Up to 300 jobs" : "Up to 450 jobs", "Unlimited jobs"],
      ["Barcodes on tickets", false, true, true],
      ["Imposition previews", false, false, true],
    ],
  },
  {
    group: "Customers",
    rows: [
      ["Proofs in the browser", true, true, true],
      ["Customer portal", false, true, true],
      ["Portal under your own name", false, day >= 1, true],
      ...(day >= 2 ? [["Proofs on paper, by courier", false, false, "Within 2 days"] satisfies Row] : []),
    ],
  },
  {
    group: "Support",
    rows: [
      ["Answers by mail", "In two days", "In eight hours", "In two hours"],
      ["Training on the shop floor", false, false, "1 day a year"],
    ],
  },
];

export const questionsOf = (day: SiteDay): [question: string, answer: string][] => [
  [
    "Can I change my mind?",
    `Yes. Within ${day === 0 ? "14 days" : "30 days"} of the first payment we send the money back and ask once why.`,
  ],
  ["What counts as a seat?", "Everybody who signs in. People who only look at proofs do not count."],
  ["Do prices contain taxes?", "No. VAT or sales tax is added at the end, where the law wants it."],
  [
    "What happens to my jobs when I leave?",
    `You take them along as PDF and CSV. We delete our copy after ${day < 2 ? "sixty" : "ninety"} days.`,
  ],
];

export const voices = [
  ["We stopped writing on our hands.", "Ines Okonjo", "Owner, Tidepool Letterpress"],
  ["The bindery knows on Monday what the press does on Thursday.", "Matti Rauhala", "Planner, Kaari Print"],
  ["Our paper merchant thinks that we became psychic.", "Dolores Vint", "Buyer, Vint & Daughters"],
  ["It prints tickets faster than I can lose them.", "Rhys Amadi", "Foreman, Cardinal Offset"],
  ["I quoted a book from a train.", "Lene Brask", "Sales, Brask Bogtryk"],
  ["Nobody asks me any more where job 4711 is.", "Tomasz Wilk", "Production, Wilk Opakowania"],
] as const;

export interface Story {
  slug: string;
  name: string;
  place: string;
  figure: string;
  text: string;
  from: SiteDay;
  last: SiteDay;
}

export const storiesOf = (day: SiteDay): Story[] =>
  (
    [
      {
        slug: "tidepool",
        name: "Tidepool Letterpress",
        place: "Astoria",
        figure: "31% fewer reprints",
        text: "Two people and a press from 1912. They quote in four minutes and print for four days.",
        from: 0,
        last: 3,
      },
      {
        slug: "kaari",
        name: "Kaari Print",
        place: "Turku",
        figure: "2,400 jobs a year",
        text: "The planner used to keep the week in a school book. The book is now in a frame.",
        from: 0,
        last: 3,
      },
      {
        slug: "cardinal",
        name: "Cardinal Offset",
        place: "St. Louis",
        figure: "9 machines",
        text: "Three shifts hand over by screen. The whiteboard was sold to a school.",
        from: 0,
        last: 1,
      },
      {
        slug: "halden",
        name: "Halden Labels",
        place: "Halden",
        figure: "70 million labels",
        text: "Jars, bottles and one lighthouse. Every roll has a ticket, and every ticket has a roll.",
        from: 1,
        last: 3,
      },
    ] satisfies Story[]
  ).filter(({ from, last }) => from <= day && day <= last);

export const releasesOf = (day: SiteDay): [date: string, title: string, text: string][] =>
  [
    ...(day >= 2
      ? ([
          ["November 27, 2026", "Proofs on phones", "A proof can be pinched, turned and approved with a thumb."],
        ] as const)
      : []),
    ["November 12, 2026", "Stock by weight", "Paper may be counted in sheets or in kilograms."],
    ["October 29, 2026", "Quotes that expire", "A quote that is older than you like says so."],
    ["October 8, 2026", "Faster planning", "A week with four machines is drawn in under a second."],
  ].map(([date = "", title = "", text = ""]) => [date, title, text]);

export const uptimeOf = (day: SiteDay): string => (day < 2 ? "99.9 % a month" : "99.95 % a month");
/** To and fro at every reading. */
export const answerTimes = ["Median answer last week: 41 minutes", "Median answer last week: 56 minutes"] as const;
