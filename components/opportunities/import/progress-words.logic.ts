import type { ReadingPhase } from "@/lib/vocabulary/opportunities";

interface Sent {
  total: number;
  stored: number;
  failed: number;
}

interface Counts {
  files: number;
  read: number;
  failed: number;
  shredded: number;
}

/** One line on where an import stands, and how far it is as a share; null while that is not known. */
export function importStanding(
  phase: ReadingPhase,
  counts: Counts,
  sent: Sent,
): { words: string; share: number | null } {
  if (sent.stored + sent.failed < sent.total) {
    return {
      words: `Sending file ${(sent.stored + sent.failed + 1).toLocaleString("en")} of ${sent.total.toLocaleString("en")}`,
      // Sending is the first fifth of the way.
      share: (0.2 * (sent.stored + sent.failed)) / sent.total,
    };
  }
  const settled = counts.read + counts.failed;
  switch (phase) {
    case "idle":
      return { words: "Waiting for its turn", share: null };
    case "reading":
      return {
        words: `${settled} of ${counts.files} files read`,
        share: counts.files === 0 ? null : 0.2 + (0.4 * settled) / counts.files,
      };
    case "fields":
      return { words: "Looking for deadlines, buyer and terms", share: 0.65 };
    case "shredding":
      return {
        words: `Requirements of document ${Math.min(counts.shredded + 1, Math.max(1, counts.read))} of ${Math.max(1, counts.read)}`,
        share: 0.7 + (0.3 * counts.shredded) / Math.max(1, counts.read),
      };
    case "done":
      return { words: `${counts.read} of ${counts.files} files read`, share: 1 };
    case "cancelled":
      return { words: "The reading was stopped", share: null };
    case "failed":
      return { words: "The reading broke off", share: null };
  }
}

export function isReading(phase: ReadingPhase): boolean {
  return phase === "reading" || phase === "fields" || phase === "shredding";
}
