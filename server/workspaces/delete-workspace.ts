import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Caller, requirePassword } from "@/server/identity";
import { announce } from "@/server/jobs/announce";
import { workspaceErased } from "@/server/jobs/events";
import { authorize } from "@/server/platform/authorize";
import { ForbiddenError, InvalidInputError } from "@/server/platform/errors";
import { logger } from "@/server/platform/logging";
import { inWorkspace, unsafeAsSystem, type WorkspaceContext } from "@/server/platform/workspace-context";
import { forgetAfterCommit } from "./forget";

const keysInEvent = 500;

/**
 * Erases the workspace: every row, its jobs and their records in one transaction; its files by a job that the same transaction
 * announces. Only for an owner, who types its name and the password again; there is no way back. Throws ForbiddenError,
 * InvalidInputError (another name), WrongCredentialsError.
 */
export async function deleteWorkspace(
  ctx: WorkspaceContext,
  input: { name: string; password: string },
  caller: Caller,
): Promise<void> {
  authorize(ctx, "workspace:delete");
  if (ctx.actor.kind !== "user") throw new ForbiddenError("Only a signed-in person can delete a workspace.");
  if (input.name !== ctx.workspace.name) {
    throw new InvalidInputError(`Type the name of the workspace exactly as it is written: ${ctx.workspace.name}`);
  }
  await requirePassword(ctx.actor, input.password, caller);
  // As the workspace itself: what its owner may not see goes, too.
  const whole: WorkspaceContext = { ...ctx, actor: { kind: "job", userId: null, jobId: "delete-workspace" } };
  await inWorkspace(whole, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const keys = await listFiles(tx, workspaceId);
    for (const table of await listTables(tx)) {
      await tx.execute(sql`delete from ${sql.identifier(table)} where workspace_id = ${workspaceId}::uuid`);
    }
    await tx.execute(sql`delete from workspaces where id = ${workspaceId}::uuid`);
    await unsafeAsSystem(tx, async () => {
      await tx.execute(sql`delete from outbox where workspace_id = ${workspaceId}::uuid`);
      await tx.execute(sql`delete from jobs.runs where share_key = ${workspaceId}`);
      await tx.execute(sql`delete from jobs.events where payload -> 'data' ->> 'workspaceId' = ${workspaceId}`);
      for (let at = 0; at < keys.length; at += keysInEvent) {
        await announce(tx, workspaceErased.create({ keys: keys.slice(at, at + keysInEvent) }));
      }
    });
    forgetAfterCommit(ctx);
  });
  logger.warn(
    { workspaceId: ctx.workspace.id, userId: ctx.actor.userId, requestId: ctx.requestId },
    "workspace deleted",
  );
}

async function listFiles(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.execute<{ key: string }>(sql`
    select storage_key as key from snapshots where workspace_id = ${workspaceId}::uuid
    union select screenshot_key from captures where workspace_id = ${workspaceId}::uuid and screenshot_key is not null`);
  return rows.map((row) => row.key);
}

/**
 * Tables of a workspace whose rows do not go with it by themselves, those that point at others first. Read from the catalogue, so
 * that a table that is added is not forgotten.
 */
async function listTables(tx: Tx): Promise<string[]> {
  const tables = await tx.execute<{ name: string; refers_to: string[] }>(sql`
    select c.relname as name, array(
        select f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as refers_to
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege(c.oid, 'delete')
    order by c.relname`);
  const left = new Map(tables.map((table) => [table.name, table.refers_to]));
  const ordered: string[] = [];
  while (left.size > 0) {
    const pointedAt = new Set([...left.values()].flat());
    const free = [...left.keys()].filter((name) => !pointedAt.has(name));
    // A circle of tables holds itself together by cascades: any order will do.
    for (const name of free.length > 0 ? free : [...left.keys()]) {
      ordered.push(name);
      left.delete(name);
    }
  }
  return ordered;
}
