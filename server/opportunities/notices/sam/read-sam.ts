import type { NoticeType, ProcedureStatus } from "@/lib/vocabulary/opportunities";
import { countryCode } from "../country-code";
import { addressOf, asObject, type JsonObject, joined, objectsIn, proseOf, textOf, textsIn } from "../json-values";
import { type Category, emptyNotice, type NoticeFacts, type NoticeReading } from "../notice-facts";
import { kindOf } from "../notice-kind";
import { publishedOf, statedInstant } from "../stated-instant";
import { statedReference } from "../stated-reference";

/**
 * Notices of SAM.gov's Get Opportunities API, version 2: an answer of its search, one notice, a list of notices, one a line. Every notice
 * is a publication of its own; what belongs to one procedure shares the solicitation number and the office.
 */
export function readSam(input: unknown): NoticeReading {
  const reading: NoticeReading = { notices: [], refused: [] };
  for (const [at, part] of partsOf(input, reading).entries()) {
    const notice = asObject(part);
    const id = textOf(notice?.noticeId);
    const title = textOf(notice?.title);
    if (!notice) reading.refused.push({ key: null, reason: `Entry ${at + 1} is no JSON object.` });
    else if (!id) reading.refused.push({ key: null, reason: `Entry ${at + 1} has no noticeId.` });
    else if (!title && !textOf(notice.solicitationNumber))
      reading.refused.push({ key: id, reason: `Notice ${id} has neither title nor solicitation number.` });
    else reading.notices.push(factsOf(notice, id));
  }
  reading.notices.sort((one, other) => (one.publishedAt ?? "").localeCompare(other.publishedAt ?? ""));
  return reading;
}

function factsOf(notice: JsonObject, key: string): NoticeFacts {
  const type = typeOf(notice);
  const offices = officesOf(notice);
  const number = textOf(notice.solicitationNumber);
  const award = asObject(notice.award) ?? {};
  const place = asObject(notice.placeOfPerformance) ?? {};
  const office = asObject(notice.officeAddress) ?? {};
  const stated = joined([textOf(notice.type), textOf(notice.baseType)], " ");
  const amount = textOf(award.amount)?.replace(/[$,\s]/g, "") ?? null;
  return emptyNotice({
    scheme: "sam",
    type,
    key,
    procedureKey: number ? joined([number.toUpperCase().replace(/[^A-Z0-9]/g, ""), officeCode(notice)], " ") : null,
    status: statusOf(notice, type),
    publishedAt: publishedOf(textOf(notice.postedDate)),
    language: "en",
    title: textOf(notice.title),
    buyer: offices.at(-1) ?? offices[0] ?? null,
    reference: statedReference(number),
    kind: /sources sought|special notice/i.test(stated ?? "")
      ? "rfi"
      : (kindOf(textOf(notice.title), stated) ?? "tender"),
    summary: summaryOf(notice),
    deadlines: deadlinesOf(notice, award),
    value: amount && /^\d+(?:\.\d+)?$/.test(amount) ? { amount, currency: "USD" } : null,
    place: placeOf(place),
    country:
      countryCode(textOf(asObject(place.country)?.code)) ??
      countryCode(textOf(asObject(place.country)?.name)) ??
      countryCode(textOf(office.countryCode)),
    categories: categoriesOf(notice),
    setAside: setAsideOf(notice),
    contacts: objectsIn(notice.pointOfContact ?? []).flatMap((one) => {
      const contact = {
        name: textOf(one.fullName) ?? textOf(one.name),
        email: textOf(one.email),
        phone: textOf(one.phone),
        role: textOf(one.title) ?? textOf(one.type),
      };
      return contact.name || contact.email || contact.phone ? [contact] : [];
    }),
    attachments: textsIn(notice.resourceLinks ?? []).flatMap((link) => {
      const url = addressOf(link);
      return url ? [{ url, title: null, mime: null }] : [];
    }),
    url: addressOf(notice.uiLink) ?? addressOf(notice.additionalInfoLink),
  });
}

/** The names of the API's types, and the letters by which it asks for them. */
const types: [RegExp, NoticeType][] = [
  [/^(?:award|a$|justification|u$|intent to bundle|i$)/i, "award"],
  [/^(?:pre-?solicitation|p$|sources sought|r$|special notice|s$|request for information)/i, "planning"],
  [/^(?:combined|k$|solicitation|o$|sale of surplus|g$)/i, "tender"],
  [/^(?:modification|amendment)/i, "amendment"],
];

function typeOf(notice: JsonObject): NoticeType {
  const cancelled = [notice.type, notice.archiveReason, notice.status].some((one) => /cancel/i.test(textOf(one) ?? ""));
  if (cancelled || /^(?:\[?cancell?ed\b|cancell?ation\b)/i.test(textOf(notice.title) ?? "")) return "cancellation";
  const stated = textOf(notice.type) ?? textOf(notice.baseType) ?? "";
  return types.find(([pattern]) => pattern.test(stated))?.[1] ?? "other";
}

function statusOf(notice: JsonObject, type: NoticeType): ProcedureStatus {
  if (type === "cancellation") return "cancelled";
  if (type === "award") return "awarded";
  if (/^(?:no|false|inactive)$/i.test(textOf(notice.active) ?? String(notice.active))) return "closed";
  return type === "planning" ? "planned" : type === "other" ? "unknown" : "open";
}

/** From the department down to the office, however deep: one text with points, or a field each. */
function officesOf(notice: JsonObject): string[] {
  const path = textOf(notice.fullParentPathName);
  if (path) return path.split(".").flatMap((part) => textOf(part) ?? []);
  return [notice.department, notice.subTier, notice.office].flatMap((part) => textOf(part) ?? []);
}

function officeCode(notice: JsonObject): string | null {
  return textOf(notice.fullParentPathCode)?.split(".").at(-1)?.trim() ?? textOf(notice.officeCode);
}

function summaryOf(notice: JsonObject): string | null {
  const text = proseOf(notice.description);
  // The search answers with a link to the description, not with the description.
  return text && !/^https?:\/\/\S+$/.test(text)
    ? text
        .replace(/<[^<>]{1,200}>/g, " ")
        .replace(/[^\S\n]+/g, " ")
        .trim()
    : null;
}

function deadlinesOf(notice: JsonObject, award: JsonObject): NoticeFacts["deadlines"] {
  const response = textOf(notice.responseDeadLine) ?? textOf(notice.responseDeadline);
  const awarded = textOf(award.date);
  return [
    ...(response ? [statedInstant("submission", response)] : []),
    ...(awarded ? [statedInstant("award", awarded)] : []),
  ];
}

function placeOf(place: JsonObject): string | null {
  const name = (part: unknown) => textOf(asObject(part)?.name) ?? textOf(asObject(part)?.code) ?? textOf(part);
  return joined(
    [textOf(place.streetAddress), name(place.city), name(place.state), textOf(place.zip), name(place.country)],
    ", ",
  );
}

function categoriesOf(notice: JsonObject): Category[] {
  const naics = new Set([...textsIn(notice.naicsCode ?? []), ...textsIn(notice.naicsCodes ?? [])]);
  const psc = textOf(notice.classificationCode);
  return [
    ...[...naics].map((code) => ({ scheme: "NAICS", code, label: null })),
    ...(psc ? [{ scheme: "PSC", code: psc, label: null }] : []),
  ];
}

function setAsideOf(notice: JsonObject): string | null {
  const code = textOf(notice.typeOfSetAside) ?? textOf(notice.setAsideCode);
  if (code && /^none$/i.test(code)) return null;
  const words = textOf(notice.typeOfSetAsideDescription) ?? textOf(notice.setAside);
  return words && !/^no set[- ]aside/i.test(words) ? words : code;
}

function partsOf(input: unknown, reading: NoticeReading): unknown[] {
  if (typeof input === "string") {
    try {
      return partsOf(JSON.parse(input), reading);
    } catch {
      return input.split("\n").flatMap((line, at) => {
        if (line.trim() === "") return [];
        try {
          return partsOf(JSON.parse(line), reading);
        } catch {
          reading.refused.push({ key: null, reason: `Line ${at + 1} is no JSON.` });
          return [];
        }
      });
    }
  }
  const answer = asObject(input);
  return Array.isArray(answer?.opportunitiesData) ? answer.opportunitiesData : Array.isArray(input) ? input : [input];
}
