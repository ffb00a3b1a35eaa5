import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import type { TenderDocument } from "../../tender-document";
import { isoDate, weekdayOf } from "../dates/find-dates";
import { isPast } from "../stated-dates";
import type { StatedDeadline } from "../stated-deadline";
import { judgeDateKind } from "./judge-date-kind";
import type { DeadlineStatement } from "./read-statements";

const numbers =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const germanNumbers = "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn".split(" ");
const end =
  "(?:[^.;:|]{0,40}?(?<!\\p{L})(?:due|clos(?:es?|ing)|deadlines?|submissions?|receipt|(?:bid |tender |proposal )?opening|(?:date|time)s? (?:set|fixed|stated|specified|established|scheduled) for|ablauf|abgabe\\p{L}*|angebotsfrist|einreichungsfrist|schlusstermin))(?!\\p{L})";
const countedBack = new RegExp(
  `(?<!\\p{L})(?<count>\\d{1,3}|${[...numbers, ...germanNumbers].join("|")})(?:\\s*\\(\\s*(?<digits>\\d{1,3})\\s*\\))?\\s*(?<unit>(?:full |clear )?(?:business |working |calendar )?(?:days?|weeks?|hours?)|kalendertage?n?|werktage?n?|arbeitstage?n?|tage?n?|wochen?|stunden?)\\s+(?:before|prior to|in advance of|preceding|ahead of|vor)${end}`,
  "iu",
);
/** Kinds that papers count from the day on which bids are due. */
const countedKinds: ReadonlySet<DeadlineKind> = new Set(["questions", "intent_to_bid", "answers"]);
/** Below what may contradict a date that is stated in full. */
const strength = 2;
const hourMs = 3_600_000;

/** "No later than ten business days before the due date": counted back from the submission date that is in force, visibly. */
export function countBack(
  document: TenderDocument,
  submission: StatedDeadline | undefined,
  now: Date | undefined,
): DeadlineStatement[] {
  const anchor = submission?.localDate;
  if (!submission || !anchor) return [];
  return document.units.flatMap((unit): DeadlineStatement[] => {
    if (unit.kind === "code" || unit.kind === "heading") return [];
    const text = document.text.slice(unit.start, unit.end);
    const match = countedBack.exec(text);
    if (!match) return [];
    const around = { lead: text.slice(0, match.index), tail: text.slice(match.index + match[0].length), headings: [] };
    const named = judgeDateKind({ ...around, isBare: false });
    if (!named || named.strength < 2.2 || !countedKinds.has(named.kind)) return [];
    const moment = momentBefore(submission, anchor, match);
    if (!moment) return [];
    const words = match[0].replace(/\s+/g, " ");
    const flags: StatedDeadline["flags"] = ["computed", ...(moment.localTime ? [] : (["no_time"] as const))];
    if (now && isPast(moment.localDate, moment.at, now)) flags.push("past");
    const place = {
      document: document.id,
      start: unit.start,
      end: unit.end,
      ...(unit.page === undefined ? {} : { page: unit.page }),
    };
    const counted = `“${words}”, counted back from the submission date ${anchor}${moment.isWorking ? ", without Saturdays and Sundays. Public holidays are not known here: each one in between makes it a day earlier" : ""}.`;
    const { isWorking: _, ...when } = moment;
    return [
      {
        deadline: { ...when, kind: named.kind, quote: text, place, note: counted, flags },
        strength,
        isMoved: false,
        isOld: false,
        step: null,
      },
    ];
  });
}

function momentBefore(submission: StatedDeadline, anchor: string, match: RegExpExecArray) {
  const { count = "", digits, unit = "" } = match.groups ?? {};
  const amount = Number(digits ?? (/^\d/.test(count) ? count : wordNumber(count)));
  if (!amount) return null;
  const none = { localTime: null, zoneStated: null, zone: null, at: null, isWorking: false };
  if (/hour|stunde/i.test(unit)) {
    const { localTime, zoneStated, zone, at } = submission;
    if (!localTime) return amount % 24 === 0 ? { ...none, localDate: daysBefore(anchor, amount / 24, false) } : null;
    const wall = new Date(
      Date.parse(`${anchor}T00:00:00Z`) + minutesOf(localTime) * 60_000 - amount * hourMs,
    ).toISOString();
    const instant = at ? new Date(Date.parse(at) - amount * hourMs).toISOString() : null;
    return {
      localDate: wall.slice(0, 10),
      localTime: wall.slice(11, 16),
      zoneStated,
      zone,
      at: instant,
      isWorking: false,
    };
  }
  const isWorking = /business|working|werktag|arbeitstag/i.test(unit);
  const days = amount * (/week|woche/i.test(unit) ? 7 : 1);
  return { ...none, isWorking, localDate: daysBefore(anchor, days, isWorking) };
}

function wordNumber(word: string): number {
  return Math.max(numbers.indexOf(word.toLowerCase()), germanNumbers.indexOf(word.toLowerCase())) + 1;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function daysBefore(date: string, days: number, isWorking: boolean): string {
  const day = new Date(`${date}T00:00:00Z`);
  const iso = () => isoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
  for (let left = days; left > 0; ) {
    day.setUTCDate(day.getUTCDate() - 1);
    if (!isWorking || weekdayOf(iso()) < 6) left--;
  }
  return iso();
}
