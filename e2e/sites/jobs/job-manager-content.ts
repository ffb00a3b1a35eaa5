import type { SiteDay } from "../vendors/watched-site";

export interface Stelle {
  slug: string;
  title: string;
  company: string;
  place: string;
  kind: string;
  pay: string;
  posted: string;
  words: string;
  tasks: string[];
}

/** Slug, title, company, place, kind, pay, day of posting, sentence, tasks, first and last day where these are others than the first and the last. */
const lines = `
anlagenmechaniker-shk | Anlagenmechaniker SHK (m/w/d) | Haustechnik Ebersloh | Ebersloh | Vollzeit | ab 3.350 € im Monat | 24.11.2026 | Wir bauen Wärmepumpen ein, wo andere noch überlegen. | Montage von Wärmepumpen und Speichern; Inbetriebnahme; Wartung im eigenen Gebiet
steuerfachangestellte | Steuerfachangestellte (m/w/d) | Kanzlei am Markt | Niederau | Teilzeit | 24 Stunden, ab 2.150 € im Monat | 23.11.2026 | Sechs Menschen, ein Hund und keine Akten aus Papier. | Lohn und Finanzbuchhaltung; Vorbereitung von Abschlüssen
mechatroniker-landmaschinen | Land- und Baumaschinenmechatroniker (m/w/d) | Gebrüder Osterkamp Landtechnik | Ebersloh | Vollzeit | ab 3.200 € im Monat | 20.11.2026 | In der Ernte wird es spät, im Februar früh. | Reparatur in der Werkstatt und auf dem Feld; Umrüstung auf Lenksysteme
kaeser | Käser (m/w/d) | Hofkäserei Achterdiek | Achterdiek | Vollzeit | 3.050 € im Monat | 19.11.2026 | Zwölf Sorten, vierzig Ziegen, eine Glocke. | Herstellung und Pflege der Laibe; Verkauf am Samstag
erzieherin-waldgruppe | Erzieher für die Waldgruppe (m/w/d) | Kinderhaus Sonnentau | Niederau | Teilzeit | TVöD SuE S 8a | 17.11.2026 | Bei jedem Wetter draußen, bei Sturm im Bauwagen. | Leitung einer Gruppe von 18 Kindern; Gespräche mit Eltern
lkw-fahrer-nahverkehr | Kraftfahrer im Nahverkehr (m/w/d) | Spedition Havermann | Ebersloh | Vollzeit | 19,80 € in der Stunde | 16.11.2026 | Jeden Abend zu Hause. | Auslieferung im Umkreis von 90 Kilometern; Pflege des Fahrzeugs
physiotherapeut | Physiotherapeut (m/w/d) | Praxis Beweglich | Achterdiek | Vollzeit | ab 3.400 € im Monat | 13.11.2026 | Dreißig Minuten sind bei uns dreißig Minuten. | Behandlung nach eigenem Plan; Hausbesuche mit dem Elektrorad | 0 | 0
elektroniker-betriebstechnik | Elektroniker für Betriebstechnik (m/w/d) | Papierfabrik Niederau | Niederau | Vollzeit, Wechselschicht | ab 3.780 € im Monat | 12.11.2026 | Eine Maschine, so lang wie die Straße. | Instandhaltung von Antrieben; Fehlersuche an Steuerungen
hotelfachkraft-empfang | Hotelfachkraft am Empfang (m/w/d) | Gasthaus Zur Alten Fähre | Achterdiek | Vollzeit | ab 2.700 € im Monat | 10.11.2026 | Wer bei uns schläft, kommt wieder. | Empfang, Reservierung und ein offenes Ohr
bibliothekar-fahrbuecherei | Fachangestellte für die Fahrbücherei (m/w/d) | Kreis Ebersloh | Ebersloh | Befristet bis 31.12.2028 | TVöD E 6 | 6.11.2026 | Ein Bus, 4.000 Bücher, 63 Halte. | Ausleihe an den Halten; Auswahl neuer Bücher | 0 | 1
zimmerer | Zimmerer (m/w/d) | Holzbau Rennekamp | Niederau | Vollzeit | 20,10 € in der Stunde | 5.11.2026 | Wir heben Dächer und lassen sie nicht fallen. | Abbund und Aufrichten von Dachstühlen; Arbeiten an Fachwerk
pflegefachkraft-nachtdienst | Pflegefachkraft im Nachtdienst (m/w/d) | Haus Lindenhof | Ebersloh | Teilzeit | ab 2.900 € im Monat | 3.11.2026 | Nachts ist es still, meistens. | Pflege von 32 Bewohnern zu zweit; Übergabe am Morgen
baecker | Bäcker (m/w/d) | Backhaus Tormählen | Achterdiek | Vollzeit | 18,20 € in der Stunde | 25.11.2026 | Wir beginnen um vier, nicht um eins. | Führung des Sauerteigs; Arbeit am Holzofen | 1
sachbearbeitung-wohngeld | Sachbearbeitung Wohngeld (m/w/d) | Kreis Ebersloh | Niederau | Vollzeit | TVöD E 9a | 25.11.2026 | Anträge, hinter denen Menschen stehen. | Prüfung von Anträgen; Beratung am Telefon | 1
vermessungstechniker | Vermessungstechniker (m/w/d) | Ingenieurbüro Quast | Ebersloh | Vollzeit | ab 3.300 € im Monat | 26.11.2026 | Mit Stab und Drohne über Land. | Aufmaß und Absteckung; Auswertung von Bildern | 2
`
  .trim()
  .split("\n")
  .map((line) => line.split(" | "));

export const paid = { slug: "lkw-fahrer-nahverkehr", was: "19,80 € in der Stunde", is: "21,10 € in der Stunde" };
export const moved = { slug: "hotelfachkraft-empfang", was: "Achterdiek", is: "Fährhaus Niederau" };
export const worded = { slug: "zimmerer", was: "Arbeiten an Fachwerk", is: "Sanierung von Fachwerk" };
export const houred = { slug: "steuerfachangestellte", was: "24 Stunden, ab 2.150 €", is: "30 Stunden, ab 2.690 €" };
/** Deleted on the first day, and run out on the second. */
export const deleted = "physiotherapeut";
export const expired = "bibliothekar-fahrbuecherei";
export const filled = "kaeser";

function amended(slug: string, day: SiteDay, field: string): string {
  let said = field;
  for (const { slug: one, was, is } of [paid, moved, worded, houred])
    if (one === slug && (one === houred.slug || one === worded.slug ? day >= 2 : day >= 1))
      said = said.replace(was, is);
  return said;
}

/** Newest first, as they stand on a day. */
export const stellenOf = (day: SiteDay): Stelle[] =>
  lines
    .filter((fields) => Number(fields[9] ?? "0") <= day && day <= Number(fields[10] ?? "3"))
    .map((fields) => {
      const [
        slug = "",
        title = "",
        company = "",
        place = "",
        kind = "",
        pay = "",
        posted = "",
        words = "",
        tasks = "",
      ] = fields;
      const said = (field: string) => amended(slug, day, field);
      return {
        slug,
        title,
        company,
        place: said(place),
        kind,
        pay: said(pay),
        posted,
        words,
        tasks: said(tasks).split("; "),
      };
    })
    .sort((a, b) => orderOf(b.posted) - orderOf(a.posted));

function orderOf(posted: string): number {
  const [day = 0, month = 0] = posted.split(".").map(Number);
  return month * 31 + day;
}

export const titleOf = (slug: string) => lines.find(([one]) => one === slug)?.[1] ?? "";
