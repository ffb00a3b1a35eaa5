import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunityFields, requirements } from "@/drizzle/schema";
import { foldText } from "@/lib/fold-text";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { ShreddedPackage } from "./read-package";

/** Equal requirements of other documents point at the first one; people's own links are theirs. */
export async function linkTwins(
  tx: Tx,
  ctx: WorkspaceContext,
  shredded: ShreddedPackage,
  ids: readonly (string | undefined)[],
): Promise<void> {
  const known = ids.filter((id) => id !== undefined);
  if (known.length === 0) return;
  const twins = shredded.requirements.flatMap(({ duplicateOf }, index) => {
    const id = ids[index];
    const first = duplicateOf === undefined ? undefined : ids[duplicateOf];
    return id && first && id !== first ? [{ id, first }] : [];
  });
  await tx
    .update(requirements)
    .set({ duplicateOfId: null })
    .where(and(eq(requirements.workspaceId, ctx.workspace.id), inArray(requirements.id, known)));
  for (let from = 0; from < twins.length; from += 500) {
    const part = twins.slice(from, from + 500);
    await tx.execute(sql`update requirements r set duplicate_of_id = t.first
      from unnest(${sql.param(part.map(({ id }) => id))}::uuid[], ${sql.param(part.map(({ first }) => first))}::uuid[]) as t(id, first)
      where r.workspace_id = ${ctx.workspace.id} and r.id = t.id`);
  }
}

/** A requirement whose words or headings name an evaluation factor is judged under it. */
export async function linkFactors(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<void> {
  const factors = await tx
    .select({ id: opportunityFields.id, value: opportunityFields.value, text: opportunityFields.text })
    .from(opportunityFields)
    .where(
      and(
        eq(opportunityFields.workspaceId, ctx.workspace.id),
        eq(opportunityFields.opportunityId, opportunityId),
        eq(opportunityFields.name, "evaluation_factor"),
      ),
    );
  const named = factors
    .map(({ id, value, text }) => ({ id, words: foldText((value as { name?: string }).name ?? text) }))
    // "Price" alone stands everywhere.
    .filter(({ words }) => words.length >= 10);
  if (named.length === 0) return;
  const rows = await tx
    .select({ id: requirements.id, section: requirements.section, text: requirements.text })
    .from(requirements)
    .where(
      and(
        eq(requirements.workspaceId, ctx.workspace.id),
        eq(requirements.opportunityId, opportunityId),
        isNull(requirements.factorId),
        isNull(requirements.editedBy),
      ),
    );
  for (const { id, words } of named) {
    const judged = rows
      .filter(({ section, text }) => `${foldText(section)} ${foldText(text)} `.includes(`${words} `))
      .map((row) => row.id);
    if (judged.length === 0) continue;
    await tx
      .update(requirements)
      .set({ factorId: id })
      .where(and(eq(requirements.workspaceId, ctx.workspace.id), inArray(requirements.id, judged)));
  }
}
