"use client";
import { useEffect, useSyncExternalStore } from "react";
import { useShell } from "@/components/shell/shell-context";
import { fileSender } from "./send-file";
import { countStates, createUploadQueue, type UploadItem, type UploadQueue } from "./upload-queue.logic";

// Outlives the screen: one may go and ask something while forty files are on their way.
const queues = new Map<string, UploadQueue>();
const nothing: readonly UploadItem[] = [];

export function useUploadQueue(): { queue: UploadQueue; items: readonly UploadItem[] } {
  const { workspace } = useShell();
  const queue = queueOf(workspace.slug);
  const items = useSyncExternalStore(queue.subscribe, queue.list, () => nothing);
  const counts = countStates(items);
  const isBusy = counts.waiting + counts.sending > 0;
  useEffect(() => {
    if (!isBusy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isBusy]);
  return { queue, items };
}

function queueOf(workspaceSlug: string): UploadQueue {
  const known = queues.get(workspaceSlug);
  if (known) return known;
  const queue = createUploadQueue(fileSender(workspaceSlug));
  if (typeof window !== "undefined") queues.set(workspaceSlug, queue);
  return queue;
}
