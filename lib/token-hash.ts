import { createHash } from "node:crypto";

/** What is stored of a session token, a link or an API key. They hold 256 random bits, so that a plain hash cannot be searched. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
