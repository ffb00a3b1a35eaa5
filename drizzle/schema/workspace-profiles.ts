import { jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { FitFactor } from "@/lib/vocabulary/opportunities";
import { timestamps, workspaceId, workspacePolicy } from "../columns";

export interface Profile {
  /** What we do, a line each. */
  capabilities: string[];
  /** ISO 3166-1 alpha-2 codes and place names. */
  places: string[];
  /** "CPV:72", "NAICS:541512": prefixes count. */
  categories: string[];
  certifications: string[];
  /** Sizes of contract we take, in `currency`. */
  minValue: number | null;
  maxValue: number | null;
  currency: string | null;
  /** What we never do: words and phrases. */
  exclusions: string[];
  /** Set-asides for which we are eligible. */
  setAsides: string[];
  /** Working days that a bid of middling size takes us. */
  bidDays: number | null;
  /** Buyers with whom we hold contracts. */
  incumbentAt: string[];
}

/** What the workspace does, where and for how much: what fit is measured against. */
export const workspaceProfiles = pgTable(
  "workspace_profiles",
  {
    workspaceId: workspaceId(),
    profile: jsonb("profile").$type<Profile>().notNull(),
    weights: jsonb("weights").$type<Partial<Record<FitFactor, number>>>().notNull(),
    editedBy: uuid("edited_by"),
    ...timestamps,
  },
  (t) => [primaryKey({ columns: [t.workspaceId] }), workspacePolicy("workspace_profiles")],
);
export type WorkspaceProfile = typeof workspaceProfiles.$inferSelect;
