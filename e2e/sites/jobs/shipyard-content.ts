import type { SiteDay } from "../vendors/watched-site";

export interface Vacancy {
  ref: string;
  title: string;
  trade: string;
  yard: string;
  contract: string;
  pay: string;
  until: string;
  text: string[];
  from: SiteDay;
  /** The last day on which it stands there. */
  last: SiteDay;
}

const lines: [
  ref: string,
  title: string,
  trade: string,
  yard: string,
  contract: string,
  pay: string,
  until: string,
  text: string,
  from: SiteDay,
  last: SiteDay,
][] = [
  [
    "W-1041",
    "Welder",
    "Steel",
    "Cobh Yard",
    "Permanent",
    "€24.10 an hour",
    "11 December 2026",
    "Hulls of up to ninety metres, mostly overhead.",
    0,
    3,
  ],
  [
    "W-1042",
    "Welder",
    "Steel",
    "Larne Yard",
    "Fixed term, 18 months",
    "£21.40 an hour",
    "11 December 2026",
    "Ferries in refit, mostly on your back.",
    0,
    3,
  ],
  [
    "W-1043",
    "Welding Inspector",
    "Steel",
    "Cobh Yard",
    "Permanent",
    "€58,000 a year",
    "18 December 2026",
    "You find what the welder hoped you would not.",
    0,
    3,
  ],
  [
    "E-0317",
    "Marine Electrician",
    "Electrical",
    "Larne Yard",
    "Permanent",
    "£23.75 an hour",
    "4 December 2026",
    "Bridge to bilge, with drawings from 1988.",
    0,
    1,
  ],
  [
    "E-0318",
    "Battery Systems Engineer",
    "Electrical",
    "Cobh Yard",
    "Permanent",
    "€66,000 a year",
    "8 January 2027",
    "Harbour ferries that charge in eight minutes.",
    0,
    3,
  ],
  [
    "P-0088",
    "Pipefitter",
    "Outfitting",
    "Cobh Yard",
    "Seasonal",
    "€23.20 an hour",
    "15 December 2026",
    "Three kilometres of pipe in a ship of sixty metres.",
    0,
    3,
  ],
  [
    "P-0089",
    "Joiner",
    "Outfitting",
    "Larne Yard",
    "Seasonal",
    "£19.90 an hour",
    "15 December 2026",
    "Cabins, and one very long bar.",
    0,
    3,
  ],
  [
    "O-0204",
    "Dock Master",
    "Operations",
    "Larne Yard",
    "Permanent",
    "£49,500 a year",
    "31 December 2026",
    "Ships come in straight because of you.",
    0,
    3,
  ],
  [
    "O-0205",
    "Crane Operator",
    "Operations",
    "Cobh Yard",
    "Shift work",
    "€26.00 an hour",
    "9 December 2026",
    "Two hundred tonnes and a good view.",
    0,
    0,
  ],
  [
    "D-0031",
    "Naval Architect",
    "Design",
    "Cobh Yard",
    "Permanent",
    "€71,000 a year",
    "22 January 2027",
    "You draw it, they curse it, it floats.",
    0,
    3,
  ],
  [
    "D-0032",
    "Nesting Programmer",
    "Design",
    "Larne Yard",
    "Part time",
    "£31,000 a year",
    "22 January 2027",
    "More plates from less steel.",
    0,
    3,
  ],
  [
    "S-0012",
    "Safety Adviser",
    "Operations",
    "Cobh Yard",
    "Permanent",
    "€54,000 a year",
    "19 December 2026",
    "You may stop anything, and you will.",
    1,
    3,
  ],
  [
    "P-0090",
    "Apprentice Shipwright",
    "Outfitting",
    "Larne Yard",
    "Apprenticeship",
    "£12.60 an hour",
    "29 January 2027",
    "Four years, one trade, all your fingers.",
    2,
    3,
  ],
];

export const vacancies: Vacancy[] = lines.map(([ref, title, trade, yard, contract, pay, until, text, from, last]) => ({
  ref,
  title,
  trade,
  yard,
  contract,
  pay,
  until,
  text: [text, "We pay for tickets, tools and the ferry home at Christmas."],
  from,
  last,
}));

export const raised = { ref: "P-0088", was: "€23.20 an hour", is: "€24.60 an hour" };
export const extended = { ref: "W-1043", was: "18 December 2026", is: "15 January 2027" };
export const filled = "E-0317";
export const lostContract = { ref: "P-0089", value: "Seasonal" };
/** To and fro from the second day on. */
export const swinging = { ref: "D-0032", values: ["Part time", "Full time"] } as const;

/** The pay of one rises and the term of another is extended on the first day; the contract of a third goes to and fro. */
export const vacanciesOf = (day: SiteDay): Vacancy[] =>
  vacancies
    .filter(({ from, last }) => from <= day && day <= last)
    .map((one) => {
      if (one.ref === swinging.ref) return { ...one, contract: swinging.values[day % 2] ?? "" };
      if (one.ref === lostContract.ref && day === 2) return { ...one, contract: "" };
      if (day === 0) return one;
      if (one.ref === raised.ref) return { ...one, pay: raised.is };
      return one.ref === extended.ref ? { ...one, until: extended.is } : one;
    });

/** On its last day but one a vacancy that was filled still stands in the list, struck through. */
export const isFilled = ({ ref }: Vacancy, day: SiteDay): boolean => ref === filled && day >= 1;
export const filledWords = "This position has been filled";
export const named = (ref: string): Vacancy => vacancies.find((one) => one.ref === ref) as Vacancy;
