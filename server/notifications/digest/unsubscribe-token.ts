import { createHmac, timingSafeEqual } from "node:crypto";
import { formerSecrets, installationSecret } from "@/server/platform/secret";

const purpose = "mail-digest-unsubscribe";
const macBytes = 32;

/** Whose daily mail of which workspace a link stops. */
export interface DigestReader {
  workspaceId: string;
  userId: string;
}

/**
 * A token that stops one person's daily mail of one workspace and can do nothing else: both ids and their HMAC-SHA-256 under a key of its own.
 * It needs no row and never runs out, because an old mail must still be able to stop new ones.
 */
export function signUnsubscribe({ workspaceId, userId }: DigestReader): string {
  const ids = Buffer.from((workspaceId + userId).replaceAll("-", ""), "hex");
  return `${ids.toString("base64url")}.${macOf(ids).toString("base64url")}`;
}

/** Null for a token that this installation did not sign. */
export function readUnsubscribe(token: string): DigestReader | null {
  const [body = "", mac = "", ...rest] = token.split(".");
  const ids = Buffer.from(body, "base64url");
  const given = Buffer.from(mac, "base64url");
  if (rest.length > 0 || ids.length !== 32 || given.length !== macBytes) return null;
  // Mails that were sent under a secret that was replaced since keep their way out.
  const keys = [installationSecret(purpose), ...formerSecrets(purpose)];
  if (!keys.some((key) => timingSafeEqual(given, macOf(ids, key)))) return null;
  return { workspaceId: uuidOf(ids.subarray(0, 16)), userId: uuidOf(ids.subarray(16)) };
}

function macOf(ids: Buffer, key = installationSecret(purpose)): Buffer {
  return createHmac("sha256", key).update(ids).digest();
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
