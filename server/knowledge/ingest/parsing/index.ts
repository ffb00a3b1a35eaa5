import { join } from "node:path";
import { type FileToRead, type ParseOptions, ParsingPool } from "./parsing-pool";
import type { ReadFile } from "./read-file";

export { UnreadableFileError, type UnreadableReason, unreadableReasons } from "./errors";
export type { Member } from "./extractors/zip";
export { defaultParseLimits, type ParseLimits } from "./limits";
export { type ParseOptions, ParsingPool, type PoolOptions } from "./parsing-pool";
export type { ReadFile as ParsedFile } from "./read-file";

let pool: ParsingPool | undefined;

/**
 * Reads a file on disk in a process of its own and returns its rendition, or the files inside it (archives in archives are opened,
 * so members are never archives). The type is told by content; `name` only decides between Markdown, text and CSV. Members stand in
 * temporary files at `bytesPath`, which the caller removes when it has taken them; their `path` is safe to show and to store.
 * Throws `UnreadableFileError`, whose `reason` is one of `unreadableReasons` and whose message is fit for the user, when the file cannot
 * be read within the limits, and the signal's reason when called off (the reading process is killed then). A crash fails this file alone.
 */
export function parseFile(input: FileToRead, options: ParseOptions = {}): Promise<ReadFile> {
  pool ??= new ParsingPool({ childPath: join(process.cwd(), "dist", "parsing-child.mjs") });
  return pool.read(input, options);
}
