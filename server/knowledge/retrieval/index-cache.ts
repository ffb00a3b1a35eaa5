import type { WorkspaceContext } from "@/server/platform/workspace-context";

interface Entry {
  workspaceId: string;
  stamp: string;
  size: number;
  loadedAt: number;
  value: unknown;
}

/** About 64 MB of packed numbers and document records; the least recently used leave first. */
const MAX_SIZE = 64_000_000;
const entries = new Map<string, Entry>();
let size = 0;

export interface CacheRequest<T> {
  /** What is kept, and for whom: the permission scope, empty for what holds no trace of restricted text. */
  kind: string;
  scope: string;
  /** The state of the index it was read from; another stamp reads again. */
  stamp: string;
  /** An older value of another stamp may still be used for this long. */
  staleMs?: number;
  maxAgeMs?: number;
  load: () => Promise<T>;
  /** Bytes, roughly. */
  sizeOf: (value: T) => number;
}

/**
 * Parts of the search index that every query needs, kept in this process by workspace and permission scope. The value carries its
 * workspace and is refused for any other.
 */
export async function cached<T>(ctx: WorkspaceContext, request: CacheRequest<T>): Promise<T> {
  const key = JSON.stringify([ctx.workspace.id, request.kind, request.scope]);
  const known = entries.get(key);
  if (known && known.workspaceId === ctx.workspace.id) {
    const age = Date.now() - known.loadedAt;
    const isFresh =
      known.stamp === request.stamp
        ? age < (request.maxAgeMs ?? Number.POSITIVE_INFINITY)
        : age < (request.staleMs ?? 0);
    if (isFresh) {
      entries.delete(key);
      entries.set(key, known);
      // The key names kind and scope, and each kind has one loader: the type is the one that was put in.
      return known.value as T;
    }
  }
  const value = await request.load();
  const previous = entries.get(key);
  if (previous) {
    size -= previous.size;
    entries.delete(key);
  }
  const entry = {
    workspaceId: ctx.workspace.id,
    stamp: request.stamp,
    size: request.sizeOf(value),
    loadedAt: Date.now(),
    value,
  };
  entries.set(key, entry);
  size += entry.size;
  for (const [oldest, old] of entries) {
    if (size <= MAX_SIZE || oldest === key) break;
    entries.delete(oldest);
    size -= old.size;
  }
  return value;
}

/** Forgets everything (tests). */
export function clearIndexCache(): void {
  entries.clear();
  size = 0;
}
