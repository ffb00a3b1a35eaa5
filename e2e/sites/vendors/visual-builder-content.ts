import type { SiteDay } from "./watched-site";

export interface Plan {
  name: string;
  monthly: string;
  yearly: string;
  line: string;
  points: string[];
}

const small: Plan = {
  name: "Dinghy",
  monthly: "$29",
  yearly: "$290",
  line: "One vessel, one jetty.",
  points: ["2 skippers", "Tide tables", "Boarding lists on paper"],
};

/** The middle plan gets dearer on the first day; the smallest is sold no more from the second. */
export const plansOf = (day: SiteDay): Plan[] => [
  ...(day < 2 ? [small] : []),
  {
    name: "Cutter",
    monthly: day === 0 ? "$79" : "$89",
    yearly: day === 0 ? "$790" : "$890",
    line: "Up to six vessels with a timetable.",
    points: ["20 skippers", "Crew hours by the rules", "Tickets at the gate"],
  },
  {
    name: "Schooner",
    monthly: "$249",
    yearly: "$2,490",
    line: "Fleets that sail at night and in winter.",
    points: ["Unlimited skippers", "Maintenance by engine hours", "Harbor dues settled monthly"],
  },
];

export interface Story {
  slug: string;
  name: string;
  headline: string;
  figure: string;
  place: string;
  text: string[];
  from: SiteDay;
}

const stories: Story[] = [
  {
    slug: "penobscot-island-line",
    name: "Penobscot Island Line",
    headline: "Four islands, one roster, no whiteboard",
    figure: "11 hours saved a week",
    place: "Maine",
    text: [
      "The line's roster used to hang in the galley and was right on Mondays.",
      "Now a skipper who is ill at five is replaced by six, and the gate knows who is aboard.",
    ],
    from: 0,
  },
  {
    slug: "lake-crescent-ferries",
    name: "Lake Crescent Ferries",
    headline: "A season without a missed sailing",
    figure: "1,412 sailings on time",
    place: "Washington",
    text: [
      "Engines are serviced when their hours say so, which is rarely when the calendar does.",
      "The owner says that the fog is now her only enemy.",
    ],
    from: 0,
  },
  {
    slug: "bayou-water-taxi",
    name: "Bayou Water Taxi",
    headline: "Passengers who find their boat",
    figure: "38% fewer calls",
    place: "Louisiana",
    text: [
      "Twelve landings, and until last year one telephone for all of them.",
      "Signs at the landings show the next boat.",
    ],
    from: 0,
  },
  {
    slug: "hebridean-post-boats",
    name: "Hebridean Post Boats",
    headline: "Mail first, then sheep, then people",
    figure: "3 manifests a day",
    place: "Scotland",
    text: [
      "Every parcel has a place aboard, and every ram.",
      "Manifests reach the coast guard before the lines are cast off.",
    ],
    from: 0,
  },
  {
    slug: "sitka-sound-shuttle",
    name: "Sitka Sound Shuttle",
    headline: "Cruise passengers ashore in half the time",
    figure: "2,300 guests an hour",
    place: "Alaska",
    text: [
      "Three ships at anchor and one pier made for mornings that nobody liked.",
      "Slots are given out the evening before, and the queue has gone.",
    ],
    from: 1,
  },
];
export const storiesOf = (day: SiteDay): Story[] => stories.filter(({ from }) => from <= day);

/** A template of the second day has lost this one. */
export const lostFigure = "38% fewer calls";

export const headlineOf = (day: SiteDay): string =>
  day === 0 ? "The roster your ferries deserve" : "Every boat crewed, every day";

const crew = {
  founder: ["Maren Oldfield", "Founder"],
  engineer: ["Tobias Crane", "Head of engineering"],
  support: ["Lucía Bermejo", "Customer support"],
  sales: ["Hank Detweiler", "Sales"],
  design: ["Aroha Tane", "Design"],
} as const;
/** One person leaves on the second day and another joins. */
export const crewOf = (day: SiteDay): (readonly [name: string, role: string])[] =>
  day < 2
    ? [crew.founder, crew.engineer, crew.support, crew.sales]
    : [crew.founder, crew.engineer, crew.support, crew.design];

/** To and fro from the second day on. */
export const trials = ["30-day trial", "14-day trial"] as const;
export const trialOf = (day: SiteDay): string => trials[day % 2] ?? trials[0];

export const praise = [
  ["I have not touched the whiteboard since Easter.", "Operations manager, Maine"],
  ["The crew complained for one week, and then about the old way.", "Harbor captain, Oregon"],
  ["Our insurer asked what had happened.", "Owner, Louisiana"],
  ["It knows about tides. Nothing else we tried did.", "Skipper, Brittany"],
] as const;

export const reasons = [
  ["Rosters that know the rules", "Rest hours, licenses and medicals are checked before a name goes on the list."],
  ["Tides and weather", "A sailing that cannot be made is marked two days ahead, with the reason."],
  ["At the gate", "Boarding lists are counted on a telephone, with gloves on, without a network."],
] as const;
