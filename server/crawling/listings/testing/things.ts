/** What the layouts list: eight things with a title, an address, a buyer, dates and an amount. */
export interface Thing {
  id: string;
  title: string;
  buyer: string;
  due: string;
  dueIso: string;
  value: string;
  summary: string;
}

const rows: [string, string, string, string][] = [
  [
    "Replacement of street lamps in the old town",
    "Borough of Ashby",
    "£410,000",
    "Lamps, posts and cables for eighteen streets.",
  ],
  [
    "School meals from regional kitchens",
    "Northfold Schools",
    "£1,200,000",
    "Lunches for eleven schools, five days a week.",
  ],
  [
    "Archive scanning and index",
    "Harrowmere Council",
    "£640,000",
    "Planning sheets of ninety years, to be read online.",
  ],
  ["Repair of the harbour wall", "Port of Saltgate", "£3,400,000", "Sheet piling along three berths in use."],
  [
    "Patient transport at night",
    "Tollbridge Trust",
    "£780,000",
    "Journeys between five hospitals after eight o'clock.",
  ],
  ["Battery buses with depot chargers", "Penrow Transport", "£6,900,000", "Eighteen vehicles that run in winter, too."],
  ["Drinking water analysis", "Dunmoor Water", "£1,260,000", "Samples from taps and reservoirs, tested by day."],
  ["Cleaning of laboratories", "University of Eastmere", "£2,480,000", "Rooms with safety rules and rooms without."],
];

export const things: Thing[] = rows.map(([title, buyer, value, summary], at) => ({
  id: `T-${301 + at * 13}`,
  title,
  buyer,
  due: `${3 + at * 2} December 2031`,
  dueIso: `2031-12-${String(3 + at * 2).padStart(2, "0")}`,
  value,
  summary,
}));

const german: [string, string, string][] = [
  ["Erneuerung der Straßenbeleuchtung in der Altstadt", "Stadt Aschbach", "410.000 €"],
  ["Schulverpflegung aus der Region", "Schulverband Nordfeld", "1.200.000 €"],
  ["Digitalisierung des Planarchivs", "Gemeinde Harrmoor", "640.000 €"],
  ["Sanierung der Kaimauer", "Hafen Salztor", "3.400.000 €"],
  ["Krankentransporte in der Nacht", "Klinikum Zollbrück", "780.000 €"],
  ["Elektrobusse mit Ladegeräten", "Verkehrsbetriebe Penrau", "6.900.000 €"],
];
export const germanThings: Thing[] = german.map(([title, buyer, value], at) => ({
  id: `V-${120 + at}`,
  title,
  buyer,
  due: `${String(3 + at).padStart(2, "0")}.12.2031, 12:00 Uhr`,
  dueIso: `2031-12-0${3 + at}`,
  value,
  summary: "Näheres steht in den Vergabeunterlagen.",
}));

const french: [string, string, string][] = [
  ["Rénovation de l'éclairage public du centre ancien", "Ville d'Aubry", "410 000 €"],
  ["Repas scolaires issus de cuisines locales", "Syndicat des écoles du Nord", "1 200 000 €"],
  ["Numérisation des archives d'urbanisme", "Commune d'Harmère", "640 000 €"],
  ["Réparation du mur de quai", "Port de Salins", "3 400 000 €"],
  ["Transport de patients la nuit", "Hôpital de Pontpéage", "780 000 €"],
];
export const frenchThings: Thing[] = french.map(([title, buyer, value], at) => ({
  id: `M-${77 + at}`,
  title,
  buyer,
  due: `${3 + at} décembre 2031`,
  dueIso: `2031-12-0${3 + at}`,
  value,
  summary: "Le dossier de consultation est en ligne.",
}));
