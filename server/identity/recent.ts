/**
 * Answers remembered for a short time. What says who may come in is looked up on every request; this keeps it off the
 * database for at most `ttlMs`, which is also the longest that a withdrawn right can live on in another process.
 */
export interface Recent<Value> {
  get(key: string, load: () => Promise<Value>): Promise<Value>;
  forget(isGone: (value: Value) => boolean): void;
}

const mostEntries = 10_000;

interface Entry<Value> {
  value: Promise<Value>;
  until: number;
}

// Route bundles are separate module instances of one process and must forget together.
const holder = globalThis as typeof globalThis & { outriderRecent?: Map<string, Map<string, Entry<unknown>>> };

export function recent<Value>(name: string, ttlMs: number): Recent<Value> {
  holder.outriderRecent ??= new Map();
  const all = holder.outriderRecent;
  const entries = () => {
    let found = all.get(name) as Map<string, Entry<Value>> | undefined;
    if (!found) {
      found = new Map();
      all.set(name, found as Map<string, Entry<unknown>>);
    }
    return found;
  };
  return {
    get(key, load) {
      const known = entries();
      const hit = known.get(key);
      if (hit && hit.until > Date.now()) return hit.value;
      known.delete(key);
      // Counted from before the look-up: an answer is never believed longer than the promise says.
      const entry = { value: load(), until: Date.now() + ttlMs };
      known.set(key, entry);
      entry.value.catch(() => known.get(key) === entry && known.delete(key));
      for (const oldest of known.keys()) {
        if (known.size <= mostEntries) break;
        known.delete(oldest);
      }
      return entry.value;
    },
    forget(isGone) {
      const known = entries();
      for (const [key, entry] of known) {
        void entry.value.then(
          (value) => isGone(value) && known.get(key) === entry && known.delete(key),
          () => {},
        );
      }
    },
  };
}
