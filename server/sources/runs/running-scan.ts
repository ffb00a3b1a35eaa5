import type { Source } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { SourceSession } from "../credentials/source-session";

/** One step of a run in this process: what its pages share. */
export interface RunningScan {
  source: Source;
  runId: string;
  session: SourceSession;
  /** What this process has asked for in this step: address, rung and attempt. */
  looked: Set<string>;
  /** Lines whose figures differ from one look to the next, as pages of this run have shown. */
  restless: Set<string>;
  /** What has come in this step, second looks among it. */
  received: { bytes: number };
  /** Short pages with an empty place in which the browser showed nothing more. */
  shownInVain: number;
  signal: AbortSignal;
}

/** By which the frontier knows the run. */
export function keyOf(ctx: WorkspaceContext, scan: RunningScan) {
  return { workspaceId: ctx.workspace.id, sourceId: scan.source.id, runId: scan.runId };
}

/** By which captures know the run. */
export function runOf({ source, runId }: RunningScan) {
  return { sourceId: source.id, runId, collectionId: source.collectionId };
}
