import { zoneOfKnownPlace } from "./places-by-zone";
import type { NamedZone } from "./zones";

/** Countries with one zone for all practical purposes, by ISO 3166-1 code. */
const countryZones: Record<string, string> = {
  GB: "Europe/London",
  IE: "Europe/Dublin",
  DE: "Europe/Berlin",
  AT: "Europe/Vienna",
  CH: "Europe/Zurich",
  FR: "Europe/Paris",
  BE: "Europe/Brussels",
  NL: "Europe/Amsterdam",
  LU: "Europe/Luxembourg",
  IT: "Europe/Rome",
  ES: "Europe/Madrid",
  PT: "Europe/Lisbon",
  PL: "Europe/Warsaw",
  CZ: "Europe/Prague",
  SK: "Europe/Bratislava",
  HU: "Europe/Budapest",
  RO: "Europe/Bucharest",
  BG: "Europe/Sofia",
  GR: "Europe/Athens",
  SE: "Europe/Stockholm",
  NO: "Europe/Oslo",
  DK: "Europe/Copenhagen",
  FI: "Europe/Helsinki",
  EE: "Europe/Tallinn",
  LV: "Europe/Riga",
  LT: "Europe/Vilnius",
  SI: "Europe/Ljubljana",
  HR: "Europe/Zagreb",
  MT: "Europe/Malta",
  CY: "Asia/Nicosia",
  IS: "Atlantic/Reykjavik",
  IN: "Asia/Kolkata",
  JP: "Asia/Tokyo",
  SG: "Asia/Singapore",
  HK: "Asia/Hong_Kong",
  KE: "Africa/Nairobi",
  NG: "Africa/Lagos",
  GH: "Africa/Accra",
  ZA: "Africa/Johannesburg",
  UG: "Africa/Kampala",
  TZ: "Africa/Dar_es_Salaam",
  NZ: "Pacific/Auckland",
  CN: "Asia/Shanghai",
  KR: "Asia/Seoul",
  UA: "Europe/Kyiv",
  GE: "Asia/Tbilisi",
  MD: "Europe/Chisinau",
  CO: "America/Bogota",
  PE: "America/Lima",
  PY: "America/Asuncion",
  AR: "America/Argentina/Buenos_Aires",
  UY: "America/Montevideo",
};

export function zoneOfCountry(country: string | null | undefined): string | null {
  return (country && countryZones[country.toUpperCase()]) || null;
}

const countryWords: Record<string, string> = {
  uk: "GB",
  "u.k.": "GB",
  british: "GB",
  britain: "GB",
  "united kingdom": "GB",
  english: "GB",
  irish: "IE",
  ireland: "IE",
  german: "DE",
  germany: "DE",
  deutsche: "DE",
  deutscher: "DE",
  deutschland: "DE",
  austrian: "AT",
  austria: "AT",
  swiss: "CH",
  switzerland: "CH",
  schweizer: "CH",
  french: "FR",
  france: "FR",
  française: "FR",
  francaise: "FR",
  métropolitaine: "FR",
  belgian: "BE",
  belgium: "BE",
  belge: "BE",
  dutch: "NL",
  netherlands: "NL",
  nederlandse: "NL",
  italian: "IT",
  italy: "IT",
  italiana: "IT",
  italien: "IT",
  spanish: "ES",
  spain: "ES",
  española: "ES",
  peninsular: "ES",
  polish: "PL",
  poland: "PL",
  polskiego: "PL",
  swedish: "SE",
  sweden: "SE",
  norwegian: "NO",
  norway: "NO",
  danish: "DK",
  denmark: "DK",
  finnish: "FI",
  finland: "FI",
  greek: "GR",
  greece: "GR",
  indian: "IN",
  india: "IN",
  kenya: "KE",
  kenyan: "KE",
  nigeria: "NG",
  nigerian: "NG",
  ghana: "GH",
  ukraine: "UA",
  kyiv: "UA",
  estonian: "EE",
  latvian: "LV",
  lithuanian: "LT",
  czech: "CZ",
};

let tzCities: Map<string, string> | null = null;

/** A city ("Paris", "New York") or a country ("UK", "Irish") whose clocks are meant; null where it names none or several. */
export function zoneOfPlace(words: string): NamedZone | null {
  return zoneOfWholePlace(words) ?? named(zonesOfCities().get(plainPlace(words).split(" ")[0] ?? ""));
}

/** The same for a name that must be known as it stands: "Vienna Hall" is no Vienna. */
export function zoneOfWholePlace(words: string): NamedZone | null {
  const place = plainPlace(words);
  return named(zoneOfKnownPlace(place) ?? zoneOfCountry(countryWords[place]) ?? zonesOfCities().get(place));
}

function named(zone: string | null | undefined): NamedZone | null {
  return zone ? { zone, region: null } : null;
}

function zonesOfCities(): Map<string, string> {
  tzCities ??= new Map(
    Intl.supportedValuesOf("timeZone").map((zone) => [
      (zone.split("/").at(-1) ?? "").replaceAll("_", " ").toLowerCase(),
      zone,
    ]),
  );
  return tzCities;
}

function plainPlace(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/^the (?!hague)/, "")
    .replace(/,\s*/g, " ")
    .replace(/\s+/g, " ");
}
