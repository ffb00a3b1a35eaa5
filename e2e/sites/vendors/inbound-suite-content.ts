import type { SiteDay } from "./watched-site";

export interface CaseStudy {
  slug: string;
  client: string;
  headline: string;
  figures: [value: string, label: string][];
  text: string[];
  until: SiteDay;
}

const cases = (day: SiteDay): CaseStudy[] => [
  {
    slug: "brannoch-dairies",
    client: "Brannoch Dairies",
    headline: "Forty trucks a night through six doors",
    figures: [
      [day === 0 ? "34 minutes" : "29 minutes", "from gate to gate"],
      ["0", "injuries since the gates were changed"],
    ],
    text: [
      "The yard was built for churns. It now turns forty trucks between ten and four.",
      "Each driver is told a door before leaving the motorway, and the door knows the driver.",
    ],
    until: 3,
  },
  {
    slug: "veld-and-vine",
    client: "Veld & Vine",
    headline: "Citrus that does not wait in the sun",
    figures: [
      ["71%", "less time outside of the cold"],
      ["11 weeks", "from survey to the first truck"],
    ],
    text: [
      "Fruit lost a day of its life between the lorry and the store.",
      "Inflatable seals and a rule about who goes first gave it back.",
    ],
    until: 3,
  },
  {
    slug: "nordhavn-paper",
    client: "Nordhavn Paper",
    headline: "Reels by rail, and nobody shouting",
    figures: [
      ["1,200 tonnes", "moved each weekend"],
      ["3", "people where there were nine"],
    ],
    text: [
      "A reel of paper weighs as much as a small car and rolls better.",
      "Clamps, cameras and a siding of our own design keep it where it should be.",
    ],
    until: 3,
  },
  {
    slug: "castell-furniture",
    client: "Castell Furniture",
    headline: "Returns that find their way home",
    figures: [
      ["48 hours", "from doorstep to shelf"],
      ["€2.1 million", "of sofas saved from the skip"],
    ],
    text: ["A returned sofa has no box and no friends.", "We gave it a barcode and a door of its own."],
    until: 1,
  },
];
/** One is withdrawn on the second day. */
export const casesOf = (day: SiteDay): CaseStudy[] => cases(day).filter(({ until }) => day <= until);
export const withdrawn = "Returns that find their way home";

export interface Release {
  slug: string;
  date: string;
  title: string;
  text: string[];
  from: SiteDay;
}

/** One comes on the first day, the title of another is corrected on the second. */
export const releasesOf = (day: SiteDay): Release[] =>
  (
    [
      {
        slug: "kestrel-dock-buys-door-maker",
        date: "25 November 2026",
        title: "Kestrel Dock buys Halvard Doors",
        text: [
          "Kestrel Dock has agreed to buy Halvard Doors of Aalborg, a maker of fast doors for cold stores with 64 employees.",
          "The purchase is expected to close in February 2027.",
        ],
        from: 1,
      },
      {
        slug: "third-quarter",
        date: "4 November 2026",
        title: day < 2 ? "Third quarter: orders up by 14 percent" : "Third quarter: orders up by 12 percent",
        text: [
          "Orders were strongest in food and paper, and weakest where it rained.",
          "The order book reaches into May.",
        ],
        from: 0,
      },
      {
        slug: "charging-dock",
        date: "16 September 2026",
        title: "A dock that charges the truck while it is unloaded",
        text: [
          "The first three docks with chargers are in use in Leith.",
          "They give 150 kilowatts and ask for nothing.",
        ],
        from: 0,
      },
      {
        slug: "apprentices",
        date: "1 August 2026",
        title: "Nine apprentices begin in three towns",
        text: ["Welding, wiring and one who wants to do the books.", "All nine have been given boots."],
        from: 0,
      },
    ] as Release[]
  ).filter(({ from }) => from <= day);

export type Member = [name: string, role: string];
const staying: Member[] = [
  ["Ailsa Brodie", "Chief financial officer"],
  ["Joost van Hemert", "Head of engineering"],
  ["Carmen Oyelaran", "Head of service"],
];
export const lostRole = "Head of engineering";
/** The head of the company is another from the first day; a template of the second loses a role. */
export const teamOf = (day: SiteDay): Member[] => [
  day === 0 ? ["Duncan Farr", "Chief executive"] : ["Ines Albrecht", "Chief executive"],
  ...staying.map(([name, role]): Member => [name, day === 2 && role === lostRole ? "" : role]),
];

/** To and fro from the second day on. */
export const headcounts = ["310 colleagues in four countries", "320 colleagues in four countries"] as const;
export const headcountOf = (day: SiteDay): string => headcounts[day % 2] ?? headcounts[0];

export const praise = [
  ["They came on a Sunday and left on time.", "Yard manager, Fife"],
  ["Our drivers have stopped sounding the horn.", "Operations director, Rotterdam"],
  ["The doors close. I know how that sounds. They close.", "Cold store owner, Limassol"],
  ["I have slept through the night shift since March.", "Logistics lead, Kolding"],
  ["Cheaper than the dents.", "Fleet manager, Lille"],
] as const;

export const adverts = [
  ["Pallets, nearly new", "Palettenhof: 12,000 in stock, from €4.90"],
  ["Lease a forklift", "Liftly: three months free until Sunday"],
  ["Warehouse to let", "9,400 m² beside the A1, free from January"],
  ["Night shift coffee", "Brewline delivers before midnight, €0.31 a cup"],
] as const;
