/**
 * Reads of one process that ask the same at the same time, made as one. Whoever comes while a read is under way waits for the next one, which
 * begins after all who wait for it have asked: an answer is never older than its question. A hundred readers who come back together cost two
 * reads then.
 */
export class JoinedReads<Value> {
  private readonly open = new Map<string, { running: Promise<unknown>; next: Promise<Value> | null }>();

  read(key: string, load: () => Promise<Value>): Promise<Value> {
    const open = this.open.get(key);
    if (!open) return this.begin(key, load);
    // The first who waits brings the read for all who come after.
    open.next ??= open.running.then(
      () => this.begin(key, load),
      () => this.begin(key, load),
    );
    return open.next;
  }

  private begin(key: string, load: () => Promise<Value>): Promise<Value> {
    const running = load();
    const entry = { running, next: null };
    this.open.set(key, entry);
    const leave = () => {
      const { next } = this.open.get(key) ?? {};
      if (this.open.get(key) === entry && !next) this.open.delete(key);
    };
    running.then(leave, leave);
    return running;
  }
}
