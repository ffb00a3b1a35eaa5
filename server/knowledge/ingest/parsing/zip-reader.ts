import { Inflate } from "fflate";
import * as yauzl from "yauzl";
import { cutOff, damaged, locked, UnreadableFileError } from "./errors";
import { kindWords } from "./kind-words";
import type { ParseLimits } from "./limits";

export interface ZipEntry {
  /** As written in the archive; never used as a path on disk. */
  path: string;
  read(): Promise<Uint8Array>;
}

/** Counts inflated bytes over a whole file, whatever the archive declares about itself. */
export class InflateBudget {
  private left: number;

  constructor(
    private readonly limits: Pick<ParseLimits, "inflatedBytes">,
    private readonly what: string = kindWords.zip,
  ) {
    this.left = limits.inflatedBytes;
  }

  take(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) {
      const megabytes = Math.floor(this.limits.inflatedBytes / 1024 / 1024);
      throw new UnreadableFileError(
        "too_large",
        `Unpacked, the ${this.what} takes more than ${megabytes} MB. ${inParts(this.what)}`,
      );
    }
  }
}

function inParts(what: string): string {
  return what === kindWords.zip
    ? "Unpack it yourself and upload the files that matter."
    : "Split it into smaller files and upload those.";
}

/**
 * Opens a ZIP in memory. Entries are inflated only when read, against one budget. `what` is what people call the file, which may be an
 * office package.
 */
export async function openZip(
  bytes: Uint8Array,
  limits: ParseLimits,
  what: string = kindWords.zip,
  budget = new InflateBudget(limits, what),
): Promise<ZipEntry[]> {
  const archive = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false };
    yauzl.fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options, (error, zip) =>
      error || !zip ? reject(isCutOff(bytes) ? cutOff(what, error) : damaged(what, error)) : resolve(zip),
    );
  });
  if (archive.entryCount > limits.entries) throw tooManyEntries(limits, what);
  const entries: ZipEntry[] = [];
  await new Promise<void>((resolve, reject) => {
    archive.on("error", (error) => reject(damaged(what, error)));
    archive.on("end", () => resolve());
    archive.on("entry", (entry: yauzl.Entry) => {
      if (entries.length >= limits.entries) return reject(tooManyEntries(limits, what));
      const path = decodeName(entry);
      if (!path.endsWith("/")) entries.push({ path, read: () => inflate(bytes, entry, what, budget) });
      archive.readEntry();
    });
    archive.readEntry();
  });
  return entries;
}

/** The directory of a ZIP stands at its end, before a comment of 64 kB at most. */
function isCutOff(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-(22 + 0xffff));
  return !end.includes(Buffer.from("PK\u0005\u0006", "latin1"));
}

export function tooManyEntries(limits: ParseLimits, what: string): UnreadableFileError {
  const most = limits.entries.toLocaleString("en");
  return new UnreadableFileError(
    "too_large",
    what === kindWords.zip
      ? `The archive holds more than ${most} files. Upload them in smaller archives.`
      : `The ${what} is made of more than ${most} parts. ${inParts(what)}`,
  );
}

function decodeName(entry: yauzl.Entry): string {
  // With decodeStrings off yauzl hands out the raw name; its types say string.
  const raw = Buffer.from(entry.fileName as unknown as Uint8Array);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw).replace(/\\/g, "/");
  } catch {
    return new TextDecoder("windows-1252").decode(raw).replace(/\\/g, "/");
  }
}

function lockedArchive(): UnreadableFileError {
  return new UnreadableFileError(
    "encrypted",
    "The archive is protected with a password. Unpack it and upload the files without a password.",
  );
}

const chunkSize = 64 * 1024;

async function inflate(
  bytes: Uint8Array,
  entry: yauzl.Entry,
  what: string,
  budget: InflateBudget,
): Promise<Uint8Array> {
  if (entry.generalPurposeBitFlag & 1) throw what === kindWords.zip ? lockedArchive() : locked(what);
  const header = entry.relativeOffsetOfLocalHeader;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) throw damaged(what);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  if (entry.compressionMethod === 0) {
    budget.take(packed.length);
    return packed;
  }
  if (entry.compressionMethod !== 8) {
    throw new UnreadableFileError(
      "unsupported",
      `The ${what} uses a compression that cannot be read. ${what === kindWords.zip ? "Pack it again as an ordinary ZIP file." : "Save it again in the program that made it and upload the new copy."}`,
    );
  }
  const chunks: Uint8Array[] = [];
  let total = 0;
  const inflater = new Inflate((chunk) => {
    budget.take(chunk.length);
    total += chunk.length;
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += chunkSize) {
      const end = Math.min(packed.length, at + chunkSize);
      inflater.push(packed.subarray(at, end), end === packed.length);
    }
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw damaged(what, error);
  }
  const whole = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
