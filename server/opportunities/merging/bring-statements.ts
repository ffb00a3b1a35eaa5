import { and, eq, inArray, ne } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Opportunity, opportunityDeadlines, opportunityFields } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { disagree } from "../deadlines/settle-deadlines";

/**
 * What papers and notices state is read anew of all of them. What people entered or settled comes along where the other states nothing else, and
 * stays at home where it does. Returns whether anything came.
 */
export async function bringStatements(
  tx: Tx,
  ctx: WorkspaceContext,
  from: Opportunity,
  into: Opportunity,
): Promise<boolean> {
  const [fields, dates] = [await enteredFields(tx, ctx, from, into), await settledDates(tx, ctx, from, into)];
  const workspaceId = ctx.workspace.id;
  for (const [table, rows] of [
    [opportunityFields, fields],
    [opportunityDeadlines, dates],
  ] as const) {
    for (const { id, mergedFrom } of rows) {
      await tx
        .update(table)
        .set({ opportunityId: into.id, mergedFrom: mergedFrom ?? from.id })
        .where(and(eq(table.workspaceId, workspaceId), eq(table.id, id)));
    }
  }
  return fields.length + dates.length > 0;
}

async function enteredFields(tx: Tx, ctx: WorkspaceContext, from: Opportunity, into: Opportunity) {
  const of = (opportunity: Opportunity) =>
    and(eq(opportunityFields.workspaceId, ctx.workspace.id), eq(opportunityFields.opportunityId, opportunity.id));
  const known = await tx.selectDistinct({ name: opportunityFields.name }).from(opportunityFields).where(of(into));
  const names = new Set(known.map(({ name }) => name));
  const entered = await tx
    .select()
    .from(opportunityFields)
    .where(and(of(from), eq(opportunityFields.origin, "person")));
  return entered.filter(({ name }) => !names.has(name) && name !== "title");
}

async function settledDates(tx: Tx, ctx: WorkspaceContext, from: Opportunity, into: Opportunity) {
  const dates = await tx
    .select()
    .from(opportunityDeadlines)
    .where(
      and(
        eq(opportunityDeadlines.workspaceId, ctx.workspace.id),
        inArray(opportunityDeadlines.opportunityId, [from.id, into.id]),
        ne(opportunityDeadlines.state, "superseded"),
      ),
    );
  const [own, others] = [from, into].map(({ id }) => dates.filter((date) => date.opportunityId === id));
  const settled = (own ?? []).filter(({ decidedAt, origin }) => decidedAt !== null && origin !== "notice");
  return settled.filter((date) =>
    (others ?? [])
      .filter(({ kind }) => kind === date.kind)
      // The person knew of every date that is stated there, and nobody has decided there.
      .every(
        (other) =>
          other.decidedAt === null && (own ?? []).some((one) => one.kind === date.kind && !disagree(one, other)),
      ),
  );
}

/** What came from any of `family` goes back to `id`. */
export async function returnStatements(
  tx: Tx,
  ctx: WorkspaceContext,
  id: string,
  intoId: string,
  family: readonly string[],
): Promise<void> {
  for (const table of [opportunityFields, opportunityDeadlines]) {
    const back = await tx
      .select({ id: table.id, mergedFrom: table.mergedFrom })
      .from(table)
      .where(
        and(
          eq(table.workspaceId, ctx.workspace.id),
          eq(table.opportunityId, intoId),
          inArray(table.mergedFrom, [...family]),
        ),
      );
    for (const row of back) {
      await tx
        .update(table)
        .set({ opportunityId: id, mergedFrom: row.mergedFrom === id ? null : row.mergedFrom })
        .where(and(eq(table.workspaceId, ctx.workspace.id), eq(table.id, row.id)));
    }
  }
}
