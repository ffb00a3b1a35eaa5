import type { SiteDay } from "../vendors/watched-site";

type Access = "public" | "members" | "paid";

export interface Story {
  slug: string;
  title: string;
  tag: Tag;
  author: string;
  /** As a theme shows it. */
  shown: string;
  iso: string;
  access: Access;
  excerpt: string;
  /** What everybody may read, and for members what follows. */
  open: string[];
  closed: string[];
}

export const tags = { grid: "Grid", storage: "Storage", policy: "Policy", people: "People" } as const;
export type Tag = keyof typeof tags;
export const authors = {
  "mira-solberg": "Mira Solberg",
  "owen-pryce": "Owen Pryce",
  "ada-nkemelu": "Ada Nkemelu",
} as const;

type Line = [
  slug: string,
  title: string,
  tag: Tag,
  author: string,
  date: string,
  access: Access,
  open: string,
  closed: string,
  from?: SiteDay,
  last?: SiteDay,
];

/** Newest first. */
const lines: Line[] = [
  [
    "ferry-charging-tariff",
    "A tariff for ferries that charge at night",
    "policy",
    "Owen Pryce",
    "2026-11-27",
    "public",
    "The regulator of the western islands proposes a night tariff of 7.4 cents for ferries at their berths.",
    "Comments are taken until the middle of January.",
    2,
  ],
  [
    "iron-battery-grimsvik",
    "Grimsvik orders an iron battery of 480 megawatt hours",
    "storage",
    "Mira Solberg",
    "2026-11-26",
    "public",
    "The port of Grimsvik has ordered a battery of iron and air that lasts for four days without wind.",
    "It will stand where the coal used to lie.",
    1,
  ],
  [
    "substation-birds",
    "Why the substation at Tarn hums in B flat",
    "grid",
    "Ada Nkemelu",
    "2026-11-26",
    "members",
    "A transformer sings at twice the frequency of the grid. At Tarn the birds have learned to answer.",
    "The operator measured 61 decibels and will plant a hedge.",
    1,
  ],
  [
    "cable-to-skerry",
    "The cable to Skerry is laid, and it is too short",
    "grid",
    "Mira Solberg",
    "2026-11-24",
    "public",
    "The ship came back on Sunday with 340 metres of sea between the cable and the shore.",
    "A joint will be made in spring, when divers can see their hands.",
  ],
  [
    "heat-pump-queue",
    "The queue for heat pumps has a queue",
    "policy",
    "Owen Pryce",
    "2026-11-20",
    "paid",
    "Installers of the north book visits for late summer.",
    "Of 1,900 applications in October, the agency answered 212. We spoke with eleven who wait.",
  ],
  [
    "salt-cavern-hydrogen",
    "Hydrogen below the salt: first month without a leak",
    "storage",
    "Ada Nkemelu",
    "2026-11-17",
    "public",
    "The cavern at Orre held 12 tonnes of hydrogen for thirty days and gave all of it back.",
    "The next one will be nine times as large.",
  ],
  [
    "new-head-of-grid",
    "Northern Grid finds its new head in its own control room",
    "people",
    "Owen Pryce",
    "2026-11-13",
    "public",
    "Runa Eide takes over on 1 March. She began as a switcher on nights.",
    "Her predecessor leaves for a vineyard.",
  ],
  [
    "frequency-quiz",
    "Forty-nine point eight: what happens next",
    "grid",
    "Mira Solberg",
    "2026-11-10",
    "members",
    "A minute in the control room, told second by second.",
    "At second nine a brewery goes dark, and agrees with it.",
  ],
  [
    "auction-results",
    "The autumn auction, read from the back",
    "policy",
    "Owen Pryce",
    "2026-11-06",
    "paid",
    "The cheapest bid was 38.20 a megawatt hour, and it will not be built.",
    "Three bidders share an address. We rang the bell.",
  ],
  [
    "second-life-buses",
    "Old bus batteries keep a swimming pool warm",
    "storage",
    "Ada Nkemelu",
    "2026-11-02",
    "public",
    "Sixty-two packs from Bergen's buses stand behind the pool at Lindås.",
    "They keep 71 of a hundred kilowatt hours.",
  ],
  [
    "meter-readers",
    "The last meter reader of Hovland retires",
    "people",
    "Mira Solberg",
    "2026-10-28",
    "public",
    "For thirty-four years he knew which dogs slept at noon.",
    "His bag goes to the museum.",
  ],
  [
    "wind-lull",
    "Eleven days without wind",
    "grid",
    "Ada Nkemelu",
    "2026-10-22",
    "public",
    "From the ninth to the nineteenth the turbines of the coast turned at six per cent.",
    "Reservoirs fell by a hand.",
  ],
  [
    "correction-policy",
    "How we correct",
    "people",
    "Mira Solberg",
    "2026-10-15",
    "public",
    "When we are wrong we say so at the top and not at the bottom.",
    "Write to us. We read everything but chain letters.",
    0,
    0,
  ],
  [
    "tidal-fence",
    "A fence in the tide",
    "storage",
    "Owen Pryce",
    "2026-10-09",
    "members",
    "Twelve turbines of the size of a van were sunk at Kvalsund.",
    "The fish were counted before and after. There were more after, and nobody knows why.",
  ],
];

export const corrected = { slug: "cable-to-skerry", was: "340 metres", is: "430 metres" };
export const retitled = {
  slug: "salt-cavern-hydrogen",
  was: "Hydrogen below the salt: first month without a leak",
  is: "Hydrogen below the salt: thirty days, one leak",
};
export const moved = { slug: "new-head-of-grid", was: "1 March", is: "15 February" };
export const closedLater = { slug: "wind-lull", words: "Reservoirs fell by a hand." };
export const withdrawn = "How we correct";

const written = new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "short", year: "numeric", timeZone: "UTC" });
const shownDay = (iso: string) => written.format(new Date(iso)).replace("Sept", "Sep");

/** A figure and a title are corrected on the first day and one story goes; on the second a day moves and one story is closed to those who are no members. */
export const storiesOf = (day: SiteDay): Story[] =>
  lines
    .filter(([, , , , , , , , from = 0, last = 3]) => from <= day && day <= last)
    .map(([slug, title, tag, author, iso, access, open, closed]) => {
      const isCorrected = slug === corrected.slug && day >= 1;
      const isMoved = slug === moved.slug && day >= 2;
      const first = isCorrected ? open.replace(corrected.was, corrected.is) : open;
      const lead = isMoved ? first.replace(moved.was, moved.is) : first;
      return {
        slug,
        title: slug === retitled.slug && day >= 1 ? retitled.is : title,
        tag,
        author,
        iso,
        shown: shownDay(iso),
        access: slug === closedLater.slug && day >= 2 ? "members" : access,
        excerpt: lead,
        open: [lead],
        closed: [closed, "This story was reported from where it happened."],
      };
    });

export interface Membership {
  name: string;
  price: string;
  points: string[];
}

export const membershipsOf = (day: SiteDay): Membership[] => [
  { name: "Reader", price: "Free", points: ["Stories for members", "The letter on Fridays"] },
  {
    name: "Supporter",
    price: day === 0 ? "€6 a month" : "€7 a month",
    points: ["All stories", day < 2 ? "One call a year" : "Two calls a year", "Comments"],
  },
  { name: "Newsroom", price: "€240 a year", points: ["Ten seats", "The archive as data"] },
];
