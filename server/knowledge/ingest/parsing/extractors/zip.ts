import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { detectType } from "../detect-type";
import { UnreadableFileError } from "../errors";
import { kindWords } from "../kind-words";
import type { ParseLimits } from "../limits";
import { isLitter, safeMemberPath } from "../member-path";
import { InflateBudget, openZip, tooManyEntries } from "../zip-reader";

export interface Member {
  /** Safe relative path inside the container, unique in it. */
  path: string;
  name: string;
  /** Where its bytes stand until the caller has taken them. */
  bytesPath: string;
  size: number;
}

/** Collects the files of a container in a folder under generated names. Archives inside are opened here, on the same budget. */
export class MemberWriter {
  readonly members: Member[] = [];
  /** What was not taken, in words for the reader. */
  readonly leftOut: string[] = [];
  private readonly taken = new Set<string>();
  private readonly budget: InflateBudget;
  private entries = 0;

  constructor(
    private readonly folder: string,
    private readonly limits: ParseLimits,
  ) {
    this.budget = new InflateBudget(limits);
  }

  async addArchive(bytes: Uint8Array, prefix = "", depth = 1): Promise<void> {
    if (depth > this.limits.depth) {
      throw new UnreadableFileError(
        "too_large",
        `The file holds archives inside archives, more than ${this.limits.depth} deep. Unpack it yourself and upload the files that matter.`,
      );
    }
    for (const entry of await openZip(bytes, this.limits, kindWords.zip, this.budget)) {
      if (isLitter(entry.path)) continue;
      this.entries += 1;
      if (this.entries > this.limits.entries) throw tooManyEntries(this.limits, kindWords.zip);
      await this.add(await entry.read(), `${prefix}${entry.path}`, depth);
    }
  }

  /** Adds one file, or the files in it when it is an archive itself. */
  async add(bytes: Uint8Array, rawPath: string, depth = 0): Promise<void> {
    const path = safeMemberPath(rawPath);
    if (bytes.length === 0) {
      if (!/[/\\]$/.test(rawPath)) this.leftOut.push(`${path} is empty and was left out.`);
      return;
    }
    if (await isArchive(bytes, path, this.limits)) {
      await this.addArchive(bytes, `${path.replace(/\.zip$/i, "")}/`, depth + 1);
      return;
    }
    const unique = this.unique(path);
    const bytesPath = join(this.folder, `member-${this.members.length}`);
    await writeFile(bytesPath, bytes, { mode: 0o600 });
    this.members.push({ path: unique, name: unique.split("/").at(-1) ?? unique, bytesPath, size: bytes.length });
  }

  private unique(path: string): string {
    let candidate = path;
    for (let number = 2; this.taken.has(candidate.toLowerCase()); number++)
      candidate = path.replace(/(\.[^./]*)?$/, ` (${number})$1`);
    this.taken.add(candidate.toLowerCase());
    return candidate;
  }
}

async function isArchive(bytes: Uint8Array, name: string, limits: ParseLimits): Promise<boolean> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  try {
    const type = await detectType(bytes, name, async (what) =>
      (await openZip(bytes, limits, what)).map((entry) => entry.path),
    );
    return type.kind === "zip";
  } catch {
    // A damaged or strange package is reported when it is read as a file of its own.
    return false;
  }
}
