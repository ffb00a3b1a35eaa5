import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { dataPath } from "@/lib/env";
import { TooLargeError } from "@/server/platform/errors";
import { maxUploadBytes } from "./schemas";

/** A file that has fully arrived on this machine's disk and is not yet stored. */
export interface ReceivedFile {
  localPath: string;
  sha256: string;
  byteSize: number;
}

/** Writes what a client sends to a private file, counting and hashing on the way, and removes it after `use`. Throws TooLargeError. */
export async function withReceivedFile<T>(
  body: Readable | ReadableStream<Uint8Array> | Uint8Array,
  use: (file: ReceivedFile) => Promise<T>,
  limitBytes = maxUploadBytes,
): Promise<T> {
  const folder = dataPath("incoming");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const localPath = join(folder, randomUUID());
  const hash = createHash("sha256");
  let byteSize = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      byteSize += chunk.length;
      hash.update(chunk);
      if (byteSize > limitBytes)
        done(
          new TooLargeError(
            `A file may hold ${Math.round(limitBytes / 1024 / 1024)} MB at most. Split it, or upload its parts.`,
          ),
        );
      else done(null, chunk);
    },
  });
  const source = body instanceof Uint8Array ? Readable.from([body]) : body instanceof Readable ? body : fromWeb(body);
  try {
    await pipeline(source, count, createWriteStream(localPath, { mode: 0o600 }));
    return await use({ localPath, sha256: hash.digest("hex"), byteSize });
  } finally {
    await rm(localPath, { force: true });
  }
}

function fromWeb(body: ReadableStream<Uint8Array>): Readable {
  // Node's and the DOM's declarations of the same class differ.
  return Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
}
