import { liveBus } from "./ports";
import { afterCommit, type WorkspaceContext } from "./workspace-context";

export const liveKinds = [
  "document",
  "collection",
  "conversation",
  "query",
  "job",
  "source",
  "fix_task",
  "change",
  "notification",
  "opportunity",
  "requirement",
  "comment",
  "task",
] as const;
export type LiveKind = (typeof liveKinds)[number];

export function workspaceTopic(workspaceId: string): string {
  return `workspace:${workspaceId}`;
}

/** Tells the screens of a workspace, once the transaction has committed, that something changed. Ids only. */
export function announceLive(ctx: WorkspaceContext, kind: LiveKind, id: string): void {
  afterCommit(() => liveBus().publish(workspaceTopic(ctx.workspace.id), JSON.stringify({ kind, id })));
}
