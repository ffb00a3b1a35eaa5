import { createHash } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  type RunCounts,
  type Source,
  type SourceCredential,
  type SourceRun,
  sourceRuns,
  sources,
} from "@/drizzle/schema";
import { NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** As `requireSource`; null when it was removed meanwhile. */
export async function findSource(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Source | null> {
  const [source] = await tx
    .select()
    .from(sources)
    .where(and(eq(sources.workspaceId, ctx.workspace.id), eq(sources.id, id), isNull(sources.deletedAt)));
  return source ?? null;
}

/** The source, as far as the actor may see it. Throws NotFoundError. */
export async function requireSource(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Source> {
  const source = await findSource(tx, ctx, id);
  if (!source) throw new NotFoundError("source");
  return source;
}

/** The run, as far as the actor may see its source. Throws NotFoundError. */
export async function requireRun(tx: Tx, ctx: WorkspaceContext, id: string): Promise<SourceRun> {
  const [run] = await tx
    .select()
    .from(sourceRuns)
    .where(and(eq(sourceRuns.workspaceId, ctx.workspace.id), eq(sourceRuns.id, id)));
  if (!run) throw new NotFoundError("run");
  return run;
}

export function emptyCounts(): RunCounts {
  return {
    pages: 0,
    waiting: 0,
    fetches: 0,
    new: 0,
    changed: 0,
    same: 0,
    gone: 0,
    unhealthy: 0,
    failed: 0,
    skipped: 0,
    changes: 0,
    records: 0,
    bytes: 0,
    rungs: {},
  };
}

/**
 * Whose cookies and browser storage a visit uses: one source's of one workspace, signed in with this very credential. One that was given anew or
 * taken back never meets what a browser remembers of the old one, on whichever machine.
 */
export function contextKey(
  { workspaceId, id }: Pick<Source, "workspaceId" | "id">,
  credential: Pick<SourceCredential, "passwordSealed"> | null,
): string {
  const mark = credential ? createHash("sha256").update(credential.passwordSealed).digest("hex").slice(0, 16) : "";
  return `${workspaceId} ${id} ${mark}`.trimEnd();
}
