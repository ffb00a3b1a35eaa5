import { type DeadlineKind, deadlineKinds } from "@/lib/vocabulary/opportunities";
import type { TenderDocument } from "../../tender-document";
import { zoneAfter } from "../dates/find-zone";
import type { StatedDeadline } from "../stated-deadline";
import type { Contradiction, DeadlineGroup } from "../tender-fields";
import { describeKind, describeMoments } from "./describe-contradiction";
import { type DocumentStanding, standingOf } from "./document-standing";
import type { DeadlineStatement } from "./read-statements";

interface Weighed extends DeadlineStatement {
  weight: number;
  standing: DocumentStanding;
}

/** How surely a statement must be a date of its kind before it may contradict another. */
const sureStrength = 2.2;
const comparedKinds: readonly DeadlineKind[] = [
  "submission",
  "questions",
  "site_visit",
  "intent_to_bid",
  "award",
  "start",
];

/**
 * Statements of all documents by kind, the best supported one in force, and where two cannot both hold. Several statements
 * of one date support each other; drafts and repository pages weigh less, dates that a later paper sets weigh more.
 */
export function groupDeadlines(
  statements: readonly DeadlineStatement[],
  documents: readonly TenderDocument[],
): { deadlines: DeadlineGroup[]; contradictions: Contradiction[] } {
  const standings = new Map(documents.map((document) => [document.id, standingOf(document)]));
  const contradictions: Contradiction[] = [];
  const deadlines: DeadlineGroup[] = [];
  for (const kind of deadlineKinds) {
    const weighed = statements
      .filter(({ deadline }) => deadline.kind === kind)
      .map((statement) => weigh(statement, standings.get(statement.deadline.place.document)));
    if (weighed.length === 0) continue;
    const inForce = bestSupported(weighed);
    const found = inForce && comparedKinds.includes(kind) ? contradictionsWith(inForce, weighed) : [];
    contradictions.push(...found);
    const dated = weighed.filter(({ deadline, isOld }) => deadline.localDate !== null && !isOld);
    const earliest = inForce?.isMoved
      ? inForce
      : earliestOf(dated.filter((one) => one === inForce || mayContradict(one, inForce)));
    deadlines.push({
      kind,
      statements: weighed.map(({ deadline }) => deadline),
      inForce: inForce ? weighed.indexOf(inForce) : null,
      isMoved: inForce?.isMoved ?? false,
      earliest: earliest ? weighed.indexOf(earliest) : null,
      state: !inForce ? "blank" : found.some(({ severity }) => severity === "hard") ? "contradicted" : "agreed",
    });
  }
  return { deadlines, contradictions };
}

function weigh(statement: DeadlineStatement, standing: DocumentStanding | undefined): Weighed {
  const known = standing ?? { weight: 1, isDraft: false };
  const { deadline, strength, isMoved, isOld, step } = statement;
  const detail = (deadline.localTime ? 1.25 : 1) * (deadline.zone ? 1.1 : 1);
  // "2027-08-14T23:59:00Z" was written by a machine, which took the zone for its own.
  const stamp = deadline.zoneStated === "Z" ? 0.9 : 1;
  const weight = strength * known.weight * detail * stamp * (isMoved ? 2.5 : 1) * (isOld ? 0.1 : 1) * (step ? 0.6 : 1);
  return { ...statement, weight, standing: known };
}

function bestSupported(statements: Weighed[]): Weighed | null {
  const support = new Map<string, number>();
  for (const date of new Set(statements.map(({ deadline }) => deadline.localDate))) {
    if (date === null) continue;
    const weights = statements.filter(({ deadline }) => deadline.localDate === date).map(({ weight }) => weight);
    weights.sort((a, b) => b - a);
    // Said twice is surer than said once; said ten times is hardly surer than said twice.
    support.set(date, (weights[0] ?? 0) + 0.3 * (weights[1] ?? 0) + 0.1 * (weights[2] ?? 0));
  }
  const [date] = [...support].sort((a, b) => b[1] - a[1])[0] ?? [];
  const holders = statements.filter(({ deadline }) => deadline.localDate === date).sort((a, b) => b.weight - a.weight);
  const [first] = holders;
  // The day alone, and elsewhere the hour too: that says more.
  const timed = first?.deadline.localTime
    ? undefined
    : holders.find(
        ({ deadline, weight, isOld }) => deadline.localTime && !isOld && weight >= (first?.weight ?? 0) * 0.4,
      );
  const best = timed ?? first;
  if (!best?.deadline.localTime || (best.deadline.zone && !isOutOfSeason(best.deadline))) return best ?? null;
  const others = holders.filter(
    ({ deadline, weight, isOld }) =>
      deadline.localTime === best.deadline.localTime && !isOld && weight >= best.weight * 0.4,
  );
  // The same moment said in full elsewhere tells when it is; so do two that name the clocks which hang there in that season.
  if (best.deadline.zone === null) return others.find(({ deadline }) => deadline.zone !== null) ?? best;
  const inSeason = others.filter(({ deadline }) => isSameZoneOutOfSeason(best.deadline, deadline));
  return (inSeason.length >= 2 ? inSeason[0] : undefined) ?? best;
}

/** A sure date of the same step of the procedure. */
function mayContradict(one: Weighed, inForce: Weighed | null): boolean {
  return one.deadline.localDate !== null && one.strength >= sureStrength && one.step === inForce?.step;
}

function earliestOf(statements: Weighed[]): Weighed | undefined {
  const key = ({ deadline }: Weighed) =>
    Date.parse(deadline.at ?? `${deadline.localDate}T${deadline.localTime ?? "23:59"}Z`);
  return statements.filter(({ standing }) => !standing.isDraft).sort((a, b) => key(a) - key(b))[0] ?? statements[0];
}

function contradictionsWith(inForce: Weighed, all: Weighed[]): Contradiction[] {
  const found: Contradiction[] = [];
  const rivals = new Map<string, Weighed>();
  for (const one of all) {
    const date = one.deadline.localDate;
    if (date === null || !mayContradict(one, inForce) || !differs(one.deadline, inForce.deadline)) continue;
    // Days that one sentence names side by side are several visits.
    if (one.deadline.kind === "site_visit" && isSamePlace(one, inForce)) continue;
    if (!isSameEvent(one, inForce)) continue;
    const key = date === inForce.deadline.localDate ? moment(one.deadline) : date;
    const known = rivals.get(key);
    if (!known || one.weight > known.weight) rivals.set(key, one);
  }
  for (const rival of rivals.values()) {
    found.push(contradiction(inForce, rival));
    const { document } = rival.deadline.place;
    const inItself = all.find(
      (one) =>
        one.deadline.place.document === document &&
        one.deadline.localDate === inForce.deadline.localDate &&
        one.strength >= sureStrength &&
        one.step === inForce.step &&
        differs(one.deadline, rival.deadline),
    );
    if (document !== inForce.deadline.place.document && inItself) found.push(contradiction(inItself, rival));
  }
  return found;
}

/** How surely words must name an award, a beginning or an intent to bid: these are spoken of in passing, too. */
const surelyNamed = 2.8;

/** Awards, their announcement and the signing are three days; so are the beginning of a contract, a meeting that kicks it off and the day on which things run. */
const events: Partial<Record<DeadlineKind, readonly RegExp[]>> = {
  award: [
    /(?<!\p{L})(?:intent|announc\p{L}*|notif\p{L}*|selection|standstill)/iu,
    /(?<!\p{L})(?:sign\p{L}*|execut\p{L}*)/iu,
  ],
  start: [/(?<!\p{L})kick-?off/iu, /(?<!\p{L})go-?live/iu, /(?<!\p{L})(?:option|renewal|extension|second|third)/iu],
  intent_to_bid: [],
};

function isSameEvent(one: Weighed, inForce: Weighed): boolean {
  const named = events[one.deadline.kind];
  if (!named) return true;
  const [a, b] = [one.deadline.quote, inForce.deadline.quote];
  return (
    Math.min(one.strength, inForce.strength) >= surelyNamed &&
    !isSamePlace(one, inForce) &&
    named.every((words) => words.test(a) === words.test(b))
  );
}

/** What the buyer only expects may come on another day than another paper expects. */
const expected =
  /(?<!\p{L})(?:anticipat|estimat|expect|approximate|tentativ|target|plann|project(?:ed|ion)|voraussichtlich|prévisionnel|previst|no earlier than|on or about)/iu;

function isSamePlace(a: Weighed, b: Weighed): boolean {
  const [one, other] = [a.deadline.place, b.deadline.place];
  return one.document === other.document && one.start < other.end && other.start < one.end;
}

/** Another date; or, where both state a time, another time of the same day, or the same clock in another zone. */
function differs(a: StatedDeadline, b: StatedDeadline): boolean {
  if (a.localDate !== b.localDate) return true;
  if (a.localTime === null || b.localTime === null) return false;
  if (isSameClockFace(a.localTime, b.localTime)) return false;
  if (a.localTime === b.localTime && (isSpeltOutOfSeason(a, b) || isSpeltOutOfSeason(b, a))) return false;
  if (a.at !== null && b.at !== null) return a.at !== b.at;
  return a.localTime !== b.localTime;
}

/** "Standard Time" of a place in its summer. */
function isOutOfSeason(deadline: StatedDeadline): boolean {
  return deadline.flags.includes("zone_differs_from_season");
}

/** "Alaska Standard Time" in June where another place says "Alaska Time": one clock by its winter name, and by the name of all seasons. */
function isSameZoneOutOfSeason(named: StatedDeadline, other: StatedDeadline): boolean {
  if (!isOutOfSeason(named) || isOutOfSeason(other) || other.zone === null) return false;
  return zoneAfter(named.zoneStated ?? "", 0)?.region === other.zone;
}

/** The same, written out: who writes "Standard Time" in summer means the time of that place; "EST" may mean what it says. */
function isSpeltOutOfSeason(named: StatedDeadline, other: StatedDeadline): boolean {
  return /(?<!\p{L})standard(?!\p{L})/iu.test(named.zoneStated ?? "") && isSameZoneOutOfSeason(named, other);
}

/** "01:00" in a form that prints twelve hours and "1:00 PM" in the text beside it: nobody takes offers in the small hours. */
function isSameClockFace(a: string, b: string): boolean {
  const [early, late] = a < b ? [a, b] : [b, a];
  const [hour, later] = [Number(early.slice(0, 2)), Number(late.slice(0, 2))];
  return hour > 0 && hour < 7 && later === hour + 12 && early.slice(2) === late.slice(2);
}

function contradiction(inForce: Weighed, rival: Weighed): Contradiction {
  const [a, b] = [inForce.deadline, rival.deadline];
  const isSameClock = a.localDate === b.localDate && a.localTime === b.localTime;
  const isExpected = events[a.kind] !== undefined && (expected.test(a.quote) || expected.test(b.quote));
  const isSoft = isSameClock || isExpected || inForce.isMoved || rival.isOld || rival.standing.isDraft;
  const why = isSameClock
    ? ""
    : inForce.isMoved || rival.isOld
      ? " (moved)"
      : rival.standing.isDraft
        ? " (one is a draft)"
        : "";
  return {
    what: `${describeKind(a.kind)}: ${describeMoments(a, b)}${why}`,
    kind: a.kind,
    severity: isSoft ? "soft" : "hard",
    a: { place: inForce.deadline.place, quote: a.quote },
    b: { place: rival.deadline.place, quote: b.quote },
  };
}

function moment(deadline: StatedDeadline): string {
  return `${deadline.localDate ?? "9999"}T${deadline.localTime ?? "00:00"}`;
}
