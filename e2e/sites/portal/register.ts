import { addDays } from "../ground/dates";
import { keptDrafts, openingDrafts, type TenderDraft } from "./drafts";
import { makeTender, statusOf, type Tender } from "./tender";

/** Plain JSON, so that it can come over the control door. Dates are ISO strings. */
export interface PortalChange {
  /** Moves the site's clock; deadlines pass by themselves. */
  now?: string;
  /** So many of the tenders that are kept back, or one written by the caller. */
  publish?: number | Partial<TenderDraft>;
  amend?: { reference: string; deadline?: string; valuePounds?: number; note?: string };
  /** A reference. */
  withdraw?: string;
  /** A reference: closed before its deadline. */
  closeTender?: string;
}

export interface Register {
  now: () => Date;
  /** How many of them stand on one page of a listing. */
  pageSize: number;
  /** Newest first; withdrawn ones are left out of listings, and still have their page. */
  listed: () => Tender[];
  all: () => Tender[];
  find: (slug: string) => Tender | undefined;
  change: (change: PortalChange) => void;
}

/** How much a portal holds. Whoever asks for little reads more than one page of it for little work. */
export interface RegisterSize {
  /** So many of the tenders, the first ones; otherwise all 46. */
  tenders?: number;
  pageSize?: number;
}

/** The tenders of one portal and its clock: what every kind of portal here shows in its own way. */
export function openRegister(
  firstDay: Date,
  { tenders: size = openingDrafts.length, pageSize = 10 }: RegisterSize = {},
): Register {
  let now = firstDay;
  const kept = [...keptDrafts];
  const tenders = openingDrafts.slice(0, size).map((draft, index) => makeTender(draft, index, firstDay));

  const require = (reference: string): Tender => {
    const tender = tenders.find((one) => one.reference === reference);
    if (!tender) throw new Error(`The sample portal has no tender ${reference}.`);
    return tender;
  };
  const note = (tender: Tender, text: string) => {
    tender.updatedAt = now;
    tender.notes.push({ at: now, text });
  };
  const publish = (draft: TenderDraft) => {
    const tender = makeTender(
      { ...draft, publishedDaysAgo: 0, closesInDays: draft.closesInDays },
      tenders.length,
      firstDay,
    );
    const lateMs = now.getTime() - firstDay.getTime();
    const deadline = new Date(tender.deadline.getTime() + lateMs);
    tenders.push({ ...tender, deadline, publishedAt: now, updatedAt: now });
  };

  return {
    now: () => now,
    pageSize,
    all: () => [...tenders],
    listed: () =>
      tenders
        .filter((tender) => statusOf(tender, now) !== "withdrawn")
        .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime()),
    find: (slug) => tenders.find((tender) => tender.slug === slug),
    change: (change) => {
      if (change.now) now = new Date(change.now);
      if (typeof change.publish === "number") for (const draft of kept.splice(0, change.publish)) publish(draft);
      else if (change.publish) publish({ ...fallback, ...change.publish });
      if (change.amend) amend(require(change.amend.reference), change.amend, note);
      if (change.withdraw) {
        const tender = require(change.withdraw);
        tender.isWithdrawn = true;
        note(tender, "This tender was withdrawn by the buyer.");
      }
      if (change.closeTender) {
        const tender = require(change.closeTender);
        tender.isClosed = true;
        note(tender, "The buyer closed this tender early.");
      }
    },
  };
}

const fallback: TenderDraft = {
  buyer: "Westmarch County Council",
  category: "services",
  title: "A new tender",
  summary: "What is wanted is described in the attached invitation.",
  needs: ["The service must start within three months of the award."],
  valuePounds: 100_000,
  publishedDaysAgo: 0,
  closesInDays: 28,
};

function amend(
  tender: Tender,
  change: NonNullable<PortalChange["amend"]>,
  note: (tender: Tender, text: string) => void,
): void {
  if (change.deadline) tender.deadline = new Date(change.deadline);
  if (change.valuePounds) tender.valuePounds = change.valuePounds;
  note(tender, change.note ?? (change.deadline ? "The deadline was changed." : "The notice was corrected."));
}

/** When the listing last looked different: a tender changed, or a deadline passed. */
export function listingChangedAt(register: Register): Date {
  const now = register.now();
  const moments = register.all().flatMap((tender) => [tender.updatedAt, tender.deadline].filter((at) => at <= now));
  return moments.reduce((latest, at) => (at > latest ? at : latest), addDays(now, -365));
}
