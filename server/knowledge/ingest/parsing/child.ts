import { Worker } from "node:worker_threads";
import { yieldToPeople } from "@/lib/yield-to-people";
import { UnreadableFileError } from "./errors";
import type { ChildMessage, ReadRequest } from "./protocol";
import { readFileContent } from "./read-file";

yieldToPeople(true);

/** Entry of the parsing process. It reads one file at a time and holds no secret: it gets no environment of its parent. */
function send(message: ChildMessage): void {
  process.send?.(message);
}

function rssMb(): number {
  return Math.round(process.memoryUsage.rss() / 1024 / 1024);
}

async function answer(request: ReadRequest): Promise<void> {
  try {
    const file = await readFileContent(request, request.limits, (progress) => send({ type: "progress", progress }));
    send({ type: "done", file, rssMb: rssMb() });
  } catch (error) {
    const detail =
      error instanceof Error
        ? `${error.stack ?? error.message}${error.cause instanceof Error ? ` (${error.cause.message})` : ""}`.slice(
            0,
            4000,
          )
        : String(error).slice(0, 4000);
    if (error instanceof UnreadableFileError)
      send({ type: "unreadable", reason: error.reason, message: error.message, detail, rssMb: rssMb() });
    else send({ type: "crashed", detail });
  }
}

process.on("message", (request: ReadRequest) => void answer(request));
// Without its parent there is nobody to read for. A thread of its own sees that even while a hostile file keeps this one busy.
const watchParent = `const parent = process.ppid; setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); }, 1000);`;
new Worker(watchParent, { eval: true, stdout: false, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();
process.on("disconnect", () => process.exit(0));
// Libraries reject promises nobody waits for when a file is broken; the file's own answer tells what matters.
process.on("unhandledRejection", () => {});
send({ type: "ready" });
