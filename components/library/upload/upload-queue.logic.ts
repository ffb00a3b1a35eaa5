export type UploadState = "waiting" | "sending" | "stored" | "failed" | "cancelled";

export interface StoredFile {
  documentId: string;
  snapshotId: string;
  outcome: "created" | "version" | "existing";
}

export interface UploadItem {
  id: number;
  file: File;
  /** With its folders, as it will be called in the library. */
  path: string;
  collectionId: string | undefined;
  state: UploadState;
  /** Share of the bytes that have been sent, 0 to 1. */
  share: number;
  stored: StoredFile | null;
  /** Why it failed, for people. */
  reason: string | null;
}

export type Send = (item: UploadItem, onShare: (share: number) => void, signal: AbortSignal) => Promise<StoredFile>;

const atOnce = 3;

/** Sends files a few at a time; one that fails says why and never holds up the rest. A store for `useSyncExternalStore`. */
export function createUploadQueue(send: Send) {
  let items: readonly UploadItem[] = [];
  let nextId = 1;
  const listeners = new Set<() => void>();
  const running = new Map<number, AbortController>();

  function set(next: readonly UploadItem[]) {
    items = next;
    for (const listener of listeners) listener();
  }

  function change(id: number, changes: Partial<UploadItem>) {
    set(items.map((item) => (item.id === id ? { ...item, ...changes } : item)));
  }

  function pump() {
    for (const item of items) {
      if (running.size >= atOnce) return;
      if (item.state === "waiting" && !running.has(item.id)) void run(item);
    }
  }

  async function run(item: UploadItem) {
    const abort = new AbortController();
    running.set(item.id, abort);
    change(item.id, { state: "sending", share: 0, reason: null });
    try {
      const stored = await send(item, (share) => change(item.id, { share }), abort.signal);
      change(item.id, { state: "stored", share: 1, stored });
    } catch (error) {
      if (abort.signal.aborted) change(item.id, { state: "cancelled" });
      else
        change(item.id, { state: "failed", reason: error instanceof Error ? error.message : "It could not be sent." });
    } finally {
      running.delete(item.id);
      pump();
    }
  }

  return {
    list: () => items,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(files: readonly { file: File; path: string }[], collectionId?: string) {
      const added = files.map(({ file, path }) => ({
        id: nextId++,
        file,
        path,
        collectionId,
        state: "waiting" as const,
        share: 0,
        stored: null,
        reason: null,
      }));
      set([...items, ...added]);
      pump();
    },
    cancel(id: number) {
      const abort = running.get(id);
      if (abort) abort.abort();
      else if (items.some((item) => item.id === id && item.state === "waiting")) change(id, { state: "cancelled" });
    },
    cancelAll() {
      set(items.map((item) => (item.state === "waiting" ? { ...item, state: "cancelled" } : item)));
      for (const abort of running.values()) abort.abort();
    },
    retry(id: number) {
      change(id, { state: "waiting", share: 0, reason: null });
      pump();
    },
    retryFailed() {
      set(
        items.map((item) => (item.state === "failed" ? { ...item, state: "waiting", share: 0, reason: null } : item)),
      );
      pump();
    },
    clear() {
      set(items.filter((item) => item.state === "waiting" || item.state === "sending"));
    },
  };
}

export type UploadQueue = ReturnType<typeof createUploadQueue>;

export function countStates(items: readonly UploadItem[]): Record<UploadState, number> {
  const counts = { waiting: 0, sending: 0, stored: 0, failed: 0, cancelled: 0 };
  for (const item of items) counts[item.state]++;
  return counts;
}
