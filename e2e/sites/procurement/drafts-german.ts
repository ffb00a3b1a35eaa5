import type { NoticeDraft } from "./notice";

const buyers = [
  "Stadt Grünwalde",
  "Landkreis Mühlenbrück",
  "Universitätsklinikum Harzfelde AöR",
  "Stadtwerke Lübkenow GmbH",
  "Landesbetrieb Straßenbau Ostmark",
  "Bundesanstalt für Küstenforschung",
];

const titles: [string, string][] = [
  [
    "Unterhalts- und Glasreinigung in sechs Grundschulen",
    "Reinigung von Schulgebäuden mit insgesamt 21.400 m² Nutzfläche",
  ],
  ["Lieferung von zwei Abrollkippern", "Fahrgestelle mit Abrollkipper für den Bauhof"],
  ["Erneuerung der Lüftungsanlage im OP-Trakt", "Demontage und Neubau raumlufttechnischer Anlagen"],
  ["Tiefbauarbeiten Fernwärmetrasse Südring", "Rohrgraben, Verlegung und Oberflächenwiederherstellung auf 1,8 km"],
  ["Fahrbahnmarkierungen auf Landesstraßen", "Markierungsarbeiten im Bereich von vier Meistereien"],
  ["Beschaffung eines Forschungsbootes", "Boot mit 12 m Länge für Messfahrten im Wattenmeer"],
  ["Schülerbeförderung im freigestellten Verkehr", "Beförderung von 240 Schülerinnen und Schülern zu Förderschulen"],
  ["Rahmenvertrag über Büromöbel", "Höhenverstellbare Tische, Stühle und Schränke"],
  ["Wäscheversorgung des Klinikums", "Mietwäsche und Aufbereitung für 900 Betten"],
  ["Einführung einer Netzleitstelle", "Software, Hardware und Inbetriebnahme einer Leitstelle"],
  ["Instandsetzung der Brücke über die Örtze", "Betoninstandsetzung und neue Kappen"],
  ["Wartung der Klimamessstationen", "Wartung und Kalibrierung von 17 Stationen"],
  ["Neubau einer Zweifeldsporthalle, Holzbauarbeiten", "Tragwerk und Fassade in Holzbauweise"],
  ["Rettungsdienst im Bereich Nord", "Durchführung der Notfallrettung mit drei Rettungswagen"],
  ["Laborinformationssystem", "Lizenzen, Einführung und Pflege eines Laborinformationssystems"],
  ["Lieferung von Smart-Meter-Gateways", "Gateways und Steuerboxen, 6.000 Stück"],
  ["Gehölzpflege an Bundesstraßen", "Rückschnitt und Baumfällungen in der Saison"],
  ["Druck und Versand des Jahresberichts", "Satz, Druck und Versand in zwei Sprachen"],
  ["Winterdienst auf Gehwegen", "Räumen und Streuen in acht Stadtteilen"],
  ["Erweiterung der Deponie Kieskuhle", "Basisabdichtung und Sickerwasserfassung"],
  ["Beratung zur Krankenhausplanung", "Gutachten zur Entwicklung der Standorte"],
  ["Rohrreinigung und Kanalinspektion", "Reinigung und Inspektion von 74 km Kanal"],
];

const needs = [
  [
    "Der Auftragnehmer muss eine Betriebshaftpflichtversicherung über mindestens 3 Mio. Euro nachweisen.",
    "Der Bieter hat drei vergleichbare Referenzen vorzulegen.",
  ],
  [
    "Die Lieferung muss innerhalb von 16 Wochen nach Auftragserteilung erfolgen.",
    "Der Auftragnehmer hat einen festen Ansprechpartner zu benennen.",
  ],
  ["Bieter müssen nach DIN EN ISO 9001 zertifiziert sein.", "Störungen sind innerhalb von vier Stunden zu beheben."],
];

export const germanDrafts: NoticeDraft[] = titles.map(([title, summary], index) => ({
  title,
  summary: `${summary}.`,
  buyer: buyers[index % buyers.length] ?? "",
  reference:
    [`VgV-2026-${String(113 + index * 7)}`, `L-${String(26 + index)}/2026-VOB`, `10.3-0${String(41 + index)}-26`][
      index % 3
    ] ?? "",
  needs: needs[index % needs.length] ?? [],
}));
