import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { buyerQuestions, type Opportunity } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { numbersBack } from "./numbers-back";

/** Questions to the buyer follow those of the other, each with its history. */
export async function bringQuestions(
  tx: Tx,
  ctx: WorkspaceContext,
  from: Opportunity,
  into: Opportunity,
): Promise<void> {
  await tx.execute(sql`
    update buyer_questions q set opportunity_id = ${into.id}, merged_from = coalesce(q.merged_from, ${from.id}),
      merged_number = coalesce(q.merged_number, q.number), number = m.number
    from (select id, row_number() over (order by number)::int + (select coalesce(max(number), 0) from buyer_questions
          where workspace_id = ${ctx.workspace.id} and opportunity_id = ${into.id}) as number
        from buyer_questions where workspace_id = ${ctx.workspace.id} and opportunity_id = ${from.id}) m
    where q.workspace_id = ${ctx.workspace.id} and q.id = m.id`);
}

/** Those that came from any of `family`, and those that ask about its requirements, go back to `id`. */
export async function returnQuestions(
  tx: Tx,
  ctx: WorkspaceContext,
  id: string,
  intoId: string,
  { family, requirementIds }: { family: readonly string[]; requirementIds: readonly string[] },
): Promise<void> {
  const of = (opportunityId: string) =>
    and(eq(buyerQuestions.workspaceId, ctx.workspace.id), eq(buyerQuestions.opportunityId, opportunityId));
  const columns = {
    id: buyerQuestions.id,
    number: buyerQuestions.number,
    mergedFrom: buyerQuestions.mergedFrom,
    mergedNumber: buyerQuestions.mergedNumber,
  };
  const back = await tx
    .select(columns)
    .from(buyerQuestions)
    .where(
      and(
        of(intoId),
        or(
          inArray(buyerQuestions.mergedFrom, [...family]),
          sql`${buyerQuestions.requirementId} = any(${sql.param([...requirementIds])}::uuid[])`,
        ),
      ),
    );
  const there = await tx.select({ number: buyerQuestions.number }).from(buyerQuestions).where(of(id));
  const taken = there.map(({ number }) => number);
  for (const { questionId, ...at } of numbersBack(id, back, taken).map(({ id: questionId, ...one }) => ({
    questionId,
    ...one,
  }))) {
    await tx
      .update(buyerQuestions)
      .set({ opportunityId: id, ...at })
      .where(and(eq(buyerQuestions.workspaceId, ctx.workspace.id), eq(buyerQuestions.id, questionId)));
  }
}
