import type { SiteDay } from "./watched-site";

export const currencies = ["eur", "usd", "gbp"] as const;
export type Currency = (typeof currencies)[number];
export const signs: Record<Currency, string> = { eur: "€", usd: "$", gbp: "£" };

export interface HallPlan {
  name: string;
  line: string;
  monthly: Record<Currency, number>;
  points: string[];
}

/** The middle plan gets dearer in euros on the first day, and the largest in dollars alone. */
export const hallPlansOf = (day: SiteDay): HallPlan[] => [
  {
    name: "Court",
    line: "One hall, one caretaker.",
    monthly: { eur: 19, usd: 21, gbp: 17 },
    points: ["Weekly timetable", "Bookings by email", "2 administrators"],
  },
  {
    name: "Club",
    line: "Halls that several clubs share.",
    monthly: { eur: day === 0 ? 39 : 45, usd: 47, gbp: 36 },
    points: ["Everything in Court", "Door codes by text message", "8 administrators", "Invoices by club"],
  },
  {
    name: "League",
    line: "Cities and leagues with fixtures.",
    monthly: { eur: 129, usd: day === 0 ? 139 : 152, gbp: 115 },
    points: ["Everything in Club", "Fixtures and referees", "Unlimited administrators", "Phone support until 22:00"],
  },
];

/** Ten months are paid in a year; a template of the second day loses this one. */
export const yearlyOf = ({ monthly }: HallPlan, currency: Currency): number => monthly[currency] * 10;
export const lostYearly = "€1,290";

export const moneyOf = (amount: number, currency: Currency): string => signs[currency] + amount.toLocaleString("en-US");

/** What a calculator multiplies with, and what a table under it says for those without a script. */
export const discountsOf = (day: SiteDay): [halls: string, from: number, percent: number][] => [
  ["1 to 3 halls", 1, 0],
  ["4 to 10 halls", 4, day < 2 ? 10 : 12],
  ["11 to 40 halls", 11, 18],
  ["41 halls and more", 41, 25],
];

export interface Feature {
  slug: string;
  name: string;
  text: string[];
  from: SiteDay;
}

export const featuresOf = (day: SiteDay): Feature[] =>
  [
    {
      slug: "online-booking",
      name: "Online booking",
      text: [
        "A club sees which hours are free, asks for one and has an answer before the kettle boils.",
        "Standing bookings are carried into the next season with one click, and school holidays are left out.",
      ],
      from: 0,
    },
    {
      slug: "door-codes",
      name: "Door codes",
      text: [
        `Each booking gets a code of its own, valid from ${day === 0 ? "15" : "30"} minutes before it begins until ten minutes after it ends.`,
        "When the network is down the lock knows the codes of the next 48 hours.",
      ],
      from: 0,
    },
    {
      slug: "fixtures-and-referees",
      name: "Fixtures and referees",
      text: [
        "Fixtures are drawn so that nobody plays at home five times in a row.",
        "Referees say when they can, and the weekend fills itself.",
      ],
      from: 0,
    },
    {
      slug: "waiting-list",
      name: "Waiting list",
      text: [
        "A cancelled hour is offered to the first club on the list for twenty minutes, then to the next.",
        "Nobody rings anybody on a Sunday.",
      ],
      from: 1,
    },
  ].filter(({ from }) => from <= day) as Feature[];

/** The third answer is another on the second day. */
export const questionsOf = (day: SiteDay): [question: string, answer: string][] => [
  ["Do you charge for each booking?", "No. A plan has as many bookings as a week has hours."],
  ["Which locks work with door codes?", "Eleven models of four makers; the list is in the installation guide."],
  [
    "How do we leave?",
    `Give notice ${day < 2 ? "30 days" : "14 days"} before the end of a month and take your data as spreadsheets.`,
  ],
  ["Where is the data?", "In two data centers in Frankfurt, and nowhere else."],
];

/** To and fro from the second day on. */
export const setups = ["Set up in two days", "Set up in one day"] as const;
export const setupOf = (day: SiteDay): string => setups[day % 2] ?? setups[0];

export const praise = [
  ["We stopped printing the timetable.", "Caretaker, Ulverhome"],
  ["The handball club and the choir no longer meet by surprise.", "Head of sports, Brennfurt"],
  ["I was sceptical, and then it was winter and the codes still worked.", "Chair, TSV Oberau"],
  ["Our referees answer now. I do not know how you did it.", "Fixture secretary, Lakes League"],
] as const;
