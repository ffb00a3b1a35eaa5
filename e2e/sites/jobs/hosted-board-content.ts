import type { SiteDay } from "../vendors/watched-site";

export interface Posting {
  id: string;
  title: string;
  department: string;
  team: string;
  place: string;
  commitment: string;
  workplace: string;
  salary: string;
  posted: string;
  duties: string[];
  wishes: string[];
  from: SiteDay;
  until: SiteDay;
}

type Line = [
  title: string,
  department: string,
  team: string,
  place: string,
  commitment: string,
  workplace: string,
  salary: string,
  duties: string[],
  wishes: string[],
];

const lines: Line[] = [
  [
    "Hydraulic Modeller",
    "Engineering",
    "Models",
    "Delft",
    "Full-time",
    "Hybrid",
    "€58,000 – €66,000 per year",
    ["Build and calibrate models of rivers that do not read papers", "Explain uncertainty to people with sandbags"],
    ["Five years with 1D and 2D models", "Rubber boots"],
  ],
  [
    "Firmware Engineer, Gauges",
    "Engineering",
    "Devices",
    "Delft",
    "Full-time",
    "On-site",
    "€55,000 – €70,000 per year",
    ["Write code that runs for six years on one battery", "Climb to where it runs"],
    ["C on small processors", "No fear of bridges"],
  ],
  [
    "Site Reliability Engineer",
    "Engineering",
    "Platform",
    "Remote, EU",
    "Full-time",
    "Remote",
    "€62,000 – €78,000 per year",
    ["Keep the forecasts coming when it rains, which is when they are needed"],
    ["On call one week in six"],
  ],
  [
    "Frontend Developer",
    "Engineering",
    "Platform",
    "Gdańsk",
    "Full-time",
    "Hybrid",
    "PLN 180,000 – PLN 228,000 per year",
    ["Draw water levels so that a mayor understands them at night"],
    ["TypeScript", "Maps in the browser"],
  ],
  [
    "Field Technician",
    "Operations",
    "Field",
    "Gdańsk",
    "Full-time",
    "On-site",
    "PLN 96,000 – PLN 118,000 per year",
    ["Install gauges under bridges and above weirs"],
    ["Driving licence with trailer"],
  ],
  [
    "Field Technician",
    "Operations",
    "Field",
    "Cork",
    "Full-time",
    "On-site",
    "€38,000 – €44,000 per year",
    ["Look after 140 gauges from Bantry to Wexford"],
    ["Driving licence", "Calm with cattle"],
  ],
  [
    "Duty Forecaster",
    "Operations",
    "Forecast desk",
    "Delft",
    "Part-time",
    "On-site",
    "€29 – €34 per hour",
    ["Watch eleven rivers from ten at night to six", "Ring people who would rather sleep"],
    ["A degree in hydrology or twenty years on the water"],
  ],
  [
    "Logistics Coordinator",
    "Operations",
    "Field",
    "Cork",
    "Contract",
    "Hybrid",
    "€3,900 per month",
    ["Get batteries through customs"],
    ["Spreadsheets, telephones, patience"],
  ],
  [
    "Public Sector Sales Manager",
    "Commercial",
    "Sales",
    "Remote, EU",
    "Full-time",
    "Remote",
    "€65,000 per year plus commission",
    ["Answer tenders of water boards with our bid desk"],
    ["You have won and lost public tenders"],
  ],
  [
    "Bid Writer",
    "Commercial",
    "Bid desk",
    "Cork",
    "Full-time",
    "Hybrid",
    "€42,000 – €48,000 per year",
    ["Write answers that fit in the box"],
    ["English as if you had been paid for it"],
  ],
  [
    "Working Student, Marketing",
    "Commercial",
    "Marketing",
    "Delft",
    "Internship",
    "Hybrid",
    "€16 per hour",
    ["Photograph gauges so that they look brave"],
    ["Enrolled at a university"],
  ],
  [
    "People Partner",
    "People",
    "People",
    "Delft",
    "Full-time",
    "Hybrid",
    "€52,000 – €60,000 per year",
    ["Be the one who is asked"],
    ["Dutch and English"],
  ],
  [
    "Data Steward",
    "Engineering",
    "Models",
    "Gdańsk",
    "Full-time",
    "Hybrid",
    "PLN 132,000 – PLN 150,000 per year",
    ["Find out why a gauge says minus four metres"],
    ["A suspicious mind"],
  ],
  [
    "Accounts Assistant",
    "People",
    "Finance",
    "Cork",
    "Part-time",
    "On-site",
    "€19 per hour",
    ["Two hundred invoices a month, half of them for batteries"],
    ["Three mornings a week"],
  ],
  [
    "Winter Forecaster",
    "Operations",
    "Forecast desk",
    "Gdańsk",
    "Contract",
    "On-site",
    "PLN 9,800 per month",
    ["Ice, from December to March"],
    ["You have seen a river freeze"],
  ],
];

/** Repeatable, and made like those that a database gives. */
const idOf = (index: number) => {
  const hex = (seed: number, length: number) =>
    (Math.imul(index + 3, seed) >>> 0).toString(16).padStart(8, "0").slice(-length);
  return `${hex(2_654_435_761, 8)}-${hex(40_503, 4)}-4${hex(97_561, 3)}-a${hex(65_599, 3)}-${hex(31_337, 4)}${hex(2_246_822_519, 8)}`;
};

const postings: Posting[] = lines.map(
  ([title, department, team, place, commitment, workplace, salary, duties, wishes], index) => ({
    id: idOf(index),
    title,
    department,
    team,
    place,
    commitment,
    workplace,
    salary,
    duties,
    wishes,
    posted:
      index >= 12
        ? `2026-11-${index === 14 ? 27 : 26}`
        : `2026-${String(8 + (index % 4)).padStart(2, "0")}-${String(2 + index * 2).padStart(2, "0")}`,
    from: index === 14 ? 2 : index >= 12 ? 1 : 0,
    until: index === 7 ? 0 : index === 13 ? 1 : 3,
  }),
);

export const workplaces = ["Hybrid", "On-site"] as const;
export const moved = { title: "Frontend Developer", was: "Gdańsk", is: "Remote, EU" };
export const raised = { title: "Bid Writer", was: "€42,000 – €48,000 per year", is: "€45,000 – €51,000 per year" };
export const reworded = { title: "Duty Forecaster", was: "Watch eleven rivers", is: "Watch fourteen rivers" };
export const emptied = { title: "Working Student, Marketing", value: "Internship" };
export const swinging = "People Partner";

/** One moves, one is paid better and one is reworded on the first day; the workplace of another goes to and fro. */
export const postingsOf = (day: SiteDay): Posting[] =>
  postings
    .filter(({ from, until }) => from <= day && day <= until)
    .map((one) => {
      if (one.title === swinging) return { ...one, workplace: workplaces[day % 2] ?? "" };
      if (day === 0) return one;
      if (one.title === moved.title) return { ...one, place: moved.is };
      if (one.title === raised.title) return { ...one, salary: raised.is };
      if (one.title === reworded.title)
        return { ...one, duties: one.duties.map((duty) => duty.replace(reworded.was, reworded.is)) };
      return one;
    });
export const postingCalled = (title: string): Posting => postings.find((one) => one.title === title) as Posting;
