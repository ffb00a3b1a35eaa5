import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "drizzle-orm";
import { expectLast, getDatabase, sendFirst, type Tx } from "@/drizzle/client";
import type { ApiKeyScope, Role } from "@/lib/vocabulary/workspaces";
import { asUnavailable, withoutValues } from "./database-errors";

/** Who is acting. A job acts for the person whose deed started it, or (userId null) for the workspace itself. */
export type Actor =
  | { kind: "user"; userId: string; sessionId: string }
  | { kind: "apiKey"; userId: string; apiKeyId: string; scope: ApiKeyScope }
  | { kind: "job"; userId: string | null; jobId: string }
  | { kind: "webhook"; userId: null; webhookId: string };

/** What every verb takes first: the workspace it works in, for whom, and with which role. Made only by the doors. */
export interface WorkspaceContext {
  workspace: { id: string; slug: string; name: string };
  actor: Actor;
  role: Role;
  requestId: string;
}

interface Running {
  scope: string;
  tx: Tx;
  afterCommit: (() => void)[];
}
const running = new AsyncLocalStorage<Running>();

/**
 * Runs `work` in a transaction that sees only this workspace, as the role that row-level security binds. Joins a running
 * transaction of the same workspace and actor; refuses another, because its rows would be checked against the wrong workspace.
 */
export async function inWorkspace<T>(ctx: WorkspaceContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  const scope = `${ctx.workspace.id} ${ctx.actor.userId ?? ""}`;
  const outer = running.getStore();
  if (outer) {
    if (outer.scope !== scope) throw new Error("a transaction of another workspace or person is running");
    return work(outer.tx);
  }
  // A job without a person works for the workspace itself and reads all its collections.
  const seesAll = ctx.actor.userId === null ? "workspace" : "";
  return begin(scope, enterWorkspace, [ctx.workspace.id, ctx.actor.userId ?? "", seesAll], work);
}

/**
 * As `inWorkspace`, for one statement that reads: `query` makes it and does nothing else with the transaction. It is sent whole, so that
 * on the embedded database, which is one session, nobody waits for the answer before asking what comes next.
 */
export function readInWorkspace<T>(ctx: WorkspaceContext, query: (tx: Tx) => PromiseLike<T>): Promise<T> {
  const isWhole = running.getStore() === undefined;
  return inWorkspace(ctx, async (tx) => {
    if (isWhole) expectLast(tx);
    return query(tx);
  });
}

const enterWorkspace =
  "select set_config('role', 'outrider_app', true), set_config('app.workspace_id', $1, true), set_config('app.user_id', $2, true), set_config('app.scope', $3, true)";
const enterSystem = "select set_config('role', $1, true)";

/**
 * Runs `read` as the workspace itself, which sees restricted collections too: for counting and for names that must be unique,
 * never for contents. Inside a running transaction only.
 */
export async function unsafeSeeingAllCollections<T>(tx: Tx, ctx: WorkspaceContext, read: () => Promise<T>): Promise<T> {
  await tx.execute(sql`select set_config('app.scope', 'workspace', true)`);
  // A failed statement ends the transaction, and the setting with it.
  const result = await read();
  await tx.execute(sql`select set_config('app.scope', ${ctx.actor.userId === null ? "workspace" : ""}, true)`);
  return result;
}

/**
 * Runs `work` with the installation's own role inside a workspace's transaction: for what must be written together with the
 * workspace's rows, such as the mail with the invitation. Never for reading on a person's behalf.
 */
export async function unsafeAsSystem<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.execute(sql`select set_config('role', 'outrider_system', true)`);
  // A failed statement ends the transaction, and the role with it.
  const result = await work();
  await tx.execute(sql`select set_config('role', 'outrider_app', true)`);
  return result;
}

/** Runs `work` as the installation's own role: sessions, memberships across workspaces, the outbox relay. No workspace's documents. */
export async function inSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = running.getStore();
  if (outer) {
    if (outer.scope !== "system") throw new Error("a transaction of a workspace is running");
    return work(outer.tx);
  }
  return begin("system", enterSystem, ["outrider_system"], work);
}

/** `enter` takes on the role; it travels together with the first statement of `work`, and neither counts when it fails. */
async function begin<T>(scope: string, enter: string, parameters: string[], work: (tx: Tx) => Promise<T>): Promise<T> {
  const { db } = await getDatabase();
  const afterCommit: (() => void)[] = [];
  const result = await db
    .transaction(async (tx) => {
      const { done } = await sendFirst(tx, enter, parameters);
      const [worked] = await Promise.all([running.run({ scope, tx, afterCommit }, () => work(tx)), done]);
      return worked;
    })
    .catch((error: unknown) => {
      throw withoutValues(asUnavailable(error));
    });
  for (const tell of afterCommit) tell();
  return result;
}

/** Calls `tell` once the running transaction has committed, and never if it fails; at once when none is running. */
export function afterCommit(tell: () => void): void {
  const outer = running.getStore();
  if (outer) outer.afterCommit.push(tell);
  else tell();
}

/** True inside a transaction: what asks a model or the network refuses to run there, since it would hold rows for seconds. */
export function isInTransaction(): boolean {
  return running.getStore() !== undefined;
}
