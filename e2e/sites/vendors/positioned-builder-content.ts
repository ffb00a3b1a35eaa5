import type { SiteDay } from "./watched-site";

export interface Service {
  slug: string;
  name: string;
  line: string;
  text: string[];
  /** As a line of the price list. */
  price: string;
  unit: string;
  turnaround: string;
}

/** One fee and one turnaround change on the first day, one sentence on the second, on which a service comes. */
export const servicesOf = (day: SiteDay): Service[] => [
  {
    slug: "pressure-gauges",
    name: "Pressure gauges",
    line: "From vacuum to 1,000 bar, on dead weights.",
    text: [
      "Gauges are exercised twice before the first reading is taken.",
      day < 2
        ? "Readings are taken at five points up and down."
        : "Readings are taken at ten points, five up and five down.",
    ],
    price: day === 0 ? "$145" : "$155",
    unit: "per gauge",
    turnaround: "5 business days",
  },
  {
    slug: "thermometers",
    name: "Thermometers and probes",
    line: "Baths and dry wells from -80 to 650 °C.",
    text: ["Probes are compared with two standards that know nothing of each other."],
    price: "$98",
    unit: "per probe",
    turnaround: "4 business days",
  },
  {
    slug: "torque-wrenches",
    name: "Torque wrenches",
    line: "Both directions, 0.4 to 1,500 N·m.",
    text: ["Wrenches that fail are adjusted once without a fee.", "Click wrenches are stored at their lowest setting."],
    price: "$62",
    unit: "per wrench",
    turnaround: day === 0 ? "3 business days" : "2 business days",
  },
  {
    slug: "on-site-visits",
    name: "On-site visits",
    line: "A van with a bench in it.",
    text: ["The van needs 12 m of level ground and one socket."],
    price: "$1,180",
    unit: "per day",
    turnaround: "by appointment",
  },
  ...(day >= 2
    ? [
        {
          slug: "humidity-loggers",
          name: "Humidity loggers",
          line: "Salt solutions and patience.",
          text: ["Loggers rest for eight hours before they are read."],
          price: "$84",
          unit: "per logger",
          turnaround: "6 business days",
        },
      ]
    : []),
];

/** The value that a broken binding shows no more on the second day. */
export const lostTurnaround = { slug: "thermometers", value: "4 business days" };

export const slots = ["3 bench slots are free this week", "4 bench slots are free this week"] as const;

export interface Person {
  name: string;
  role: string;
}

export const teamOf = (day: SiteDay): Person[] => [
  { name: "Odessa Brightwell", role: "Laboratory director" },
  day === 0
    ? { name: "Clement Varga", role: "Quality manager" }
    : { name: "Philippa Onyango", role: "Quality manager" },
  { name: "Tobias Rennick", role: day < 2 ? "Metrologist, pressure" : "Lead metrologist" },
  { name: "Ines Castellow", role: "Customer desk" },
];

export interface Post {
  slug: string;
  title: string;
  date: string;
  text: string[];
  from?: SiteDay;
}

const posts: Post[] = [
  {
    slug: "new-dead-weight-tester",
    title: "A new dead-weight tester has arrived",
    date: "2026-11-26",
    text: [
      "It weighs 310 kg and took the freight lift by surprise.",
      "Gauges up to 1,000 bar are read on it from today.",
    ],
    from: 1,
  },
  {
    slug: "why-we-round-late",
    title: "Why we round late",
    date: "2026-11-17",
    text: [
      "A figure that is rounded early is wrong for the rest of its life.",
      "We keep two digits more than you will see.",
    ],
  },
  {
    slug: "what-a-certificate-says",
    title: "What a certificate says and what it does not",
    date: "2026-11-03",
    text: ["It says what the instrument read on one day in one room.", "It does not say what it will read in March."],
  },
  {
    slug: "moving-house-with-a-bath",
    title: "Moving house with a calibration bath",
    date: "2026-10-22",
    text: [
      "Ninety litres of silicone oil do not like corners.",
      "We drove at walking pace and were overtaken by a jogger.",
    ],
  },
  {
    slug: "two-audits-in-one-week",
    title: "Two audits in one week",
    date: "2026-10-06",
    text: ["The first asked for paper, the second for none."],
  },
  {
    slug: "torque-and-temperature",
    title: "Torque, temperature and Tuesday mornings",
    date: "2026-09-15",
    text: ["A cold wrench reads low, and on Tuesdays the heating starts late."],
  },
  {
    slug: "our-first-thousand",
    title: "Our first thousand certificates",
    date: "2026-08-28",
    text: ["The first one hangs in the hall, and has a spelling mistake."],
  },
];
export const postsOf = (day: SiteDay): Post[] => posts.filter(({ from = 0 }) => from <= day);

export interface Meeting {
  slug: string;
  name: string;
  when: string;
  place: string;
  text: string;
  state: string;
}

/** One begins earlier from the first day on, one is full from the second. */
export const meetingsOf = (day: SiteDay): Meeting[] => [
  {
    slug: "uncertainty-for-beginners",
    name: "Uncertainty for beginners",
    when: day === 0 ? "Jan 14, 2027, 9:00 AM – 4:00 PM" : "Jan 14, 2027, 8:30 AM – 4:00 PM",
    place: "Laboratory, 18 Tannery Row",
    text: "A day with budgets that balance and some that do not.",
    state: "A few seats are left",
  },
  {
    slug: "gauge-maintenance-evening",
    name: "Gauge maintenance evening",
    when: "Feb 3, 2027, 5:30 PM – 8:00 PM",
    place: "Workshop, 18 Tannery Row",
    text: "Bring a gauge that sticks.",
    state: day < 2 ? "Registration is open" : "Registration is closed",
  },
];

/** The second answer changes on the first day. */
export const questionsOf = (day: SiteDay): [question: string, answer: string][] => [
  ["Are you accredited?", "Yes, to ISO/IEC 17025 for pressure, temperature and torque."],
  [
    "How do I send my instruments?",
    day === 0
      ? "Pack them in foam and write the order number on the box. We insure the way back up to $5,000."
      : "Pack them in foam and write the order number on the box. We insure the way back up to $8,000.",
  ],
  ["Do you adjust?", "When you ask for it, and we read before and after."],
  ["Do you repair?", "No. We tell you who does."],
];

/** The desk has another number from the second day on. */
export const phoneOf = (day: SiteDay): string => (day < 2 ? "(555) 0147-220" : "(555) 0147-300");

export const voices: [words: string, who: string][] = [
  ["They found a fault that we had lived with for years.", "Maintenance, a dairy"],
  ["The certificate was there before the invoice.", "Quality, a brewery"],
  ["Somebody picked up the phone.", "Purchasing, a hospital"],
  ["We stopped arguing about the oven.", "A bakery"],
  ["The van came in the snow.", "A water works"],
];
