import type { SiteDay } from "./watched-site";

export interface Release {
  file: string;
  year: string;
  day: string;
  title: string;
  /** What stands in the list of the year. */
  line: string;
  text: string[];
  from: SiteDay;
  until: SiteDay;
}

const release = (
  file: string,
  day: string,
  title: string,
  line: string,
  text: string[],
  from: SiteDay = 0,
  until: SiteDay = 3,
): Release => ({ file, year: day.slice(-4), day, title, line, text, from, until });

const releases: Release[] = [
  release(
    "pm261126",
    "26. November 2026",
    "Sonderschicht am Hochofen 2",
    "Am Wochenende wird durchgearbeitet.",
    ["Der Hochofen 2 wird am Samstag und Sonntag durchgehend betrieben. Die Belegschaft hat dem zugestimmt."],
    1,
    1,
  ),
  release(
    "pm261125",
    "25. November 2026",
    "Liefervertrag mit der Norwegischen Staatsbahn",
    "Schienen für 310 Kilometer bis 2029.",
    [
      "Die Hüttenwerke Löbnitz liefern bis 2029 Schienen für 310 Kilometer Strecke. Der Auftrag hat einen Wert von rund 88 Mio. €.",
      "„Wir haben dafür zwei Jahre lang Proben gewalzt“, sagt Vertriebsvorstand Jürgen Möbius.",
    ],
    1,
  ),
  release("pm261112", "12. November 2026", "Neunmonatszahlen: Ergebnis leicht über Plan", "Umsatz bei 318,2 Mio. €.", [
    "In den ersten neun Monaten wurden 318,2 Mio. € umgesetzt, 2,1 % mehr als im Vorjahr. Das Ergebnis liegt leicht über dem Plan.",
    "Für das Gesamtjahr bleibt der Vorstand bei seiner Erwartung.",
  ]),
  release("pm260918", "18. September 2026", "Werksbahn fährt mit Akku", "Zwei Lokomotiven umgebaut.", [
    "Zwei Rangierlokomotiven der Werksbahn fahren seit dieser Woche mit Akkus. Die dritte folgt im Frühjahr.",
  ]),
  release("pm260703", "3. Juli 2026", "38 neue Auszubildende", "So viele wie seit 1994 nicht.", [
    "Am 1. September beginnen 38 junge Leute ihre Ausbildung, davon elf in der Gießerei.",
  ]),
  release("pm251204", "4. Dezember 2025", "Kaltwalzwerk wird erneuert", "41 Mio. € für drei Gerüste.", [
    "Der Aufsichtsrat hat 41 Mio. € für die Erneuerung dreier Walzgerüste freigegeben. Gebaut wird bei laufendem Betrieb.",
  ]),
  release("pm250611", "11. Juni 2025", "Hauptversammlung beschließt Dividende", "0,80 € je Aktie.", [
    "Die Hauptversammlung hat eine Dividende von 0,80 € je Aktie beschlossen. Vertreten waren 61 % des Kapitals.",
  ]),
  release("pm241017", "17. Oktober 2024", "150 Jahre Löbnitz", "Ein Fest mit 6.000 Gästen.", [
    "Zum Jubiläum kamen 6.000 Gäste. Der älteste hatte 1951 am Ofen 1 angefangen.",
  ]),
];
export const releasesOf = (day: SiteDay): Release[] =>
  releases.filter(({ from, until }) => from <= day && day <= until);

/** The board for sales passes to another on the first day. */
export const boardOf = (day: SiteDay): [string, string, string][] => [
  ["Dr.-Ing. Friederike Hölzl", "Vorsitzende", "Technik, Personal"],
  day === 0 ? ["Armin Großmann", "Mitglied", "Vertrieb"] : ["Jürgen Möbius", "Mitglied", "Vertrieb"],
  ["Katarzyna Wójcicki-Röhm", "Mitglied", "Finanzen, Einkauf"],
];

export const councilOf = (day: SiteDay): [string, string][] => [
  ["Prof. Dr. Ulrich Sänger", "Vorsitzender"],
  ["Heike Kröplin", day === 2 ? "" : "stellv. Vorsitzende, Betriebsrätin"],
  ["Walther Prinz zu Löbnitz", "Land- und Forstwirt"],
  ["Yasemin Güler", "Rechtsanwältin, Dresden"],
  ["Bernd Flößer", "Schmelzer"],
];
export const lostRole = "stellv. Vorsitzende, Betriebsrätin";

/** One figure is corrected on the first day. */
export const figuresOf = (day: SiteDay): [string, string, string][] => [
  ["Umsatz", "412,6 Mio. €", "405,9 Mio. €"],
  ["Ergebnis vor Steuern", day === 0 ? "31,4 Mio. €" : "29,8 Mio. €", "27,3 Mio. €"],
  ["Rohstahl", "684.000 t", "702.000 t"],
  ["Mitarbeiter", "1.184", "1.207"],
  ["Dividende je Aktie", "0,85 €", "0,80 €"],
];

export const meetingOf = (day: SiteDay) => (day === 0 ? "12. Mai 2027" : "19. Mai 2027");
export const hours = ["Montag bis Freitag 8 bis 16 Uhr", "Montag bis Donnerstag 8 bis 15 Uhr"] as const;

export const products: [string, string, string][] = [
  ["Schienen", "49 E1, 54 E4, 60 E2", "Längen bis 72 m"],
  ["Spundbohlen", "L 603 bis L 628", "auch gebogen"],
  ["Rundstahl", "Ø 20 bis 180 mm", "geschält oder schwarz"],
  ["Gussteile", "bis 14 t", "in sechs Wochen"],
];
