import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { decisions, opportunityKinds, outcomes, procedureStatuses } from "@/lib/vocabulary/opportunities";
import { collectionPolicy, id, timestamps, workspaceId } from "../columns";
import { collections } from "./collections";

// Every part is immutable, as a generated column must be; a day that its month does not have rolls over instead of failing.
const dueAt = sql`coalesce(submission_at, case when submission_date ~ '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$'
  then (make_date(left(submission_date, 4)::int, substr(submission_date, 6, 2)::int, 1) + (right(submission_date, 2)::int - 1) + time '23:59:59') at time zone 'UTC' end)`;

// `list_text` is array_to_string(…, chr(30)), declared immutable by its migration.
const facetText = sql`stage || chr(31) || coalesce(outcome, 'open') || chr(31) || kind || chr(31) || procedure_status || chr(31) || coalesce(buyer, '') || chr(31) ||
  coalesce(country, '') || chr(31) || coalesce(owner_id::text, 'none') || chr(31) || coalesce(decision, 'none') || chr(31) ||
  list_text(divisions) || chr(31) || list_text(tags) || chr(31) || list_text(source_ids)`;

/**
 * A tender, request or grant that we might answer. What is known of it, with its evidence, stands in `opportunity_fields` and
 * `opportunity_deadlines`; the columns here are the chosen values, kept for lists. Visible to those who see its collection.
 */
export const opportunities = pgTable(
  "opportunities",
  {
    workspaceId: workspaceId(),
    id: id(),
    collectionId: uuid("collection_id").notNull(),
    /** Its collection was made for it alone: every file that arrives there is one of its documents. */
    ownsCollection: boolean("owns_collection").notNull().default(false),
    /** Dense per workspace, as people say it ("#42"). */
    number: integer("number").notNull(),
    title: text("title").notNull(),
    buyer: text("buyer"),
    reference: text("reference"),
    kind: text("kind", { enum: opportunityKinds }).notNull().default("other"),
    summary: text("summary"),
    /** Where the buyer's procedure stands. */
    procedureStatus: text("procedure_status", { enum: procedureStatuses }).notNull().default("unknown"),
    /** Key of a `pipeline_stages` row. */
    stage: text("stage").notNull().default("new"),
    outcome: text("outcome", { enum: outcomes }),
    decision: text("decision", { enum: decisions }),
    /** The instant that drives reminders and order: the one in force, while people have not decided the earlier of those that disagree. */
    submissionAt: timestamp("submission_at", { withTimezone: true }),
    /** The zone in which the buyer states it (IANA or offset), for showing it as stated. */
    submissionZone: text("submission_zone"),
    /** "2026-03-29" when a date is stated without time or zone; never shown as an instant. */
    submissionDate: text("submission_date"),
    /** By what lists order and bound the submission: the instant, or the end of the stated day where there is only a day. Never shown. */
    dueAt: timestamp("due_at", { withTimezone: true }).generatedAlwaysAs(dueAt),
    isSubmissionContradicted: boolean("is_submission_contradicted").notNull().default(false),
    /** While dates contradict each other, the end of the latest of them: before it nobody can say that it is over. Null otherwise. */
    submissionLastAt: timestamp("submission_last_at", { withTimezone: true }),
    questionsAt: timestamp("questions_at", { withTimezone: true }),
    valueAmount: numeric("value_amount", { precision: 20, scale: 2 }),
    valueCurrency: text("value_currency"),
    country: text("country"),
    place: text("place"),
    /** "CPV:72000000" and the like, for facets. */
    categories: text("categories").array().notNull().default(sql`'{}'`),
    /** The first two digits of each category, once ("CPV:72"): what facets count. */
    divisions: text("divisions").array().notNull().default(sql`'{}'`),
    setAside: text("set_aside"),
    /** Sources that published it, for facets; see `notices`. */
    sourceIds: uuid("source_ids").array().notNull().default(sql`'{}'`),
    tags: text("tags").array().notNull().default(sql`'{}'`),
    ownerId: uuid("owner_id"),
    /** 0 to 1 over the factors that are known; null while too little is (see fit/total-fit). */
    fitScore: real("fit_score"),
    /** So many factors are known; 0 until they have been weighed. */
    fitKnown: integer("fit_known").notNull().default(0),
    hasBlocker: boolean("has_blocker").notNull().default(false),
    requirementCount: integer("requirement_count").notNull().default(0),
    /** Title, buyer, reference, summary and tags, folded (lower case, without accents): what the list's search looks through. */
    searchText: text("search_text").notNull().default(""),
    /** Order within its stage on the board. */
    boardPosition: real("board_position").notNull().default(0),
    firstSeenAt: timestamp("first_seen_at", { withTimezone: true }).notNull().defaultNow(),
    /** When its buyer last published something about it. */
    lastNoticeAt: timestamp("last_notice_at", { withTimezone: true }),
    /** Another opportunity into which it was merged; such a row is shown nowhere. */
    mergedIntoId: uuid("merged_into_id"),
    archivedAt: timestamp("archived_at", { withTimezone: true }),
    createdBy: uuid("created_by"),
    deletedAt: timestamp("deleted_at", { withTimezone: true }),
    /** All that lists count by, in one text (see list/count-facets): one column is handed over several times faster than eleven. */
    facetText: text("facet_text").generatedAlwaysAs(facetText),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("opportunities_number").on(t.workspaceId, t.number),
    index("opportunities_submission").on(t.workspaceId, t.submissionAt),
    index("opportunities_due").on(t.workspaceId, t.dueAt),
    index("opportunities_stage").on(t.workspaceId, t.stage, t.boardPosition),
    index("opportunities_seen").on(t.workspaceId, t.firstSeenAt),
    // All that places a row in a list or on the board, and lets its reader see it: rows are counted and ordered without being read. Bounded columns only.
    index("opportunities_listed")
      .on(
        t.workspaceId,
        t.dueAt,
        t.id,
        t.collectionId,
        t.stage,
        t.boardPosition,
        t.kind,
        t.procedureStatus,
        t.outcome,
        t.decision,
        t.ownerId,
        t.valueAmount,
        t.fitScore,
        t.hasBlocker,
        t.firstSeenAt,
        t.number,
      )
      .where(sql`deleted_at is null and merged_into_id is null and archived_at is null`),
    index("opportunities_collection").on(t.workspaceId, t.collectionId),
    foreignKey({
      columns: [t.workspaceId, t.collectionId],
      foreignColumns: [collections.workspaceId, collections.id],
    }),
    collectionPolicy("opportunities"),
  ],
);
export type Opportunity = typeof opportunities.$inferSelect;
