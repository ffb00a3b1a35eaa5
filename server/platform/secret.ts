import { hkdfSync, randomBytes } from "node:crypto";
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { dataPath, env } from "@/lib/env";
import { makePrivateFolder } from "@/lib/private-folder";

let fileSecret: Buffer | null = null;
let oldFileSecrets: Buffer[] | null = null;

/**
 * A key of 32 bytes for one purpose ("column-encryption", "session-tokens"), derived by HKDF-SHA-256 (RFC 5869) from the
 * installation's one secret. The same purpose gives the same key in every process; two purposes share nothing.
 */
export function installationSecret(purpose: string): Buffer {
  return derive(rootSecret(), purpose);
}

/** The keys that the same purpose had under secrets that were replaced, the latest first. For reading only. */
export function formerSecrets(purpose: string): Buffer[] {
  const named = env.OUTRIDER_OLD_SECRET ? [Buffer.from(env.OUTRIDER_OLD_SECRET, "utf8")] : [];
  oldFileSecrets ??= readOldSecrets(dataPath("secret.old"));
  return [...named, ...oldFileSecrets].map((root) => derive(root, purpose));
}

function derive(root: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", root, "outrider", purpose, 32));
}

/** OUTRIDER_SECRET, which several nodes must share; else a file in the data folder that only its owner can read. */
function rootSecret(): Buffer {
  if (env.OUTRIDER_SECRET) return Buffer.from(env.OUTRIDER_SECRET, "utf8");
  fileSecret ??= readOrCreateSecretFile(dataPath("secret"));
  return fileSecret;
}

/** Exported for its test. Two processes that start together end with the same secret: the first link wins. */
export function readOrCreateSecretFile(path: string): Buffer {
  const existing = readSecretFile(path);
  if (existing) return existing;
  makePrivateFolder(dirname(path));
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

/** Exported for its test. Secrets that files once held, one a line: the file is a renamed `secret`, or several joined. */
export function readOldSecrets(path: string): Buffer[] {
  const text = readIfThere(path) ?? "";
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [asSecret(line.trim(), path)]));
}

function readSecretFile(path: string): Buffer | null {
  const text = readIfThere(path);
  return text === null ? null : asSecret(text.trim(), path);
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function asSecret(text: string, path: string): Buffer {
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new Error(
      `The secret file ${path} is damaged (64 hexadecimal digits were expected). Restore it from a backup: without it, stored keys cannot be read.`,
    );
  }
  return Buffer.from(text, "hex");
}
