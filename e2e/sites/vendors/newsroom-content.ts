import type { SiteDay } from "./watched-site";

export interface Report {
  slug: string;
  section: string;
  date: string;
  author: string;
  title: string;
  standfirst: string;
  text: string[];
}

const authors = ["Marek Doyle", "Sunniva Hart", "Tobias Lark"];
export const standfirsts = [
  "A ferry burns what was fried in its own kitchen.",
  "Used oil drives a ferry for one winter.",
] as const;

type Line = [slug: string, section: string, title: string, standfirst: string, ...text: string[]];
const lines: Line[] = [
  [
    "night-freight-returns",
    "rail",
    "Night freight returns to the coast line",
    "Containers roll again after eleven years.",
    "The first night train left at 22:40 with 38 containers. The operator plans 14 trains a week from the spring.",
    "Residents were promised quieter brakes and got a telephone number.",
  ],
  [
    "crane-strike-ends",
    "ports",
    "Crane strike goes into third week",
    "Six ships wait in the roads.",
    "Talks were adjourned on Tuesday. The drivers ask for cabins that can be heated.",
    "The port says that two ships have turned for another harbour.",
  ],
  [
    "bypass-opens-quietly",
    "roads",
    "Bypass opens without a ribbon",
    "A road is used before it is opened.",
    "Drivers moved the cones themselves on Sunday evening. The authority left them where they were.",
  ],
  [
    "tunnel-boring-pauses",
    "rail",
    "Tunnel boring pauses for a spring",
    "Water where the maps show clay.",
    "The machine stands 1.9 kilometres from the portal. Pumps lift 300 litres a second until the ring is closed.",
  ],
  [
    "ferry-fuel-trial",
    "ports",
    "Ferry begins trial with used oil",
    standfirsts[0],
    "Four of ten tanks are filled with it. The engineers expect filters to be the problem.",
  ],
  [
    "weigh-bridge-fraud",
    "roads",
    "Weighbridge clerk admits rounding down",
    "Eleven tonnes vanished each day.",
    "The court heard that the scale was right and the pencil was not.",
  ],
  [
    "signal-box-museum",
    "rail",
    "Signal box moves to museum on a lorry",
    "Two villages watched it pass.",
    "The box of 1893 was lifted in one piece. It will be worked by volunteers on Sundays.",
  ],
  [
    "dredger-named",
    "ports",
    "New dredger is named by a pupil",
    "Sir Mudalot lost by nine votes.",
    "The vessel lifts 2,400 cubic metres in an hour and starts in the outer channel.",
  ],
  [
    "toll-app-fails",
    "roads",
    "Toll app fails on bank holiday",
    "Cash was king for six hours.",
    "A certificate had expired at midnight. Booths were opened at the bridge by hand.",
  ],
  [
    "station-clock-auction",
    "rail",
    "Station clock to be auctioned",
    "It was never on time.",
    "The clock of platform two is sold with its ladder. Bids start at ninety pounds.",
  ],
  [
    "pilot-shortage",
    "ports",
    "Pilots are short in the estuary",
    "Ships wait for a tide more.",
    "Nine pilots retire this winter and four are in training. The authority has raised the fee.",
  ],
  [
    "gritters-get-names",
    "roads",
    "Gritters drive on old chip fat",
    "The smell is said to be popular.",
    "Thirty lorries were converted in summer. They burn a fuel that is made in the county.",
  ],
  [
    "level-crossing-bells",
    "rail",
    "Level crossing gets its bell back",
    "A loudspeaker had taken its place.",
    "The parish collected signatures for two years. The bell was found in a shed.",
  ],
  [
    "container-homes",
    "ports",
    "Containers become homes for rowers",
    "The club moves into twelve boxes.",
    "They are insulated with wool and may be shipped to regattas.",
  ],
  [
    "cycle-lane-count",
    "roads",
    "Cycle lane counts more than expected",
    "The counter needed a fifth digit.",
    "On a dry Thursday 10,412 cyclists passed. The counter had shown 0412.",
  ],
];

/** One report is corrected, one headline rewritten, one withdrawn and one published on the first day; a byline is lost on the second. */
export function reportsOf(day: SiteDay): Report[] {
  const reports = lines.map(
    ([slug, section, title, standfirst, ...text], index): Report => ({
      slug,
      section,
      title,
      standfirst,
      text,
      date: new Date(Date.UTC(2026, 10, 26 - index * 3)).toISOString().slice(0, 10),
      author: slug === "tunnel-boring-pauses" ? "Oona Prescott" : (authors[index % 3] ?? ""),
    }),
  );
  if (day === 0) return reports;
  const salt: Report = {
    slug: "salt-stores-full",
    section: "roads",
    date: "2026-11-27",
    author: "Sunniva Hart",
    title: "Salt stores are full, for once",
    standfirst: "The county bought in summer.",
    text: ["Eleven thousand tonnes lie under new roofs. The winter may come."],
  };
  const kept = reports.filter(({ slug }) => slug !== "station-clock-auction");
  for (const one of kept) {
    if (one.slug === "night-freight-returns")
      one.text = one.text.map((words) => words.replace("14 trains", "41 trains"));
    if (one.slug === "crane-strike-ends") one.title = "Crane strike ends after third week";
    if (one.slug === "ferry-fuel-trial") one.standfirst = standfirsts[day % 2] ?? "";
  }
  return [salt, ...kept];
}
