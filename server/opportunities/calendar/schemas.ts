import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { tableFormats } from "@/lib/vocabulary/exports";
import { deadlineKinds, outcomes } from "@/lib/vocabulary/opportunities";

export const calendarInput = z.strictObject({
  /** Days, inclusive, in `zone`. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** In which zone a day begins; the person's own without it. */
  zone: z.string().max(60).optional(),
});
export type CalendarInput = z.output<typeof calendarInput>;

const opportunityOfEntry = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  buyer: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
});
export const calendarEntry = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("deadline"),
    id: z.uuid(),
    kind: z.enum(deadlineKinds),
    /** Null: only the date is stated, and it is shown as a whole day. */
    at: isoTimestamp.nullable(),
    /** The day it falls on: in `zone` of the answer, or as stated when there is no instant. */
    date: z.iso.date(),
    /** As the buyer states it. */
    localDate: z.string().nullable(),
    localTime: z.string().nullable(),
    zone: z.string().nullable(),
    isContradicted: z.boolean(),
    opportunity: opportunityOfEntry,
  }),
  z.object({
    type: z.literal("task"),
    id: z.uuid(),
    title: z.string(),
    path: z.string(),
    at: isoTimestamp,
    date: z.iso.date(),
    isDone: z.boolean(),
    isOwn: z.boolean(),
    assignee: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
  }),
]);
export type CalendarEntry = z.input<typeof calendarEntry>;
export const calendarOutput = z.object({ zone: z.string(), entries: z.array(calendarEntry) });
export type CalendarOutput = z.input<typeof calendarOutput>;

export const calendarFeed = z.object({
  id: z.uuid(),
  createdAt: isoTimestamp,
  lastReadAt: isoTimestamp.nullable(),
  revokedAt: isoTimestamp.nullable(),
});
export const listFeedsOutput = z.object({ feeds: z.array(calendarFeed) });
/** The address is shown this once: only its hash is kept. */
export const createdFeed = z.object({ id: z.uuid(), address: z.string() });
export const feedId = z.strictObject({ id: z.uuid() });

/** All that the person may see and that is to come, or of one opportunity. */
export const exportCalendarInput = z.strictObject({ opportunityId: z.uuid().optional() });
export type ExportCalendarInput = z.output<typeof exportCalendarInput>;
export const exportedFile = z.object({ fileName: z.string(), mime: z.string(), text: z.string(), entries: z.int() });
export type ExportedFile = z.input<typeof exportedFile>;

/** The list's own input: what is shown is what is exported, all pages of it. */
export const exportOpportunitiesInput = z.strictObject({
  filters: z.record(z.string().max(40), z.unknown()).default({}),
  format: z.enum(tableFormats).default("csv"),
});
export type ExportOpportunitiesInput = z.output<typeof exportOpportunitiesInput>;
/** `text` of a CSV file, `base64` of a workbook. */
export const exportedTable = z.object({
  fileName: z.string(),
  mime: z.string(),
  text: z.string().nullable(),
  base64: z.string().nullable(),
  entries: z.int(),
});
export type ExportedTable = z.input<typeof exportedTable>;
