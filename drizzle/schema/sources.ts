import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import {
  type RobotsPolicy,
  robotsPolicies,
  type SourceInterval,
  type SourceKind,
  type SourcePictures,
  sourceKinds,
  sourcePictures,
  sourceStatuses,
} from "@/lib/vocabulary/sources";
import { collectionPolicy, id, systemPolicy, timestamps, workspaceId } from "../columns";
import { collections } from "./collections";

export interface SourceSchedule {
  every: SourceInterval;
  /** Five fields; wins over `every`. */
  cron?: string;
  timeZone: string;
  /** Local times between which nothing is read ("22:00" to "06:00"). */
  quietHours?: { from: string; to: string };
}

export interface SourceBudget {
  pages: number;
  bytes: number;
  depth: number;
}

/** The part of a page that is watched; without one, its main text. */
export interface SourceScope {
  heading?: string;
  fragment?: string;
  selector?: string;
}

/** Which earlier revisions of a page stay; what rests on one, and what people still look at, stays whatever this says. */
export type Retention = { keep: "all" } | { keep: "days"; days: number } | { keep: "last"; revisions: number };

/** Anything watched on a schedule. What it brings lands in its collection, whose members are those who see the source. */
export const sources = pgTable(
  "sources",
  {
    workspaceId: workspaceId(),
    id: id(),
    collectionId: uuid("collection_id").notNull(),
    name: text("name").notNull(),
    kind: text("kind", { enum: sourceKinds }).notNull().$type<SourceKind>(),
    /** What is read; may differ from what a person typed, when detection found the better address. */
    url: text("url").notNull(),
    status: text("status", { enum: sourceStatuses }).notNull().default("active"),
    /** Why it is paused or broken, for people. */
    statusReason: text("status_reason"),
    tags: text("tags").array().notNull().default(sql`'{}'`),
    schedule: jsonb("schedule").$type<SourceSchedule>().notNull(),
    robots: text("robots", { enum: robotsPolicies }).notNull().default("obey").$type<RobotsPolicy>(),
    /** Who allowed what, when robots.txt is not obeyed. */
    robotsReason: text("robots_reason"),
    budget: jsonb("budget").$type<SourceBudget>().notNull(),
    scope: jsonb("scope").$type<SourceScope>().notNull().default({}),
    /** Learned or given: how the records of a listing are found, and whether its pages need a browser. */
    listingSelector: jsonb("listing_selector").$type<unknown>(),
    needsBrowser: boolean("needs_browser").notNull().default(false),
    /** Null: as the workspace says. */
    retention: jsonb("retention").$type<Retention>(),
    /** Of which pages that came over HTTP a picture is taken as well. */
    pictures: text("pictures", { enum: sourcePictures }).notNull().default("changed").$type<SourcePictures>(),
    /** State of the circuit breaker and the shape that earlier runs had; see server/crawling. */
    breaker: jsonb("breaker").$type<unknown>(),
    baseline: jsonb("baseline").$type<unknown>(),
    /** Null while paused. */
    nextRunAt: timestamp("next_run_at", { withTimezone: true }),
    lastRunAt: timestamp("last_run_at", { withTimezone: true }),
    failedRuns: integer("failed_runs").notNull().default(0),
    /** Broken for so long that it is read once a week until it can be read again. */
    slowedAt: timestamp("slowed_at", { withTimezone: true }),
    createdBy: uuid("created_by"),
    deletedAt: timestamp("deleted_at", { withTimezone: true }),
    ...timestamps,
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("sources_due").on(t.nextRunAt).where(sql`next_run_at is not null`),
    index("sources_name").on(t.workspaceId, t.name),
    foreignKey({
      columns: [t.workspaceId, t.collectionId],
      foreignColumns: [collections.workspaceId, collections.id],
    }),
    collectionPolicy("sources"),
    // The scheduler finds what is due across workspaces; it reads ids and times.
    systemPolicy("sources"),
  ],
);
export type Source = typeof sources.$inferSelect;
