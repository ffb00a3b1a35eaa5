import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { modelSettings, usageEntries } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { budgetWarningShare, type CallOutcome } from "@/lib/vocabulary/models";
import { announce } from "@/server/jobs/announce";
import { modelBudgetNear } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { OverBudgetError } from "./errors";
import { monthOf } from "./month";

export interface UsageReservation {
  id: string;
  month: number;
}

export interface ReserveUsageInput {
  judgement: string;
  model: string;
  queryId: string | null;
  /** The most that the call can cost, as far as can be known before it. */
  estimateMicros: number;
}

/**
 * Takes what a call may cost out of the month's budget before the call is made. One reservation at a time per workspace, so
 * calls in parallel see each other's; a call is let through while anything is left, so a budget is exceeded by one call at
 * most. Errors: OverBudgetError.
 */
export async function reserveUsage(ctx: WorkspaceContext, input: ReserveUsageInput): Promise<UsageReservation> {
  const month = monthOf(new Date());
  const id = newId();
  await inWorkspace(ctx, async (tx) => {
    // The row is the lock: whoever else reserves for this workspace waits here.
    const [settings] = await tx
      .select({ budgetMicros: modelSettings.monthlyBudgetMicros })
      .from(modelSettings)
      .where(eq(modelSettings.workspaceId, ctx.workspace.id))
      .for("update");
    const budgetMicros = settings?.budgetMicros ?? null;
    // What costs nothing (a local model, the installation's embeddings) is never refused.
    if (budgetMicros !== null && input.estimateMicros > 0 && (await spentMicros(tx, ctx, month)) >= budgetMicros) {
      throw new OverBudgetError(budgetMicros);
    }
    await tx.insert(usageEntries).values({
      workspaceId: ctx.workspace.id,
      id,
      month,
      judgement: input.judgement,
      model: input.model,
      state: "reserved",
      costMicros: input.estimateMicros,
      queryId: input.queryId,
    });
  });
  return { id, month };
}

export interface SettleUsageInput {
  outcome: CallOutcome;
  inputTokens: number;
  outputTokens: number;
  costMicros: number;
  durationMs: number;
  /** False gives the whole reservation back: nothing was used. */
  isCharged: boolean;
}

/** Replaces the reservation by what the call really used, and warns once a month when the budget comes near its end. */
export async function settleUsage(
  ctx: WorkspaceContext,
  reservation: UsageReservation,
  used: SettleUsageInput,
): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    await tx
      .update(usageEntries)
      .set({
        state: used.isCharged ? "settled" : "released",
        outcome: used.outcome,
        inputTokens: used.isCharged ? used.inputTokens : 0,
        outputTokens: used.isCharged ? used.outputTokens : 0,
        costMicros: used.isCharged ? used.costMicros : 0,
        durationMs: used.durationMs,
      })
      .where(and(eq(usageEntries.workspaceId, ctx.workspace.id), eq(usageEntries.id, reservation.id)));
    if (used.isCharged && used.costMicros > 0) await warnWhenNear(tx, ctx, reservation.month);
  });
}

/** All that the month has cost or may yet cost: open reservations count in full. */
export async function spentMicros(tx: Tx, ctx: WorkspaceContext, month: number): Promise<number> {
  const [row] = await tx
    .select({ spent: sql<string>`coalesce(sum(${usageEntries.costMicros}), 0)` })
    .from(usageEntries)
    .where(and(eq(usageEntries.workspaceId, ctx.workspace.id), eq(usageEntries.month, month)));
  return Number(row?.spent ?? 0);
}

/** Once a month for a budget: after a call was paid, and when the budget is changed, since one that is spent lets no call through that could warn. */
export async function warnWhenNear(tx: Tx, ctx: WorkspaceContext, month: number): Promise<void> {
  const [settings] = await tx
    .select({ budgetMicros: modelSettings.monthlyBudgetMicros, warnedMonth: modelSettings.warnedMonth })
    .from(modelSettings)
    .where(eq(modelSettings.workspaceId, ctx.workspace.id));
  const budgetMicros = settings?.budgetMicros ?? null;
  if (budgetMicros === null || settings?.warnedMonth === month) return;
  const spent = await settledMicros(tx, ctx, month);
  if (spent < budgetMicros * budgetWarningShare) return;
  // Of several calls that settle at once, the one whose update finds the old month tells.
  const warned = await tx
    .update(modelSettings)
    .set({ warnedMonth: month })
    .where(
      and(eq(modelSettings.workspaceId, ctx.workspace.id), sql`${modelSettings.warnedMonth} is distinct from ${month}`),
    )
    .returning({ workspaceId: modelSettings.workspaceId });
  if (warned.length === 0) return;
  const detail = { month, spentMicros: spent, budgetMicros };
  await recordAudit(tx, ctx, { action: "model_budget.warn", detail });
  await announce(tx, modelBudgetNear.create({ workspaceId: ctx.workspace.id, userId: null, ...detail }));
}

async function settledMicros(tx: Tx, ctx: WorkspaceContext, month: number): Promise<number> {
  const [row] = await tx
    .select({ spent: sql<string>`coalesce(sum(${usageEntries.costMicros}), 0)` })
    .from(usageEntries)
    .where(
      and(
        eq(usageEntries.workspaceId, ctx.workspace.id),
        eq(usageEntries.month, month),
        eq(usageEntries.state, "settled"),
      ),
    );
  return Number(row?.spent ?? 0);
}
