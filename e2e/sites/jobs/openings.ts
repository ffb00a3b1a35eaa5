import type { DayTruth, SiteDay } from "../vendors/watched-site";

export interface Opening {
  id: string;
  title: string;
  team: string;
  place: string;
  terms: string;
  text: string[];
  posted: string;
  from: SiteDay;
  until: SiteDay;
}

const opening = (
  id: string,
  title: string,
  team: string,
  place: string,
  terms: string,
  posted: string,
  text: string[],
  from: SiteDay = 0,
  until: SiteDay = 3,
): Opening => ({ id, title, team, place, terms, posted, text, from, until });

/** What an operator of cold stores looks for. One opening closes and two appear on the first day. */
const coldStores: Opening[] = [
  opening("refrigeration-technician", "Refrigeration Technician", "Plant", "Rotterdam", "Full time", "2026-11-02", [
    "You keep ammonia plants of 2 to 14 megawatts running and know them by their sound.",
    "Four weeks of day shift, one week on call, with a car that may be used at weekends.",
  ]),
  opening("night-shift-lead", "Night Shift Lead", "Warehouse", "Rotterdam", "Full time", "2026-11-09", [
    "Twenty people and eleven trucks between ten and six. You decide what is loaded first.",
    "Experience with frozen goods helps; calm helps more.",
  ]),
  opening("payroll-specialist", "Payroll Specialist", "Finance", "Antwerp", "Part time", "2026-10-19", [
    "Six hundred payslips in two countries, thirteen times a year.",
    "You work with two colleagues, three days a week, from home on one of them.",
  ]),
  opening("data-analyst", "Data Analyst", "Technology", "Remote", "Full time", "2026-10-30", [
    "Doors, compressors and trucks write two million lines a day. You find the three that matter.",
    "SQL is needed, patience with sensors too.",
  ]),
  opening("customs-clerk", "Customs Clerk", "Trade", "Antwerp", "Full time", "2026-11-12", [
    "You clear fish, fruit and vaccines, mostly within the hour.",
    "The licence can be earned with us.",
  ]),
  opening(
    "apprentice-electrician",
    "Apprentice Electrician",
    "Plant",
    "Zeebrugge",
    "Apprenticeship",
    "2026-09-22",
    ["Three years in a plant that never stops, with one day of school a week."],
    0,
    0,
  ),
  opening("key-account-manager", "Key Account Manager", "Trade", "Hamburg", "Full time", "2026-11-18", [
    "You look after nine customers who store 40,000 pallets with us and would like to store more.",
  ]),
  opening(
    "safety-engineer",
    "Safety Engineer",
    "Plant",
    "Hamburg",
    "Full time",
    "2026-11-26",
    [
      "You walk through eleven sites a year and write reports that are read.",
      "A degree in engineering and a stomach for ammonia alarms.",
    ],
    1,
  ),
  opening(
    "reach-truck-driver",
    "Reach Truck Driver",
    "Warehouse",
    "Zeebrugge",
    "Shift work",
    "2026-11-26",
    ["Minus twenty-four degrees, heated cabin, eight hours with three breaks."],
    1,
  ),
];

/** What a maker of maps looks for; enough for three turns of "load more". */
const maps: Opening[] = [
  ["Cartographer", "Design"],
  ["Frontend Engineer", "Engineering"],
  ["Site Reliability Engineer", "Engineering"],
  ["Field Surveyor", "Survey"],
  ["Drone Pilot", "Survey"],
  ["Technical Writer", "Documentation"],
  ["Account Executive", "Sales"],
  ["Rust Engineer, Routing", "Engineering"],
  ["Office Manager", "People"],
  ["Type Designer", "Design"],
  ["Data Licensing Counsel", "Legal"],
  ["Support Engineer", "Customer Care"],
  ["Product Manager, Tiles", "Product"],
  ["Recruiter", "People"],
].map(([title = "", team = ""], index) =>
  opening(
    `m${4100 + index * 13}`,
    title,
    team,
    ["Lisbon", "Tallinn", "Remote (EU)"][index % 3] ?? "",
    index % 4 === 3 ? "Contract" : "Permanent",
    `2026-10-${String(3 + index * 2).padStart(2, "0")}`,
    [
      `As ${title} in ${team} you work with four to nine people on maps that walkers trust with their knees.`,
      "We meet twice a year in the hills and pay for the boots.",
    ],
    index === 13 ? 1 : 0,
    index === 4 ? 0 : 3,
  ),
);

/** What a chain of clinics looks for. The second is the one whose place moves. */
const clinics: Opening[] = (
  [
    ["Practice Nurse", "Nursing", "Hexworthy", "Full time", "You see twenty people a day and remember most of them."],
    [
      "Account Executive, Occupational Health",
      "Sales",
      "Porto",
      "Full time",
      "Employers buy check-ups from us. You visit those who might.",
    ],
    [
      "Head of Sterile Services",
      "Operations",
      "Thornby",
      "Permanent",
      "Two autoclaves, four colleagues and no excuses.",
    ],
    ["Radiographer", "Diagnostics", "Hexworthy", "Part time", "Three mornings with a machine that was new last year."],
    [
      "Night Receptionist",
      "Front of house",
      "Callow Bay",
      "Shift work",
      "From ten to six you are the one who is awake.",
    ],
    [
      "Backend Developer, Rotas",
      "Technology",
      "Remote (UK)",
      "Full time",
      "The rota is solved every night. You make it finish before breakfast.",
    ],
    ["Physiotherapist", "Nursing", "Callow Bay", "Full time", "Knees in the morning, shoulders in the afternoon."],
    ["Facilities Coordinator", "Operations", "Dunmere", "Fixed term", "Old post offices leak. You know where."],
    [
      "Paediatric Nurse",
      "Nursing",
      "St Orran",
      "Full time",
      "A new clinic opens in March, and its patients are small.",
    ],
  ] as const
).map(([title, team, place, terms, text], index) =>
  opening(
    String(5_201_440 + index * 31),
    title,
    team,
    place,
    terms,
    `2026-11-${String(3 + index * 2).padStart(2, "0")}`,
    [text, "We pay for training and for the train."],
    index === 8 ? 1 : 0,
    index === 4 ? 0 : 3,
  ),
);

export const registers = { coldStores, maps, clinics } satisfies Record<string, Opening[]>;

/** The openings of a day. The place of one changes on the first day; another's to and fro at every reading. */
export function openingsOf(all: readonly Opening[], day: SiteDay): Opening[] {
  return all
    .filter(({ from, until }) => from <= day && day <= until)
    .map((one) => {
      if (["data-analyst", "analyst-data"].includes(one.id) && day >= 1) return { ...one, place: "Rotterdam" };
      if (one.title.startsWith("Account Executive") && day >= 1) return { ...one, place: "Madrid" };
      if (one.id === "customs-clerk" && day % 2 === 1) return { ...one, terms: "Temporary" };
      return one;
    });
}

/** The truth of a board: `pathOf` is null where openings have no page of their own. */
export function boardTruth(
  all: readonly Opening[],
  day: SiteDay,
  { lists, others = [], pathOf }: { lists: string[]; others?: string[]; pathOf: (one: Opening) => string },
): DayTruth {
  const open = openingsOf(all, day);
  const list = lists[0] ?? "/";
  const at = (id: string) => [list, ...open.filter((one) => one.id === id).map(pathOf), ...lists.slice(1)];
  const before = day === 0 ? [] : openingsOf(all, (day - 1) as SiteDay);
  const isFlapping = (id: string) => id === "customs-clerk";
  return {
    pages: [...lists, ...others, ...open.map(pathOf)],
    records: open.map((one) => ({
      page: pathOf(one),
      title: one.title,
      values: [one.team, one.place, ...(isFlapping(one.id) ? [] : [one.terms])],
    })),
    changes:
      day === 1
        ? [
            ...open.filter(({ from }) => from === 1).map(({ title }) => ({ pages: lists, is: title })),
            ...before.filter(({ until }) => until === 0).map(({ title }) => ({ pages: lists, was: title })),
            ...open.flatMap((one) => {
              const was = before.find(({ id }) => id === one.id);
              return was && was.place !== one.place ? [{ pages: at(one.id), was: was.place, is: one.place }] : [];
            }),
          ]
        : [],
    emptied: [],
    flapping:
      day >= 2 && open.some(({ id }) => isFlapping(id))
        ? [{ pages: at("customs-clerk"), values: ["Full time", "Temporary"] }]
        : [],
  };
}
