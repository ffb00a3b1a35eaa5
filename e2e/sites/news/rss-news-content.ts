import type { SiteDay } from "../vendors/watched-site";

export interface Item {
  /** Number of the node, which is also the guid. */
  number: number;
  slug: string;
  /** As the feed's pubDate; some have none. */
  date: string | null;
  shown: string;
  title: string;
  author: string;
  paragraphs: string[];
  from: SiteDay;
  until: SiteDay;
}

type Line = [slug: string, date: string, title: string, author: string, ...paragraphs: string[]];
const lines: Line[] = [
  [
    "dust-limit-consultation",
    "2026-11-24T09:00:00Z",
    "Dust limits: “half” is not enough, says ministry",
    "Wilma Ostrander",
    "The ministry wants to lower the limit for respirable dust to 0.05 mg/m³ from 2028.",
    "Members can comment until 15 January.",
  ],
  [
    "rail-sidings-grant",
    "2026-11-19T15:30:00Z",
    "Rail sidings & ramps: grant is back",
    "Tom Beech",
    "Half of the cost of a siding is paid again, up to £1.2 million per quarry.",
    "The form has eleven pages; we have filled in the first four for you.",
  ],
  [
    "annual-figures",
    "2026-11-12T07:00:00Z",
    "Annual figures: 241 million tonnes",
    "Wilma Ostrander",
    "Sand, gravel and crushed rock together came to 241 million tonnes, three less than in the year before.",
  ],
  [
    "swifts-in-the-face",
    "2026-11-05T11:15:00Z",
    "Swifts in the face of Blackrigg",
    "Nadia Pell",
    "Sixty pairs of sand martins and, for the first time, swifts bred in the northern face.",
    "Extraction there rests until August.",
  ],
  [
    "training-dates-spring",
    "2026-10-28T10:00:00Z",
    "Training dates for spring < summer",
    "Tom Beech",
    "Courses for shot-firers begin on 9 March in Buxton and on 13 April in Truro.",
  ],
  [
    "new-president",
    "2026-10-15T16:45:00Z",
    "O’Hare is new president",
    "Nadia Pell",
    "Fergus O’Hare of Inver Stone follows Jill Tandy, who has led the federation for six years.",
  ],
  [
    "biodiversity-prize",
    "2026-10-02T08:30:00Z",
    "Prize for a pond that was a mistake",
    "Nadia Pell",
    "A pump failed in 2011. The newts did not mind, and neither did the jury.",
  ],
  [
    "guide-weighbridges",
    "2026-09-17T13:00:00Z",
    "Guide No. 14: weighbridges",
    "Tom Beech",
    "Calibration every six months, a log by hand and a roof. The guide costs members nothing and others £35.",
  ],
  [
    "conference-programme",
    "2026-09-03T09:45:00Z",
    "Conference programme is out",
    "Wilma Ostrander",
    "Two days in Harrogate, 22 talks, one visit below ground. Bring boots.",
  ],
  [
    "lorry-charges",
    "2026-08-20T12:00:00Z",
    "Lorry charges: what changes in autumn",
    "Tom Beech",
    "Tippers above 32 tonnes pay 6p more per mile from October.",
  ],
  [
    "explosives-licences",
    "2026-08-06T10:20:00Z",
    "Explosives licences go online",
    "Wilma Ostrander",
    "Applications on paper are accepted until the end of the year.",
  ],
  [
    "blasting-app",
    "2026-11-26T08:00:00Z",
    "Neighbours get a text before the bang",
    "Nadia Pell",
    "Eleven quarries now announce blasts by text message, a day and an hour before.",
  ],
  [
    "planning-appeal-won",
    "2026-11-26T14:10:00Z",
    "Appeal won: Dunmoor may dig deeper",
    "Tom Beech",
    "The inspector allowed 14 more metres. The water table is to be watched by others.",
  ],
  [
    "office-closed",
    "2026-11-27T07:30:00Z",
    "Our office is closed on 28 November",
    "Wilma Ostrander",
    "The boiler is being replaced. Telephones are answered in coats.",
  ],
];

const shownDay = (date: string) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
const firstDay = ["blasting-app", "planning-appeal-won"];

const items: Item[] = lines.map(([slug, date, title, author, ...paragraphs], index) => ({
  number: 4_100 + index * 13,
  slug,
  date: slug === "annual-figures" ? null : date,
  shown: shownDay(date),
  title,
  author,
  paragraphs,
  from: firstDay.includes(slug) ? 1 : slug === "office-closed" ? 2 : 0,
  until: 3,
}));

export const bookings = ["41 places left", "38 places left"] as const;

/** An amount and a title are corrected on the first day, and one article is withdrawn. The newest stands first. */
export const itemsOf = (day: SiteDay): Item[] =>
  items
    .filter(({ from, slug }) => from <= day && !(day >= 1 && slug === "lorry-charges"))
    .map((one) => {
      if (day === 0) return one;
      if (one.slug === "rail-sidings-grant")
        return { ...one, paragraphs: one.paragraphs.map((words) => words.replace("£1.2 million", "£1.5 million")) };
      if (one.slug === "dust-limit-consultation")
        return { ...one, title: "Dust limits: “half” is enough, says ministry" };
      return one;
    })
    .sort((a, b) => dayOf(b).localeCompare(dayOf(a)));
const dayOf = ({ slug }: Item) => lines.find((line) => line[0] === slug)?.[1] ?? "";

/** Courses and meetings; the broken template of the second day forgets a fee. */
export const eventsOf = (day: SiteDay) => [
  { name: "Shot-firers, module 1", when: "9 March 2027", where: "Buxton", fee: day === 2 ? "" : "£640" },
  { name: "Shot-firers, module 1", when: "13 April 2027", where: "Truro", fee: "£660" },
  {
    name: "Winter meeting of the north",
    when: day === 0 ? "21 January 2027" : "28 January 2027",
    where: "Hexham",
    fee: "free",
  },
  ...(day >= 1 ? [{ name: "First aid below ground", when: "4 February 2027", where: "Matlock", fee: "£195" }] : []),
];
export const lostFee = "£640";
