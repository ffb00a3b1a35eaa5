import { availableParallelism } from "node:os";
import type { PageContent } from "./page-content";
import { ReadingThread } from "./reading-thread";

export interface PageWorkersOptions {
  /** The bundled entry of the worker. */
  workerPath: string;
  /** Threads at the same time. */
  size?: number;
  /** Time for one page, counted from when the thread has it. */
  timeLimitMs?: number;
  /** Time after which a thread without work ends. */
  idleMs?: number;
}

/** Keeps a few threads warm and gives each page one of them to itself. */
export class PageWorkers {
  private readonly idle: { thread: ReadingThread; timer: NodeJS.Timeout }[] = [];
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  private readonly size: number;

  constructor(private readonly options: PageWorkersOptions) {
    this.size = options.size ?? Math.max(1, Math.min(2, availableParallelism() - 1));
  }

  /** Throws `UnreadablePageError` when the time is over or the thread dies; the thread is replaced then. */
  async read(html: string, url: string, timeLimitMs = this.options.timeLimitMs ?? 5_000): Promise<PageContent> {
    while (this.busy >= this.size) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy += 1;
    try {
      const thread = this.takeIdle() ?? (await ReadingThread.start(this.options.workerPath));
      try {
        return await thread.read({ html, url }, timeLimitMs);
      } finally {
        if (thread.isAlive) this.putBack(thread);
      }
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }

  /** Ends all threads without work. */
  async close(): Promise<void> {
    await Promise.all(
      this.idle.splice(0).map(({ thread, timer }) => {
        clearTimeout(timer);
        return thread.end();
      }),
    );
  }

  private takeIdle(): ReadingThread | null {
    for (let entry = this.idle.pop(); entry; entry = this.idle.pop()) {
      clearTimeout(entry.timer);
      if (entry.thread.isAlive) return entry.thread;
    }
    return null;
  }

  private putBack(thread: ReadingThread): void {
    const timer = setTimeout(() => {
      const at = this.idle.findIndex((entry) => entry.thread === thread);
      if (at >= 0) this.idle.splice(at, 1);
      void thread.end();
    }, this.options.idleMs ?? 30_000);
    timer.unref();
    this.idle.push({ thread, timer });
  }
}
