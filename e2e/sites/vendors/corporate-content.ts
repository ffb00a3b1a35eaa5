import type { SiteDay } from "./watched-site";

export type Tongue = "de" | "fr";

export interface Section {
  slug: Record<Tongue, string>;
  title: Record<Tongue, string>;
  text: Record<Tongue, string[]>;
}

const section = (slug: [string, string], title: [string, string], de: string[], fr: string[]): Section => ({
  slug: { de: slug[0], fr: slug[1] },
  title: { de: title[0], fr: title[1] },
  text: { de, fr },
});

/** Plain pages of a builder of heating networks. */
export const sections: Section[] = [
  section(
    ["unternehmen", "entreprise"],
    ["Unternehmen", "Entreprise"],
    [
      "Wärmebau Rhenus plant und baut Netze, die ganze Stadtteile heizen. Seit 1978 haben wir 640 Kilometer Leitung verlegt.",
      "Das Unternehmen gehört drei Familien und seinen 380 Beschäftigten.",
    ],
    [
      "Wärmebau Rhenus conçoit et construit des réseaux qui chauffent des quartiers entiers. Depuis 1978, nous avons posé 640 kilomètres de conduites.",
      "L'entreprise appartient à trois familles et à ses 380 salariés.",
    ],
  ),
  section(
    ["leistungen", "prestations"],
    ["Leistungen", "Prestations"],
    [
      "Wir liefern Planung, Tiefbau, Rohrbau und Betrieb aus einer Hand. Eine Leckage orten wir auf zwei Meter genau.",
      "Unser Bereitschaftsdienst ist in 45 Minuten vor Ort.",
    ],
    [
      "Nous réunissons études, génie civil, tuyauterie et exploitation. Une fuite est localisée à deux mètres près.",
      "Notre astreinte est sur place en 45 minutes.",
    ],
  ),
  section(
    ["nachhaltigkeit", "durabilite"],
    ["Nachhaltigkeit", "Durabilité"],
    ["Bis 2035 sollen unsere Baustellen ohne Diesel arbeiten. Heute sind es elf von vierzig."],
    ["D'ici 2035, nos chantiers devront fonctionner sans diesel. Aujourd'hui, onze sur quarante y parviennent."],
  ),
];

export const titles = {
  management: { de: "Geschäftsleitung", fr: "Direction" },
  places: { de: "Standorte", fr: "Sites" },
  references: { de: "Referenzen", fr: "Références" },
  news: { de: "Aktuelles", fr: "Actualités" },
} as const;

export const slugs = {
  management: { de: "geschaeftsleitung", fr: "direction" },
  places: { de: "standorte", fr: "sites" },
  references: { de: "referenzen", fr: "references" },
  news: { de: "aktuelles", fr: "actualites" },
} as const;

/** The technical director is another one from the first day on. */
export const managers = (day: SiteDay): { name: string; role: Record<Tongue, string> }[] => [
  { name: "Dr. Henrike Asmus", role: { de: "Vorsitzende", fr: "Présidente" } },
  { name: day === 0 ? "Paul Grätz" : "Yvonne Lacher", role: { de: "Technik", fr: "Technique" } },
  { name: "Marc Thiébaut", role: { de: "Finanzen", fr: "Finances" } },
  { name: "Sabine Orth", role: { de: "Personal", fr: "Ressources humaines" } },
];

/** A place is closed on the first day; on the second the telephone number of another is lost, and one goes to and fro. */
export function placesOf(day: SiteDay): { town: string; street: string; phone: string; hours: string }[] {
  const places = [
    { town: "Mannheim", street: "Hafenstraße 41", phone: "+49 621 5550 110", hours: "7–16" },
    { town: "Kehl", street: "Am Güterbahnhof 3", phone: day === 2 ? "" : "+49 7851 5550 27", hours: "7–15" },
    {
      town: "Strasbourg",
      street: "12 rue du Bassin",
      phone: "+33 3 5550 4410",
      hours: day % 2 === 0 ? "8–17" : "9–17",
    },
    { town: "Metz", street: "5 quai des Tanneurs", phone: "+33 3 5550 7720", hours: "8–16" },
  ];
  return day === 0 ? places : places.filter(({ town }) => town !== "Metz");
}

export interface Reference {
  slug: string;
  name: string;
  year: string;
  length: string;
  text: Record<Tongue, string>;
  from: SiteDay;
}

export const references: Reference[] = [
  {
    slug: "hafenviertel",
    name: "Hafenviertel Mannheim",
    year: "2025",
    length: "14,2 km",
    from: 0,
    text: {
      de: "Abwärme einer Mühle heizt 3.100 Wohnungen. Gebaut wurde in elf Abschnitten, ohne dass eine Straße länger als neun Tage gesperrt war.",
      fr: "La chaleur d'une minoterie chauffe 3 100 logements. Le chantier a compté onze étapes, sans qu'une rue soit fermée plus de neuf jours.",
    },
  },
  {
    slug: "klinikum-ost",
    name: "Klinikum Ost",
    year: "2024",
    length: "2,8 km",
    from: 0,
    text: {
      de: "Zwei Leitungen auf getrennten Wegen, damit der Operationstrakt nie kalt wird. Die Umschaltung dauert vier Sekunden.",
      fr: "Deux conduites sur des tracés séparés, pour que le bloc opératoire ne refroidisse jamais. La bascule dure quatre secondes.",
    },
  },
  {
    slug: "ecoquartier-ill",
    name: "Écoquartier de l'Ill",
    year: "2023",
    length: "6,5 km",
    from: 0,
    text: {
      de: "Flusswasser als Quelle, eine Wärmepumpe mit 9 Megawatt und Rohre, die unter dem Radweg liegen.",
      fr: "L'eau de la rivière comme source, une pompe à chaleur de 9 mégawatts et des conduites sous la piste cyclable.",
    },
  },
  {
    slug: "campus-nord",
    name: "Campus Nord",
    year: "2026",
    length: "4,1 km",
    from: 1,
    text: {
      de: "Rechenzentrum und Hörsäle tauschen Wärme. Das Netz läuft mit 62 Grad und spart ein Drittel der Energie.",
      fr: "Le centre de calcul et les amphithéâtres échangent leur chaleur. Le réseau fonctionne à 62 degrés et économise un tiers de l'énergie.",
    },
  },
];

export const news: { date: string; title: Record<Tongue, string>; text: Record<Tongue, string> }[] = [
  {
    date: "2026-11-16",
    title: { de: "Winterbereitschaft steht", fr: "L'astreinte d'hiver est prête" },
    text: {
      de: "Sechzig Fahrzeuge sind gerüstet, die Lager sind gefüllt.",
      fr: "Soixante véhicules sont équipés, les stocks sont pleins.",
    },
  },
  {
    date: "2026-10-07",
    title: { de: "Neue Lehrlinge in allen Werken", fr: "De nouveaux apprentis sur tous les sites" },
    text: {
      de: "Neunzehn junge Leute lernen seit Oktober bei uns.",
      fr: "Dix-neuf jeunes apprennent chez nous depuis octobre.",
    },
  },
];
