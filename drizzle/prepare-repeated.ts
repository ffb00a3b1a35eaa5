import type postgres from "postgres";

type Client = Pick<postgres.Sql, "unsafe">;

const longestText = 8_000;
const mostTexts = 500;
const mostSeen = 5_000;

/**
 * The same client, but a statement whose text comes again is prepared: one round trip instead of two, and the database neither
 * parses nor, mostly, plans it anew. Bounded, since every connection keeps what it has prepared: lists of varying length make
 * texts without end, and those stay unprepared. `?prepare=false` in the address turns it off, for poolers that cannot follow.
 */
export function prepareRepeated<T extends Client>(client: T, texts: RepeatedTexts = new RepeatedTexts()): T {
  return new Proxy(client, {
    get(target, key) {
      const own = Reflect.get(target, key) as unknown;
      if (key === "unsafe") {
        const unsafe = own as postgres.Sql["unsafe"];
        return (text: string, parameters: never[] = [], options: postgres.UnsafeQueryOptions = {}) =>
          unsafe(
            text,
            parameters,
            parameters.length > 0 && texts.repeats(text) ? { ...options, prepare: true } : options,
          );
      }
      // Transactions and savepoints hand on clients of their own.
      if (key === "begin" || key === "savepoint") {
        const open = own as (work: (inner: Client) => unknown) => Promise<unknown>;
        return (work: (inner: Client) => unknown) => open((inner) => work(prepareRepeated(inner, texts)));
      }
      return own;
    },
  });
}

/** Which texts came more than once; both lists have an end. */
export class RepeatedTexts {
  private readonly seenOnce = new Set<string>();
  private readonly repeated = new Set<string>();

  repeats(text: string): boolean {
    if (this.repeated.has(text)) return true;
    if (text.length > longestText || this.repeated.size >= mostTexts) return false;
    if (this.seenOnce.delete(text)) {
      this.repeated.add(text);
      return true;
    }
    if (this.seenOnce.size >= mostSeen) this.seenOnce.clear();
    this.seenOnce.add(text);
    return false;
  }
}
