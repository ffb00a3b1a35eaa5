import type { NoticeType, ProcedureStatus } from "@/lib/vocabulary/opportunities";
import { countryCode } from "../country-code";
import { addressOf, asObject, type JsonObject, objectsIn, proseOf, textOf, textsIn } from "../json-values";
import { emptyNotice, type NoticeFacts, type NoticeReading } from "../notice-facts";
import { kindOf } from "../notice-kind";
import { publishedOf, statedInstant } from "../stated-instant";
import { statedReference } from "../stated-reference";

/** Notices of an answer of TED's search API, version 3: as much of each as the search was asked for. */
export function readTed(input: unknown): NoticeReading {
  const reading: NoticeReading = { notices: [], refused: [] };
  for (const notice of objectsIn(asObject(input)?.notices ?? [])) {
    const number = textOf(notice["publication-number"]);
    if (!number) reading.refused.push({ key: null, reason: "A notice has no publication number." });
    else reading.notices.push(factsOf(notice, number));
  }
  return reading;
}

const forms: [RegExp, NoticeType, ProcedureStatus][] = [
  [/^(?:planning|consultation)|^pin-(?!cfc)|^pmc$/, "planning", "planned"],
  [/^(?:competition)|^cn-|^pin-cfc|^qu-sy|^subco/, "tender", "open"],
  [/^(?:result|dir-awa-pre)|^can-(?!modif)|^veat/, "award", "awarded"],
  [/^(?:cont-modif|completion)|^can-modif|^compl/, "contract", "awarded"],
];

function factsOf(notice: JsonObject, number: string): NoticeFacts {
  const form = textOf(notice["form-type"]) ?? textOf(notice["notice-type"]) ?? "";
  const [, type, status] = forms.find(([pattern]) => pattern.test(form)) ?? [
    null,
    "other" as const,
    "unknown" as const,
  ];
  const title = own(notice["title-proc"]) ?? own(notice["title-lot"]) ?? own(notice["notice-title"]);
  const deadlines = [
    ...textsIn(notice["deadline-receipt-tender-date-lot"] ?? []),
    ...textsIn(notice["deadline-receipt-request-date-lot"] ?? []),
    ...textsIn(notice.deadline ?? []),
  ];
  const times = textsIn(notice["deadline-receipt-tender-time-lot"] ?? []);
  const amount = textOf(notice["estimated-value-proc"] ?? notice["total-value"]);
  return emptyNotice({
    scheme: "ted",
    type,
    key: number,
    procedureKey: textOf(notice["procedure-identifier"]),
    status,
    publishedAt: publishedOf(textOf(notice["publication-date"])),
    title,
    buyer: own(notice["buyer-name"]) ?? own(notice["organisation-name-buyer"]),
    reference: statedReference(own(notice["internal-identifier-proc"])),
    kind: kindOf(title) ?? "tender",
    summary: proseOf(own(notice["description-proc"])),
    deadlines: [...new Set(deadlines)].map((day, at) => statedInstant("submission", withTime(day, times[at] ?? null))),
    value:
      amount && /^\d+(?:\.\d+)?$/.test(amount)
        ? { amount, currency: textOf(notice["estimated-value-cur-proc"] ?? notice["total-value-cur"]) }
        : null,
    place:
      textsIn(notice["place-of-performance"] ?? [])
        .slice(0, 6)
        .join("; ") || null,
    country: countryCode(textsIn(notice["buyer-country"] ?? notice["organisation-country-buyer"] ?? [])[0]),
    categories: [...new Set(textsIn(notice["classification-cpv"] ?? []))].map((code) => ({
      scheme: "CPV",
      code,
      label: null,
    })),
    url: addressOf(own(asObject(notice.links)?.html)),
  });
}

/** "2031-05-02+02:00" and "10:00:00+02:00" as one. */
function withTime(day: string, time: string | null): string {
  const [, date, offset = ""] = /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?$/.exec(day) ?? [];
  const [, clock, own] = /^(\d{2}:\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})?$/.exec(time ?? "") ?? [];
  return date && clock ? `${date}T${clock}${own ?? offset}` : day;
}

/** A text by language: English, else the first; of a list the first. */
function own(value: unknown): string | null {
  const texts = asObject(value);
  const chosen = texts ? (texts.eng ?? texts.ENG ?? texts.en ?? Object.values(texts)[0]) : value;
  return textOf(Array.isArray(chosen) ? chosen[0] : chosen);
}
