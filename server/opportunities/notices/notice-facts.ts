import type { NoticeScheme, NoticeType, OpportunityKind, ProcedureStatus } from "@/lib/vocabulary/opportunities";
import type { StatedDeadline } from "../fields/stated-deadline";

export interface Money {
  /** Decimal as stated, without separators ("1400000" or "1400000.50"). */
  amount: string | null;
  /** The upper end where a range is stated. */
  maxAmount?: string | null;
  /** ISO 4217, or null when not said. */
  currency: string | null;
}

export interface Category {
  /** "CPV", "NAICS", "PSC", "UNSPSC", or the publisher's own name for it. */
  scheme: string;
  code: string;
  label: string | null;
}

export interface Contact {
  name: string | null;
  email: string | null;
  phone: string | null;
  role: string | null;
}

export interface NoticeAttachment {
  url: string;
  title: string | null;
  mime: string | null;
}

/** One publication about a tender, whatever its format; null where the publication does not say. */
export interface NoticeFacts {
  scheme: NoticeScheme;
  type: NoticeType;
  /** What makes it the same publication when it is read again (release id, notice id and version, address). */
  key: string;
  /** What all publications of one procedure share, where the format has it (ocid, procedure id, solicitation number with its office). */
  procedureKey: string | null;
  status: ProcedureStatus;
  publishedAt: string | null;
  /** BCP 47 of the words below, where told. */
  language: string | null;
  title: string | null;
  buyer: string | null;
  reference: string | null;
  /** Codes that its sentences name besides, as they are compared (see mentioned-codes). */
  mentions?: string[];
  kind: OpportunityKind | null;
  summary: string | null;
  deadlines: StatedDeadline[];
  value: Money | null;
  place: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  categories: Category[];
  setAside: string | null;
  eligibility: string | null;
  contacts: Contact[];
  period: string | null;
  submissionMethod: string | null;
  attachments: NoticeAttachment[];
  /** The page itself lists what bidders must meet, beside its papers or without any. */
  demandsOnPage?: true;
  url: string | null;
  /** Why an amendment was published, in its own words. */
  rationale: string | null;
  /** Lots with a title of their own. */
  lots: { id: string; title: string | null; value: Money | null }[];
  /** What it says otherwise than the publication before it, where the format tells or both are at hand. */
  changes?: NoticeChange[];
}

export interface NoticeChange {
  /** What it is about, as the format names it ("tender.tenderPeriod.endDate"), or in words. */
  what: string;
  before: string | null;
  after: string | null;
}

/** What a reader made of one file, answer or page: its notices in the order of publication, and what it could not take, with the reason. */
export interface NoticeReading {
  notices: NoticeFacts[];
  refused: { key: string | null; reason: string }[];
}

/** A notice about which nothing is known yet but what it is. */
export function emptyNotice(of: Pick<NoticeFacts, "scheme" | "type" | "key"> & Partial<NoticeFacts>): NoticeFacts {
  return {
    procedureKey: null,
    status: "unknown",
    publishedAt: null,
    language: null,
    title: null,
    buyer: null,
    reference: null,
    kind: null,
    summary: null,
    deadlines: [],
    value: null,
    place: null,
    country: null,
    categories: [],
    setAside: null,
    eligibility: null,
    contacts: [],
    period: null,
    submissionMethod: null,
    attachments: [],
    url: null,
    rationale: null,
    lots: [],
    ...of,
  };
}
