import type { SiteDay } from "./watched-site";

export interface Tier {
  name: string;
  monthly: string;
  yearly: string;
  line: string;
  points: string[];
}

/** The middle plan gets dearer on the first day, in both terms. */
export const tiersOf = (day: SiteDay): Tier[] => [
  {
    name: "Bench",
    monthly: "€19",
    yearly: "€15",
    line: "For one group with one freezer and many opinions.",
    points: ["Up to 5 seats", "10,000 samples", "Labels for any printer"],
  },
  {
    name: "Laboratory",
    monthly: day === 0 ? "€49" : "€54",
    yearly: day === 0 ? "€39" : "€43",
    line: "For laboratories that are audited.",
    points: ["Up to 40 seats", "250,000 samples", "Chain of custody", "Audit trail"],
  },
  {
    name: "Campus",
    monthly: "€129",
    yearly: "€105",
    line: "For several laboratories that lend each other samples.",
    points: ["Unlimited seats", "Unlimited samples", "Single sign-on", "A person who knows your name"],
  },
];

export type Row = [label: string, bench: string | boolean, laboratory: string | boolean, campus: string | boolean];

/** One allowance shrinks and one dash becomes words on the first day; the broken template of the second loses an uptime. */
export const matrixOf = (day: SiteDay): { group: string; rows: Row[] }[] => [
  {
    group: "Samples",
    rows: [
      ["Samples", "10,000", "250,000", "Unlimited"],
      ["Barcode labels", day === 0 ? "500 a month" : "250 a month", "5,000 a month", "Unlimited"],
      ["Freezer maps", true, true, true],
      ["Aliquot family trees", false, true, true],
    ],
  },
  {
    group: "Compliance",
    rows: [
      ["Audit trail kept for", false, "5 years", "15 years"],
      ["Electronic signatures", false, day === 0 ? false : "Add-on", true],
      ["Validation package", false, "€2,400 once", true],
    ],
  },
  {
    group: "Service",
    rows: [
      ["Uptime in the contract", false, "99.5 %", day === 2 ? "" : "99.95 %"],
      ["First reply", "Next working day", "4 hours", "1 hour"],
      ["Restore from backup", false, "On request", "Self-service"],
    ],
  },
];

export const trials = ["14-day trial", "21-day trial"] as const;
export const trialOf = (day: SiteDay): string => trials[day % 2] ?? "";

export interface Customer {
  slug: string;
  name: string;
  field: string;
  figure: string;
  text: string[];
  until?: SiteDay;
}

const customers: Customer[] = [
  {
    slug: "ostrava-cord-blood",
    name: "Ostrava Cord Blood Bank",
    field: "Biobanking",
    figure: "62,000 units moved without a loss",
    text: [
      "The bank kept its units in eleven tanks and its records in four spreadsheets, one of which nobody could open.",
      "The move took nine days. Every unit was scanned twice, and the second scan found 31 that the paper had given up.",
    ],
  },
  {
    slug: "fenland-seeds",
    name: "Fenland Seeds",
    field: "Plant breeding",
    figure: "3 days saved per trial",
    text: [
      "Breeders write on paper bags because gloves and tablets do not agree. The bags now carry labels that survive a shed.",
      "Fenland prints nine thousand of them each spring.",
    ],
  },
  {
    slug: "tvedt-biobank",
    name: "Tvedt Biobank",
    field: "Biobanking",
    figure: "1 inventory instead of 7",
    text: ["Seven hospitals lend each other serum. They used to do so by telephone."],
    until: 0,
  },
  {
    slug: "grauer-water",
    name: "Grauer Water Laboratories",
    field: "Environmental testing",
    figure: "410 samples a day",
    text: [
      "Samples come in on ice at four in the afternoon and must be read before midnight.",
      "The courier's scan is the first line of the chain of custody; the invoice is the last.",
    ],
  },
];
export const customersOf = (day: SiteDay): Customer[] => customers.filter(({ until = 3 }) => day <= until);

export interface Release {
  date: string;
  title: string;
  kind: "New" | "Improved" | "Fixed";
  items: string[];
  from: SiteDay;
}

const releases: Release[] = [
  {
    date: "2026-11-27",
    title: "Two-person release",
    kind: "New",
    items: ["A sample marked as irreplaceable leaves the freezer only when a second person agrees."],
    from: 2,
  },
  {
    date: "2026-11-26",
    title: "Freezer maps, second edition",
    kind: "Improved",
    items: ["Racks can be turned on the screen as they are in the room.", "Maps load in a third of the time."],
    from: 1,
  },
  {
    date: "2026-11-12",
    title: "Labels in Greek and Cyrillic",
    kind: "New",
    items: ["Printers that know no such letters get them as a picture."],
    from: 0,
  },
  {
    date: "2026-10-29",
    title: "Scanner time-outs",
    kind: "Fixed",
    items: [
      "Scanners of the KX series no longer lose the first digit after a pause.",
      "A scan made while offline is sent once, not twice.",
    ],
    from: 0,
  },
  {
    date: "2026-10-08",
    title: "Import from spreadsheets with merged cells",
    kind: "Improved",
    items: ["We read them now. We still wish you would not."],
    from: 0,
  },
  {
    date: "2026-09-17",
    title: "Webhooks for temperature alarms",
    kind: "New",
    items: ["An alarm can call any address of yours, with three tries in ten minutes."],
    from: 0,
  },
];
export const releasesOf = (day: SiteDay): Release[] => releases.filter(({ from }) => from <= day);

export const features = [
  {
    slug: "freezer-maps",
    name: "Freezer maps",
    text: [
      "Click the door, the shelf, the rack, the box. The tube you want blinks.",
      "Positions are checked when a box is put back, because that is when they go wrong.",
    ],
  },
  {
    slug: "chain-of-custody",
    name: "Chain of custody",
    text: [
      "Who had it, where, how cold, and for how long: four questions, one line each, none of them editable.",
      "Couriers sign on their own telephone and need no account.",
    ],
  },
  {
    slug: "labels",
    name: "Labels",
    text: [
      "Labels for tubes, straws, cassettes and bags. We send a sample roll so that you can try them in your nitrogen.",
    ],
  },
] as const;

export const questions = [
  ["Do read-only users need a seat?", "No. Whoever only looks is free of charge, in all plans."],
  ["Where do you keep our data?", "In Frankfurt and Helsinki. Campus customers may choose one of the two."],
  [
    "What happens when we leave?",
    "You take an export with you that other systems read, and we delete the rest after 30 days.",
  ],
] as const;
