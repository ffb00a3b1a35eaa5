import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunities, pipelineStages } from "@/drizzle/schema";
import { recordActivity } from "@/server/collaboration";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, InvalidInputError, NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, unsafeSeeingAllCollections, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { AddStageInput, RemoveStageInput, RenameStageInput, ReorderStagesInput } from "./schemas";
import { arrivalStage, readStages, type Stage } from "./stages";

const mostStages = 30;

/** A new column. Throws ConflictError when the name is taken or the board is full. */
export async function addStage(ctx: WorkspaceContext, input: AddStageInput): Promise<Stage> {
  authorize(ctx, "pipeline:manage");
  return changing(ctx, async (tx, stages) => {
    if (stages.length >= mostStages) throw new ConflictError(`A board has at most ${mostStages} stages.`);
    assertFree(stages, input.name);
    const stage = { key: newKey(stages, input.name), name: input.name };
    const at = input.afterKey === undefined ? stages.length : placeAfter(stages, input.afterKey);
    await recordAudit(tx, ctx, { action: "pipeline.add_stage", detail: stage });
    return { stages: stages.toSpliced(at, 0, stage), result: stage };
  });
}

export async function renameStage(ctx: WorkspaceContext, input: RenameStageInput): Promise<void> {
  authorize(ctx, "pipeline:manage");
  await changing(ctx, async (tx, stages) => {
    placeOf(stages, input.key);
    assertFree(
      stages.filter(({ key }) => key !== input.key),
      input.name,
    );
    await recordAudit(tx, ctx, { action: "pipeline.rename_stage", detail: input });
    return { stages: stages.map((stage) => (stage.key === input.key ? { ...stage, name: input.name } : stage)) };
  });
}

/** Throws InvalidInputError unless exactly the present stages are named. */
export async function reorderStages(ctx: WorkspaceContext, input: ReorderStagesInput): Promise<void> {
  authorize(ctx, "pipeline:manage");
  await changing(ctx, async (tx, stages) => {
    const byKey = new Map(stages.map((stage) => [stage.key, stage]));
    const ordered = [...new Set(input.keys)].flatMap((key) => byKey.get(key) ?? []);
    if (ordered.length !== stages.length || input.keys.length !== stages.length) {
      throw new InvalidInputError("The stages have changed meanwhile. Look at them again and put them in order.");
    }
    await recordAudit(tx, ctx, { action: "pipeline.reorder_stages", detail: input });
    return { stages: ordered };
  });
}

/** Takes a column away; its cards, also those that the actor cannot see, go to another. Throws NotFoundError and ConflictError. */
export async function removeStage(ctx: WorkspaceContext, input: RemoveStageInput): Promise<{ moved: number }> {
  authorize(ctx, "pipeline:manage");
  return changing(ctx, async (tx, stages) => {
    const from = stages[placeOf(stages, input.key)];
    const to = stages[placeOf(stages, input.moveTo)];
    if (input.key === arrivalStage) {
      throw new ConflictError(`What is found arrives in ${from?.name}; it can be renamed and moved, not removed.`);
    }
    if (input.key === input.moveTo) throw new InvalidInputError("Name another stage for its cards.");
    const moved = await unsafeSeeingAllCollections(tx, ctx, async () => {
      const cards = await tx
        .update(opportunities)
        .set({ stage: input.moveTo })
        .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.stage, input.key)))
        .returning({ id: opportunities.id, collectionId: opportunities.collectionId });
      for (const card of cards) {
        await recordActivity(
          tx,
          ctx,
          { ...card, kind: "opportunity" },
          { deed: "stage.move", text: `moved it to ${to?.name}, because the stage ${from?.name} was removed` },
        );
      }
      return cards.length;
    });
    await recordAudit(tx, ctx, { action: "pipeline.remove_stage", detail: { ...input, moved } });
    return { stages: stages.filter(({ key }) => key !== input.key), result: { moved } };
  });
}

/** Reads the stages, lets `change` say what they become, and writes them whole; one at a time in a workspace. */
async function changing<T>(
  ctx: WorkspaceContext,
  change: (tx: Tx, stages: Stage[]) => Promise<{ stages: Stage[]; result?: T }>,
): Promise<T> {
  return inWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`pipeline ${workspaceId}`}, 0))`);
    const { stages, result } = await change(tx, await readStages(tx, ctx));
    await tx.delete(pipelineStages).where(eq(pipelineStages.workspaceId, workspaceId));
    await tx.insert(pipelineStages).values(stages.map((stage, position) => ({ ...stage, workspaceId, position })));
    announceLive(ctx, "opportunity", workspaceId);
    return result as T;
  });
}

function placeOf(stages: Stage[], key: string): number {
  const at = stages.findIndex((stage) => stage.key === key);
  if (at < 0) throw new NotFoundError("stage");
  return at;
}

function placeAfter(stages: Stage[], key: string | null): number {
  return key === null ? 0 : placeOf(stages, key) + 1;
}

function assertFree(stages: Stage[], name: string): void {
  if (stages.some((stage) => stage.name.toLowerCase() === name.toLowerCase())) {
    throw new ConflictError(`There is a stage named ${name} already. Choose another name.`);
  }
}

/** From the name, so that addresses and keys stay readable; names change later, keys never. */
function newKey(stages: Stage[], name: string): string {
  const base =
    name
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "")
      .slice(0, 30) || "stage";
  const taken = new Set(stages.map(({ key }) => key));
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(key)) return key;
  }
}
