import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { makePrivateFolder } from "@/lib/private-folder";

/** PGlite itself lets two processes open one folder, which corrupts it: this lock does not. */
export class DatabaseLockedError extends Error {
  override name = "DatabaseLockedError";
}

/**
 * Takes the lock of an embedded database folder for this process; the returned function gives it back.
 * A lock left by a process that no longer runs is taken over. Throws DatabaseLockedError.
 */
export function lockDatabaseFolder(folder: string): () => void {
  const lockFolder = `${folder}.lock`;
  makePrivateFolder(lockFolder);
  const file = join(lockFolder, "outrider.lock");
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, "wx", 0o600);
      writeSync(handle, `${process.pid} ${startOf(process.pid) ?? ""}`);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      takeAway(file, folder);
    }
  }
  throw new DatabaseLockedError(`The data folder ${folder} could not be locked. Try again.`);
}

/** A lock that nobody holds any more; of several who find one at the same time, one takes it away. */
function takeAway(file: string, folder: string): void {
  const left = read(file);
  if (left === null) return;
  assertLeft(left, folder);
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Somebody was faster, and this is the new lock of whoever that was.
  if (read(aside) !== left) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function assertLeft(lock: string, folder: string): void {
  const [pid = 0, startedAt] = [Number.parseInt(lock, 10), lock.split(" ")[1]];
  if (!pid || pid === process.pid || !isAlive(pid)) return;
  // After a crash another program may have got the number, in a container nearly always.
  if (startedAt && startOf(pid) !== startedAt) return;
  throw new DatabaseLockedError(
    `The data folder ${folder} is in use by process ${pid}. Stop that process, set OUTRIDER_DATA to another folder, or set DATABASE_URL to a Postgres server that several processes can share.`,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process began, as Linux counts it; null elsewhere. The name of the program, in brackets, may hold anything. */
function startOf(pid: number): string | null {
  const stat = read(`/proc/${pid}/stat`);
  return (
    stat
      ?.slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .at(19) ?? null
  );
}
