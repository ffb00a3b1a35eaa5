import { z } from "zod";

/** A moment as the doors hand it out: a Date inside, ISO 8601 in UTC outside. */
export const isoTimestamp = z
  .date()
  .transform((date) => date.toISOString())
  .pipe(z.iso.datetime());
