import { createHash } from "node:crypto";
import { logger } from "../logging";

/** Whose view a cached value is: a workspace, and in it the rights that decided what the value may contain. */
export interface CacheScope {
  workspaceId: string;
  /** What two people must share to share a value: "workspace" for what every member sees, else the user's id. */
  permission: string;
}

/** Made by `cacheKey` only. */
export interface CacheKey {
  workspaceId: string;
  text: string;
}

/** Where cached text is kept. It may forget at any time and may fail; the cache then works as if it were empty. */
export interface CacheStore {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Values are JSON. Nothing here is needed for a right answer. */
export interface Cache {
  get<T>(key: CacheKey): Promise<T | undefined>;
  set(key: CacheKey, value: unknown, ttlSeconds: number): Promise<void>;
  delete(key: CacheKey): Promise<void>;
  /** The cached value, else what `make` returns, kept for `ttlSeconds`. Callers that wait for the same key share one `make`. */
  wrap<T>(key: CacheKey, ttlSeconds: number, make: () => Promise<T>): Promise<T>;
}

/** The one way to a key: what is cached (`kind`), for whom (`scope`), from which input (any JSON; the order of its keys does not matter). */
export function cacheKey(scope: CacheScope, kind: string, input: unknown): CacheKey {
  const digest = (text: string) => createHash("sha256").update(text).digest("base64url");
  const text = [
    "outrider",
    "cache",
    scope.workspaceId,
    digest(scope.permission),
    kind,
    digest(canonicalJson(input)),
  ].join(":");
  return { workspaceId: scope.workspaceId, text };
}

/** What stands in the store: the value with its workspace and key, which are checked again when it is read. */
interface Envelope {
  workspaceId: string;
  key: string;
  value: unknown;
}

export function cacheOver(store: CacheStore): Cache {
  const making = new Map<string, Promise<unknown>>();

  const read = async (key: CacheKey): Promise<{ value: unknown } | undefined> => {
    const text = await store.get(key.text).catch(() => null);
    if (text === null) return undefined;
    const envelope = parseEnvelope(text);
    if (envelope?.workspaceId === key.workspaceId && envelope.key === key.text) return envelope;
    logger.error(
      { event: "cache.foreign_value", workspaceId: key.workspaceId },
      "a cached value was not the one asked for",
    );
    await store.delete(key.text).catch(() => {});
    return undefined;
  };
  const set = async (key: CacheKey, value: unknown, ttlSeconds: number): Promise<void> => {
    if (value === undefined) return;
    const envelope: Envelope = { workspaceId: key.workspaceId, key: key.text, value };
    await store.set(key.text, JSON.stringify(envelope), ttlSeconds * 1000).catch(() => {});
  };

  return {
    get: async <T>(key: CacheKey) => (await read(key))?.value as T | undefined,
    set,
    delete: (key) => store.delete(key.text).catch(() => {}),
    wrap: <T>(key: CacheKey, ttlSeconds: number, make: () => Promise<T>) => {
      const running = making.get(key.text);
      if (running) return running as Promise<T>;
      const wanted = (async () => {
        const found = await read(key);
        if (found) return found.value as T;
        const value = await make();
        await set(key, value, ttlSeconds);
        return value;
      })().finally(() => making.delete(key.text));
      making.set(key.text, wanted);
      return wanted;
    },
  };
}

function parseEnvelope(text: string): Envelope | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function canonicalJson(value: unknown): string {
  const sorted = (_: string, part: unknown) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, sorted) ?? "undefined";
}
