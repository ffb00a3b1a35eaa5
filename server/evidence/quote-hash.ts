import { createHash } from "node:crypto";

/** SHA-256 of the literal quote, in hex: tells that a stored quote is still the one that was checked. */
export function quoteHash(quote: string): string {
  return createHash("sha256").update(quote, "utf8").digest("hex");
}
