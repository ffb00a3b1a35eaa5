import { hkdfSync, randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { dataPath, env } from "@/lib/env";

let root: Buffer | null = null;

/**
 * A key of 32 bytes for one purpose ("column-encryption", "session-tokens"), derived by HKDF-SHA-256 (RFC 5869) from the
 * installation's one secret. The same purpose gives the same key in every process; two purposes share nothing.
 */
export function installationSecret(purpose: string): Buffer {
  root ??= rootSecret();
  return Buffer.from(hkdfSync("sha256", root, "outrider", purpose, 32));
}

/** OUTRIDER_SECRET, which several nodes must share; else a file in the data folder that only its owner can read. */
function rootSecret(): Buffer {
  if (env.OUTRIDER_SECRET) return Buffer.from(env.OUTRIDER_SECRET, "utf8");
  return readOrCreateSecretFile(dataPath("secret"));
}

/** Exported for its test. Two processes that start together end with the same secret: the first link wins. */
export function readOrCreateSecretFile(path: string): Buffer {
  const existing = readSecretFile(path);
  if (existing) return existing;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // The whole content is in place before the name is: nobody ever reads half a secret.
  const draft = `${path}.${process.pid}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx", flush: true });
  try {
    // A umask may take rights from the mode above, never add; chmod makes it exact.
    chmodSync(draft, 0o600);
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const created = readSecretFile(path);
  if (!created) throw new Error(`The secret file ${path} vanished while it was being made. Start again.`);
  return created;
}

function readSecretFile(path: string): Buffer | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new Error(
      `The secret file ${path} is damaged (64 hexadecimal digits were expected). Restore it from a backup: without it, stored keys cannot be read.`,
    );
  }
  return Buffer.from(text, "hex");
}
