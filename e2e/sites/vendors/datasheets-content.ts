import type { SiteDay } from "./watched-site";

export interface Sensor {
  slug: string;
  name: string;
  family: "pression" | "niveau" | "debit";
  range: string;
  precision: string;
  supply: string;
  protection: string;
  revision: string;
  text: string;
  from: SiteDay;
}

export const families = {
  pression: { name: "Capteurs de pression", text: "De la prise d'air à la presse, en inox ou en titane." },
  niveau: { name: "Capteurs de niveau", text: "Pour cuves, puits et réservoirs, avec ou sans contact." },
  debit: { name: "Débitmètres", text: "Pour ce qui coule, même lentement." },
} as const;

const sensor = (
  family: Sensor["family"],
  name: string,
  range: string,
  precision: string,
  supply: string,
  protection: string,
  revision: string,
  text: string,
  from: SiteDay = 0,
): Sensor => ({
  slug: name.toLowerCase().replaceAll(" ", "-"),
  name,
  family,
  range,
  precision,
  supply,
  protection,
  revision,
  text,
  from,
});

const sensors: Sensor[] = [
  sensor(
    "pression",
    "VP 120",
    "0 à 16 bar",
    "± 0,5 % PE",
    "12 à 32 V CC",
    "IP 65",
    "D",
    "Le capteur de tous les jours, pour l'air comprimé et l'eau.",
  ),
  sensor(
    "pression",
    "VP 240",
    "0 à 250 bar",
    "± 0,25 % PE",
    "10 à 30 V CC",
    "IP 67",
    "C",
    "Membrane soudée, sans joint, pour les huiles qui chauffent.",
  ),
  sensor(
    "pression",
    "VP 610 Ti",
    "0 à 600 bar",
    "± 0,1 % PE",
    "14 à 28 V CC",
    "IP 69K",
    "B",
    "Corps en titane pour l'eau de mer.",
  ),
  sensor(
    "pression",
    "VP 30",
    "0 à 400 mbar",
    "± 1 % PE",
    "5 V CC",
    "IP 54",
    "F",
    "Petit, léger, pour les filtres à air.",
  ),
  sensor(
    "niveau",
    "VN 80",
    "0,2 à 8 m",
    "± 3 mm",
    "18 à 30 V CC",
    "IP 68",
    "A",
    "Radar à 80 GHz qui voit à travers la mousse.",
  ),
  sensor(
    "niveau",
    "VN 15 S",
    "0 à 150 m",
    "± 0,2 % PE",
    "9 à 33 V CC",
    "IP 68 à 200 m",
    "G",
    "Sonde immergée pour les puits, livrée avec son câble.",
  ),
  sensor(
    "niveau",
    "VN 4",
    "0,05 à 4 m",
    "± 5 mm",
    "15 à 28 V CC",
    "IP 66",
    "C",
    "Ultrasons, pour l'eau claire et les budgets serrés.",
  ),
  sensor(
    "debit",
    "VD 25",
    "0,3 à 90 l/min",
    "± 0,8 % VM",
    "20 à 28 V CC",
    "IP 65",
    "D",
    "Vortex sans pièce mobile, en laiton.",
  ),
  sensor(
    "debit",
    "VD 50 M",
    "5 à 500 l/min",
    "± 0,4 % VM",
    "24 V CC ± 10 %",
    "IP 67",
    "B",
    "Électromagnétique, pour tout ce qui conduit.",
  ),
  sensor(
    "debit",
    "VD 6",
    "0,01 à 2 l/min",
    "± 1,5 % VM",
    "8 à 24 V CC",
    "IP 40",
    "A",
    "Pour les doses : colorants, arômes, additifs.",
  ),
  sensor(
    "debit",
    "VD 100 C",
    "20 à 2 000 kg/h",
    "± 0,15 % VM",
    "19 à 31 V CC",
    "IP 66/67",
    "A",
    "Coriolis, au premier prix raisonnable de la maison.",
    1,
  ),
];
export const retired = "VN 4";
export const lost = { name: "VP 240", value: "10 à 30 V CC" };

/** One becomes more precise with a new data sheet, one is discontinued and one is new on the first day. */
export const sensorsOf = (day: SiteDay): Sensor[] =>
  sensors
    .filter(({ from, name }) => from <= day && (day === 0 || name !== retired))
    .map((one) => (one.name === "VP 610 Ti" && day >= 1 ? { ...one, precision: "± 0,08 % PE", revision: "C" } : one));

export interface Discontinued {
  name: string;
  until: string;
  service: string;
  successor: string;
}
/** The end of spare parts of one is put off on the second day. */
export const discontinuedOf = (day: SiteDay): Discontinued[] => [
  ...(day >= 1 ? [{ name: retired, until: "27 novembre 2026", service: "31 décembre 2031", successor: "VN 80" }] : []),
  {
    name: "VP 110",
    until: "30 juin 2025",
    service: day >= 2 ? "30 juin 2031" : "30 juin 2030",
    successor: "VP 120",
  },
  { name: "VD 20", until: "15 mars 2024", service: "15 mars 2029", successor: "VD 25" },
  { name: "VT 7", until: "1er septembre 2022", service: "1er septembre 2027", successor: "sans remplaçant" },
];

export const delays = ["3 semaines", "5 semaines"] as const;

/** The agency in Spain is given up on the first day. */
export const agenciesOf = (day: SiteDay) => [
  { town: "Annonay", role: "Siège et usine", phone: "+33 4 65 71 00 10" },
  { town: "Namur", role: "Agence Belgique", phone: "+32 81 48 00 22" },
  ...(day === 0 ? [{ town: "Bilbao", role: "Agence Espagne", phone: "+34 944 55 01 18" }] : []),
  { town: "Yverdon", role: "Agence Suisse", phone: day === 0 ? "+41 24 555 20 31" : "+41 24 555 20 40" },
];

export const reports = [
  ["Salon Mesures Lyon, stand C 14", "3 au 5 février 2027"],
  ["Journée portes ouvertes à Annonay", "20 mars 2027"],
  ["Foire de Liège, halle 2", "11 au 14 mai 2027"],
] as const;
