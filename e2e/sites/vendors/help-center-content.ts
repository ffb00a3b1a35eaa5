import type { SiteDay } from "./watched-site";

export interface Collection {
  slug: string;
  name: string;
  line: string;
}

export const collections: Collection[] = [
  { slug: "301-selling-tickets", name: "Selling tickets", line: "At the counter, on the web and to groups" },
  { slug: "302-at-the-door", name: "At the door", line: "Scanners, season cards and people who come twice" },
  { slug: "303-money-and-data", name: "Money and data", line: "Payouts, taxes, exports and limits" },
];

export type Block = string | { steps: string[] } | { table: [head: string[], rows: string[][]] } | { note: string };

export interface Article {
  id: string;
  slug: string;
  title: string;
  in: string;
  author: string;
  blocks: (day: SiteDay) => Block[];
  from: SiteDay;
  until: SiteDay;
}

const article = (
  id: string,
  slug: string,
  title: string,
  place: string,
  author: string,
  blocks: Article["blocks"],
  from: SiteDay = 0,
  until: SiteDay = 3,
): Article => ({ id, slug, title, in: place, author, blocks, from, until });

/** One row of the limits is raised on the first day, and another is lost by the template of the second. */
export const limitsOf = (day: SiteDay): string[][] => [
  ["Ticket types in one event", "60"],
  ["Size of one import", day === 0 ? "25 MB" : "40 MB"],
  ["Requests to the interface", "120 per minute"],
  ["Scanners at one door", day === 2 ? "" : "16 devices"],
];
export const lostLimit = "16 devices";

export const feesOf = (day: SiteDay): string[][] => [
  ["Card", "1.4% + €0.20"],
  ["Invoice to a school", "€1.50"],
  ["Cash at the counter", day < 2 ? "free of charge" : "€0.05"],
];

/** How fast they say that they answer; to and fro from the second day on. */
export const paces = ["within 3 hours", "within 5 hours"] as const;
export const paceOf = (day: SiteDay): string => paces[day % 2] ?? paces[0];

const articles: Article[] = [
  article("8811040", "create-your-first-event", "Create your first event", "301-selling-tickets", "Noor", () => [
    "An event is whatever somebody can buy a ticket for: an exhibition, a tour at three, a lecture.",
    {
      steps: [
        "Open Events and choose New.",
        "Give it a name that fits on a ticket, at most 42 letters.",
        "Choose fixed times or open entry. This cannot be changed once a ticket is sold.",
      ],
    },
    { note: "Archived events keep their sales figures." },
  ]),
  article(
    "8811052",
    "group-bookings",
    "Take bookings from groups and schools",
    "301-selling-tickets",
    "Jonas",
    (day) => [
      `Groups of ${day === 0 ? "12" : "10"} or more can ask for a date, and you confirm it.`,
      "A teacher gets one code for the whole class; pupils need nothing.",
    ],
  ),
  article("8811067", "refund-a-ticket", "Refund a ticket", "301-selling-tickets", "Noor", () => [
    "Refunds go back by the way the money came.",
    {
      steps: [
        "Find the order by name or code.",
        "Choose Refund and say which tickets.",
        "The visitor is told by e-mail.",
      ],
    },
  ]),
  article("8811075", "discount-codes", "Discount codes", "301-selling-tickets", "Jonas", () => [
    "A code takes a share or an amount off, once or as often as you like.",
    "Codes are not case-sensitive and never contain the letter O.",
  ]),
  article("8812003", "set-up-a-scanner", "Set up a scanner", "302-at-the-door", "Ilse", () => [
    "Any telephone of the last six years will do.",
    { steps: ["Install the app.", "Scan the code under Doors.", "Try it with the sample ticket."] },
  ]),
  article("8812011", "season-cards", "Season cards", "302-at-the-door", "Ilse", () => [
    "A season card is a ticket that may be used again, though not twice within ten minutes.",
  ]),
  article(
    "8812024",
    "scan-with-a-usb-reader",
    "Scan with a USB reader",
    "302-at-the-door",
    "Ilse",
    () => ["USB readers type the code into the counter's browser. Set yours to end each code with Enter."],
    0,
    1,
  ),
  article("8813002", "limits", "Limits", "303-money-and-data", "Noor", (day) => [
    "These limits hold for every account. Ask us before you plan to exceed one.",
    { table: [["What", "Limit"], limitsOf(day)] },
  ]),
  article("8813009", "fees", "What a payment costs", "303-money-and-data", "Jonas", (day) => [
    "We take no share of your tickets. Payments cost what they cost us:",
    { table: [["Payment", "Fee"], feesOf(day)] },
    { note: "Fees are taken off at the payout, never at the sale." },
  ]),
  article(
    "8813031",
    "payouts-on-weekends",
    "Payouts on weekends",
    "303-money-and-data",
    "Jonas",
    () => ["Payouts are now made on Saturdays, too. A sale of Friday reaches most banks by Monday morning."],
    1,
  ),
];
export const articlesOf = (day: SiteDay): Article[] =>
  articles.filter(({ from, until }) => from <= day && day <= until);
