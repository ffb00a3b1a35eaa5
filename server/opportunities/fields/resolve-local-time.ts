import type { DeadlineFlag } from "@/lib/vocabulary/opportunities";
import { zoneAfter } from "./dates/find-zone";
import { zoneOfCountry, zoneOfPlace } from "./dates/zone-places";
import type { NamedZone } from "./dates/zones";

/** What is known of where a date is meant, besides its own words. */
export interface ZoneContext {
  /** ISO 3166-1 alpha-2: tells which "IST" is meant, and whose time "local time" is. */
  country?: string | null;
  /** IANA zone of the buyer or the portal; used, visibly, where the words give none. */
  zone?: string | null;
  /** City or country of the buyer, in words. */
  place?: string | null;
}

export interface ResolvedTime {
  /** IANA name or fixed offset. */
  zone: string | null;
  /** ISO 8601 in UTC; null unless date, time and zone are known. */
  at: string | null;
  flags: DeadlineFlag[];
  note: string | null;
}

/**
 * The instant of a local date and time in a zone as stated. A fixed abbreviation keeps its offset in every season ("EST" in August is UTC-5) and is
 * flagged when the clocks there then show another; of a name that is written out ("Eastern Standard Time") the earlier of the two instants is taken. Where the clocks skip or repeat the time, the
 * earlier instant is taken, too, so that nobody is late. Nothing is resolved without a zone, unless `context.zone` gives one.
 */
export function resolveLocalTime(
  localDate: string | null,
  localTime: string | null,
  zoneStated: string | null,
  context: ZoneContext = {},
): ResolvedTime {
  const flags: DeadlineFlag[] = [];
  const notes: string[] = [];
  const named = namedZone(zoneStated, context, notes);
  if (!named.isStated && localTime !== null) flags.push("no_zone");
  const zone = named.zone;
  if (!zone || !localDate || !localTime) return { zone, at: null, flags, note: joined(notes) };

  const wall = wallTime(localDate, localTime);
  if (wall === null) return { zone, at: null, flags, note: joined(notes) };
  const instants = instantsOf(wall, zone);
  let at = instants[0];
  if (instants.length === 2) {
    flags.push("ambiguous_local_time");
    notes.push(
      `${localTime} happens twice on ${localDate} in ${zone} as clocks go back; taken as the first, ${utc(instants[0])}, not ${utc(instants[1])}.`,
    );
  }
  if (at === undefined) {
    const [early, late] = aroundGap(wall, zone);
    at = early;
    flags.push("nonexistent_local_time");
    notes.push(
      `${localTime} does not exist on ${localDate} in ${zone} as clocks go forward; taken as ${utc(early)}, not ${utc(late)}.`,
    );
  }
  if (named.region && offsetAt(at, named.region) !== offsetAt(at, zone)) {
    const meant = instantsOf(wall, named.region)[0];
    const isMeant = meant !== undefined && meant < at && isWrittenOut.test(zoneStated ?? "");
    flags.push("zone_differs_from_season");
    const clocks = zoneStated ? `“${zoneStated}” is ${offsetName(zone)}` : offsetName(zone);
    notes.push(
      `${clocks}, but on ${localDate} clocks in ${named.region} show ${offsetName(named.region, at)}. ` +
        (isMeant
          ? `Taken as the earlier of the two, by the clocks there: ${utc(meant)}. If the letters were meant: ${utc(at)}.`
          : `Taken as stated, the earlier of the two: ${utc(at)}.${meant === undefined ? "" : ` If local clocks were meant: ${utc(meant)}.`}`),
    );
    // Whoever writes out "Standard Time" in summer means the clocks there, letters may mean what they say; who is early has lost nothing.
    if (isMeant) return { zone: named.region, at: new Date(meant).toISOString(), flags, note: joined(notes) };
  }
  return { zone, at: new Date(at).toISOString(), flags, note: joined(notes) };
}

function namedZone(stated: string | null, context: ZoneContext, notes: string[]): NamedZone & { isStated: boolean } {
  // A mere place ("Western Australia") is known as one behind the comma that it stood behind.
  const mention = stated
    ? (zoneAfter(stated, 0, context.country) ?? zoneAfter(`, ${stated}`, 0, context.country))
    : null;
  if (mention?.zone) return { zone: mention.zone, region: mention.region, isStated: true };
  const known =
    context.zone ?? (context.place ? zoneOfPlace(context.place)?.zone : null) ?? zoneOfCountry(context.country);
  if (mention && known) {
    notes.push(`“${mention.stated}” is taken as ${known}, where the buyer is.`);
    return { zone: known, region: null, isStated: true };
  }
  if (mention) {
    notes.push(`“${mention.stated}” does not tell which zone without a place.`);
    return { zone: null, region: null, isStated: false };
  }
  // A country alone is a guess; a zone was chosen by whoever configured the source.
  if (context.zone) {
    notes.push(`No time zone is stated; taken as ${context.zone}, where the publisher is.`);
    return { zone: context.zone, region: null, isStated: false };
  }
  return { zone: null, region: null, isStated: false };
}

/** Without the letters beside it, which say which of the two is meant. */
const isWrittenOut = /(?<!\p{L})(?:standard|daylight)(?!\p{L})(?!.*\([A-Z]{2,5}\))/iu;

/** The wall clock as if it were UTC, in ms; "24:00" is the next day's beginning. */
function wallTime(localDate: string, localTime: string): number | null {
  const [hours = Number.NaN, minutes = Number.NaN] = localTime.split(":").map(Number);
  const midnight = Date.parse(`${localDate}T00:00:00Z`);
  const wall = midnight + (hours * 60 + minutes) * 60_000;
  return Number.isNaN(wall) ? null : wall;
}

/** None in a gap, two where clocks are set back, else one; the earliest first. */
function instantsOf(wall: number, zone: string): number[] {
  const offsets = new Set([offsetAt(wall - dayMs, zone), offsetAt(wall + dayMs, zone)]);
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((instant) => instant + offsetAt(instant, zone) === wall)
    .sort((a, b) => a - b);
}

function aroundGap(wall: number, zone: string): [number, number] {
  const [a, b] = [wall - offsetAt(wall - dayMs, zone), wall - offsetAt(wall + dayMs, zone)];
  return [Math.min(a, b), Math.max(a, b)];
}

const dayMs = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far the zone's clocks are ahead of UTC at an instant, in ms. */
function offsetAt(instant: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    clocks.set(zone, clock);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(instant)) part[type] = Number(value);
  const shown = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  return shown - Math.floor(instant / 1000) * 1000;
}

/** The local date and time that clocks of a zone show at an instant. */
export function localTimeAt(instant: number, zone: string): { date: string; time: string } {
  const shown = new Date(instant + offsetAt(instant, zone)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

function offsetName(zone: string, at = 0): string {
  const minutes = offsetAt(at, zone) / 60_000;
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
}

function utc(instant: number | undefined): string {
  return instant === undefined ? "" : `${new Date(instant).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function joined(notes: string[]): string | null {
  return notes.length > 0 ? notes.join(" ") : null;
}
