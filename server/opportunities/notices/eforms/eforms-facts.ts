import type { DeadlineKind, NoticeType, ProcedureStatus } from "@/lib/vocabulary/opportunities";
import { textOf, type XmlNode } from "@/server/crawling/xml";
import { countryCode } from "../country-code";
import { addressOf, joined } from "../json-values";
import { type Category, type Contact, emptyNotice, type Money, type NoticeFacts } from "../notice-facts";
import { kindOf } from "../notice-kind";
import { statedDayAndTime } from "../stated-instant";
import { statedReference } from "../stated-reference";
import { languageTag } from "./language-tag";
import type { NoticeDocument } from "./notice-document";

/** The facts of a notice of which `checkNotice` has found nothing wrong. */
export function eformsFacts(doc: NoticeDocument): NoticeFacts {
  const { root } = doc;
  const project = doc.all(root, "cac:ProcurementProject")[0] ?? root;
  const lots = doc.all(root, "cac:ProcurementProjectLot");
  const isRealLot = (lot: XmlNode) => doc.attribute(doc.all(lot, "cbc:ID")[0], "schemename") !== "LotsGroup";
  const parts = [project, ...lots.filter(isRealLot).flatMap((lot) => doc.all(lot, "cac:ProcurementProject"))];
  const id = doc.value(root, "cbc:ID") ?? "";
  const changes = doc.all(root, "~/efac:Changes")[0] ?? null;
  const changed = changes ? doc.value(changes, "efbc:ChangedNoticeIdentifier") : null;
  const type = typeOf(doc, changes);
  const buyers = organisationsOf(doc, buyerIds(doc));
  const places = parts.flatMap((part) => doc.all(part, "cac:RealizedLocation"));
  return emptyNotice({
    scheme: "ted",
    type,
    key: `${id}-${doc.value(root, "cbc:VersionID") ?? "01"}`,
    // Planning notices belong to no procedure yet: the notice itself and its corrections share its identifier.
    procedureKey: doc.value(root, "cbc:ContractFolderID") ?? changed?.replace(/-\d{2}$/, "") ?? id,
    status: statusOf(doc, type),
    publishedAt: publishedAt(doc),
    language: languageTag(doc.language),
    title: doc.words(project, "cbc:Name")?.replace(/\s+/g, " ") ?? businessName(doc),
    buyer: buyers[0] ? nameOf(doc, buyers[0]) : null,
    reference: project === root ? null : statedReference(doc.value(project, "cbc:ID")),
    kind: kindOfNotice(doc, lots),
    summary: doc.words(project, "cbc:Description") ?? doc.words(root, "cbc:Note"),
    deadlines: deadlinesOf(doc, lots),
    value: valueOfNotice(doc, project, lots),
    place: joined(places.map((place) => placeName(doc, place)).slice(0, 8)),
    country:
      places
        .map((place) => countryCode(doc.value(place, "cac:Address/cac:Country/cbc:IdentificationCode")))
        .find(Boolean) ??
      countryCode(buyers[0] ? doc.value(buyers[0], "cac:PostalAddress/cac:Country/cbc:IdentificationCode") : null),
    categories: categoriesOf(doc, parts),
    setAside: setAsideOf(doc, lots),
    eligibility: eligibilityOf(doc, lots),
    contacts: contactsOf(doc, buyers, lots),
    period: joined(parts.flatMap((part) => doc.all(part, "cac:PlannedPeriod")).map((period) => periodOf(doc, period))),
    submissionMethod: submissionOf(doc, lots),
    attachments: attachmentsOf(doc, lots),
    url: publicationAddress(doc),
    rationale: changes ? rationaleOf(doc, changes) : null,
    lots: lots.filter(isRealLot).flatMap((lot) => {
      const lotId = doc.value(lot, "cbc:ID");
      const title = doc.words(lot, "cac:ProcurementProject/cbc:Name");
      return lotId && title ? [{ id: lotId, title, value: estimateOf(doc, lot, "cac:ProcurementProject/") }] : [];
    }),
    ...(changes ? { changes: changesOf(doc, changes) } : {}),
  });
}

function publishedAt(doc: NoticeDocument): string | null {
  const stated = statedDayAndTime(
    "issued",
    doc.value(doc.root, "cbc:IssueDate") ?? "",
    doc.value(doc.root, "cbc:IssueTime"),
  );
  return stated.at ?? stated.localDate;
}

const types: Record<string, NoticeType> = {
  planning: "planning",
  consultation: "planning",
  competition: "tender",
  "dir-awa-pre": "award",
  result: "award",
  "cont-modif": "contract",
  completion: "contract",
};

function formOf(doc: NoticeDocument): string {
  return doc.attribute(doc.all(doc.root, "cbc:NoticeTypeCode")[0], "listname") ?? "";
}

function typeOf(doc: NoticeDocument, changes: XmlNode | null): NoticeType {
  if (changes) {
    const reason = doc.value(changes, "efac:ChangeReason/cbc:ReasonCode") ?? "";
    return reason === "cancel" || reason === "cancel-intent" ? "cancellation" : "amendment";
  }
  return types[formOf(doc)] ?? "other";
}

function statusOf(doc: NoticeDocument, type: NoticeType): ProcedureStatus {
  if (type === "cancellation") return "cancelled";
  const form = types[formOf(doc)];
  if (form === "planning") return "planned";
  if (form === "tender") return "open";
  if (form === "contract" || formOf(doc) === "dir-awa-pre") return "awarded";
  if (form !== "award") return "unknown";
  const results = doc.values(doc.root, "~/efac:NoticeResult/efac:LotResult/cbc:TenderResultCode");
  if (results.includes("selec-w") || results.length === 0) return "awarded";
  return results.includes("open-nw") ? "open" : "closed";
}

function buyerIds(doc: NoticeDocument): string[] {
  return doc.values(doc.root, "cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID");
}

/** Companies and touch points by their identifier; where several buy together, the one that leads comes first. */
function organisationsOf(doc: NoticeDocument, ids: readonly string[]): XmlNode[] {
  const whole = doc.all(doc.root, "~/efac:Organizations/efac:Organization");
  const holders = whole.flatMap((one) => [...doc.all(one, "efac:Company"), ...doc.all(one, "efac:TouchPoint")]);
  const leads = new Set(
    whole
      .filter((one) => doc.value(one, "efbc:GroupLeadIndicator") === "true")
      .flatMap((one) => doc.values(one, "efac:Company/cac:PartyIdentification/cbc:ID")),
  );
  const ordered = [...ids].sort((one, other) => Number(leads.has(other)) - Number(leads.has(one)));
  return ordered.flatMap((id) => holders.find((one) => doc.value(one, "cac:PartyIdentification/cbc:ID") === id) ?? []);
}

function nameOf(doc: NoticeDocument, organisation: XmlNode): string | null {
  return doc.words(organisation, "cac:PartyName/cbc:Name")?.replace(/\s+/g, " ") ?? null;
}

function businessName(doc: NoticeDocument): string | null {
  return doc.value(doc.root, "cac:BusinessParty/cac:PartyLegalEntity/cbc:RegistrationName");
}

function contactsOf(doc: NoticeDocument, buyers: XmlNode[], lots: XmlNode[]): Contact[] {
  const asked = lots.flatMap((lot) =>
    doc.values(lot, "cac:TenderingTerms/cac:AdditionalInformationParty/cac:PartyIdentification/cbc:ID"),
  );
  const contacts = [...buyers, ...organisationsOf(doc, [...new Set(asked)])].flatMap((organisation) =>
    doc.all(organisation, "cac:Contact").flatMap((one) => {
      const contact = {
        name: doc.value(one, "cbc:Name"),
        email: doc.value(one, "cbc:ElectronicMail"),
        phone: doc.value(one, "cbc:Telephone"),
        role: nameOf(doc, organisation),
      };
      return contact.name || contact.email || contact.phone ? [contact] : [];
    }),
  );
  return [...new Map(contacts.map((contact) => [JSON.stringify(contact), contact])).values()];
}

function kindOfNotice(doc: NoticeDocument, lots: XmlNode[]) {
  const systems = lots.flatMap((lot) =>
    doc.all(
      lot,
      "cac:TenderingProcess/cac:ContractingSystem/cbc:ContractingSystemTypeCode[@listName='framework-agreement']",
    ),
  );
  if (systems.some((code) => !/^(?:none)?$/.test(textOf(code).trim()))) return "framework" as const;
  if (formOf(doc) === "consultation") return "rfi" as const;
  return types[formOf(doc)]
    ? (kindOf(doc.words(doc.root, "cac:ProcurementProject/cbc:Name")) ?? "tender")
    : ("other" as const);
}

const process = "cac:TenderingProcess";
const extended = `${process}/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension`;
const periods: [DeadlineKind, string, string | null][] = [
  ["submission", `${process}/cac:TenderSubmissionDeadlinePeriod`, null],
  ["submission", `${process}/cac:ParticipationRequestReceptionPeriod`, "Requests to participate"],
  ["submission", `${extended}/efac:AnswerReceptionPeriod`, "Replies to the consultation"],
  ["intent_to_bid", `${extended}/efac:InterestExpressionReceptionPeriod`, "Expressions of interest"],
  ["questions", `${process}/cac:AdditionalInformationRequestPeriod`, null],
];

function deadlinesOf(doc: NoticeDocument, lots: XmlNode[]): NoticeFacts["deadlines"] {
  const byWords = new Map<string, { deadline: NoticeFacts["deadlines"][number]; lots: string[] }>();
  const add = (kind: DeadlineKind, lot: string, day: string | null, time: string | null, note: string | null) => {
    if (!day) return;
    const deadline = statedDayAndTime(kind, day, time, note);
    const key = `${kind} ${note} ${deadline.quote}`;
    const known = byWords.get(key) ?? { deadline, lots: [] };
    byWords.set(key, { deadline, lots: [...known.lots, lot] });
  };
  for (const lot of lots) {
    const id = doc.value(lot, "cbc:ID") ?? "";
    for (const [kind, path, note] of periods)
      for (const period of doc.all(lot, path))
        add(kind, id, doc.value(period, "cbc:EndDate"), doc.value(period, "cbc:EndTime"), note);
    for (const event of doc.all(lot, `${process}/cac:OpenTenderEvent`))
      add(
        "other",
        id,
        doc.value(event, "cbc:OccurrenceDate"),
        doc.value(event, "cbc:OccurrenceTime"),
        "Opening of bids",
      );
    for (const period of doc.all(lot, "cac:ProcurementProject/cac:PlannedPeriod"))
      add("start", id, doc.value(period, "cbc:StartDate"), null, null);
  }
  add("other", "", doc.value(doc.root, "cbc:PlannedDate"), null, "Planned publication of the call");
  return [...byWords.values()].map(({ deadline, lots: of }) => {
    const isOfSome = of.length < lots.length && lots.length > 1 && of.some((id) => id !== "");
    const note = isOfSome
      ? joined([deadline.note, of.length > 6 ? `${of.length} lots` : of.join(", ")], ": ")
      : deadline.note;
    return { ...deadline, note };
  });
}

function estimateOf(doc: NoticeDocument, part: XmlNode, under: string): Money | null {
  return doc.money(part, `${under}cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount`);
}

function valueOfNotice(doc: NoticeDocument, project: XmlNode, lots: XmlNode[]): Money | null {
  const only = lots.length === 1 ? lots[0] : undefined;
  return (
    estimateOf(doc, project, "") ??
    (only ? estimateOf(doc, only, "cac:ProcurementProject/") : null) ??
    doc.money(doc.root, "~/efac:NoticeResult/cbc:TotalAmount") ??
    doc.money(
      project,
      "cac:RequestedTenderTotal/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension/efbc:FrameworkMaximumAmount",
    )
  );
}

function placeName(doc: NoticeDocument, place: XmlNode): string | null {
  const of = (path: string) => doc.value(place, `cac:Address/${path}`);
  const region = of("cbc:Region");
  return joined(
    [
      of("cbc:StreetName"),
      of("cbc:CityName"),
      of("cbc:CountrySubentityCode"),
      region === "anyw" || region?.startsWith("anyw-") ? (anywhere[region] ?? region) : region,
      of("cac:Country/cbc:IdentificationCode"),
    ],
    ", ",
  );
}

const anywhere: Record<string, string> = {
  anyw: "Anywhere",
  "anyw-eea": "Anywhere in the European Economic Area",
  "anyw-cou": "Anywhere in the country",
};

function categoriesOf(doc: NoticeDocument, parts: XmlNode[]): Category[] {
  const codes = parts.flatMap((part) => [
    ...doc.all(part, "cac:MainCommodityClassification/cbc:ItemClassificationCode"),
    ...doc.all(part, "cac:AdditionalCommodityClassification/cbc:ItemClassificationCode"),
  ]);
  const byCode = new Map<string, Category>();
  for (const node of codes) {
    const code = textOf(node).trim();
    const scheme = (doc.attribute(node, "listname") ?? "cpv").toUpperCase();
    if (code !== "") byCode.set(`${scheme} ${code}`, { scheme, code, label: null });
  }
  return [...byCode.values()];
}

const reserved: Record<string, string> = {
  "res-ws": "Reserved for sheltered workshops and economic operators that integrate disabled or disadvantaged people",
  "res-pub-ser": "Reserved for organisations with a public service mission",
};

function setAsideOf(doc: NoticeDocument, lots: XmlNode[]): string | null {
  const path =
    "cac:TenderingTerms/cac:TendererQualificationRequest/cac:SpecificTendererRequirement/cbc:TendererRequirementTypeCode[@listName='reserved-procurement']";
  const codes = lots.flatMap((lot) => doc.values(lot, path)).filter((code) => code !== "none");
  return joined(codes.map((code) => reserved[code] ?? code));
}

function eligibilityOf(doc: NoticeDocument, lots: XmlNode[]): string | null {
  const criteria = lots.flatMap((lot) =>
    doc.all(
      lot,
      "cac:TenderingTerms/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension/efac:SelectionCriteria",
    ),
  );
  const words = joined(
    criteria.map((one) => doc.words(one, "cbc:Description")),
    "\n",
  );
  return words ? words.slice(0, 4_000) : null;
}

function periodOf(doc: NoticeDocument, period: XmlNode): string | null {
  const [start, end] = [doc.value(period, "cbc:StartDate"), doc.value(period, "cbc:EndDate")];
  if (start || end) return [start, end].map((day) => day?.slice(0, 10) ?? "…").join(" – ");
  const length = doc.all(period, "cbc:DurationMeasure")[0];
  const unit = doc.attribute(length, "unitcode")?.toLowerCase();
  return length && unit
    ? `${textOf(length).trim()} ${unit}${textOf(length).trim() === "1" ? "" : "s"}`
    : doc.value(period, "cbc:DescriptionCode");
}

function submissionOf(doc: NoticeDocument, lots: XmlNode[]): string | null {
  const electronic = lots.flatMap((lot) =>
    doc.values(lot, `${process}/cbc:SubmissionMethodCode[@listName='esubmission']`),
  );
  const addresses = lots.flatMap((lot) =>
    doc.values(lot, "cac:TenderingTerms/cac:TenderRecipientParty/cbc:EndpointID"),
  );
  return joined([...electronic.map((code) => `Electronic submission: ${code.replace("-", " ")}`), ...addresses]);
}

function attachmentsOf(doc: NoticeDocument, lots: XmlNode[]): NoticeFacts["attachments"] {
  const references = lots.flatMap((lot) => doc.all(lot, "cac:TenderingTerms/cac:CallForTendersDocumentReference"));
  const byUrl = new Map<string, NoticeFacts["attachments"][number]>();
  for (const one of references) {
    const url = addressOf(doc.value(one, "cac:Attachment/cac:ExternalReference/cbc:URI"));
    const title = doc.value(one, "cac:Attachment/cac:ExternalReference/cbc:FileName") ?? doc.value(one, "cbc:ID");
    if (url && !byUrl.has(url)) byUrl.set(url, { url, title, mime: null });
  }
  return [...byUrl.values()];
}

/** The notice in the Official Journal, once it is published there. */
function publicationAddress(doc: NoticeDocument): string | null {
  const number = doc.value(doc.root, "~/efac:Publication/efbc:NoticePublicationID");
  const [, count, year] = /^0*(\d+)-(\d{4})$/.exec(number ?? "") ?? [];
  return count && year ? `https://ted.europa.eu/en/notice/-/detail/${count}-${year}` : null;
}

function rationaleOf(doc: NoticeDocument, changes: XmlNode): string | null {
  return (
    doc.words(changes, "efac:ChangeReason/efbc:ReasonDescription") ??
    doc.value(changes, "efac:ChangeReason/cbc:ReasonCode")
  );
}

function changesOf(doc: NoticeDocument, changes: XmlNode): NonNullable<NoticeFacts["changes"]> {
  return doc.all(changes, "efac:Change").map((change) => ({
    what: joined(doc.values(change, "efac:ChangedSection/efbc:ChangedSectionIdentifier"), ", ") ?? "notice",
    before: null,
    after: doc.words(change, "efbc:ChangeDescription"),
  }));
}
