import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { EgressFetch } from "../egress";
import { NotFoundError } from "../errors";
import { egressHandler } from "./egress-handler";
import { withStore } from "./s3-patience";
import type { FileStorage } from "./storage";

/**
 * Any store that speaks the S3 protocol. The address is
 * `s3://KEY:SECRET@host[:port]/bucket[/prefix]?region=eu-central-1[&tls=false]`, key and secret percent-encoded.
 */
export function s3Storage(storageUrl: string, egress: EgressFetch, { silenceMs = 20_000 } = {}): FileStorage {
  const { bucket, prefix, client } = openBucket(storageUrl, egressHandler(egress, silenceMs));
  const place = (key: string) => ({ Bucket: bucket, Key: `${prefix}${key}` });

  const putOnce = async (key: string, path: string, sha256: string, size: number) => {
    const input: PutObjectCommandInput = { ...place(key), Body: createReadStream(path), ContentLength: size };
    const command = new PutObjectCommand(input);
    // Known already, so the signature covers the content without reading it once more.
    command.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { headers: Record<string, string> };
        request.headers["x-amz-content-sha256"] = sha256;
        return next(args);
      },
      { step: "build", name: "contentHash" },
    );
    await client.send(command);
  };

  return {
    async put(key, body) {
      // A store wants length and hash before the first byte, and a retry wants the bytes again: both need a file.
      const spool = join(tmpdir(), `outrider-${randomBytes(8).toString("hex")}.part`);
      const hash = createHash("sha256");
      const watch = new Transform({
        transform(chunk, _, done) {
          hash.update(chunk);
          done(null, chunk);
        },
      });
      try {
        const source = body instanceof Uint8Array ? Readable.from([body]) : body;
        await pipeline(source, watch, createWriteStream(spool, { mode: 0o600 }));
        const { size } = await stat(spool);
        const sha256 = hash.digest("hex");
        await withStore(() => putOnce(key, spool, sha256, size));
        return size;
      } finally {
        await rm(spool, { force: true });
      }
    },
    async get(key, range) {
      const part = range ? { Range: `bytes=${range.start}-${range.end - 1}` } : {};
      const { Body } = await withStore(() =>
        client.send(new GetObjectCommand({ ...place(key), ...part })).catch(explainMissing),
      );
      if (!(Body instanceof Readable)) throw new Error("the file store sent no stream");
      return Body;
    },
    async exists(key) {
      const head = () => client.send(new HeadObjectCommand(place(key)));
      return withStore(() =>
        head().then(
          () => true,
          (error: unknown) => {
            if (isMissing(error)) return false;
            throw error;
          },
        ),
      );
    },
    async delete(key) {
      await withStore(() => client.send(new DeleteObjectCommand(place(key))));
    },
  };
}

// What goes wrong is told by `withStore`; the client itself writes beside our log.
const silent = { trace: () => {}, debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function openBucket(storageUrl: string, requestHandler: ReturnType<typeof egressHandler>) {
  const url = URL.parse(storageUrl);
  const [bucket, ...folders] = (url?.pathname ?? "").split("/").filter(Boolean);
  if (url?.protocol !== "s3:" || !bucket)
    throw new Error("STORAGE_URL must look like s3://KEY:SECRET@host/bucket?region=...");
  const client = new S3Client({
    endpoint: `${url.searchParams.get("tls") === "false" ? "http" : "https"}://${url.host}`,
    region: url.searchParams.get("region") ?? "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
    requestHandler,
    // Stores other than Amazon's do not all know the newer checksum trailers.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    // It does not repeat what was sent as a stream; `withStore` opens the file anew.
    maxAttempts: 1,
    logger: silent,
  });
  return { bucket, prefix: folders.map((folder) => `${folder}/`).join(""), client };
}

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
}

function explainMissing(cause: unknown): never {
  throw isMissing(cause) ? new NotFoundError("file", { cause }) : cause;
}
