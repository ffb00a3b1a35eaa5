import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { makePrivateFolder } from "@/lib/private-folder";

type Pieces = AsyncIterable<string | Buffer>;

/** Writes `pieces` into a new file that only its owner reads, making its folders; resolves to the hash of what was written. */
export async function writeHashed(path: string, pieces: Pieces): Promise<string> {
  const hash = createHash("sha256");
  makePrivateFolder(dirname(path));
  await pipeline(
    pieces,
    async function* (source: Pieces) {
      for await (const piece of source) {
        hash.update(piece);
        yield piece;
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  );
  return hash.digest("hex");
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest("hex");
}

/** Whatever lies under `folder` and is no folder, links too, as paths with slashes. */
export async function listPaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

export async function readIfThere(path: string): Promise<Buffer | null> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}
