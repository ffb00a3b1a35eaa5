import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { UnreadableFileError } from "../errors";
import type { ParsingPool } from "../parsing-pool";

/** Work of the processor without a finished page after which a file counts as hanging. */
const hangMs = 10_000;

export interface BrokenOutcome {
  name: string;
  way: string;
  /** "read", or the reason why not. */
  outcome: string;
  /** What the person is told. */
  message: string;
  /** What the reader had not foreseen: an error that is none of its own, or its end. */
  unforeseen: string | null;
  ms: number;
}

/**
 * Reads a broken file through the pool, with the pool's own bound set to ten seconds: it counts processor time, so that a busy machine does
 * not make a file look worse than it is. Throws whatever is no answer about the file.
 */
export async function readBroken(
  pool: ParsingPool,
  { path, name, way }: { path: string; name: string; way: string },
): Promise<BrokenOutcome> {
  const begun = performance.now();
  const told = (outcome: string, message = "", unforeseen: string | null = null): BrokenOutcome => ({
    ...{ name, way, outcome, message, unforeseen },
    ms: Math.round(performance.now() - begun),
  });
  try {
    const file = await pool.read({ path, name }, { limits: { stallMs: hangMs } });
    const [member] = file.kind === "container" ? file.members : [];
    if (member) await rm(dirname(member.bytesPath), { recursive: true, force: true });
    return told("read");
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    const isForeseen = !error.message.startsWith("The file could not be read;");
    return told(error.reason, error.message, isForeseen ? null : String(error.cause));
  }
}
