import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";

/** Ends the server whose data folder this is, as a machine does that takes it away; its database can be opened then. */
export async function stopServer(dataFolder: string): Promise<void> {
  const lock = join(dataFolder, "db.lock", "outrider.lock");
  const holder = () => {
    try {
      return Number.parseInt(readFileSync(lock, "utf8"), 10);
    } catch {
      return null;
    }
  };
  const pid = holder();
  if (!pid) return;
  process.kill(pid, "SIGTERM");
  const end = Date.now() + 60_000;
  while (holder() !== null) {
    if (Date.now() > end) throw new Error(`the server (${pid}) did not give up its database within a minute`);
    await later(100);
  }
}
