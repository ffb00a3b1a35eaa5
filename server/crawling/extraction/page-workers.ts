import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { UnreadablePageError } from "./errors";
import type { PageContent } from "./page-content";

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
  private readonly idle: { worker: Worker; timer: NodeJS.Timeout }[] = [];
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
      const worker = this.idle.length > 0 ? this.takeIdle() : await startWorker(this.options.workerPath);
      const content = await readWith(worker, { html, url }, timeLimitMs);
      this.putBack(worker);
      return content;
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }

  /** Ends all threads without work. */
  async close(): Promise<void> {
    await Promise.all(
      this.idle.splice(0).map(({ worker, timer }) => {
        clearTimeout(timer);
        return worker.terminate();
      }),
    );
  }

  private takeIdle(): Worker {
    const entry = this.idle.pop() as { worker: Worker; timer: NodeJS.Timeout };
    clearTimeout(entry.timer);
    entry.worker.removeAllListeners();
    entry.worker.ref();
    return entry.worker;
  }

  private putBack(worker: Worker): void {
    const forget = () => {
      clearTimeout(timer);
      const at = this.idle.findIndex((entry) => entry.worker === worker);
      if (at >= 0) this.idle.splice(at, 1);
    };
    const timer = setTimeout(() => {
      forget();
      void worker.terminate();
    }, this.options.idleMs ?? 30_000);
    timer.unref();
    // A thread without work must not keep the process, and one that ends by itself must not be asked again.
    worker.unref();
    worker.once("error", forget);
    worker.once("exit", forget);
    this.idle.push({ worker, timer });
  }
}

/** A thread says so when it has loaded its code; until then it may still fail, after it is "online". */
function startWorker(path: string): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path, { resourceLimits: { maxOldGenerationSizeMb: 384 } });
    worker.once("message", () => {
      worker.removeAllListeners();
      resolve(worker);
    });
    worker.once("error", (cause) => reject(crashed(cause)));
    worker.once("exit", () => reject(crashed()));
  });
}

function readWith(worker: Worker, page: { html: string; url: string }, timeLimitMs: number): Promise<PageContent> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // Errors of a thread that is being ended have nobody to go to.
      worker.on("error", () => {});
    };
    const timer = setTimeout(() => {
      end();
      void worker.terminate();
      reject(
        new UnreadablePageError(
          "timeout",
          `The page was not read within ${timeLimitMs / 1000} s, so reading it was ended. It is unusually large or deeply nested.`,
        ),
      );
    }, timeLimitMs);
    worker.once("message", (content: PageContent) => {
      end();
      resolve(content);
    });
    worker.once("error", (cause) => {
      end();
      reject(crashed(cause));
    });
    worker.once("exit", () => {
      end();
      reject(crashed());
    });
    worker.postMessage(page);
  });
}

function crashed(cause?: unknown): UnreadablePageError {
  return new UnreadablePageError("crashed", "The page could not be read: reading it ended unexpectedly.", { cause });
}
