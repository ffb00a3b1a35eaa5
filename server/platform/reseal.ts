import { currentSealPrefix, openText, type SealBinding, SealError, sealText } from "./crypto";
import { logger } from "./logging";

/** How many values were sealed under the secret of today, and how many no known secret opens. */
export interface Resealed {
  anew: number;
  unreadable: number;
}

/**
 * The values of a row that a replaced secret sealed, sealed under the one of today. A value that does not open where it stands is left as it
 * is and counted: it may be another's, and its secret may still be found.
 */
export function resealed<Column extends string>(
  values: Record<Column, string | null>,
  bound: (column: Column) => SealBinding,
): { changed: Partial<Record<Column, string>>; count: Resealed } {
  const changed: Partial<Record<Column, string>> = {};
  const count: Resealed = { anew: 0, unreadable: 0 };
  for (const [column, sealed] of Object.entries(values) as [Column, string | null][]) {
    if (sealed === null || sealed.startsWith(currentSealPrefix())) continue;
    const binding = bound(column);
    try {
      changed[column] = sealText(openText(sealed, binding), binding);
      count.anew += 1;
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      count.unreadable += 1;
      const { workspaceId } = binding;
      logger.error({ event: "seal.unreadable", workspaceId, column, reason: error.message }, "a secret cannot be read");
    }
  }
  return { changed, count };
}

export function sumOf(counts: Resealed[]): Resealed {
  const sum = { anew: 0, unreadable: 0 };
  for (const { anew, unreadable } of counts) {
    sum.anew += anew;
    sum.unreadable += unreadable;
  }
  return sum;
}
