import type { DeadlineKind, ProcedureStatus } from "@/lib/vocabulary/opportunities";
import type { DateOrder } from "../../fields/dates/find-dates";
import { readStatedDate } from "../../fields/read-stated-date";
import type { StatedDeadline } from "../../fields/stated-deadline";
import { normaliseReference } from "../../matching/references";
import { foldText } from "../../matching/title-words";
import { countryCode } from "../country-code";
import { addressOf, proseOf } from "../json-values";
import type { Category, Contact, Money, NoticeFacts } from "../notice-facts";
import { kindOf } from "../notice-kind";
import { statedInstant } from "../stated-instant";
import { statedReference } from "../stated-reference";
import { meaningOfLabel } from "./labels";
import type { LabelledValue } from "./page-facts";
import { readMoney } from "./stated-money";
import { statusOfWords } from "./status-words";

export interface ReadingContext {
  /** When the page was captured: "in 5 days" is counted from here. */
  capturedAt: Date;
  country: string | null;
  /** Of a portal whose country has one. */
  zone: string | null;
  order: DateOrder | null;
}

export interface ValueFacts
  extends Pick<
    NoticeFacts,
    | "title"
    | "buyer"
    | "reference"
    | "kind"
    | "summary"
    | "place"
    | "setAside"
    | "eligibility"
    | "period"
    | "submissionMethod"
    | "rationale"
  > {
  status: ProcedureStatus | null;
  value: Money | null;
  country: string | null;
  published: StatedDeadline | null;
  /** The day on which a tender that is only announced is to begin. */
  expected: StatedDeadline | null;
  deadlines: StatedDeadline[];
  categories: Category[];
  contacts: Contact[];
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?:\b|$)/i;

const namesReference =
  /(?<!\p{L})ref(?:erence|erenz|erencia|érence|\.|\b)|riferimento|kenmerk|aktenzeichen|geschäftszeichen/iu;

function isOwnNumber(known: string, knownAs: string, text: string, label: string): boolean {
  if (uuid.test(known)) return !uuid.test(text);
  return /^\d+$/.test(known) && !namesReference.test(knownAs) && namesReference.test(label);
}

/** What labelled values say of a tender. Of two statements of one thing the first counts. */
const clock = /(?<!\d)\d{1,2}:\d{2}(?!\d)/;
/** In a history of changes: the day that held before. */
const former =
  /\b(?:previous(?:ly)?|former(?:ly)?|bisher(?:ige\w?)?|bislang|zuvor|vorher(?:ige\w?)?|ursprunglich\w*|auparavant|precedemment|anciennement|ancienne?|initialement|anterior(?:mente)?|antes|precedente(?:mente)?|voorheen)\b/;
const fileNumber = /[\p{L}\d]{1,8}[/-]\p{L}{0,4}\d{2,4}[/-]\d|\p{L}\/\p{L}{2,5}\/\d/u;

export function factsOfValues(values: readonly LabelledValue[], context: ReadingContext): ValueFacts {
  const facts: ValueFacts = {
    title: null,
    buyer: null,
    reference: null,
    kind: null,
    summary: null,
    place: null,
    setAside: null,
    eligibility: null,
    period: null,
    submissionMethod: null,
    rationale: null,
    status: null,
    value: null,
    country: null,
    published: null,
    expected: null,
    deadlines: [],
    categories: [],
    contacts: [],
  };
  const contact: Contact = { name: null, email: null, phone: null, role: null };
  let numberedAs = "";
  let inHead: string | null = null;
  for (const { label, value, datetime } of values) {
    const meaning = meaningOfLabel(label);
    const text = oneLine(value);
    if (!meaning || text === "" || /^[-–—./]+$|^n\/?a$/i.test(text)) continue;
    switch (meaning.field) {
      case "deadline":
        if (!former.test(foldText(label))) takeDate(facts, meaning.kind, text, datetime, context);
        break;
      case "buyer":
        // A body's name may stand like a label beside the clock of its page, or beside the notice's number in the head of each sheet.
        if (text.length <= 400 && !clock.test(text)) {
          if (fileNumber.test(text)) inHead ??= text;
          else facts.buyer ??= text;
        }
        break;
      case "title":
      case "place":
      case "period":
        if (text.length <= 400) facts[meaning.field] ??= text;
        break;
      case "reference":
        // A form's own identifier, or the portal's own number, is nobody's reference where the buyer gives one.
        if (text.length <= 80 && (facts.reference === null || isOwnNumber(facts.reference, numberedAs, text, label))) {
          facts.reference = statedReference(text) ?? facts.reference;
          numberedAs = label;
        }
        break;
      case "expected":
        facts.expected ??= readDate("start", text, datetime, context);
        break;
      case "status":
        facts.status ??= statusOfWords(text);
        break;
      case "value":
        facts.value ??= readMoney(text);
        break;
      case "kind":
        facts.kind ??= kindOf(text);
        break;
      case "category":
        facts.categories.push(...categoriesOf(text));
        break;
      case "set_aside":
        if (!/^(?:no|none|nein|non)\b/i.test(text)) facts.setAside ??= text.slice(0, 400);
        break;
      case "eligibility":
        facts.eligibility ??= proseOf(value);
        break;
      case "submission_method":
        facts.submissionMethod ??= text.slice(0, 600);
        break;
      case "summary":
        if (text.length >= 20) facts.summary ??= proseOf(value);
        break;
      case "rationale":
        facts.rationale ??= proseOf(value);
        break;
      case "email":
        contact.email ??= emailIn(text);
        break;
      case "phone":
        contact.phone ??= phoneIn(text);
        break;
      case "contact":
        takeContact(contact, text);
        break;
      default:
    }
  }
  facts.buyer ??= inHead;
  if (contact.name || contact.email || contact.phone) facts.contacts.push(contact);
  facts.country = countryCode(facts.place?.split(/[,;]/).at(-1)?.trim() ?? null);
  return facts;
}

function takeDate(
  facts: ValueFacts,
  kind: DeadlineKind,
  text: string,
  datetime: string | null,
  context: ReadingContext,
): void {
  const deadline = readDate(kind, text, datetime, context);
  if (!deadline?.localDate && text.length <= 40) {
    // "Closing time" under a label of its own belongs to the "Closing date" before it.
    const at = facts.deadlines.findIndex((known) => known.kind === kind && known.localDate && !known.localTime);
    const known = facts.deadlines[at];
    const whole = known ? readDate(kind, `${known.quote}, ${text}`, null, context) : null;
    if (whole?.localTime && whole.localDate === known?.localDate) facts.deadlines[at] = whole;
  }
  if (!deadline) return;
  if (kind === "issued") facts.published ??= deadline;
  else if (!facts.deadlines.some((known) => known.kind === kind && known.localDate === deadline.localDate))
    facts.deadlines.push(deadline);
}

/** The date that a value states; where the words leave it open, the machine's form that the page gives beside them. */
export function readDate(
  kind: DeadlineKind,
  text: string,
  datetime: string | null,
  context: ReadingContext,
): StatedDeadline | null {
  const stated = readStatedDate(text.slice(0, 300), {
    kind,
    reference: context.capturedAt,
    order: context.order,
    context: { country: context.country, zone: context.zone },
  });
  const machine = datetime ? statedInstant(kind, datetime) : null;
  if (!machine?.localDate)
    return stated?.localDate || stated?.flags.includes("blank") || stated?.flags.includes("impossible") ? stated : null;
  const note = "The page gives this time for machines beside its words.";
  if (!stated?.localDate) return { ...machine, quote: text, note };
  // A machine's form in UTC tells the instant; the words tell how the buyer says it.
  const isRelative = stated.flags.includes("relative");
  if (stated.at || !machine.at) return stated;
  if (!isRelative && machine.localDate !== stated.localDate && dayGap(machine.localDate, stated.localDate) > 1)
    return stated;
  const isZoneOnly = stated.localTime !== null && stated.localTime === machine.localTime;
  if (stated.localTime !== null && !isZoneOnly && machine.zone !== "UTC") return stated;
  return {
    ...stated,
    localDate: isRelative ? machine.localDate : stated.localDate,
    localTime: stated.localTime ?? machine.localTime,
    zone: stated.zone ?? machine.zone,
    at: machine.at,
    note,
    flags: stated.flags.filter((flag) => flag !== "no_time" && flag !== "no_zone" && flag !== "relative"),
  };
}

function dayGap(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}

/** "72000000 - IT services; 72200000" or plain words. */
function categoriesOf(text: string): Category[] {
  const coded = [...text.matchAll(/(?<!\d)(\d{8})(?:-\d)?(?!\d)\s*(?:[-–:]\s*|\()?([^\d;,|()]{3,80})?/g)].map(
    ([, code = "", label]) => ({
      scheme: "CPV",
      code,
      label:
        label
          ?.trim()
          .replace(/[-–:]+$/, "")
          .trim() || null,
    }),
  );
  if (coded.length > 0) return coded;
  return text
    .split(/[;|•]/)
    .map((part) => part.trim())
    .filter((part) => part.length >= 3 && part.length <= 80)
    .map((part) => ({ scheme: "portal", code: part, label: part }));
}

function takeContact(contact: Contact, text: string): void {
  contact.email ??= emailIn(text);
  contact.phone ??= phoneIn(text);
  const name = text
    .split(/[,;|\n]|\s[-–]\s/)
    .map((part) => part.trim())
    .find((part) => /\p{L}{2}/u.test(part) && !/[@\d]/.test(part) && part.length <= 80);
  contact.name ??= name ?? null;
}

export function emailIn(text: string): string | null {
  return /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/.exec(text)?.[0].toLowerCase() ?? null;
}

function phoneIn(text: string): string | null {
  return /\+?\(?\d[\d ()/.-]{6,20}\d/.exec(text.replace(/\d{1,2}[./]\d{1,2}[./]\d{2,4}/g, ""))?.[0].trim() ?? null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A code among values without a label, when there is exactly one. */
export function referenceAmong(texts: readonly string[]): string | null {
  const codes = texts.filter(
    (text) =>
      text.length <= 40 &&
      /\d{2}/.test(text) &&
      /[-/_.\p{Lu}]/u.test(text) &&
      !/\s\S+\s/.test(text) &&
      normaliseReference(text) !== null &&
      (readMoney(text)?.currency ?? null) === null &&
      !/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text) &&
      addressOf(text) === null,
  );
  // "Open RFT-31-100" beside "RFT-31-100" is the same code once more.
  const own = codes.filter((code) => !codes.some((other) => other !== code && code.includes(other)));
  const [only] = own;
  return own.length === 1 && only ? only.replace(/^#/, "") : null;
}
