import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { access, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { NotFoundError } from "../errors";
import type { FileStorage } from "./storage";

/** Files in a folder: written beside their place, flushed to the disk, then moved there in one step. */
export function diskStorage(folder: string): FileStorage {
  const pathOf = (key: string) => {
    if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key)) throw new Error("a storage key holds only names made by us");
    return join(/* turbopackIgnore: true */ folder, key);
  };
  return {
    async put(key, body) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const part = `${path}.${randomBytes(6).toString("hex")}.part`;
      try {
        await pipeline(
          body instanceof Uint8Array ? Readable.from([body]) : body,
          createWriteStream(part, { mode: 0o600 }),
        );
        await flush(part);
        await rename(part, path);
        // The new name is on the disk only when its folder is.
        await flush(dirname(path)).catch(() => {});
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      return (await stat(path)).size;
    },
    async get(key, range) {
      const path = pathOf(key);
      await access(path).catch((cause) => {
        throw new NotFoundError("file", { cause });
      });
      return createReadStream(path, range ? { start: range.start, end: range.end - 1 } : {});
    },
    async exists(key) {
      return access(pathOf(key)).then(
        () => true,
        () => false,
      );
    },
    async delete(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
