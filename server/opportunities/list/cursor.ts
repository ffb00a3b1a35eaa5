import { asc, desc, type SQL, sql } from "drizzle-orm";
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

/** What is not known comes last, whichever way the list runs; equal rows stand in the order of their ids. */
export function orderBy(sort: OpportunitySort, descending: boolean): SQL[] {
  const { key } = keys[sort];
  return [sql`${descending ? desc(key) : asc(key)} nulls last`, asc(o.id)];
}

export const sortKey = (sort: OpportunitySort) => sql<string | null>`(${keys[sort].key})::text`;

/** The rows behind the cursor. */
export function behind(sort: OpportunitySort, descending: boolean, cursor: Cursor): SQL {
  const { key, type } = keys[sort];
  if (cursor.key === null) return sql`(${key} is null and ${o.id} > ${cursor.id})`;
  const value = sql`${cursor.key}::${sql.raw(type)}`;
  const further = descending ? sql`${key} < ${value}` : sql`${key} > ${value}`;
  return sql`(${further} or (${key} = ${value} and ${o.id} > ${cursor.id}) or ${key} is null)`;
}
