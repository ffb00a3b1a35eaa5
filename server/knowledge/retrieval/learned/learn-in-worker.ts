import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { LearnedSpace } from "./learn-vectors";

/** `learnVectors` in a worker thread (dist/fit-worker.mjs). Rejects when the thread fails or stops without an answer. */
export function learnInWorker(stored: readonly string[], dimensions: number): Promise<LearnedSpace> {
  const file = resolve(/* turbopackIgnore: true */ process.cwd(), "dist/fit-worker.mjs");
  return new Promise((fulfil, reject) => {
    const worker = new Worker(file, { workerData: { stored, dimensions } });
    worker.once("message", (space: LearnedSpace) => fulfil(space));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the fit stopped without an answer (exit ${code})`)));
  });
}
