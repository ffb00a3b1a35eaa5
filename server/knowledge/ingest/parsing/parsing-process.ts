import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { UnreadableFileError } from "./errors";
import type { PageProgress } from "./extractors/pdf/pdf";
import { Patience, processorMs } from "./patience";
import type { ChildMessage, ReadRequest } from "./protocol";
import type { ReadFile } from "./read-file";

const checkMs = 100;

/** One parsing process: reads a file, is watched meanwhile, and is killed when it takes more than it may. */
export class ParsingProcess {
  private readonly child: ChildProcess;
  private errorOutput = "";
  filesRead = 0;
  rssMb = 0;
  isAlive = true;

  constructor(childPath: string, heapMb: number) {
    this.child = fork(childPath, [], {
      env: { NODE_ENV: "production" },
      execArgv: [`--max-old-space-size=${heapMb}`, "--max-semi-space-size=8", "--no-warnings"],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.child.stderr?.on("data", (chunk: Buffer) => {
      this.errorOutput = (this.errorOutput + chunk.toString("utf8")).slice(-4000);
    });
    this.child.once("exit", () => {
      this.isAlive = false;
    });
    this.child.once("error", () => {
      this.isAlive = false;
    });
    this.release();
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** An idle process must not keep the server (or a command) from ending. */
  release(): void {
    this.child.unref();
    this.child.channel?.unref();
    if (this.child.stderr && "unref" in this.child.stderr && typeof this.child.stderr.unref === "function")
      this.child.stderr.unref();
  }

  kill(): void {
    this.isAlive = false;
    this.child.kill("SIGKILL");
  }

  read(
    request: ReadRequest,
    signal: AbortSignal | undefined,
    onProgress: ((progress: PageProgress) => void) | undefined,
  ): Promise<ReadFile> {
    const { child } = this;
    const { limits } = request;
    child.ref();
    child.channel?.ref();
    this.filesRead += 1;
    this.errorOutput = "";
    return new Promise<ReadFile>((resolve, reject) => {
      const fail = (error: unknown) => {
        this.kill();
        finish(() => reject(error));
      };
      const timeOut = () =>
        fail(
          new UnreadableFileError(
            "timeout",
            "Reading the file took too long. Save it again in the program that made it (for a PDF: print it to a new PDF), or split it, and upload that.",
          ),
        );
      const total = setTimeout(timeOut, limits.totalMs);
      const patience = new Patience(limits.stallMs);
      const watch = setInterval(async () => {
        const [rss, cpuMs] = await Promise.all([residentMb(child.pid), processorMs(child.pid)]);
        if (rss !== null) this.rssMb = rss;
        if (rss !== null && rss > limits.memoryMb) fail(outOfMemory());
        else if (patience.isOver(cpuMs)) timeOut();
      }, checkMs);
      const onAbort = () => fail(signal?.reason ?? new Error("Reading was cancelled."));
      const onExit = (code: number | null, exitSignal: string | null) => fail(this.crashReason(code, exitSignal));
      const onMessage = (message: ChildMessage) => {
        if (message.type === "progress") {
          patience.restart();
          onProgress?.(message.progress);
        } else if (message.type === "done") {
          this.rssMb = message.rssMb;
          finish(() => resolve(message.file));
        } else if (message.type === "unreadable") {
          this.rssMb = message.rssMb;
          finish(() => reject(new UnreadableFileError(message.reason, message.message, { cause: message.detail })));
        } else if (message.type === "crashed") {
          finish(() => reject(unexpected(message.detail)));
        }
      };
      const finish = (settle: () => void) => {
        clearTimeout(total);
        clearInterval(watch);
        child.off("message", onMessage).off("exit", onExit);
        signal?.removeEventListener("abort", onAbort);
        this.release();
        settle();
      };
      child.on("message", onMessage).on("exit", onExit);
      signal?.addEventListener("abort", onAbort, { once: true });
      if (signal?.aborted) return onAbort();
      if (!this.isAlive) return onExit(child.exitCode, child.signalCode);
      child.send(request, (error) => {
        if (error && this.isAlive) fail(unexpected(error.message));
      });
    });
  }

  private crashReason(code: number | null, signal: string | null): UnreadableFileError {
    const isHeap =
      /heap out of memory|Allocation failed|ERR_WORKER_OUT_OF_MEMORY/i.test(this.errorOutput) ||
      code === 134 ||
      signal === "SIGABRT";
    return isHeap
      ? outOfMemory()
      : unexpected(`the parsing process ended with ${signal ?? code}: ${this.errorOutput.slice(-500)}`);
  }
}

function outOfMemory(): UnreadableFileError {
  return new UnreadableFileError(
    "out_of_memory",
    "The file needs more memory than one file may take. Split it into smaller files and upload them one by one.",
  );
}

function unexpected(detail: string): UnreadableFileError {
  return new UnreadableFileError(
    "damaged",
    "The file could not be read; it seems to be damaged. Open it in the program that made it, save it again and upload the new copy.",
    { cause: detail },
  );
}

/** Resident memory of another process; null where the system does not tell (then the heap limit alone holds). */
async function residentMb(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
  return kilobytes ? Number(kilobytes) / 1024 : null;
}
