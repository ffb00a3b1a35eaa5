import { promisify } from "node:util";
import {
  brotliDecompress,
  brotliDecompressSync,
  constants,
  gunzip,
  gunzipSync,
  inflate,
  inflateRaw,
  inflateRawSync,
  inflateSync,
  zstdDecompress,
  zstdDecompressSync,
} from "node:zlib";
import { TooLargeError } from "../errors";
import { UnreachableError } from "./errors";

/** What `decodeBody` understands, for the Accept-Encoding header. */
export const acceptedEncodings = "gzip, deflate, br, zstd";

/** Below this the work is shorter than handing it to another thread. */
const syncBytes = 256 * 1024;

const largestChunk = 1024 * 1024;

// Like browsers, lenient about a missing trailer: that the bytes are all there is the matter of HTTP's own framing.
const zlibOptions = { finishFlush: constants.Z_SYNC_FLUSH };
const brotliOptions = { finishFlush: constants.BROTLI_OPERATION_FLUSH };

const decoders = {
  gzip: { sync: gunzipSync, later: promisify(gunzip), options: zlibOptions },
  deflate: { sync: inflateSync, later: promisify(inflate), options: zlibOptions },
  // Some servers send "deflate" without the zlib header that RFC 9110 (8.4.1.2) asks for.
  rawDeflate: { sync: inflateRawSync, later: promisify(inflateRaw), options: zlibOptions },
  br: { sync: brotliDecompressSync, later: promisify(brotliDecompress), options: brotliOptions },
  zstd: { sync: zstdDecompressSync, later: promisify(zstdDecompress), options: {} },
};

/**
 * The bytes behind one content coding. Never makes more than `maxBytes` of them, and refuses codings inside codings, by
 * which a few hundred bytes become gigabytes. Throws TooLargeError, UnreachableError (`encoding`).
 */
export async function decodeBody(body: Buffer, contentEncoding: string, maxBytes: number): Promise<Buffer> {
  const coding = contentEncoding.trim().toLowerCase();
  if (coding === "" || coding === "identity" || body.length === 0) return body;
  const decoder = decoders[decoderFor(coding, body)];
  const options = { ...decoder.options, maxOutputLength: maxBytes, chunkSize: chunkBytes(coding, body, maxBytes) };
  try {
    return body.length <= syncBytes ? decoder.sync(body, options) : await decoder.later(body, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(maxBytes);
    throw new UnreachableError("encoding", { cause: error });
  }
}

export function tooLarge(maxBytes: number): TooLargeError {
  return new TooLargeError(`The answer is larger than ${maxBytes} bytes.`);
}

/**
 * One piece that fits the whole saves putting pieces together. gzip says its size at the end (RFC 1952, 2.3.1), which is only
 * believed as far as usual pages go; for the others the usual ratio is a good guess.
 */
function chunkBytes(coding: string, body: Buffer, maxBytes: number): number {
  const guess = coding.endsWith("gzip") && body.length > 18 ? body.readUInt32LE(body.length - 4) + 1 : body.length * 6;
  return Math.max(1024, Math.min(guess, maxBytes, largestChunk));
}

function decoderFor(coding: string, body: Buffer): keyof typeof decoders {
  if (coding === "gzip" || coding === "x-gzip") return "gzip";
  if (coding === "deflate") return ((body[0] ?? 0) & 0x0f) === 8 ? "deflate" : "rawDeflate";
  if (coding === "br" || coding === "zstd") return coding;
  throw new UnreachableError("encoding");
}
