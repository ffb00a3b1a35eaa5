import type { CacheStore } from "./cache";

/** Text in this process, the least recently used forgotten first. */
export function memoryStore(maxCharacters = 32 * 1024 * 1024): CacheStore {
  const entries = new Map<string, { value: string; expiresAt: number }>();
  let characters = 0;
  const remove = (key: string) => {
    const entry = entries.get(key);
    if (!entry) return;
    characters -= key.length + entry.value.length;
    entries.delete(key);
  };
  return {
    async get(key) {
      const entry = entries.get(key);
      if (!entry) return null;
      if (entry.expiresAt <= Date.now()) {
        remove(key);
        return null;
      }
      // A Map keeps the order of insertion: the first entry is the one unused for longest.
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    async set(key, value, ttlMs) {
      remove(key);
      if (key.length + value.length > maxCharacters) return;
      entries.set(key, { value, expiresAt: Date.now() + ttlMs });
      characters += key.length + value.length;
      for (const oldest of entries.keys()) {
        if (characters <= maxCharacters) break;
        remove(oldest);
      }
    },
    async delete(key) {
      remove(key);
    },
  };
}
