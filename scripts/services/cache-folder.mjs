import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where things that are fetched once per machine stay (database binaries, a browser): outside the working tree, so
 * that every clone shares them. Root uses a folder that the unprivileged user of the database can read too.
 */
export function cacheFolder(name) {
  const base =
    process.env.OUTRIDER_CACHE ??
    (process.getuid?.() === 0
      ? "/var/cache/outrider"
      : join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "outrider"));
  const folder = join(base, name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}
