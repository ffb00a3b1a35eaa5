import type { DeadlineKind, FieldName, NoticeScheme, ProcedureStatus } from "@/lib/vocabulary/opportunities";
import type { StatedDeadline } from "../fields/stated-deadline";
import type { Money, NoticeFacts } from "./notice-facts";

export interface ReadNotice {
  id: string;
  sourceId: string | null;
  scheme: NoticeScheme;
  publishedAt: Date | null;
  readAt: Date;
  facts: NoticeFacts;
}

export interface MergedField {
  name: FieldName;
  position: number;
  value: unknown;
  text: string;
  noticeId: string;
}

export interface MergedDeadline {
  deadline: StatedDeadline;
  noticeId: string;
  /** Only earlier publications of the same publisher state it: a later one states another. */
  isSuperseded: boolean;
}

export interface MergedNotices {
  fields: MergedField[];
  deadlines: MergedDeadline[];
  status: ProcedureStatus;
  lastNoticeAt: Date | null;
}

/**
 * What several publications about one tender say together. Of one publisher's (a site, or a format and its source) the newest counts, field by field; what
 * it leaves out stands as before. Publishers are heard side by side: their dates may contradict each other, which people must see.
 */
export function mergeNotices(notices: readonly ReadNotice[]): MergedNotices {
  const ordered = [...notices].sort(
    (one, other) => timeOf(one) - timeOf(other) || one.readAt.getTime() - other.readAt.getTime(),
  );
  const publishers = new Map<string, ReadNotice[]>();
  for (const notice of ordered) {
    const key = publisherOf(notice);
    publishers.set(key, [...(publishers.get(key) ?? []), notice]);
  }
  const groups = [...publishers.values()];
  return {
    fields: fieldsOf(inOrderOfWord(groups)),
    deadlines: groups.flatMap(deadlinesOf),
    status: statusOf(groups),
    lastNoticeAt: ordered.map(({ publishedAt }) => publishedAt).findLast((at) => at !== null) ?? null,
  };
}

/**
 * Of each publisher the newest first; of publishers the one first who came last (ids grow with time). A page that only was laid out anew is read anew, and
 * must not take the word from the others.
 */
function inOrderOfWord(groups: readonly ReadNotice[][]): ReadNotice[] {
  const firstId = (notices: readonly ReadNotice[]) => notices.map(({ id }) => id).sort()[0] ?? "";
  const last = [...groups].sort((one, other) => (firstId(one) < firstId(other) ? 1 : -1));
  return last.flatMap((notices) => [...notices].reverse());
}

/** Pages and entries of one site are one publisher's, by whichever listing or feed they were found. */
function publisherOf({ scheme, sourceId, facts }: ReadNotice): string {
  const host = isPage(scheme) ? URL.parse(facts.url ?? "")?.host.replace(/^www\./, "") : null;
  return host ?? `${scheme} ${sourceId ?? ""}`;
}

function isPage(scheme: NoticeScheme): boolean {
  return scheme === "portal" || scheme === "feed";
}

/** A page says what it said when it last changed, whenever it was first published. */
function timeOf({ scheme, publishedAt, readAt }: ReadNotice): number {
  return (isPage(scheme) ? readAt : (publishedAt ?? readAt)).getTime();
}

/** Newest first. Of single values each statement that differs is kept, in that order; lists are the newest notice's that has one. */
function fieldsOf(newestFirst: readonly ReadNotice[]): MergedField[] {
  const fields: MergedField[] = [];
  const positions = new Map<FieldName, number>();
  const add = (name: FieldName, noticeId: string, value: unknown, text: string | null) => {
    if (text === null || text.trim() === "") return;
    const isKnown = fields.some((field) => field.name === name && field.text === text);
    if (isKnown) return;
    const position = positions.get(name) ?? 0;
    positions.set(name, position + 1);
    fields.push({ name, position, value, text, noticeId });
  };
  for (const { id, facts } of newestFirst) {
    const single: [FieldName, string | null][] = [
      ["title", facts.title],
      ["buyer", facts.buyer],
      ["reference", facts.reference],
      ["kind", facts.kind],
      ["summary", facts.summary],
      ["place", facts.place],
      ["set_aside", facts.setAside],
      ["eligibility", facts.eligibility],
      ["period", facts.period],
      ["submission_method", facts.submissionMethod],
    ];
    for (const [name, value] of single) add(name, id, value, value);
    if (facts.value) add("value", id, facts.value, moneyText(facts.value));
  }
  const withCategories = newestFirst.find(({ facts }) => facts.categories.length > 0);
  for (const one of withCategories?.facts.categories ?? [])
    add(
      "category",
      withCategories?.id ?? "",
      one,
      [one.scheme === "portal" ? null : `${one.scheme} ${one.code}`, one.label].filter(Boolean).join(": "),
    );
  const withContacts = newestFirst.find(({ facts }) => facts.contacts.length > 0);
  for (const one of withContacts?.facts.contacts ?? [])
    add("contact", withContacts?.id ?? "", one, [one.name, one.role, one.email, one.phone].filter(Boolean).join(", "));
  return fields;
}

export function moneyText({ amount, maxAmount, currency }: Money): string {
  const written = (value: string) => Number(value).toLocaleString("en-GB", { maximumFractionDigits: 2 });
  const range = [amount, maxAmount].filter((value): value is string => Boolean(value)).map(written);
  const words = amount ? range.join(" – ") : range.length > 0 ? `up to ${range[0]}` : "";
  return [words, currency].filter(Boolean).join(" ");
}

/** Oldest first, of one publisher. */
function deadlinesOf(notices: readonly ReadNotice[]): MergedDeadline[] {
  const latestOf = new Map<DeadlineKind, string>();
  for (const { id, facts } of notices) for (const { kind } of facts.deadlines) latestOf.set(kind, id);
  const merged = new Map<string, MergedDeadline>();
  for (const { id, facts } of notices) {
    for (const deadline of facts.deadlines) {
      const key = deadlineKey(deadline);
      const isSuperseded = latestOf.get(deadline.kind) !== id;
      merged.set(key, {
        deadline: merged.get(key)?.deadline ?? deadline,
        noticeId: merged.get(key)?.noticeId ?? id,
        isSuperseded,
      });
    }
  }
  return [...merged.values()];
}

/** What makes two statements the same: their date and time, or their words when they have none. */
export function deadlineKey(
  deadline: Pick<StatedDeadline, "kind" | "localDate" | "localTime" | "zone" | "quote">,
): string {
  const { kind, localDate, localTime, zone, quote } = deadline;
  return localDate ? `${kind} ${localDate} ${localTime ?? ""} ${zone ?? ""}` : `${kind} "${quote}"`;
}

/** Most final first: nothing that any publisher's last word calls over is shown as open. */
const finality: ProcedureStatus[] = ["cancelled", "awarded", "closed", "open", "planned", "unlisted"];

function statusOf(publishers: readonly ReadNotice[][]): ProcedureStatus {
  const lastWords = publishers.map(lastWordOf);
  return finality.find((status) => lastWords.includes(status)) ?? "unknown";
}

/** What a publisher still lists counts before what it does not list any more. */
function lastWordOf(notices: readonly ReadNotice[]): ProcedureStatus {
  const said = notices.map(({ facts }) => facts.status).filter((status) => status !== "unknown");
  return said.findLast((status) => status !== "unlisted") ?? said.at(-1) ?? "unknown";
}
