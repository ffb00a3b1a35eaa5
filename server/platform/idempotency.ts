import { createHash } from "node:crypto";
import { and, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { idempotencyKeys } from "@/drizzle/schema";
import { currentSealPrefix, openText, type SealBinding, sealText } from "./crypto";
import { ConflictError } from "./errors";
import { type Resealed, resealed, sumOf } from "./reseal";
import { inWorkspace, type WorkspaceContext } from "./workspace-context";

const abandonedAfterMs = 5 * 60_000;
const patienceMs = 20_000;
const pauseMs = 150;

/**
 * Does the work once per key of this actor. The same request again gets the first one's answer; while the first still runs,
 * it waits. The same key with another request is a ConflictError. Work that fails leaves no trace, so that it can be tried
 * again; work of a process that died may be done again after five minutes. Answers are kept sealed, as some hold a new secret.
 */
export async function onceByKey<T>(
  ctx: WorkspaceContext,
  key: string,
  request: unknown,
  work: () => Promise<T>,
): Promise<T> {
  const row = {
    workspaceId: ctx.workspace.id,
    key: `${ctx.actor.userId ?? ctx.actor.kind} ${key}`,
    requestHash: createHash("sha256")
      .update(JSON.stringify(request) ?? "")
      .digest("hex"),
  };
  const here = and(eq(idempotencyKeys.workspaceId, row.workspaceId), eq(idempotencyKeys.key, row.key));
  const seal = sealedIn(row.workspaceId, row.key);

  for (const until = Date.now() + patienceMs; ; ) {
    if (await claim(ctx, row)) break;
    const [first] = await inWorkspace(ctx, (tx) => tx.select().from(idempotencyKeys).where(here));
    if (first && first.requestHash !== row.requestHash) {
      throw new ConflictError("This Idempotency-Key was used for another request. Take a new key.");
    }
    if (first?.finishedAt) return JSON.parse(openText(String(first.response), seal)) as T;
    if (Date.now() > until) throw new ConflictError("The first request with this Idempotency-Key is still running.");
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }

  try {
    const result = await work();
    const response = sealText(JSON.stringify(result ?? null), seal);
    await inWorkspace(ctx, (tx) => tx.update(idempotencyKeys).set({ response, finishedAt: new Date() }).where(here));
    return result;
  } catch (error) {
    await inWorkspace(ctx, (tx) => tx.delete(idempotencyKeys).where(here));
    throw error;
  }
}

function sealedIn(workspaceId: string, key: string): SealBinding {
  return { workspaceId, column: `idempotency_keys.response ${key}` };
}

/** Seals the kept answers of a workspace under the secret of today. */
export function resealAnswers(ctx: WorkspaceContext): Promise<Resealed> {
  return inWorkspace(ctx, async (tx) => {
    const own = eq(idempotencyKeys.workspaceId, ctx.workspace.id);
    const { key, response } = idempotencyKeys;
    const rows = await tx
      .select({ key, response })
      .from(idempotencyKeys)
      .where(and(own, isNotNull(response), sql`not starts_with(${response} #>> '{}', ${currentSealPrefix()})`))
      .for("update");
    const counts: Resealed[] = [];
    for (const row of rows) {
      const binding = sealedIn(ctx.workspace.id, row.key);
      const { changed, count } = resealed({ response: String(row.response) }, () => binding);
      counts.push(count);
      if (count.anew > 0)
        await tx
          .update(idempotencyKeys)
          .set(changed)
          .where(and(own, eq(key, row.key)));
    }
    return sumOf(counts);
  });
}

/** True for the one request that may do the work. */
async function claim(
  ctx: WorkspaceContext,
  row: { workspaceId: string; key: string; requestHash: string },
): Promise<boolean> {
  return inWorkspace(ctx, async (tx) => {
    await tx
      .delete(idempotencyKeys)
      .where(
        and(
          eq(idempotencyKeys.workspaceId, row.workspaceId),
          eq(idempotencyKeys.key, row.key),
          isNull(idempotencyKeys.finishedAt),
          lt(idempotencyKeys.createdAt, new Date(Date.now() - abandonedAfterMs)),
        ),
      );
    const made = await tx
      .insert(idempotencyKeys)
      .values(row)
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key });
    return made.length === 1;
  });
}
