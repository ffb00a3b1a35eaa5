import { addDays, atLocalHour } from "../ground/dates";
import type { TenderDraft } from "./drafts";

export const tenderCategories = ["technology", "works", "services", "supplies", "care"] as const;
export type TenderCategory = (typeof tenderCategories)[number];

export interface Tender {
  reference: string;
  /** Part of the address: letters, digits and hyphens. */
  slug: string;
  title: string;
  buyer: string;
  category: TenderCategory;
  summary: string;
  requirements: string[];
  valuePounds: number;
  publishedAt: Date;
  deadline: Date;
  updatedAt: Date;
  /** What changed, newest last. */
  notes: { at: Date; text: string }[];
  isWithdrawn: boolean;
  isClosed: boolean;
  contact: { name: string; email: string; phone: string };
}

const names = ["Imogen Farrell", "Tobias Crane", "Nadia Rahman", "Owen Pritchard", "Lucia Moretti", "Samuel Adeyemi"];

const usual: Record<TenderCategory, string[]> = {
  technology: [
    "The supplier must hold ISO 27001 certification or show equal controls.",
    "The service shall be supported on working days from 08:00 to 18:00.",
    "Data must be returned in an open format at the end of the contract.",
  ],
  works: [
    "The contractor must carry public liability insurance of at least 10 million pounds.",
    "A site manager shall be named before the start.",
    "Waste from the works must be sorted on site.",
  ],
  services: [
    "Staff must be paid at least the real living wage.",
    "The supplier shall report its performance each month.",
    "A plan for the handover from the present supplier must be part of the tender.",
  ],
  supplies: [
    "Prices must include delivery and unpacking.",
    "The warranty shall last at least three years.",
    "Packaging must be taken back.",
  ],
  care: [
    "All staff must be checked before they work alone with people.",
    "Complaints shall be answered within ten working days.",
    "The supplier must be registered with the care inspectorate.",
  ],
};

/** The tender that a draft becomes when it is published on a portal whose first day is `firstDay`. */
export function makeTender(draft: TenderDraft, index: number, firstDay: Date): Tender {
  const publishedAt = atLocalHour(addDays(firstDay, -draft.publishedDaysAgo), 9);
  const reference = `WPC-${firstDay.getUTCFullYear()}-${String(1040 + index * 7)}`;
  const name = names[index % names.length] ?? "Imogen Farrell";
  const host = draft.buyer.toLowerCase().replace(/[^a-z]+/g, "-");
  return {
    reference,
    slug: reference.toLowerCase(),
    title: draft.title,
    buyer: draft.buyer,
    category: draft.category,
    summary: draft.summary,
    requirements: [...draft.needs, ...usual[draft.category]],
    valuePounds: draft.valuePounds,
    publishedAt,
    deadline: atLocalHour(addDays(firstDay, draft.closesInDays), index % 3 === 0 ? 17 : 12),
    updatedAt: publishedAt,
    notes: [],
    isWithdrawn: false,
    isClosed: false,
    contact: {
      name,
      email: `${name.toLowerCase().replace(" ", ".")}@${host}.example`,
      phone: `01632 960${String(100 + index).slice(-3)}`,
    },
  };
}

export type TenderStatus = "open" | "closed" | "withdrawn";

export function statusOf(tender: Tender, now: Date): TenderStatus {
  if (tender.isWithdrawn) return "withdrawn";
  return tender.isClosed || tender.deadline <= now ? "closed" : "open";
}

export function poundsText(amount: number): string {
  return `£${amount.toLocaleString("en-GB")}`;
}
