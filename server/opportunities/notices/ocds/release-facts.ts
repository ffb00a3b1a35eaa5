import type { NoticeType, ProcedureStatus } from "@/lib/vocabulary/opportunities";
import { countryCode } from "../country-code";
import { addressOf, asObject, type JsonObject, joined, objectsIn, proseOf, textOf, textsIn } from "../json-values";
import type { Category, Contact, Money, NoticeAttachment, NoticeFacts } from "../notice-facts";
import { kindOf } from "../notice-kind";
import { publishedOf, statedInstant } from "../stated-instant";
import { statedReference } from "../stated-reference";

/** What a release says: `compiled` is the procedure as it stands with it, `release` the publication itself. */
export function releaseFacts(release: JsonObject, compiled: JsonObject, key: string): NoticeFacts {
  const tender = asObject(compiled.tender) ?? {};
  const planning = asObject(compiled.planning) ?? {};
  const parties = objectsIn(compiled.parties ?? []);
  const buyers = buyersOf(compiled, tender, parties);
  const type = typeOf(release);
  const items = objectsIn(tender.items ?? []);
  const budget = asObject(planning.budget) ?? {};
  const place = placesOf(tender, items);
  return {
    scheme: "ocds",
    type,
    key,
    procedureKey: textOf(compiled.ocid),
    status: statusOf(tender, objectsIn(compiled.awards ?? []), type),
    publishedAt: publishedOf(textOf(release.date)),
    language: textOf(compiled.language)?.toLowerCase() ?? null,
    title: textOf(tender.title) ?? textOf(compiled.title) ?? awardTitle(compiled) ?? textOf(budget.project),
    buyer: textOf(buyers[0]?.name) ?? textOf(asObject(buyers[0]?.identifier)?.legalName),
    reference: referenceOf(tender, compiled),
    kind: kindOfRelease(tender, planning, type),
    summary: proseOf(tender.description) ?? proseOf(compiled.description) ?? proseOf(planning.rationale),
    deadlines: deadlinesOf(tender, planning),
    value: valueOfTender(tender) ?? moneyOf(asObject(budget.amount)),
    place: joined(place.names.slice(0, 6)),
    country: place.country ?? countryOf(asObject(buyers[0]?.address)),
    categories: categoriesOf(tender, items),
    setAside: setAsideOf(tender),
    eligibility: eligibilityOf(tender),
    contacts: buyers.map(contactOf).filter((contact) => contact !== null),
    period: periodOf(tender),
    submissionMethod: joined([...textsIn(tender.submissionMethod ?? []), textOf(tender.submissionMethodDetails)]),
    attachments: attachmentsOf([tender, planning]),
    url: addressOfNotice(compiled, [tender, planning, ...objectsIn(compiled.awards ?? [])]),
    rationale: rationaleOf(release),
    lots: objectsIn(tender.lots ?? []).flatMap((lot) => {
      const title = textOf(lot.title);
      const id = textOf(lot.id);
      return title && id ? [{ id, title, value: moneyOf(asObject(lot.value)) }] : [];
    }),
  };
}

/** The tag that says most, from the last step of a procedure to its first. */
const typesByTag: [RegExp, NoticeType][] = [
  [/^tenderCancellation$/, "cancellation"],
  [/^(?:contract|implementation)/, "contract"],
  [/^award/, "award"],
  [/^tender(?:Amendment|Update)$/, "amendment"],
  [/^tender$/, "tender"],
  [/^planning/, "planning"],
];

function typeOf(release: JsonObject): NoticeType {
  const tags = textsIn(release.tag ?? []);
  const told = typesByTag.find(([pattern]) => tags.some((tag) => pattern.test(tag)))?.[1];
  if (told) return told;
  if (asObject(release.contracts) || objectsIn(release.contracts ?? []).length > 0) return "contract";
  if (objectsIn(release.awards ?? []).length > 0) return "award";
  if (asObject(release.tender)) return "tender";
  return asObject(release.planning) ? "planning" : "other";
}

const statuses: Record<string, ProcedureStatus> = {
  planning: "planned",
  planned: "planned",
  active: "open",
  complete: "closed",
  cancelled: "cancelled",
  withdrawn: "cancelled",
  unsuccessful: "closed",
};

function statusOf(tender: JsonObject, awards: JsonObject[], type: NoticeType): ProcedureStatus {
  if (type === "cancellation") return "cancelled";
  const stated = statuses[textOf(tender.status)?.toLowerCase() ?? ""];
  if (stated === "cancelled") return stated;
  if (awards.some(({ status }) => status === "active") || type === "contract") return "awarded";
  if (type === "award") return awards.length > 0 && awards.every(isFailedAward) ? "closed" : "awarded";
  if (stated) return stated;
  return type === "planning" ? "planned" : type === "tender" || type === "amendment" ? "open" : "unknown";
}

function isFailedAward({ status }: JsonObject): boolean {
  return status === "cancelled" || status === "unsuccessful";
}

function buyersOf(compiled: JsonObject, tender: JsonObject, parties: JsonObject[]): JsonObject[] {
  const named = [asObject(compiled.buyer), asObject(tender.procuringEntity)].filter((one) => one !== null);
  const whole = named.map((one) => {
    const party = parties.find(({ id }) => id !== undefined && id === one.id);
    return { ...party, ...one };
  });
  const byRole = parties.filter(({ roles }) =>
    textsIn(roles ?? []).some((role) => /^(?:buyer|procuringEntity)$/.test(role)),
  );
  const byName = new Map<unknown, JsonObject>();
  for (const one of [...whole, ...byRole]) {
    const name = textOf(one.name) ?? one.id;
    byName.set(name, { ...one, ...byName.get(name) });
  }
  return [...byName.values()];
}

function contactOf(party: JsonObject): Contact | null {
  const point = asObject(party.contactPoint);
  if (!point) return null;
  const contact = {
    name: textOf(point.name),
    email: textOf(point.email),
    phone: textOf(point.telephone),
    role: textOf(party.name),
  };
  return contact.name || contact.email || contact.phone ? contact : null;
}

/** The buyer's own number. Many publishers repeat the procedure's identifier there, which is nobody's reference. */
function referenceOf(tender: JsonObject, compiled: JsonObject): string | null {
  const id = statedReference(textOf(tender.id));
  const ocid = textOf(compiled.ocid) ?? "";
  if (!id) return null;
  if (!id.includes(ocid) || ocid === "") return id;
  // "<ocid>-tender-<number>-<reference>": what is left after the procedure's own identifier and number.
  const rest = id.slice(id.indexOf(ocid) + ocid.length).replace(/^[-_:/ ]*tender[-_:/ ]*/i, "");
  const number = ocid.split("-").at(-1) ?? "";
  const own = rest.startsWith(number) ? rest.slice(number.length).replace(/^[-_:/ ]+/, "") : "";
  return own.length >= 3 ? own : ocid;
}

function awardTitle(compiled: JsonObject): string | null {
  return textOf(objectsIn(compiled.awards ?? [])[0]?.title) ?? textOf(objectsIn(compiled.contracts ?? [])[0]?.title);
}

function kindOfRelease(tender: JsonObject, planning: JsonObject, type: NoticeType) {
  if (
    asObject(asObject(tender.techniques)?.frameworkAgreement) ||
    asObject(tender.techniques)?.hasFrameworkAgreement === true
  )
    return "framework" as const;
  const documents = objectsIn(planning.documents ?? []);
  if (type === "planning" && documents.some(({ documentType }) => documentType === "marketEngagementNotice"))
    return "rfi" as const;
  return kindOf(textOf(tender.procurementMethodDetails), textOf(tender.title)) ?? "tender";
}

function deadlinesOf(tender: JsonObject, planning: JsonObject): NoticeFacts["deadlines"] {
  const end = (period: unknown) => textOf(asObject(period)?.endDate);
  const start = (period: unknown) => textOf(asObject(period)?.startDate);
  const dated: [Parameters<typeof statedInstant>[0], string | null, string | null][] = [
    ["submission", end(tender.tenderPeriod), null],
    ["questions", end(tender.enquiryPeriod), null],
    ["award", end(tender.awardPeriod) ?? start(tender.awardPeriod), null],
    ["start", start(tender.contractPeriod), null],
    ["other", textOf(asObject(tender.bidOpening)?.date), "Opening of bids"],
    ...[...objectsIn(planning.milestones ?? []), ...objectsIn(tender.milestones ?? [])].map(
      (milestone) =>
        ["other", textOf(milestone.dueDate), textOf(milestone.title)] as ["other", string | null, string | null],
    ),
  ];
  return dated.flatMap(([kind, stated, note]) => (stated ? [statedInstant(kind, stated, note)] : []));
}

export function moneyOf(value: JsonObject | null): Money | null {
  const amount = textOf(value?.amount);
  if (!value || amount === null || !/^-?\d+(?:\.\d+)?$/.test(amount)) return null;
  return { amount: amount.replace(/\.0+$/, ""), currency: textOf(value.currency)?.toUpperCase() ?? null };
}

function valueOfTender(tender: JsonObject): Money | null {
  const value = moneyOf(asObject(tender.value));
  const least = moneyOf(asObject(tender.minValue));
  const most = moneyOf(asObject(tender.maxValue)) ?? value;
  if (least && most && Number(least.amount) < Number(most.amount) && least.currency === most.currency)
    return { ...least, maxAmount: most.amount };
  return value ?? most ?? least;
}

function placesOf(tender: JsonObject, items: JsonObject[]): { names: string[]; country: string | null } {
  const addresses = [tender, ...items].flatMap((one) => [
    ...objectsIn(one.deliveryAddresses ?? []),
    ...objectsIn(one.deliveryAddress ?? []),
  ]);
  const locations = [tender, ...items].flatMap((one) => [
    ...objectsIn(one.deliveryLocations ?? []),
    ...objectsIn(one.deliveryLocation ?? []),
  ]);
  const names = [
    ...locations.map(({ description }) => textOf(description)),
    ...addresses.map((one) =>
      joined([one.streetAddress, one.locality, one.region, one.postalCode, one.countryName].map(textOf), ", "),
    ),
  ].filter((name) => name !== null);
  return { names: [...new Set(names)], country: addresses.map(countryOf).find((code) => code !== null) ?? null };
}

function countryOf(address: JsonObject | null): string | null {
  const stated = countryCode(textOf(address?.country)) ?? countryCode(textOf(address?.countryName));
  // A region may be a NUTS code, which begins with its country.
  const region = /^([A-Z]{2})[A-Z0-9]{1,3}$/.exec(textOf(address?.region) ?? "")?.[1];
  return stated ?? countryCode(region);
}

function categoriesOf(tender: JsonObject, items: JsonObject[]): Category[] {
  const stated = [tender, ...items].flatMap((one) => [
    ...objectsIn(one.classification ?? []),
    ...objectsIn(one.additionalClassifications ?? []),
  ]);
  const byCode = new Map<string, Category>();
  for (const one of stated) {
    const code = textOf(one.id)?.replace(/^(\d+)\.0$/, "$1");
    const scheme = textOf(one.scheme) ?? "CPV";
    if (!code) continue;
    const key = `${scheme} ${code}`;
    const label = textOf(one.description);
    byCode.set(key, { scheme, code, label: byCode.get(key)?.label ?? label });
  }
  return [...byCode.values()];
}

function setAsideOf(tender: JsonObject): string | null {
  const reserved = textsIn(asObject(tender.otherRequirements)?.reservedParticipation ?? []);
  return joined(reserved.map((code) => `Reserved: ${code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase()}`));
}

function eligibilityOf(tender: JsonObject): string | null {
  const criteria = [
    asObject(tender.selectionCriteria),
    ...objectsIn(tender.lots ?? []).map((lot) => asObject(lot.selectionCriteria)),
  ];
  const suitability = asObject(tender.suitability);
  return joined(
    [
      proseOf(tender.eligibilityCriteria),
      ...criteria.flatMap((one) => [
        proseOf(one?.description),
        ...objectsIn(one?.criteria ?? []).flatMap(({ description, minimum }) => [
          proseOf(description),
          proseOf(minimum),
        ]),
      ]),
      suitability?.sme === true ? "Suitable for small and medium-sized enterprises." : null,
      suitability?.vcse === true ? "Suitable for voluntary, community and social enterprises." : null,
    ],
    "\n",
  );
}

function periodOf(tender: JsonObject): string | null {
  const periods = [
    asObject(tender.contractPeriod),
    ...objectsIn(tender.lots ?? []).map((lot) => asObject(lot.contractPeriod)),
  ];
  return joined(
    periods.map((period) => {
      if (!period) return null;
      const [start, end] = [period.startDate, period.endDate].map((date) => textOf(date)?.slice(0, 10) ?? null);
      if (start || end) return [start, end].map((day) => day ?? "…").join(" – ");
      const days = textOf(period.durationInDays);
      return days ? `${days} days` : null;
    }),
  );
}

/** Pages that are the notice itself, on the publisher's site. */
const noticeDocuments = /^(?:tender|award|contract|marketEngagement|planned\w*)Notice$/;

function documentsOf(holders: JsonObject[]): JsonObject[] {
  return holders.flatMap((one) => objectsIn(one.documents ?? []));
}

function attachmentsOf(holders: JsonObject[]): NoticeAttachment[] {
  const byUrl = new Map<string, NoticeAttachment>();
  for (const one of documentsOf(holders)) {
    const url = addressOf(one.url);
    const mime = textOf(one.format);
    if (!url || (noticeDocuments.test(textOf(one.documentType) ?? "") && mime === "text/html")) continue;
    if (!byUrl.has(url)) byUrl.set(url, { url, title: textOf(one.title) ?? textOf(one.description), mime });
  }
  return [...byUrl.values()];
}

function addressOfNotice(compiled: JsonObject, holders: JsonObject[]): string | null {
  const links = objectsIn(compiled.links ?? []);
  const pages = documentsOf(holders).filter(
    ({ documentType, format }) =>
      noticeDocuments.test(textOf(documentType) ?? "") && (format === undefined || format === "text/html"),
  );
  const page = pages.map(({ url }) => addressOf(url)).find((url) => url !== null);
  return page ?? addressOf(links.find(({ rel }) => rel === "canonical")?.href) ?? addressOf(compiled.url);
}

function rationaleOf(release: JsonObject): string | null {
  const amendments = ["tender", "award", "contract"].flatMap((name) =>
    [release[name], ...objectsIn(release[`${name}s`] ?? [])].flatMap((holder) => {
      const one = asObject(holder);
      return [...objectsIn(one?.amendments ?? []), ...objectsIn(one?.amendment ?? [])];
    }),
  );
  const last = amendments.at(-1);
  return proseOf(last?.rationale) ?? proseOf(last?.description);
}
