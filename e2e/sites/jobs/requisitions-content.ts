import type { SiteDay } from "../vendors/watched-site";

export interface Requisition {
  /** What the address ends with; another than the number of the requisition. */
  id: string;
  number: string;
  title: string;
  category: string;
  place: string;
  terms: string;
  model: string;
  pay: string;
  closes: string;
  /** Days before the first reading. */
  age: number;
  texts: string[];
}

/** Title, department, place, terms, way of working, pay, last day, age in days, text, first day and last day where these are others than the first and the last. */
const lines = `
Gear Design Engineer | Engineering | Linz, AT | Permanent | Hybrid | from €4,180 gross a month | Dec 18, 2026 | 2 | You draw teeth that mesh for thirty years.
Gear Grinder, Night Shift | Production | Linz, AT | Permanent | On site | from €3,420 gross a month | Dec 11, 2026 | 3 | Four machines, one of them moody.
Payroll Specialist (Poland) | Finance & IT | Gliwice, PL | Permanent | Hybrid | 9,800 zł gross a month | Jan 8, 2027 | 3 | Six hundred payslips, none of them late.
Acoustics Engineer | Engineering | Leeds, GB | Permanent | Hybrid | £46,000 a year | Jan 15, 2027 | 4 | Gearboxes whine. You find out why.
Field Service Technician Nordics | Sales & Service | Tampere, FI | Permanent | Travelling | €3,900 a month | Dec 31, 2026 | 5 | Mills stand in forests. You have a car and good boots.
Heat Treatment Operator | Production | Gliwice, PL | Fixed term, 2 years | On site | 7,200 zł gross a month | Dec 14, 2026 | 6 | Steel goes in at 930 degrees and comes out better.
Warehouse Clerk | Production | Leeds, GB | Temporary | On site | £13.40 an hour | Dec 4, 2026 | 7 | Bolts by the thousand, labels by the roll. | 0 | 0
Key Account Manager Wind | Sales & Service | Hamburg, DE | Permanent | Travelling | €78,000 a year | Jan 22, 2027 | 8 | Five customers, and each has a hundred towers.
Quality Inspector | Production | Linz, AT | Permanent | On site | from €3,050 gross a month | Dec 18, 2026 | 9 | You measure to the micron and write it down.
SAP Developer | Finance & IT | Linz, AT | Permanent | Hybrid | from €4,600 gross a month | Jan 29, 2027 | 10 | Our forms are old. You are patient. Three years of experience are wished for.
Test Bench Engineer | Engineering | Tampere, FI | Permanent | On site | €4,300 a month | Jan 12, 2027 | 11 | We break what we sell before the customer can.
Maintenance Electrician | Production | Gliwice, PL | Permanent | On site | 8,100 zł gross a month | Dec 21, 2026 | 12 | If it hums, it is fine. If it stops, you run.
Tender Manager | Sales & Service | Hamburg, DE | Fixed term, 1 year | Hybrid | €61,000 a year | Dec 16, 2026 | 13 | Two hundred pages by Thursday, and a bond.
Controller Plants | Finance & IT | Leeds, GB | Permanent | Hybrid | £52,500 a year | Jan 5, 2027 | 14 | Numbers from three plants in three languages.
Tribology Researcher | Engineering | Linz, AT | Fixed term, 3 years | On site | from €4,020 gross a month | Jan 31, 2027 | 15 | Oil, dirt and time. You like all three.
Crane Driver | Production | Tampere, FI | Permanent | On site | €3,150 a month | Dec 9, 2026 | 17 | Forty tonnes above other people's lunch.
Works Council Assistant | Finance & IT | Hamburg, DE | Part time | Hybrid | €2,240 a month | Dec 23, 2026 | 18 | You hear everything and repeat nothing.
Spare Parts Planner | Sales & Service | Gliwice, PL | Permanent | Hybrid | 8,900 zł gross a month | Jan 9, 2027 | 20 | Somewhere a mill stands still. The part is in Leeds.
Apprentice Machinist 2027 | Production | Leeds, GB | Apprenticeship | On site | £11,900 a year | Feb 26, 2027 | 22 | Three years, two teachers, one lathe of your own.
Simulation Engineer | Engineering | Hamburg, DE | Permanent | Remote | €69,000 a year | Jan 14, 2027 | 24 | Finite elements, infinite patience.
Export Control Officer | Finance & IT | Linz, AT | Permanent | Hybrid | from €3,870 gross a month | Dec 28, 2026 | 26 | You know which gearbox may go where. | 0 | 1
Foundry Liaison | Production | Gliwice, PL | Permanent | Travelling | 9,100 zł gross a month | Dec 19, 2026 | 27 | Castings come from four foundries. You know all smells. | 0 | 1
Internal Auditor | Finance & IT | Tampere, FI | Permanent | Hybrid | €4,750 a month | Jan 19, 2027 | 29 | Polite questions, written answers.
Photovoltaic Sales Trainee | Sales & Service | Leeds, GB | Traineeship | Hybrid | £24,000 a year | Dec 30, 2026 | 30 | Trackers turn by our gears. You tell people.
Noise Measurement Intern | Engineering | Leeds, GB | Internship | On site | £12.10 an hour | Jan 17, 2027 | -1 | Six months in a very quiet room. | 1
Logistics Planner | Production | Linz, AT | Permanent | Hybrid | from €3,300 gross a month | Jan 18, 2027 | -1 | Trucks at nine, and where they really are. | 1
Cyber Security Analyst | Finance & IT | Hamburg, DE | Permanent | Remote | €72,000 a year | Feb 5, 2027 | -2 | You read logs as others read novels. | 2
`
  .trim()
  .split("\n")
  .map((line) => line.split(" | "));

export const raised = {
  title: "Gear Grinder, Night Shift",
  was: "from €3,420 gross a month",
  is: "from €3,560 gross a month",
};
export const movedTo = { title: "Acoustics Engineer", was: "Leeds, GB", is: "Sheffield, GB" };
export const renamed = { was: "SAP Developer", is: "SAP Developer (S/4HANA)" };
export const extended = { title: "Tender Manager", was: "Dec 16, 2026", is: "Jan 6, 2027" };
export const settled = { title: "Heat Treatment Operator", was: "Fixed term, 2 years", is: "Permanent" };
export const eased = { was: "Three years of experience", is: "Two years of experience" };
export const swinging = {
  title: "Quality Inspector",
  values: ["Shift plan: early and late", "Shift plan: early only"],
} as const;
export const lost = { title: "Internal Auditor", value: "€4,750 a month" };
export const gone = { 1: ["Warehouse Clerk"], 2: ["Export Control Officer", "Foundry Liaison"] } as const;

const closing = "We answer within three weeks. Costs of travel are refunded against a ticket.";

/** Newest first. On the first day pay, place, name and day of closing of four change; on the second the terms of one and a wish of another. */
export function requisitionsOf(day: SiteDay): Requisition[] {
  return lines
    .map((line, index) => ({ line, index }))
    .filter(({ line: [, , , , , , , , , from = "0", last = "3"] }) => Number(from) <= day && day <= Number(last))
    .map(({ line, index }): Requisition => {
      const [
        title = "",
        category = "",
        place = "",
        terms = "",
        model = "",
        pay = "",
        closes = "",
        age = "",
        text = "",
      ] = line;
      const isLater = day >= 1;
      const isLast = day >= 2;
      return {
        id: String(1_087_654_301 + index * 7_013),
        number: String(48_211 + index * 17),
        title: isLater && title === renamed.was ? renamed.is : title,
        category,
        place: isLater && title === movedTo.title ? movedTo.is : place,
        terms: isLast && title === settled.title ? settled.is : terms,
        model,
        pay: title === lost.title && day === 2 ? "" : isLater && title === raised.title ? raised.is : pay,
        closes: isLater && title === extended.title ? extended.is : closes,
        age: Number(age) + day,
        texts: [
          isLast ? text.replace(eased.was, eased.is) : text,
          ...(title === swinging.title ? [`${swinging.values[day % 2]}.`] : []),
          closing,
        ],
      };
    })
    .sort((a, b) => a.age - b.age);
}

/** `Posted 3 days ago`, from the day of its posting on. */
export const agoOf = ({ age }: Requisition): string =>
  age <= 0
    ? "Posted today"
    : age === 1
      ? "Posted yesterday"
      : age < 30
        ? `Posted ${age} days ago`
        : "Posted 30+ days ago";

export const categories = ["Engineering", "Production", "Finance & IT", "Sales & Service"];
