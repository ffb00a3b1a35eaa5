"use client";
import { useMemo, useSyncExternalStore } from "react";
import { fileSender } from "@/components/library/upload/send-file";
import { createUploadQueue, type UploadItem, type UploadQueue } from "@/components/library/upload/upload-queue.logic";
import { useShell } from "@/components/shell/shell-context";

// Outlive the screen: one may go and look at something else while forty files are on their way.
const queues = new Map<string, UploadQueue>();
const nothing: readonly UploadItem[] = [];

/** The files on their way into one opportunity. */
export function queueFor(workspaceSlug: string, opportunityId: string): UploadQueue {
  const known = queues.get(opportunityId);
  if (known) return known;
  const queue = createUploadQueue(fileSender(workspaceSlug));
  queues.set(opportunityId, queue);
  return queue;
}

export function useImportQueue(opportunityId: string): { queue: UploadQueue; items: readonly UploadItem[] } {
  const { workspace } = useShell();
  const queue = useMemo(() => queueFor(workspace.slug, opportunityId), [workspace.slug, opportunityId]);
  const items = useSyncExternalStore(queue.subscribe, queue.list, () => nothing);
  return { queue, items };
}
