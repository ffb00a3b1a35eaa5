import type { SiteDay } from "./watched-site";

/** What an editor of rich text makes: lists within lists, a table that was pasted as code. */
export type Rich =
  | { kind: "heading"; words: string }
  | { kind: "text"; words: string }
  | { kind: "quote"; words: string }
  | { kind: "list"; items: (string | [words: string, inner: string[]])[] }
  | { kind: "embed"; rows: string[][] };

const heading = (words: string): Rich => ({ kind: "heading", words });
const text = (words: string): Rich => ({ kind: "text", words });
const quote = (words: string): Rich => ({ kind: "quote", words });
const list = (...items: (string | [words: string, inner: string[]])[]): Rich => ({ kind: "list", items });
const embed = (...rows: string[][]): Rich => ({ kind: "embed", rows });

export interface Entry {
  slug: string;
  name: string;
  line: string;
  body: Rich[];
}

/** One inner line and one figure of a pasted table change on the first day, a sentence on the second. */
export const solutionsOf = (day: SiteDay): Entry[] => [
  {
    slug: "tomatoes",
    name: "Tomatoes under glass",
    line: "Warm feet, dry leaves, no mould.",
    body: [
      heading("What it watches"),
      list(
        ["Air", ["Temperature in four layers", day === 0 ? "Humidity every 60 seconds" : "Humidity every 20 seconds"]],
        ["Water", ["Drain and pH", "Weight of the gutter"]],
        "Light at the head of the plant",
      ),
      heading("What it saves"),
      embed(
        ["Season", "Gas for a square metre", "Yield"],
        ["2024", "21.4 m³", "68 kg"],
        ["2025", day === 0 ? "17.9 m³" : "17.2 m³", "71 kg"],
      ),
      quote("My screens close before I think of it."),
    ],
  },
  {
    slug: "orchids",
    name: "Orchids in pots",
    line: "Patience, by the thousand.",
    body: [
      text("An orchid takes three years and forgives nothing."),
      list(["Cooling phase", ["19 degrees for seven weeks", "No draught"]], "Labels that follow the pot"),
      text(day < 2 ? "Works with benches of five makers." : "Works with benches of eight makers."),
    ],
  },
  {
    slug: "lettuce",
    name: "Lettuce on water",
    line: "From seed to crate in 31 days.",
    body: [
      text("Rafts move, roots hang, and nobody kneels."),
      list(["Nutrients", ["Dosing in three tanks", "Alarm below 1.2 mS"]], ["Harvest", ["Count by camera"]]),
    ],
  },
  ...(day >= 2
    ? [
        {
          slug: "vertical-farms",
          name: "Farms without windows",
          line: "Light is a bill.",
          body: [text("Lamps follow the price of power by the quarter of an hour.")],
        },
      ]
    : []),
];

type Line = [slug: string, name: string, kind: string, date: string, line: string, from?: SiteDay, last?: SiteDay];

const lines: Line[] = [
  ["frost-alarm", "Frost alarm without false alarms", "Release", "November 26, 2026", "Three sensors vote.", 1],
  ["screens-2026", "Energy screens: what 40 growers told us", "Report", "November 18, 2026", "Most close too late."],
  ["co2-tank", "How long does a tank of CO2 last?", "Guide", "November 11, 2026", "Longer than you fear."],
  ["bees", "Bumblebees on the dashboard", "Story", "November 3, 2026", "They fly less on Mondays, and so do we."],
  ["gateway-2", "Gateway 2 speaks with pumps", "Release", "October 27, 2026", "One cable less."],
  ["drain", "Reading the drain", "Guide", "October 20, 2026", "What leaves the mat says what the plant drank."],
  [
    "night-heat",
    "Heat at night, sell by day",
    "Story",
    "October 8, 2026",
    "A nursery that earns with its buffer.",
    0,
    1,
  ],
  ["open-api", "Our interface is open", "Release", "September 30, 2026", "Keys for everybody who grows."],
  ["mould", "Mould is a matter of minutes", "Guide", "September 16, 2026", "Dew comes at ten past six."],
  ["prices-of-gas", "Gas by the hour", "Report", "September 2, 2026", "Why four in the morning is cheap."],
];

export interface Item {
  slug: string;
  name: string;
  kind: string;
  date: string;
  line: string;
}

/** Newest first. The figure in one name is corrected on the second day. */
export const itemsOf = (day: SiteDay): Item[] =>
  lines
    .filter(([, , , , , from = 0, last = 3]) => from <= day && day <= last)
    .map(([slug, name, kind, date, line]) => ({
      slug,
      name: slug === "screens-2026" && day >= 2 ? name.replace("40", "43") : name,
      kind,
      date,
      line,
    }));

/** One tab for each; the lease of one falls on the first day, the hours of another on the second. */
export const offersOf = (day: SiteDay): { name: string; facts: [label: string, value: string][] }[] => [
  {
    name: "Nursery",
    facts: [
      ["Area", "up to 2 hectares"],
      ["Sensors", "24 sensors"],
      ["Lease", day === 0 ? "€290 a month" : "€265 a month"],
      ["Support", "Weekdays"],
    ],
  },
  {
    name: "Grower",
    facts: [
      ["Area", "up to 12 hectares"],
      ["Sensors", "160 sensors"],
      ["Lease", "€940 a month"],
      ["Support", day < 2 ? "Seven days, 6 to 20" : "Seven days, 5 to 22"],
    ],
  },
  {
    name: "Group",
    facts: [
      ["Area", "as much as you have"],
      ["Sensors", "as many as you like"],
      ["Lease", "by contract"],
      ["Support", "Day and night"],
    ],
  },
];

export const crewOf = (day: SiteDay): [name: string, role: string][] => [
  ["Saskia Verlinde", "Chief executive"],
  ...(day === 0 ? ([["Jorn Tackema", "Head of agronomy"]] as [string, string][]) : []),
  ...(day >= 1 ? ([["Amina Dekoster", "Head of agronomy"]] as [string, string][]) : []),
  ["Bram Uyttersprot", "Hardware"],
  ["Lotte Ganzevoort", "Customers"],
];

export const questions: [question: string, answer: string][] = [
  ["Does it work without the net?", "Yes. The gateway decides by itself for as long as it has power."],
  ["Who owns the data?", "You do. We look at it only when you ask for help."],
];

export const customers = [
  "Van Hool Tomaten",
  "Orchidee Noord",
  "Kas & Kind",
  "Groen op Water",
  "De Lage Weide",
  "Ter Aar Paprika",
  "Glashuis 9",
  "Zonnedauw Plants",
];
export const offices = ["Answered in 34 minutes on average", "Answered in 41 minutes on average"] as const;
