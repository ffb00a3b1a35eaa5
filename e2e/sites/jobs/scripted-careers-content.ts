import type { SiteDay } from "../vendors/watched-site";

export interface Role {
  number: number;
  slug: string;
  title: string;
  team: string;
  place: string;
  grade: string;
  hours: string;
  body: string;
}

type Line = [title: string, team: string, place: string, grade: string, hours: string, body: string];
const lines: Line[] = [
  [
    "Train Dispatcher",
    "Operations",
    "Kassel",
    "Grade E8",
    "38.5 hours",
    "You decide who waits. Shifts are published eight weeks ahead.",
  ],
  [
    "Locomotive Driver",
    "Operations",
    "Halle",
    "Grade E7",
    "38.5 hours",
    "Freight, mostly at night, with a cab that is warmer than its reputation.",
  ],
  [
    "Wagon Inspector",
    "Operations",
    "Duisburg",
    "Grade E6",
    "38.5 hours",
    "You walk along 700 metres of train and hear which wheel is wrong.",
  ],
  [
    "Signal Technician",
    "Infrastructure",
    "Halle",
    "Grade E8",
    "38.5 hours",
    "Relays from 1962 and boards from last year, sometimes in one cabinet.",
  ],
  [
    "Track Engineer",
    "Infrastructure",
    "Kassel",
    "Grade E11",
    "38.5 hours",
    "Eleven kilometres of sidings are yours, with all their frogs.",
  ],
  [
    "Vegetation Planner",
    "Infrastructure",
    "Kassel",
    "Grade E9",
    "30 hours",
    "Trees fall. You know which ones, two years before.",
  ],
  [
    "Timetable Analyst",
    "Planning",
    "Duisburg",
    "Grade E10",
    "35 hours",
    "You find eight minutes between two rush hours.",
  ],
  [
    "Software Developer, Yard Planning",
    "Planning",
    "Remote",
    "Grade E12",
    "38.5 hours",
    "Python and a solver; the users stand in the rain and expect answers.",
  ],
  [
    "Purchasing Officer",
    "Administration",
    "Kassel",
    "Grade E9",
    "38.5 hours",
    "Rails, gloves, diesel, coffee. You write the tenders.",
  ],
  [
    "Payroll Clerk",
    "Administration",
    "Halle",
    "Grade E6",
    "19.25 hours",
    "Night bonuses, Sunday bonuses and the one in November.",
  ],
  [
    "Apprentice Railway Electrician",
    "Infrastructure",
    "Duisburg",
    "Training pay",
    "38.5 hours",
    "Three and a half years, and a locomotive at the end of it.",
  ],
  [
    "Customer Desk Agent",
    "Planning",
    "Duisburg",
    "Grade E5",
    "25 hours",
    "Shippers ask where it is. You know, or you ring the driver.",
  ],
  [
    "Safety Officer",
    "Administration",
    "Kassel",
    "Grade E11",
    "38.5 hours",
    "You may stop everything, and are thanked later.",
  ],
  [
    "Crane Operator",
    "Operations",
    "Duisburg",
    "Grade E7",
    "38.5 hours",
    "Forty containers an hour if the wind lets you.",
  ],
  [
    "Interpreter, Polish",
    "Administration",
    "Halle",
    "Grade E9",
    "19.25 hours",
    "Radio talk between two countries must be short and right.",
  ],
];

export const lost = { title: "Vegetation Planner", value: "30 hours" };
export const grades = ["Grade E9", "Grade E10"] as const;
export const swinging = "Purchasing Officer";

/** On the first day one role goes, two come, one moves and the pay of one rises; on the second another goes. */
export function rolesOf(day: SiteDay): Role[] {
  const gone = [
    ...(day >= 1 ? ["Wagon Inspector"] : ["Crane Operator", "Interpreter, Polish"]),
    ...(day >= 2 ? ["Payroll Clerk"] : []),
  ];
  return lines
    .map(([title, team, place, grade, hours, body], index) => ({
      number: 70_113 + index * 7,
      slug: title.toLowerCase().replace(/[^a-z]+/g, "-"),
      title,
      team,
      place: title === "Timetable Analyst" && day >= 1 ? "Remote" : place,
      grade:
        title === "Track Engineer" && day >= 1 ? "Grade E12" : title === swinging ? (grades[day % 2] ?? "") : grade,
      hours,
      body: title === "Safety Officer" && day >= 1 ? "You may stop everything, and are thanked at once." : body,
    }))
    .filter(({ title }) => !gone.includes(title))
    .sort((a, b) => b.number - a.number);
}

/** An office moves on the first day. */
export const officesOf = (day: SiteDay) => [
  { town: "Kassel", street: "Am Güterbahnhof 2", people: "210 people" },
  { town: "Halle", street: day === 0 ? "Thüringer Straße 40" : "Delitzscher Straße 97", people: "145 people" },
  { town: "Duisburg", street: "Hafenring 11", people: "320 people" },
];

export const teamLines = {
  Operations: "Those who move trains.",
  Infrastructure: "Those who keep what trains move on.",
  Planning: "Those who say when.",
  Administration: "Those without whom nobody is paid.",
} as const;
