export interface PoolOptions<T> {
  create: (key: string) => Promise<T>;
  dispose: (item: T) => Promise<void>;
  /** How many may exist at once. */
  size: number;
  /** After so many uses, or at this age, one is replaced. */
  maxUses: number;
  maxAgeMs: number;
  now?: () => number;
}

export interface Lease<T> {
  item: T;
  /** Gives it back; `isBroken` when it must not be used again. Doing it twice does no harm. */
  release(isBroken?: boolean): Promise<void>;
}

interface Entry<T> {
  key: string;
  item: T;
  isBusy: boolean;
  uses: number;
  bornAt: number;
  usedAt: number;
}

/**
 * Keeps things that are slow to make, one for each key, each used by one at a time. What belongs to one key is never
 * handed to another: to make room, what was idle longest is thrown away.
 */
export class ContextPool<T> {
  readonly #options: Required<PoolOptions<T>>;
  readonly #entries = new Map<string, Entry<T>>();
  readonly #coming = new Set<string>();
  readonly #waiting = new Set<() => void>();

  constructor(options: PoolOptions<T>) {
    this.#options = { now: Date.now, ...options };
  }

  /** Waits its turn. Errors: those of `create`, the signal's reason. */
  async lease(key: string, signal: AbortSignal): Promise<Lease<T>> {
    for (;;) {
      signal.throwIfAborted();
      const entry = this.#entries.get(key);
      if (entry && !entry.isBusy && !this.#isWorn(entry)) return this.#hand(entry);
      const isFree = !entry && !this.#coming.has(key);
      if (isFree && this.#hasRoom()) return this.#hand(await this.#create(key));
      const inTheWay = entry ?? (isFree ? this.#idleLongest() : undefined);
      // After each wait all is looked at again: others have not been idle.
      if (inTheWay && !inTheWay.isBusy) await this.#drop(inTheWay);
      else await this.#turn(signal);
    }
  }

  /** Throws away what belongs to a key, at once or as soon as it is given back. */
  async forget(key: string): Promise<void> {
    const entry = this.#entries.get(key);
    if (!entry) return;
    if (entry.isBusy) entry.uses = Number.POSITIVE_INFINITY;
    else await this.#drop(entry);
  }

  async clear(): Promise<void> {
    await Promise.all([...this.#entries.keys()].map((key) => this.forget(key)));
  }

  get busy(): number {
    return [...this.#entries.values()].filter((entry) => entry.isBusy).length;
  }

  get count(): number {
    return this.#entries.size;
  }

  #isWorn(entry: Entry<T>): boolean {
    const { maxUses, maxAgeMs, now } = this.#options;
    return entry.uses >= maxUses || now() - entry.bornAt >= maxAgeMs;
  }

  #hand(entry: Entry<T>): Lease<T> {
    entry.isBusy = true;
    let isReleased = false;
    return {
      item: entry.item,
      release: async (isBroken = false) => {
        if (isReleased) return;
        isReleased = true;
        entry.isBusy = false;
        entry.uses++;
        entry.usedAt = this.#options.now();
        if (isBroken || this.#isWorn(entry)) await this.#drop(entry);
        this.#wake();
      },
    };
  }

  async #create(key: string): Promise<Entry<T>> {
    this.#coming.add(key);
    try {
      const item = await this.#options.create(key);
      const now = this.#options.now();
      const entry = { key, item, isBusy: true, uses: 0, bornAt: now, usedAt: now };
      this.#entries.set(key, entry);
      return entry;
    } finally {
      this.#coming.delete(key);
      this.#wake();
    }
  }

  #hasRoom(): boolean {
    return this.#entries.size + this.#coming.size < this.#options.size;
  }

  #idleLongest(): Entry<T> | undefined {
    return [...this.#entries.values()].filter((entry) => !entry.isBusy).sort((a, b) => a.usedAt - b.usedAt)[0];
  }

  async #drop(entry: Entry<T>): Promise<void> {
    if (this.#entries.get(entry.key) === entry) this.#entries.delete(entry.key);
    await this.#options.dispose(entry.item).catch(() => {});
    this.#wake();
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        this.#waiting.delete(go);
        signal.removeEventListener("abort", go);
        resolve();
      };
      this.#waiting.add(go);
      signal.addEventListener("abort", go, { once: true });
    });
  }

  #wake(): void {
    for (const go of [...this.#waiting]) go();
  }
}
