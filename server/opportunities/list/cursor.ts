import { asc, desc, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { z } from "zod";
import { opportunities as o } from "@/drizzle/schema";
import type { OpportunitySort } from "@/lib/vocabulary/opportunities";
import { InvalidInputError } from "@/server/platform/errors";

/** What each order compares, and the type of it; identifiers come from here only. */
const keys: Record<OpportunitySort, { key: SQL; type: string }> = {
  // What can still be met, the next first; behind it what has passed, the last first.
  next: {
    key: sql`case when ${o.dueAt} >= now() then extract(epoch from ${o.dueAt}) else 1000000000000 - extract(epoch from ${o.dueAt}) end`,
    type: "numeric",
  },
  submission: { key: sql`${o.dueAt}`, type: "timestamptz" },
  questions: { key: sql`${o.questionsAt}`, type: "timestamptz" },
  seen: { key: sql`${o.firstSeenAt}`, type: "timestamptz" },
  updated: { key: sql`${o.updatedAt}`, type: "timestamptz" },
  title: { key: sql`lower(${o.title})`, type: "text" },
  buyer: { key: sql`lower(${o.buyer})`, type: "text" },
  value: { key: sql`${o.valueAmount}`, type: "numeric" },
  // What is ruled out has no place among what fits: it stands with what is not known, behind the rest.
  fit: { key: sql`case when not ${o.hasBlocker} then ${o.fitScore} end`, type: "real" },
  stage: { key: sql`${o.stage}`, type: "text" },
  number: { key: sql`${o.number}`, type: "int" },
  requirements: { key: sql`${o.requirementCount}`, type: "int" },
};

const cursorShape = z.tuple([z.string().max(500).nullable(), z.uuid(), z.boolean()]);
export interface Cursor {
  key: string | null;
  id: string;
  isFuzzy: boolean;
}

export function readCursor(cursor: string): Cursor {
  try {
    const [key, id, isFuzzy] = cursorShape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { key, id, isFuzzy };
  } catch {
    throw new InvalidInputError("This page of the list is not known. Begin again at the first page.");
  }
}

export function writeCursor({ key, id, isFuzzy }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id, isFuzzy])).toString("base64url");
}

/** What the rows of one order are compared by. */
export interface SortColumns {
  key: SQLWrapper;
  id: SQLWrapper;
}

export const sortKey = (sort: OpportunitySort): SQL => keys[sort].key;

/** What is not known comes last, whichever way the list runs; equal rows stand in the order of their ids. */
export function orderBy({ key, id }: SortColumns, descending: boolean): SQL[] {
  return [sql`${descending ? desc(key) : asc(key)} nulls last`, asc(id)];
}

/** The rows behind the cursor. */
export function behind({ key, id }: SortColumns, sort: OpportunitySort, descending: boolean, cursor: Cursor): SQL {
  if (cursor.key === null) return sql`(${key} is null and ${id} > ${cursor.id})`;
  const value = sql`${cursor.key}::${sql.raw(keys[sort].type)}`;
  const further = descending ? sql`${key} < ${value}` : sql`${key} > ${value}`;
  return sql`(${further} or (${key} = ${value} and ${id} > ${cursor.id}) or ${key} is null)`;
}
