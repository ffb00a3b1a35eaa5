import type { SiteDay } from "./watched-site";

export interface Study {
  slug: string;
  title: string;
  client: string;
  sector: string;
  duration: string;
  text: string[];
  from: SiteDay;
}

const studies: Study[] = [
  {
    slug: "night-trams-on-time",
    title: "Night trams that arrive",
    client: "Verkehrsbetriebe Aare",
    sector: "Public transport",
    duration: "7 months",
    text: [
      "The last tram was late because the first bus was. We moved eleven departures by four minutes each.",
      "Nobody had asked the drivers. We asked the drivers.",
    ],
    from: 0,
  },
  {
    slug: "bakery-without-leftovers",
    title: "A bakery chain without leftovers",
    client: "Pain du Lac SA",
    sector: "Retail",
    duration: "14 weeks",
    text: [
      "Sixty branches ordered by habit. A forecast with three inputs beat it in the second week.",
      "Returns fell from nine percent to four.",
    ],
    from: 0,
  },
  {
    slug: "one-warehouse-instead-of-three",
    title: "One warehouse instead of three",
    client: "Brunner Fittings",
    sector: "Wholesale",
    duration: "11 months",
    text: ["Two leases ended in the same spring, which is either a crisis or a chance. It was some weeks of both."],
    from: 0,
  },
  {
    slug: "outpatients-without-queues",
    title: "Outpatients without queues",
    client: "Kantonsspital Seetal",
    sector: "Health care",
    duration: "5 months",
    text: [
      "Patients were told to come at eight, all of them. Now a third come at ten and the coffee machine has been moved.",
    ],
    from: 0,
  },
  {
    slug: "energy-for-a-dairy",
    title: "Half the steam for a dairy",
    client: "Molkerei Obertal",
    sector: "Food industry",
    duration: "9 months",
    text: [
      "Steam is invisible when it leaks. We listened for it on a Sunday and found 41 places.",
      "The boiler that was to be replaced was switched off instead.",
    ],
    from: 0,
  },
  {
    slug: "tender-ready-in-six-weeks",
    title: "Ready for a tender in six weeks",
    client: "Rhomberg Signals",
    sector: "Public transport",
    duration: "6 weeks",
    text: ["A maker of signals had never answered a public tender. It has now won one and lost two, for good reasons."],
    from: 1,
  },
];
export const studiesOf = (day: SiteDay): Study[] => studies.filter(({ from }) => from <= day).reverse();
export const lostStudy = "bakery-without-leftovers";

/** The day rate rises on the first day. */
export const servicesOf = (day: SiteDay) => [
  {
    slug: "operations-review",
    name: "Operations review",
    fee: day === 0 ? "CHF 18,500" : "CHF 19,800",
    length: "three weeks",
    text: "We walk through your house with a stopwatch and good manners. You get twelve pages, not two hundred.",
    steps: ["Interviews on every shift", "Measurements for ten days", "Findings in one afternoon"],
  },
  {
    slug: "interim-management",
    name: "Interim management",
    fee: "CHF 2,150 a day",
    length: "three to nine months",
    text: "Somebody has left and the year has not. We send a person who has done it before.",
    steps: ["Start within ten days", "Weekly report of one page", "Handover with the successor"],
  },
  {
    slug: "planning-and-forecasting",
    name: "Planning and forecasting",
    fee: "CHF 32,000",
    length: "ten weeks",
    text:
      day === 0
        ? "Forecasts that a branch manager can overrule, and a ledger of how that went."
        : "Forecasts that a branch manager can overrule, a ledger of how that went, and a pilot in three branches.",
    steps: ["Data from two years", "A model that explains itself", "Training for those who order"],
  },
];
export const starts = ["12 January", "2 February"] as const;
export const startOf = (day: SiteDay): string => starts[day % 2] ?? "";

/** One partner leaves and a consultant comes on the first day; another has a new role on the second. */
export const teamOf = (day: SiteDay): { name: string; role: string }[] => [
  { name: "Ilse Vonlanthen", role: "Managing Partner" },
  ...(day === 0 ? [{ name: "Georg Haldimann", role: "Partner, Health Care" }] : []),
  { name: "Mateo Reyes", role: "Partner, Transport" },
  { name: "Deniz Yalçın", role: day >= 2 ? "Principal" : "Senior Consultant" },
  { name: "Camille Aubry", role: "Analyst" },
  ...(day >= 1 ? [{ name: "Runa Sætre", role: "Consultant, Energy" }] : []),
  { name: "Beat Zurkirchen", role: "Office and Finance" },
];

export interface Article {
  slug: string;
  date: string;
  category: string;
  author: string;
  title: string;
  text: string[];
  from: SiteDay;
}
const article = (
  date: string,
  slug: string,
  category: string,
  author: string,
  title: string,
  text: string[],
  from: SiteDay = 0,
): Article => ({ slug, date, category, author, title, text, from });

const articles: Article[] = [
  article(
    "2026-11-26",
    "what-a-stopwatch-cannot-measure",
    "Operations",
    "Mateo Reyes",
    "What a stopwatch cannot measure",
    ["A nurse who looks out of the window is thinking. We count it as work and so should you."],
    1,
  ),
  article(
    "2026-11-13",
    "the-meeting-about-the-meeting",
    "Management",
    "Ilse Vonlanthen",
    "The meeting about the meeting",
    [
      "We were asked to shorten meetings and began with the one in which we were asked.",
      "It now takes eleven minutes, standing.",
    ],
  ),
  article(
    "2026-10-30",
    "forecasts-for-people-who-distrust-them",
    "Planning",
    "Camille Aubry",
    "Forecasts for people who distrust them",
    ["Show the forecast of last week beside what happened. Do it every week. Distrust becomes arithmetic."],
  ),
  article("2026-10-09", "steam-leaks-on-sundays", "Operations", "Deniz Yalçın", "Steam leaks on Sundays", [
    "A plant that stands is a plant that can be heard.",
    "Bring ear plugs for Monday.",
  ]),
  article("2026-09-25", "why-we-write-twelve-pages", "Management", "Ilse Vonlanthen", "Why we write twelve pages", [
    "Because the thirteenth is read by nobody, including us.",
  ]),
  article("2026-09-04", "interim-is-not-temporary", "Management", "Mateo Reyes", "Interim is not temporary", [
    "What an interim manager changes stays. Choose one who knows that.",
  ]),
  article("2026-08-21", "three-inputs-beat-thirty", "Planning", "Camille Aubry", "Three inputs beat thirty", [
    "Weekday, weather, holidays. The rest is for conferences.",
  ]),
  article("2026-08-07", "a-timetable-is-a-promise", "Operations", "Mateo Reyes", "A timetable is a promise", [
    "Four minutes of honesty cost less than forty of apology.",
  ]),
];
export const articlesOf = (day: SiteDay): Article[] => articles.filter(({ from }) => from <= day);

export const praise = [
  ["They said no twice and were right once. We can live with that.", "COO, wholesaler"],
  ["The report fitted in my coat pocket.", "Head of Nursing"],
  ["My drivers still ask when they will come again.", "Head of Operations, tramways"],
  ["Not cheap. Neither was the steam.", "Plant manager, dairy"],
] as const;

export const studyPath = ({ slug }: Study) => `/case-studies/${slug}/`;
export const articlePath = ({ slug }: Article) => `/${slug}/`;
export const monthOf = ({ date }: Article) => `/${date.slice(0, 4)}/${date.slice(5, 7)}/`;
export const categoryPath = (category: string) => `/category/${category.toLowerCase()}/`;
export const distinct = (all: string[]) => [...new Set(all)];
