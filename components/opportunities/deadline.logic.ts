import { exactTime, relativeTime } from "@/components/ui/relative-time.logic";
import type { ProcedureStatus } from "@/lib/vocabulary/opportunities";

export interface DeadlineFacts {
  /** The instant, when date, time and zone are known. */
  at: string | null;
  /** IANA name or fixed offset in which the buyer states it. */
  zone: string | null;
  /** "2026-03-29", when only a date is stated. */
  date: string | null;
  /** "12:00", when a time is stated without a zone that tells which instant it is. */
  localTime?: string | null;
}

export interface ShownDeadline {
  /** In the reader's zone, or the date as stated. */
  text: string;
  /** "in 3 days", "2 days ago"; null where there is no instant and no date. */
  distance: string;
  /** As the buyer states it; null when that is the same as the text. */
  stated: string | null;
  isPast: boolean;
  /** Days left, rounded down; negative once it has passed. */
  daysLeft: number;
}

const dayMs = 86_400_000;
const clockLength = "2026-03-29 12:00".length;

/** A deadline as a reader sees it: in the reader's own zone, never an instant that was not stated. */
export function showDeadline(facts: DeadlineFacts, nowMs: number, readerZone?: string): ShownDeadline | null {
  if (facts.at) {
    const atMs = new Date(facts.at).getTime();
    if (Number.isNaN(atMs)) return null;
    const text = exactTime(atMs, readerZone);
    const stated = facts.zone ? inZone(atMs, facts.zone) : null;
    return {
      text,
      distance: distanceOf(atMs, nowMs),
      // Of one instant, the same day and time is the same offset, whatever the zone is called.
      stated: stated?.slice(0, clockLength) === text.slice(0, clockLength) ? null : stated,
      isPast: atMs < nowMs,
      daysLeft: Math.floor((atMs - nowMs) / dayMs),
    };
  }
  if (!facts.date) return null;
  // A date without a time lasts until its day has ended everywhere that matters to the reader.
  const days = daysBetween(localDate(nowMs, readerZone), facts.date);
  if (Number.isNaN(days)) return null;
  return {
    text: facts.localTime ? `${facts.date} ${facts.localTime} local time` : facts.date,
    distance: dayWords(days),
    stated: facts.localTime ? `${facts.localTime} without a time zone` : "no time of day with its zone",
    isPast: days < 0,
    daysLeft: days,
  };
}

/** "in 45 days": a deadline says how far it is, however far. */
function distanceOf(atMs: number, nowMs: number): string {
  const days = Math.round(Math.abs(atMs - nowMs) / dayMs);
  if (days < 30) return relativeTime(atMs, nowMs);
  return toOrFrom(atMs > nowMs, farWords(days));
}

/**
 * Where the procedure stands at this moment: what its last reading left open has closed once its date is past; while papers disagree on
 * the date, once the latest of them is.
 */
export function statusNow(
  procedure: { procedureStatus: ProcedureStatus; isSubmissionContradicted: boolean; submissionLastAt: string | null },
  shown: Pick<ShownDeadline, "isPast"> | null,
  nowMs: number,
): ProcedureStatus {
  const { procedureStatus, isSubmissionContradicted, submissionLastAt } = procedure;
  const mayBeOpen = ["open", "unknown", "unlisted"].includes(procedureStatus);
  const isPast = isSubmissionContradicted
    ? submissionLastAt !== null && Date.parse(submissionLastAt) < nowMs
    : shown?.isPast;
  return mayBeOpen && isPast ? "closed" : procedureStatus;
}

/** Days up to four months, for people count them when they plan a bid; then months, and years from two on. */
function farWords(days: number): string {
  if (days < 120) return `${days} days`;
  const months = Math.round(days / 30.44);
  return months < 24 ? `${months} months` : `${Math.round(days / 365.25)} years`;
}

function toOrFrom(isAhead: boolean, words: string): string {
  return isAhead ? `in ${words}` : `${words} ago`;
}

/** What a zone's clock shows, with the zone's own name, for hovering. Fixed offsets ("+02:00") are zones as well. */
function inZone(atMs: number, zone: string): string | null {
  try {
    const words = exactTime(atMs, zone);
    // An offset names itself: "17:00 GMT−4"; so does a zone that is called as its clock is.
    return /^[+-]/.test(zone) || words.endsWith(` ${zone}`) ? words : `${words} (${zone})`;
  } catch {
    return null;
  }
}

export function localDate(atMs: number, zone?: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    timeZone: zone,
  }).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

function dayWords(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return toOrFrom(days > 0, farWords(Math.abs(days)));
}

export type Urgency = "past" | "near" | "far";

/** Near: within the days of the last reminders. */
export function urgencyOf(shown: Pick<ShownDeadline, "isPast" | "daysLeft">): Urgency {
  if (shown.isPast) return "past";
  return shown.daysLeft < 3 ? "near" : "far";
}
