import type { SiteDay } from "./watched-site";

export interface Pump {
  slug: string;
  name: string;
  series: string;
  flow: string;
  head: string;
  price: string;
  text: string;
}

const opening: Pump[] = [
  {
    slug: "nk-20",
    name: "NK 20",
    series: "Kreiselpumpen",
    flow: "20 m³/h",
    head: "34 m",
    price: "1.240,00 €",
    text: "Für Brunnen und Zisternen. Die NK 20 läuft trocken zwei Minuten, ohne Schaden zu nehmen.",
  },
  {
    slug: "nk-45",
    name: "NK 45",
    series: "Kreiselpumpen",
    flow: "45 m³/h",
    head: "41 m",
    price: "2.190,00 €",
    text: "Für Beregnung und kleine Netze. Gehäuse aus Sphäroguss, Laufrad aus Bronze.",
  },
  {
    slug: "nk-90",
    name: "NK 90",
    series: "Kreiselpumpen",
    flow: "90 m³/h",
    head: "55 m",
    price: "4.075,00 €",
    text: "Zwei Stufen auf einer Welle. Sie wird im Werk auf den Betriebspunkt abgedreht.",
  },
  {
    slug: "tm-5",
    name: "TM 5",
    series: "Tauchpumpen",
    flow: "5 m³/h",
    head: "9 m",
    price: "389,00 €",
    text: "Eine kleine Tauchpumpe für Keller und Baugruben, die flach saugt bis auf drei Millimeter.",
  },
  {
    slug: "tm-18",
    name: "TM 18",
    series: "Tauchpumpen",
    flow: "18 m³/h",
    head: "14 m",
    price: "865,00 €",
    text: "Mit Schneidwerk für Faserstoffe. Das Kabel ist vergossen und lässt sich dennoch tauschen.",
  },
  {
    slug: "mp-2",
    name: "MP 2",
    series: "Dosierpumpen",
    flow: "2 l/h",
    head: "100 m",
    price: "1.530,00 €",
    text: "Dosiert Chlor und Fällmittel mit einem Hub, der auf ein Zehntel genau gestellt wird.",
  },
  {
    slug: "mp-12",
    name: "MP 12",
    series: "Dosierpumpen",
    flow: "12 l/h",
    head: "70 m",
    price: "1.845,00 €",
    text: "Doppelmembran mit Bruchmeldung. Wartung nach 8.000 Stunden.",
  },
  {
    slug: "fz-3",
    name: "FZ 3",
    series: "Fasspumpen",
    flow: "3 m³/h",
    head: "12 m",
    price: "640,00 €",
    text: "Leert ein Fass in vier Minuten, auch wenn es steht wie Honig.",
  },
];
const arrival: Pump = {
  slug: "tm-30",
  name: "TM 30",
  series: "Tauchpumpen",
  flow: "30 m³/h",
  head: "19 m",
  price: "1.395,00 €",
  text: "Die größere Schwester mit zwei Kabeln und einem Henkel, an dem man sie auch aufhängen darf.",
};

/** On the first day one pump gets dearer, one goes and one comes. */
export function pumpsOf(day: SiteDay): Pump[] {
  if (day === 0) return opening;
  return [
    ...opening
      .filter(({ slug }) => slug !== "fz-3")
      .map((one) => (one.slug === "nk-45" ? { ...one, price: "2.315,00 €" } : one)),
    arrival,
  ];
}

export const peopleOf = (day: SiteDay) => [
  { name: "Gundula Reith", role: "Vertrieb Süd", phone: "08331 5550-14", mail: "reith(at)nordkette.example" },
  {
    name: day === 0 ? "Arno Kessling" : "Bilge Sommer",
    role: "Vertrieb Nord",
    phone: "08331 5550-17",
    mail: "vertrieb-nord(at)nordkette.example",
  },
  {
    name: "Jochen Wiesner",
    role: "Ersatzteile",
    phone: day === 2 ? "" : "08331 5550-31",
    mail: "teile(at)nordkette.example",
  },
];

export const eventsOf = (day: SiteDay) => [
  ...(day === 0 ? [{ date: "9. Dezember 2026", name: "Wassertage Ulm", place: "Ulm, Halle 3" }] : []),
  { date: "21. Januar 2027", name: "Schulung Dosiertechnik", place: "Memmingen, Werk 1" },
  { date: "16. Februar 2027", name: "Forum Trinkwasser", place: "Kassel, Stand B 12" },
  ...(day === 0 ? [] : [{ date: "4. März 2027", name: "Tag der offenen Gießerei", place: "Memmingen, Werk 2" }]),
];

export const hoursOf = (day: SiteDay) => (day % 2 === 0 ? "7.30 bis 16.00 Uhr" : "7.00 bis 15.30 Uhr");
export const bothHours = ["7.30 bis 16.00 Uhr", "7.00 bis 15.30 Uhr"];

export const voices = [
  ["Läuft seit 1994.", "Wasserwerk Tannheim"],
  ["Der Monteur war vor dem Anruf da.", "Brauerei Zum Steg"],
  ["Leiser als die alte, und die war schon leise.", "Stadtbad Erlenau"],
] as const;
