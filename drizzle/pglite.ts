import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { makePrivateFolder } from "@/lib/private-folder";
import { lockDatabaseFolder } from "./pglite-lock";

export interface RunningPglite {
  socketPath: string;
  dump(): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

/** Starts the embedded database in its own thread. `dataDir` null keeps it in memory (tests). Throws DatabaseLockedError. */
export async function startPglite(dataDir: string | null, template?: Uint8Array<ArrayBuffer>): Promise<RunningPglite> {
  if (dataDir) makePrivateFolder(dirname(dataDir));
  const unlock = dataDir ? lockDatabaseFolder(dataDir) : () => {};
  // A unix socket path may hold 107 bytes, so it cannot live in the data folder, whose path can be longer.
  const socketFolder = mkdtempSync(join(tmpdir(), "outrider-"));
  const socketPath = join(socketFolder, ".s.PGSQL.5432");
  const file = resolve(/* turbopackIgnore: true */ process.cwd(), "dist/pglite-worker.mjs");
  const worker = new Worker(file, { workerData: { dataDir, socketPath, template: template ?? null } });
  worker.unref();
  const release = () => {
    unlock();
    rmSync(socketFolder, { recursive: true, force: true });
  };
  try {
    await message(worker, "ready");
  } catch (error) {
    release();
    throw error;
  }
  process.once("exit", release);
  return {
    socketPath,
    dump: async () => {
      worker.postMessage({ type: "dump" });
      return (await message(worker, "dump")).bytes as Uint8Array<ArrayBuffer>;
    },
    close: async () => {
      worker.postMessage({ type: "close" });
      await message(worker, "closed").catch(() => {});
      await worker.terminate();
      process.off("exit", release);
      release();
    },
  };
}

function message(worker: Worker, type: string): Promise<{ type: string; bytes?: Uint8Array }> {
  return new Promise((fulfil, reject) => {
    // The thread must keep the process alive while something is expected of it.
    worker.ref();
    const settle = (outcome: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      worker.unref();
      outcome();
    };
    const onMessage = (value: { type: string }) => value.type === type && settle(() => fulfil(value));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) => settle(() => reject(new Error(`the embedded database stopped (exit ${code})`)));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
