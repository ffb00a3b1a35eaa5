import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { makePrivateFolder } from "@/lib/private-folder";

/** PGlite itself lets two processes open one folder, which corrupts it: this lock does not. */
export class DatabaseLockedError extends Error {
  override name = "DatabaseLockedError";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Takes the lock of an embedded database folder for this process; the returned function gives it back.
 * A lock left by a process that no longer runs is taken over. Throws DatabaseLockedError.
 */
export function lockDatabaseFolder(folder: string): () => void {
  makePrivateFolder(folder);
  const file = join(folder, "outrider.lock");
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, "wx", 0o600);
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = Number.parseInt(readFileSync(file, "utf8"), 10);
      if (holder && holder !== process.pid && isAlive(holder)) {
        throw new DatabaseLockedError(
          `The data folder ${folder} is in use by process ${holder}. Stop that process, set OUTRIDER_DATA to another folder, or set DATABASE_URL to a Postgres server that several processes can share.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new DatabaseLockedError(`The data folder ${folder} could not be locked. Try again.`);
}
