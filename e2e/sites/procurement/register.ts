import { americanDrafts, britishDrafts } from "./drafts-english";
import { frenchDrafts } from "./drafts-french";
import { germanDrafts } from "./drafts-german";
import { type ListedNotices, makeListedNotices } from "./listed-notices";
import { localHour, type NoticeDraft, type NoticeStatus, type PortalNotice } from "./notice";
import { makeOwnNotices, type OwnNotices } from "./own-notices";

export interface RegisterPlan {
  country: "us" | "gb" | "de" | "fr" | "es";
  /** The two portals of a country hold other notices, some of which are the same tender in other words. */
  half?: "first" | "second";
  zone: string;
  /** Instead of a half. */
  own?: OwnNotices;
  /** Instead of both: every notice with its own dates, and some that are published while the site is watched. */
  listed?: ListedNotices;
}

/** Plain JSON, so that it can come over the control door. */
export interface ProcurementChange {
  now?: string;
  /** Titles as the portal shows them. */
  moveDeadline?: { title: string; days: number };
  setStatus?: { title: string; status: NoticeStatus };
  amendNeed?: { title: string; need: string };
  /** The first demand of an attached document. */
  amendPaperNeed?: { title: string; need: string };
  /** Takes a notice off the portal. */
  withdraw?: { title: string };
  /** Gives the page of a notice another number. */
  moveAddress?: { title: string; id: number };
  /** Another layout of the same facts. */
  isRedesigned?: boolean;
}

const countries = {
  us: { drafts: americanDrafts, shared: 2, part: (n: number) => `Zone ${n}`, years: ["FY 2026", "FY 2027"] },
  gb: { drafts: britishDrafts, shared: 2, part: (n: number) => `Lot ${n}`, years: ["2026/27", "2027/28"] },
  de: { drafts: germanDrafts, shared: 3, part: (n: number) => `Los ${n}`, years: ["2026", "2027"] },
  fr: { drafts: frenchDrafts, shared: 3, part: (n: number) => `lot n° ${n}`, years: ["2026", "2027"] },
  es: { drafts: [], shared: 0, part: (n: number) => `lote ${n}`, years: ["2026", "2027"] },
} as const;

const sharedFrom = 9;

/** How the second portal writes what the first has too: other words, another spelling of the reference or a number of its own. */
const otherWords: Record<RegisterPlan["country"], Partial<NoticeDraft>[]> = {
  us: [
    {
      title: "Transit Shelter Cleaning & Glass Replacement (Bus Shelters)",
      buyer: "Port Alder Transit Authority (PATA)",
    },
    { title: "Drinking Water Sample Laboratory Testing", buyer: "Juniper Valley Water District" },
  ],
  gb: [
    { title: "Body worn video cameras and docking stations", buyer: "Police & Crime Commissioner for Eastmarch" },
    { title: "Christmas lights: installation, removal and storage", buyer: "Marlbury Town Council" },
  ],
  de: [
    { title: "Einführung einer Netzleitstelle (Leitsystem)", buyer: "Stadtwerke Lübkenow GmbH, Einkauf" },
    { title: "Brücke über die Örtze - Instandsetzung", buyer: "Landesbetrieb Straßenbau Ostmark" },
    { title: "Klimamessstationen: Wartung", buyer: "Bundesanstalt für Küstenforschung" },
  ],
  fr: [
    { title: "Assistance à maîtrise d'ouvrage - schéma directeur d'eau potable", buyer: "CA du Pays d'Étrelles" },
    { title: "Système d'information des voyageurs (SIV)", buyer: "Région Val-de-Serre" },
    { title: "Remise en état de logements vacants - travaux", buyer: "OPH de l'Ourve" },
  ],
  es: [],
};

export interface ProcurementRegister {
  now: () => Date;
  isRedesigned: () => boolean;
  language: () => "en" | "de" | "fr" | "es";
  all: () => PortalNotice[];
  find: (id: number) => PortalNotice | undefined;
  change: (change: ProcurementChange) => void;
}

export function openProcurementRegister(plan: RegisterPlan, firstDay: Date): ProcurementRegister {
  let now = firstDay;
  let isRedesigned = false;
  const notices = makeNotices(plan, firstDay);
  const isOut = ({ publishedAt, isWithdrawn }: PortalNotice) => publishedAt <= now && !isWithdrawn;
  const named = (title: string): PortalNotice => {
    const notice = notices.find((one) => one.title === title);
    if (!notice) throw new Error(`The portal has no notice "${title}".`);
    return notice;
  };
  return {
    now: () => now,
    isRedesigned: () => isRedesigned,
    language: () => (plan.country === "us" || plan.country === "gb" ? "en" : plan.country),
    all: () => notices.filter(isOut),
    find: (id) => notices.find((one) => (one.id === id || one.formerIds?.includes(id)) && isOut(one)),
    change: (change) => {
      if (change.now) now = new Date(change.now);
      if (change.isRedesigned !== undefined) isRedesigned = change.isRedesigned;
      if (change.withdraw) named(change.withdraw.title).isWithdrawn = true;
      if (change.moveAddress) {
        const notice = named(change.moveAddress.title);
        notice.formerIds = [...(notice.formerIds ?? []), notice.id];
        notice.id = change.moveAddress.id;
      }
      if (change.moveDeadline) {
        const notice = named(change.moveDeadline.title);
        const was = notice.deadline;
        notice.deadline = new Date(was.getTime() + change.moveDeadline.days * 86_400_000);
        notice.corrections.push({ at: now, what: "deadline", was });
      }
      if (change.setStatus) {
        const notice = named(change.setStatus.title);
        notice.status = change.setStatus.status;
        notice.corrections.push({ at: now, what: "status" });
      }
      if (change.amendNeed) {
        const notice = named(change.amendNeed.title);
        notice.needs = [change.amendNeed.need, ...notice.needs.slice(1)];
        notice.corrections.push({ at: now, what: "need" });
      }
      if (change.amendPaperNeed) {
        const notice = named(change.amendPaperNeed.title);
        notice.paperNeeds = [change.amendPaperNeed.need, ...(notice.paperNeeds ?? []).slice(1)];
        notice.corrections.push({ at: now, what: "need" });
      }
    },
  };
}

function makeNotices(plan: RegisterPlan, firstDay: Date): PortalNotice[] {
  const sharedDeadline = (index: number) => localHour(firstDay, daysOf(index), hourOf(index), plan.zone);
  if (plan.listed) return makeListedNotices(plan.country, plan.zone, plan.listed, firstDay, sharedDeadline);
  if (plan.own) return makeOwnNotices(plan.country, plan.zone, plan.own, firstDay, sharedDeadline);
  const { drafts, shared, part, years } = countries[plan.country];
  const isFirst = plan.half === "first";
  const made: PortalNotice[] = [];
  const add = (key: string, draft: NoticeDraft, days: number, hour: number, status: NoticeStatus = "open") => {
    const id = (isFirst ? 40_117 : 7_730) + made.length * 3;
    const publishedAt = localHour(firstDay, days < 0 ? days - 24 : -((made.length * 2) % 9) - 1, 9, plan.zone);
    const deadline = localHour(firstDay, days, hour, plan.zone);
    made.push({ ...draft, key: `${plan.country}:${key}`, id, publishedAt, deadline, status, corrections: [] });
  };
  drafts.forEach((draft, index) => {
    const isShared = index >= sharedFrom && index < sharedFrom + shared;
    if (!isShared && index < sharedFrom !== isFirst) return;
    const place = isFirst ? index : index - sharedFrom - shared;
    const status = isShared
      ? "open"
      : ((["cancelled", "open", "open", "closed", "open", "awarded"] as const)[place] ?? "open");
    const days = status === "closed" || status === "awarded" ? -4 - index : daysOf(index);
    const words = isShared && !isFirst ? otherWords[plan.country][index - sharedFrom] : {};
    // Every second of the shared ones keeps the buyer's own reference, written in another way; the others get the portal's number.
    const other =
      index % 2 === 0 ? draft.reference.replace(/[-/ ]/, " / ") : `${plan.country.toUpperCase()}${880_411 + index}`;
    const reference = isShared && !isFirst ? other : draft.reference;
    add(draft.title, { ...draft, ...words, reference }, days, hourOf(index), status);
  });
  addLookalikes(plan, made, add, part, years);
  return made;
}

const daysOf = (index: number) => 3 + ((index * 5) % 31);
const hourOf = (index: number) => [10, 12, 14][index % 3] ?? 12;

/** What resembles another notice and is another tender: parts of one procedure, the same every year, another buyer's. */
function addLookalikes(
  plan: RegisterPlan,
  made: PortalNotice[],
  add: (key: string, draft: NoticeDraft, days: number, hour: number, status?: NoticeStatus) => void,
  part: (n: number) => string,
  years: readonly [string, string],
): void {
  const { drafts } = countries[plan.country];
  const [parted, yearly, copied] = [drafts[3], drafts[6], drafts[4]];
  const buyers = [...new Set(drafts.map(({ buyer }) => buyer))];
  if (!parted || !yearly || !copied) return;
  const numbers = plan.half === "first" ? [1, 2] : [3, 4];
  for (const n of numbers) {
    const title = `${parted.title}, ${part(n)}`;
    add(title, { ...parted, title, reference: `${parted.reference}-${n}` }, 17, 11);
  }
  if (plan.half === "first") {
    const old = `${yearly.title} ${years[0]}`;
    const next = `${yearly.title} ${years[1]}`;
    add(old, { ...yearly, title: old, reference: `${yearly.reference}A` }, -9, 12, "closed");
    add(next, { ...yearly, title: next, reference: `${yearly.reference}B` }, 21, 12);
  } else {
    const buyer = buyers.find((one) => one !== copied.buyer) ?? "";
    const days = made.length % 7;
    add(
      `${copied.title} (${buyer})`,
      { ...copied, buyer, reference: `${copied.reference.slice(0, 2)}${90 + days}` },
      5 + days,
      12,
    );
  }
}
