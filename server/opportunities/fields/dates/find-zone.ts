import { zoneOfPlace, zoneOfWholePlace } from "./zone-places";
import { type NamedZone, zoneOfAbbreviation } from "./zones";

/** A time zone as written. `zone` is null where the words ("local time") need a place that the caller may know. */
export interface ZoneMention extends NamedZone {
  start: number;
  end: number;
  stated: string;
  isLocal: boolean;
}

const opening = "^[\\s,;]*(?:[–-]\\s+)?[(\\[]?\\s*";
const localWords =
  "local prevailing time|prevailing local time|local time|heure locale|ortszeit|lokale zeit|lokalzeit|hora local|ora locale|plaatselijke tijd|lokale tijd|czasu lokalnego";
const usZones = "eastern|central|mountain|pacific|atlantic|alaska|hawaii(?:[- ]aleutian)?";

/**
 * The time zone that stands right after a time (or after the date that follows it): an abbreviation, an offset,
 * a region's or a city's time, or "local time". Nothing is searched further away: zones elsewhere belong to others.
 */
export function zoneAfter(text: string, from: number, country?: string | null): ZoneMention | null {
  const rest = text.slice(from, from + 80);
  for (const { pattern, read } of forms) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const named = read(match, country ?? null);
    if (!named) continue;
    const lead = /^[\s,;]*(?:[–-]\s+)?[([]?\s*/.exec(match[0])?.[0].length ?? 0;
    const stated = match[0].slice(lead).trim();
    return { ...named, start: from + lead, end: from + lead + stated.length, stated, isLocal: named.zone === null };
  }
  return null;
}

type Read = (match: RegExpExecArray, country: string | null) => NamedZone | null;

const forms: { pattern: RegExp; read: Read }[] = [
  {
    // "Japan Standard Time (JST)": the letters beside a written name say the same, surely.
    pattern: new RegExp(`${opening}(?:\\p{L}[\\p{L}.-]*\\s+){1,3}time\\s*\\(([A-Z]{2,5})\\)`, "iu"),
    read: ([, name], country) => zoneOfAbbreviation(name ?? "", country),
  },
  {
    pattern: new RegExp(`${opening}(?:UTC|GMT)\\s*([+−-])\\s*(\\d{1,2})(?::?(\\d{2}))?(?!\\d)`, "u"),
    read: ([, sign, hours, minutes]) => ({
      zone: offset(sign ?? "+", Number(hours), Number(minutes ?? 0)),
      region: null,
    }),
  },
  {
    pattern: /^\s?([+−-])(\d{2}):?(\d{2})(?!\d)/u,
    read: ([, sign, hours, minutes]) => ({ zone: offset(sign ?? "+", Number(hours), Number(minutes)), region: null }),
  },
  { pattern: /^\s?Z(?![\p{L}\d])/u, read: () => ({ zone: "UTC", region: null }) },
  {
    pattern: new RegExp(
      `${opening}(?:prevailing\\s+|local\\s+|current\\s+)?(?:(standard|daylight)\\s+)?(?:U\\.?S\\.?\\s+)?(${usZones})(?:\\s+(standard|daylight|prevailing))?(?:\\s+time)?(?:\\s*\\([A-Z]{2,4}\\))?(?!\\p{L}|/\\p{L}|\\s+european|\\s+african|\\s+australian)`,
      "iu",
    ),
    read: ([, before, region, after]) =>
      zoneOfAbbreviation(`${region?.toLowerCase()} ${(after ?? before)?.toLowerCase() ?? "prevailing"}`, null),
  },
  {
    pattern: new RegExp(
      `${opening}((?:central|eastern|western)\\s+european\\s+(?:summer\\s+)?time|greenwich mean time|british summer time|coordinated universal time|mitteleuropäische (?:sommer)?zeit|irish standard time|(?:east|west|central|south) africa(?:n)? time|india(?:n)? standard time|australian (?:eastern|central|western) (?:standard|daylight) time)`,
      "iu",
    ),
    read: ([, name]) => zoneOfAbbreviation(name?.toLowerCase().replace(/\s+/g, " ") ?? "", null),
  },
  {
    pattern: new RegExp(`${opening}([A-Z]{1,4}[A-Z])(?:\\s*/\\s*([A-Z]{3,4}))?(?![\\p{L}\\d])`, "u"),
    read: ([, name, other], country) => {
      const [one, second] = [name, other].map((letters) => zoneOfAbbreviation(letters ?? "", country));
      // "EST/EDT": whichever of the two the clocks show on that day.
      const isBoth = one?.region && one.region === second?.region && one.zone !== second.zone;
      return isBoth ? { zone: one.region, region: null } : (one ?? null);
    },
  },
  {
    // "2PM E.S.T."
    pattern: new RegExp(`${opening}((?:[A-Z]\\.\\s?){2,3}[A-Z]\\.?)(?![\\p{L}\\d])`, "u"),
    read: ([, letters], country) => zoneOfAbbreviation((letters ?? "").replace(/[.\s]/g, ""), country),
  },
  { pattern: new RegExp(`${opening}([A-Z][a-z]+/[A-Z][A-Za-z_]+)`, "u"), read: ([, name]) => ianaZone(name ?? "") },
  {
    pattern: new RegExp(
      `${opening}(?:${localWords})(?:,?\\s+(?:in|at|of|for|de|à)\\s+|\\s*[,(]\\s*|\\s+)(\\p{L}[\\p{L}.]+(?:[ -]\\p{L}[\\p{L}.]+){0,2}?)(?=[\\s),;.]|$)\\)?`,
      "iu",
    ),
    read: ([, place]) => zoneOfPlace(place ?? ""),
  },
  { pattern: new RegExp(`${opening}(?:${localWords})(?!\\p{L})`, "iu"), read: () => ({ zone: null, region: null }) },
  {
    pattern: new RegExp(
      `${opening}(?:heure|hora|ora|uhrzeit|zeit)\\s+(?:de\\s+|d['’]|di\\s+|in\\s+)?(\\p{L}[\\p{L}.-]+(?:\\s\\p{L}[\\p{L}.-]+)?)`,
      "iu",
    ),
    read: ([, place]) => zoneOfPlace(place ?? ""),
  },
  {
    pattern: new RegExp(
      `${opening}(?:prevailing\\s+|local\\s+)?((?:\\p{L}[\\p{L}.'’-]*)(?:,?\\s\\p{L}[\\p{L}.'’-]*){0,3}?)\\s+(?:local\\s+|standard\\s+)?(?:time|zeit|tijd)(?!\\p{L})`,
      "iu",
    ),
    read: ([, place]) => zoneOfPlace(place ?? ""),
  },
  {
    // "2:30 PM Friday 12 September 2031, Western Australia": nothing but the place whose clocks are meant, up to the line's end.
    pattern: /^\s?,\s*\(?(\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,2}?)\)?(?=\s*[.;)]?\s*(?:\n|$))/u,
    read: ([, place]) => zoneOfWholePlace(place ?? ""),
  },
];

function offset(sign: string, hours: number, minutes: number): string | null {
  if (hours > 14 || minutes > 59) return null;
  if (hours === 0 && minutes === 0) return "UTC";
  return `${sign === "+" ? "+" : "-"}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

function ianaZone(name: string): NamedZone | null {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return { zone: name, region: null };
  } catch {
    return null;
  }
}
