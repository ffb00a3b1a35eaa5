import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { hashFile, listPaths } from "./digests";
import type { Manifest } from "./tables";

const namedAtMost = 5;

/**
 * Throws, naming what differs, unless the folder holds exactly what its manifest lists, byte for byte. Finds damage and careless hands;
 * who can write the manifest too can make it agree.
 */
export async function assertUnaltered(folder: string, manifest: Manifest, say: (text: string) => void): Promise<void> {
  const held = new Set((await listPaths(folder)).filter((path) => path !== "manifest.json"));
  if (!manifest.sha256) {
    const files = [...held].filter((path) => path.startsWith("files/")).length;
    if (files !== manifest.files) refuse([`${files} of ${manifest.files} files are there`]);
    say("This backup is of an early version and lists no hashes: that nothing in it was altered cannot be checked.");
    return;
  }
  const listed = new Map(Object.entries(manifest.sha256));
  const changed: string[] = [];
  for (const [path, sha256] of listed) {
    if (!held.has(path)) continue;
    // A link or a pipe is not what was written, and is not followed.
    const isFile = (await lstat(join(folder, path))).isFile();
    if (!isFile || (await hashFile(join(folder, path))) !== sha256) changed.push(path);
  }
  const differences = [
    name(
      "missing",
      [...listed.keys()].filter((path) => !held.has(path)),
    ),
    name(
      "not of the backup",
      [...held].filter((path) => !listed.has(path)),
    ),
    name("altered", changed),
  ].filter((text) => text !== null);
  if (differences.length > 0) refuse(differences);
}

function refuse(differences: string[]): never {
  throw new Error(`The backup is not whole, and nothing was restored. ${differences.join("; ")}.`);
}

function name(what: string, paths: string[]): string | null {
  if (paths.length === 0) return null;
  const more = paths.length - namedAtMost;
  return `${what}: ${paths.sort().slice(0, namedAtMost).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
