import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Source, sources } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { requireSource } from "../queries";
import { type KeptRules, rulesOf } from "./kept-rules";

/** Changes a source's rules under a lock, as they stand then. Throws NotFoundError. */
export async function changeRules(
  tx: Tx,
  ctx: WorkspaceContext,
  sourceId: string,
  change: (rules: KeptRules) => KeptRules,
): Promise<KeptRules> {
  const own = and(eq(sources.workspaceId, ctx.workspace.id), eq(sources.id, sourceId));
  await tx.select({ id: sources.id }).from(sources).where(own).for("update");
  const rules = change(rulesOf(await requireSource(tx, ctx, sourceId)));
  await tx.update(sources).set({ listingSelector: rules }).where(own);
  return rules;
}

/** What a run has learned: kept unless a person changed the rule meanwhile. The running scan goes on with what stands then. */
export async function saveLearned(
  tx: Tx,
  ctx: WorkspaceContext,
  source: Source,
  change: (rules: KeptRules) => KeptRules,
): Promise<void> {
  const followed = rulesOf(source).current?.id;
  source.listingSelector = await changeRules(tx, ctx, source.id, (rules) =>
    rules.current?.id === followed ? change(rules) : rules,
  );
}
