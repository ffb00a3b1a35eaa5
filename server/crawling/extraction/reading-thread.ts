import { Worker } from "node:worker_threads";
import { UnreadablePageError } from "./errors";
import type { PageContent } from "./page-content";

/** One thread that reads pages, one at a time. */
export class ReadingThread {
  isAlive = true;
  private readonly worker: Worker;
  private waiting: { resolve: (answer: unknown) => void; reject: (error: Error) => void } | null = null;

  private constructor(path: string) {
    this.worker = new Worker(path, { resourceLimits: { maxOldGenerationSizeMb: 384 } });
    this.worker.on("message", (answer) => this.waiting?.resolve(answer));
    this.worker.on("error", (cause) => this.died(cause));
    this.worker.on("exit", () => this.died());
  }

  /** A thread says so when it has loaded its code; until then it may still fail. */
  static async start(path: string): Promise<ReadingThread> {
    const thread = new ReadingThread(path);
    await thread.answer();
    return thread;
  }

  /** Ends itself and throws `UnreadablePageError` when the time is over. */
  async read(page: { html: string; url: string }, timeLimitMs: number): Promise<PageContent> {
    this.worker.ref();
    const timer = setTimeout(() => {
      this.waiting?.reject(
        new UnreadablePageError(
          "timeout",
          `The page was not read within ${timeLimitMs / 1000} s, so reading it was ended. It is unusually large or deeply nested.`,
        ),
      );
      void this.end();
    }, timeLimitMs);
    try {
      const answer = this.answer();
      this.worker.postMessage(page);
      return (await answer) as PageContent;
    } finally {
      clearTimeout(timer);
      // A thread without work must not keep the process.
      this.worker.unref();
    }
  }

  async end(): Promise<void> {
    this.isAlive = false;
    await this.worker.terminate();
  }

  private async answer(): Promise<unknown> {
    try {
      return await new Promise((resolve, reject) => {
        this.waiting = { resolve, reject };
      });
    } finally {
      this.waiting = null;
    }
  }

  private died(cause?: unknown): void {
    this.isAlive = false;
    const message = "The page could not be read: reading it ended unexpectedly.";
    this.waiting?.reject(new UnreadablePageError("crashed", message, { cause }));
  }
}
