/** For each host: one waits at the head, and so many are inside. In the order of coming. */
export class HostQueue {
  readonly #lines = new Map<string, { head: Promise<void>; inside: number; waiting: number; freed: Set<() => void> }>();

  /** Runs `knock` when all who came before have been let in and there is room. The result must be called once, when the visit is over. */
  async enter(host: string, concurrency: number, signal: AbortSignal, knock: () => Promise<void>): Promise<() => void> {
    const line = this.#lines.get(host) ?? { head: Promise.resolve(), inside: 0, waiting: 0, freed: new Set() };
    this.#lines.set(host, line);
    line.waiting++;
    const before = line.head;
    let stepIn = () => {};
    line.head = new Promise((resolve) => {
      stepIn = resolve;
    });
    try {
      await before;
      while (line.inside >= concurrency) await onceFreed(line.freed, signal);
      signal.throwIfAborted();
      await knock();
      line.inside++;
      return () => this.#leave(host);
    } finally {
      line.waiting--;
      stepIn();
      this.#tidy(host);
    }
  }

  #leave(host: string): void {
    const line = this.#lines.get(host);
    if (!line) return;
    line.inside--;
    for (const go of [...line.freed]) go();
    this.#tidy(host);
  }

  #tidy(host: string): void {
    const line = this.#lines.get(host);
    if (line && line.inside === 0 && line.waiting === 0) this.#lines.delete(host);
  }
}

function onceFreed(freed: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = () => {
      freed.delete(go);
      signal.removeEventListener("abort", stop);
      resolve();
    };
    const stop = () => {
      freed.delete(go);
      reject(signal.reason);
    };
    if (signal.aborted) return stop();
    freed.add(go);
    signal.addEventListener("abort", stop, { once: true });
  });
}
