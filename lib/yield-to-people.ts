import { setPriority } from "node:os";

/**
 * Lowers the calling thread below those that answer people: for the entries of worker threads and processes, before they do anything.
 * Linux keeps a niceness for each thread; elsewhere it is the whole process's, so there only `isProcess` may lower it.
 */
export function yieldToPeople(isProcess = false): void {
  if (!isProcess && process.platform !== "linux") return;
  try {
    setPriority(10);
  } catch {
    // Not allowed here: the work is done all the same.
  }
}
