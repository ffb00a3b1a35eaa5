import { mkdtemp, rm, rmdir } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { PageProgress } from "./extractors/pdf/pdf";
import { defaultParseLimits, type ParseLimits } from "./limits";
import { ParsingProcess } from "./parsing-process";
import type { ReadFile } from "./read-file";

export interface PoolOptions {
  /** The bundled entry of the parsing process. */
  childPath: string;
  size?: number;
  /** Files after which a process is replaced, whatever its memory. */
  filesPerProcess?: number;
  /** Resident memory above which an idle process is replaced. */
  idleRssMb?: number;
  /** Time after which an idle process ends. */
  idleMs?: number;
}

export interface FileToRead {
  path: string;
  name: string;
  /** The address of a captured page, of which only the matter is read. */
  capturedFrom?: string | undefined;
}

export interface ParseOptions {
  limits?: Partial<ParseLimits>;
  signal?: AbortSignal;
  onProgress?: (progress: PageProgress) => void;
}

/** Keeps a few parsing processes warm and gives each file one of them to itself. */
export class ParsingPool {
  private readonly idle: { process: ParsingProcess; timer: NodeJS.Timeout }[] = [];
  private readonly waiting: (() => void)[] = [];
  /** Folders whose members the caller takes; each is removed once it is empty. */
  private handedOut: string[] = [];
  private busy = 0;
  private readonly size: number;

  constructor(private readonly options: PoolOptions) {
    this.size = options.size ?? Math.max(1, Math.min(4, availableParallelism()));
  }

  async read(input: FileToRead, options: ParseOptions = {}): Promise<ReadFile> {
    const limits = { ...defaultParseLimits, ...options.limits };
    await this.takeTurn(options.signal);
    await this.sweep();
    const folder = await mkdtemp(join(tmpdir(), "outrider-parsing-"));
    let keepFolder = false;
    try {
      const worker = this.take(limits);
      try {
        const file = await worker.read(
          { path: input.path, name: input.name.slice(-512), capturedFrom: input.capturedFrom, folder, limits },
          options.signal,
          options.onProgress,
        );
        keepFolder = file.kind === "container" && file.members.length > 0;
        return file;
      } finally {
        this.putBack(worker);
      }
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
      if (keepFolder) this.handedOut.push(folder);
      else await rm(folder, { recursive: true, force: true });
    }
  }

  /** Ends all idle processes. */
  close(): void {
    for (const { process, timer } of this.idle.splice(0)) {
      clearTimeout(timer);
      process.kill();
    }
  }

  private async takeTurn(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    while (this.busy >= this.size) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy += 1;
    if (signal?.aborted) {
      this.busy -= 1;
      this.waiting.shift()?.();
      signal.throwIfAborted();
    }
  }

  private async sweep(): Promise<void> {
    const folders = this.handedOut.splice(0);
    const isGone = await Promise.all(
      folders.map((folder) =>
        rmdir(folder).then(
          () => true,
          (error: NodeJS.ErrnoException) => error.code === "ENOENT",
        ),
      ),
    );
    this.handedOut.push(...folders.filter((_, index) => !isGone[index]));
  }

  private take(limits: ParseLimits): ParsingProcess {
    for (let entry = this.idle.pop(); entry; entry = this.idle.pop()) {
      clearTimeout(entry.timer);
      if (entry.process.isAlive) return entry.process;
    }
    return new ParsingProcess(this.options.childPath, Math.max(128, Math.floor(limits.memoryMb * 0.6)));
  }

  private putBack(process: ParsingProcess): void {
    if (!process.isAlive) return;
    const { filesPerProcess = 100, idleRssMb = 280, idleMs = 30_000 } = this.options;
    if (process.filesRead >= filesPerProcess || process.rssMb > idleRssMb) {
      process.kill();
      return;
    }
    const timer = setTimeout(() => {
      const at = this.idle.findIndex((entry) => entry.process === process);
      if (at >= 0) this.idle.splice(at, 1);
      process.kill();
    }, idleMs);
    timer.unref();
    this.idle.push({ process, timer });
  }
}
