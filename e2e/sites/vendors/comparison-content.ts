import type { SiteDay } from "./watched-site";

export interface Tariff {
  name: string;
  monthly: string;
  yearly: string;
  line: string;
}

/** The middle tariff gets dearer on the first day; on the second the yearly price of the last is lost. */
export const tariffsOf = (day: SiteDay): Tariff[] => [
  { name: "Guesthouse", monthly: "$24", yearly: "$230", line: "For houses where the owner answers the bell." },
  {
    name: "Boutique",
    monthly: day === 0 ? "$59" : "$64",
    yearly: day === 0 ? "$566" : "$614",
    line: "For a reception with a rota.",
  },
  {
    name: "Resort",
    monthly: "$149",
    yearly: day === 2 ? "" : "$1,430",
    line: "For several houses under one roof of paper.",
  },
];

/** True and false are shown as signs. */
export type Cell = string | boolean;

/** A sign turns and a limit falls on the first day; the hours of support go to and fro. */
export const comparisonOf = (day: SiteDay): { group: string; rows: [string, ...Cell[]][] }[] => [
  {
    group: "Conversations",
    rows: [
      ["Rooms", "Up to 25", day === 0 ? "Up to 120" : "Up to 90", "Unlimited"],
      ["Messages by phone and web", true, true, true],
      ["Answers in the guest's language", "4 languages", "31 languages", "31 languages"],
      ["Night porter mode", false, true, true],
    ],
  },
  {
    group: "Administration",
    rows: [
      ["Single sign-on", false, day === 0, true],
      ["Export of conversations", "CSV", "CSV and API", "CSV and API"],
      ["Audit trail", false, "90 days", "7 years"],
      ["First answer of our support", "2 days", day % 2 === 0 ? "9 hours" : "6 hours", "1 hour"],
    ],
  },
];
export const swinging = ["9 hours", "6 hours"];

export interface Link {
  slug: string;
  name: string;
  category: string;
  effort: string;
  text: string;
}

const links: Link[] = [
  {
    slug: "quayside-pms",
    name: "Quayside PMS",
    category: "Property management",
    effort: "20 minutes",
    text: "Arrivals, departures and room changes reach the inbox as they happen.",
  },
  {
    slug: "tably",
    name: "Tably",
    category: "Restaurants",
    effort: "10 minutes",
    text: "Guests ask for a table in the chat and get the one by the window if it is free.",
  },
  {
    slug: "lockwise",
    name: "Lockwise",
    category: "Door locks",
    effort: "2 hours",
    text: "Sends a key to the telephone when the room is ready and takes it back at noon.",
  },
  {
    slug: "postmill",
    name: "Postmill",
    category: "Mail",
    effort: "5 minutes",
    text: "Letters that arrive at the old address become conversations like all others.",
  },
  {
    slug: "linen-ledger",
    name: "Linen Ledger",
    category: "Housekeeping",
    effort: "45 minutes",
    text: "A wish for towels is a task on the right floor before the guest has put the phone down.",
  },
];
const arrival: Link = {
  slug: "kassa-nord",
  name: "Kassa Nord",
  category: "Payments",
  effort: "30 minutes",
  text: "Deposits and minibars are paid by a link that is valid for one day.",
};

export const linksOf = (day: SiteDay): Link[] =>
  day === 0 ? links : [...links.filter(({ slug }) => slug !== "postmill"), arrival];

export const voices = [
  ["We sold the fax machine the same week.", "Hotel Merlin, Graz"],
  ["Nobody calls twice any more.", "Casa Verde, Funchal"],
  ["The night porter sleeps. This is a compliment.", "The Anchorage, Oban"],
  ["Four houses, one inbox, no shouting.", "Lindqvist Stays, Malmö"],
] as const;
