import type { SiteDay } from "./watched-site";

export type Tongue = "en" | "de";
export type Said = Record<Tongue, string>;

export const words = {
  en: {
    team: "Team",
    rates: "Services and rates",
    jobs: "Open positions",
    department: "Department",
    position: "Position",
    place: "Location",
    hours: "Hours",
    service: "Service",
    rate: "Rate",
    apply: "Apply now",
    all: "All open positions",
    viewed: "people viewed this position today",
    switch: "Deutsch",
    office: "Office hours",
  },
  de: {
    team: "Team",
    rates: "Leistungen und Sätze",
    jobs: "Offene Stellen",
    department: "Bereich",
    position: "Stelle",
    place: "Ort",
    hours: "Umfang",
    service: "Leistung",
    rate: "Satz",
    apply: "Jetzt bewerben",
    all: "Alle offenen Stellen",
    viewed: "Personen haben diese Stelle heute angesehen",
    switch: "English",
    office: "Bürozeiten",
  },
} as const;

/** Reworded on the second day. */
export const headlineOf = (day: SiteDay): Said =>
  day < 2
    ? { en: "We give rivers their room back", de: "Wir geben Flüssen ihren Raum zurück" }
    : { en: "Rivers need room, and we plan it", de: "Flüsse brauchen Raum, und wir planen ihn" };

export interface Colleague {
  name: string;
  role: Said;
  phone: string;
}

const colleague = (name: string, en: string, de: string, phone: string): Colleague => ({
  name,
  role: { en, de },
  phone,
});
const staying = [
  colleague("Henrike Voss", "Managing partner", "Geschäftsführende Gesellschafterin", "+49 3841 5550 10"),
  colleague("Emre Aksoy", "Hydrologist", "Hydrologe", "+49 3841 5550 14"),
  colleague("Sunniva Dahl", "Landscape architect", "Landschaftsarchitektin", "+49 3841 5550 17"),
];
const leaving = colleague("Gernot Pahl", "Surveyor", "Vermesser", "+49 3841 5550 21");
const joining = colleague("Milena Radić", "Fish ecologist", "Fischökologin", "+49 3841 5550 23");
/** One leaves and another joins on the first day; the template of the second loses a number. */
export const teamOf = (day: SiteDay): Colleague[] =>
  [...staying, day === 0 ? leaving : joining].map((one) =>
    day === 2 && one.phone === lostPhone ? { ...one, phone: "" } : one,
  );
export const lostPhone = "+49 3841 5550 14";

export interface Service {
  name: Said;
  rate: Said;
}

/** The first rate goes up on the first day. */
export const servicesOf = (day: SiteDay): Service[] => [
  {
    name: { en: "Hydraulic model of a river reach", de: "Hydraulisches Modell eines Flussabschnitts" },
    rate: day === 0 ? { en: "€1,280 per day", de: "1.280 € pro Tag" } : { en: "€1,340 per day", de: "1.340 € pro Tag" },
  },
  {
    name: { en: "Survey by boat", de: "Vermessung vom Boot" },
    rate: { en: "€2,150 per day", de: "2.150 € pro Tag" },
  },
  {
    name: { en: "Fish passage report", de: "Gutachten zur Fischdurchgängigkeit" },
    rate: { en: "€4,900 fixed", de: "4.900 € pauschal" },
  },
];

export interface Position {
  slug: Said;
  title: Said;
  department: Said;
  place: Said;
  hours: Said;
  text: Said;
  from: SiteDay;
  until: SiteDay;
}

const planning: Said = { en: "Planning", de: "Planung" };
const field: Said = { en: "Field work", de: "Gelände" };
const office: Said = { en: "Administration", de: "Verwaltung" };

const positions = (day: SiteDay): Position[] => [
  {
    slug: { en: "hydraulic-engineer", de: "wasserbauingenieur" },
    title: { en: "Hydraulic engineer (f/m/d)", de: "Wasserbauingenieur (m/w/d)" },
    department: planning,
    place: day < 2 ? { en: "Wismar", de: "Wismar" } : { en: "Wismar or Lübeck", de: "Wismar oder Lübeck" },
    hours: { en: "Full time", de: "Vollzeit" },
    text: {
      en: "You turn a survey into a model and a model into something an excavator can follow.",
      de: "Sie machen aus einer Vermessung ein Modell und aus dem Modell etwas, dem ein Bagger folgen kann.",
    },
    from: 0,
    until: 3,
  },
  {
    slug: { en: "permit-specialist", de: "genehmigungsplaner" },
    title: { en: "Permit specialist (f/m/d)", de: "Genehmigungsplaner (m/w/d)" },
    department: planning,
    place: { en: "Remote", de: "Ortsunabhängig" },
    hours: { en: "Part time", de: "Teilzeit" },
    text: {
      en: "Forty binders, one authority, no missing page.",
      de: "Vierzig Ordner, eine Behörde, keine fehlende Seite.",
    },
    from: 0,
    until: 0,
  },
  {
    slug: { en: "boat-operator", de: "bootsfuehrer" },
    title: { en: "Boat operator (f/m/d)", de: "Bootsführer (m/w/d)" },
    department: field,
    place: { en: "Stralsund", de: "Stralsund" },
    hours: { en: "Seasonal", de: "Saison" },
    text: {
      en: "From March to October you hold a steady course at two knots.",
      de: "Von März bis Oktober halten Sie bei zwei Knoten den Kurs.",
    },
    from: 0,
    until: 3,
  },
  {
    slug: { en: "electrofishing-assistant", de: "assistenz-elektrobefischung" },
    title: { en: "Assistant, electrofishing (f/m/d)", de: "Assistenz Elektrobefischung (m/w/d)" },
    department: field,
    place: { en: "Schwerin", de: "Schwerin" },
    hours: { en: "Fixed term", de: "Befristet" },
    text: {
      en: "You count what comes up and put it back alive.",
      de: "Sie zählen, was auftaucht, und setzen es lebend zurück.",
    },
    from: 1,
    until: 3,
  },
  {
    slug: { en: "bookkeeper", de: "buchhaltung" },
    title: { en: "Bookkeeper (f/m/d)", de: "Buchhalter (m/w/d)" },
    department: office,
    place: { en: "Wismar", de: "Wismar" },
    hours: { en: "20 hours a week", de: "20 Stunden pro Woche" },
    text: {
      en: "Fees by the schedule, invoices by the stage, and nobody's travel receipts forgotten.",
      de: "Honorare nach Tafel, Rechnungen nach Phase, und niemandes Reisebelege vergessen.",
    },
    from: 0,
    until: 3,
  },
];
export const positionsOf = (day: SiteDay): Position[] =>
  positions(day).filter(({ from, until }) => from <= day && day <= until);

/** To and fro from the second day on. */
export const hours = ["8:30–16:30", "9:00–17:00"] as const;
export const hoursOf = (day: SiteDay): string => hours[day % 2] ?? hours[0];

export const praise: Said[] = [
  { en: "The otters came before the invoice.", de: "Die Otter kamen vor der Rechnung." },
  { en: "They talked to the farmers first.", de: "Sie haben zuerst mit den Landwirten gesprochen." },
  { en: "Our mayor now likes floods on paper.", de: "Unser Bürgermeister mag jetzt Hochwasser auf Papier." },
];
