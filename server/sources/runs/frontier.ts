import { createHash } from "node:crypto";
import { and, asc, eq, isNull, lte, or, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { crawlFrontier, type FrontierEntry } from "@/drizzle/schema";
import { canonicalUrl } from "@/lib/canonical-url";
import type { FetchRung, FrontierKind, FrontierState, PageResult } from "@/lib/vocabulary/sources";

export interface FoundUrl {
  url: string;
  /** Posted to the address instead of asking for it. */
  form?: Record<string, string> | undefined;
  /** The fields of the form that name the same answer in every run, when others (tokens, times) differ at each visit. */
  asked?: Record<string, string> | undefined;
  /** Names it in every run, when neither its address nor its form tells it from others. */
  hash?: string | undefined;
  /** What the page that leads there calls it. */
  title?: string | undefined;
  kind: FrontierKind;
  depth: number;
}

interface RunKey {
  workspaceId: string;
  sourceId: string;
  runId: string;
}

export function urlHash(url: string, form?: Record<string, string>): string {
  const hash = createHash("sha256").update(canonicalUrl(url) ?? url);
  if (form) hash.update(JSON.stringify(Object.entries(form).sort()));
  return hash.digest("hex");
}

/** Names an entry's page that only a form opens by the entry's key, because the form differs at each visit. */
export function entryHash(key: string): string {
  return createHash("sha256").update(`entry ${key}`).digest("hex");
}

/**
 * Adds addresses that this run has not met, up to its budget; returns how many were new and how many the budget turned away. `isOfOnePage`: they are the
 * links of one page.
 */
export async function addToFrontier(
  tx: Tx,
  run: RunKey,
  found: readonly FoundUrl[],
  budgetPages: number,
  isOfOnePage = false,
): Promise<{ added: number; overBudget: number }> {
  const wanted = new Map<string, FoundUrl>();
  for (const one of found) {
    const hash = one.hash ?? urlHash(one.url, one.asked ?? one.form);
    if (!wanted.has(hash)) wanted.set(hash, one);
  }
  if (wanted.size === 0) return { added: 0, overBudget: 0 };
  const [{ known = 0 } = {}] = await tx
    .select({ known: sql<number>`count(*)::int` })
    .from(crawlFrontier)
    .where(and(eq(crawlFrontier.workspaceId, run.workspaceId), eq(crawlFrontier.runId, run.runId)));
  const room = Math.max(0, budgetPages - known);
  const met = new Set(
    (
      await tx
        .select({ hash: crawlFrontier.urlHash })
        .from(crawlFrontier)
        .where(
          and(
            eq(crawlFrontier.workspaceId, run.workspaceId),
            eq(crawlFrontier.runId, run.runId),
            sql`${crawlFrontier.urlHash} = any(${sql.param([...wanted.keys()])}::text[])`,
          ),
        )
    ).map((row) => row.hash),
  );
  const fresh = [...wanted].filter(([hash]) => !met.has(hash));
  // A page that names more than can be read leaves half of the room to the others.
  const isFlood = isOfOnePage && fresh.length > budgetPages;
  const taken = fresh.slice(0, isFlood ? Math.floor(room / 2) : room);
  for (let from = 0; from < taken.length; from += 500) {
    await tx
      .insert(crawlFrontier)
      .values(
        taken.slice(from, from + 500).map(([hash, one], index) => ({
          ...run,
          urlHash: hash,
          url: one.url,
          form: one.form ?? null,
          title: one.title?.slice(0, 300) ?? null,
          kind: one.kind,
          depth: one.depth,
          position: known + from + index,
        })),
      )
      .onConflictDoNothing();
  }
  return { added: taken.length, overBudget: fresh.length - taken.length };
}

/**
 * Takes the next addresses to read; of two who ask at the same moment, each gets others. Only one process works on a run, so an address that is marked as
 * being fetched when a process starts was left by one that died: `reclaim` gives those back first.
 */
export async function claimFromFrontier(tx: Tx, run: RunKey, limit: number, now: Date): Promise<FrontierEntry[]> {
  const next = tx
    .select({ urlHash: crawlFrontier.urlHash })
    .from(crawlFrontier)
    .where(
      and(
        eq(crawlFrontier.workspaceId, run.workspaceId),
        eq(crawlFrontier.runId, run.runId),
        eq(crawlFrontier.state, "queued"),
        or(isNull(crawlFrontier.notBefore), lte(crawlFrontier.notBefore, now)),
      ),
    )
    .orderBy(asc(crawlFrontier.depth), asc(crawlFrontier.position))
    .limit(limit)
    .for("update", { skipLocked: true });
  return tx
    .update(crawlFrontier)
    .set({ state: "fetching", attempts: sql`${crawlFrontier.attempts} + 1` })
    .where(
      and(
        eq(crawlFrontier.workspaceId, run.workspaceId),
        eq(crawlFrontier.runId, run.runId),
        // An array is looked up once, where a subquery may be asked again after a wait, and would then lock others.
        sql`${crawlFrontier.urlHash} = any(array(${next}))`,
      ),
    )
    .returning();
}

/** Gives back the addresses that a worker which died had taken. */
export async function reclaim(tx: Tx, run: RunKey): Promise<void> {
  await tx
    .update(crawlFrontier)
    .set({ state: "queued" })
    .where(
      and(
        eq(crawlFrontier.workspaceId, run.workspaceId),
        eq(crawlFrontier.runId, run.runId),
        eq(crawlFrontier.state, "fetching"),
      ),
    );
}

export interface Settlement {
  state: Exclude<FrontierState, "fetching">;
  result?: PageResult;
  rung?: FetchRung | undefined;
  /** Of this attempt. */
  bytes?: number;
  shape?: { records: number; filled: Readonly<Record<string, number>> } | null;
  reasonCode?: string;
  reason?: string;
  notBefore?: Date;
}

/** Writes down what came of an address, or that it is asked again. */
export async function settle(tx: Tx, run: RunKey, hash: string, settlement: Settlement): Promise<void> {
  await tx
    .update(crawlFrontier)
    .set({
      state: settlement.state,
      result: settlement.result ?? null,
      rung: settlement.rung ?? null,
      shape: settlement.shape ?? null,
      bytes: sql`${crawlFrontier.bytes} + ${settlement.bytes ?? 0}`,
      reasonCode: settlement.reasonCode ?? null,
      reason: settlement.reason ?? null,
      notBefore: settlement.notBefore ?? null,
    })
    .where(
      and(
        eq(crawlFrontier.workspaceId, run.workspaceId),
        eq(crawlFrontier.runId, run.runId),
        eq(crawlFrontier.urlHash, hash),
      ),
    );
}

/** How long an address that waits for another leaves it the time to be read. */
const waitMs = 1_500;

/**
 * Puts an address behind all others of its depth, and with them the one that it waits for, which may have been found deeper: it is read again once they
 * have been.
 */
export async function postpone(tx: Tx, run: RunKey, hash: string, forHash: string): Promise<void> {
  const ofRun = and(eq(crawlFrontier.workspaceId, run.workspaceId), eq(crawlFrontier.runId, run.runId));
  const [{ last = 0 } = {}] = await tx
    .select({ last: sql<number>`max(${crawlFrontier.position})::int` })
    .from(crawlFrontier)
    .where(ofRun);
  const [postponed] = await tx
    .update(crawlFrontier)
    .set({ state: "queued", position: last + 1, notBefore: new Date(Date.now() + waitMs) })
    .where(and(ofRun, eq(crawlFrontier.urlHash, hash)))
    .returning({ depth: crawlFrontier.depth });
  if (postponed)
    await tx
      .update(crawlFrontier)
      .set({ depth: sql`least(${crawlFrontier.depth}, ${postponed.depth})` })
      .where(and(ofRun, eq(crawlFrontier.urlHash, forHash), eq(crawlFrontier.state, "queued")));
}

/** What still waits, and when the earliest of it may be asked again (null: now). */
export async function whatWaits(tx: Tx, run: RunKey, now: Date): Promise<{ waiting: number; notBefore: Date | null }> {
  const [row] = await tx
    .select({
      waiting: sql<number>`count(*)::int`,
      ready: sql<number>`count(*) filter (where ${crawlFrontier.notBefore} is null or ${crawlFrontier.notBefore} <= ${now.toISOString()})::int`,
      notBefore: sql<string | null>`min(${crawlFrontier.notBefore})`,
    })
    .from(crawlFrontier)
    .where(
      and(
        eq(crawlFrontier.workspaceId, run.workspaceId),
        eq(crawlFrontier.runId, run.runId),
        or(eq(crawlFrontier.state, "queued"), eq(crawlFrontier.state, "fetching")),
      ),
    );
  const waiting = row?.waiting ?? 0;
  return { waiting, notBefore: waiting > 0 && row?.ready === 0 && row.notBefore ? new Date(row.notBefore) : null };
}
