import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { formerSecrets, installationSecret } from "./secret";

const version = "v1";
const ivBytes = 12;
const tagBytes = 16;

/** Where a sealed value lives. It opens nowhere else: a copy in another workspace's row is worthless. */
export interface SealBinding {
  workspaceId: string;
  /** `<table>.<column>`, and the row's id where a workspace has several. */
  column: string;
}

/**
 * Encrypts a short secret with AES-256-GCM (NIST SP 800-38D; random 96-bit nonce, 128-bit tag), bound to its place by the
 * additional data. The result names its key: `v1.<key id>.<base64url of nonce, ciphertext, tag>`.
 */
export function sealText(plain: string, binding: SealBinding): string {
  const key = columnKey();
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: tagBytes });
  cipher.setAAD(additionalData(binding));
  const sealed = Buffer.concat([iv, cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${version}.${keyId(key)}.${sealed.toString("base64url")}`;
}

/**
 * Opens what `sealText` made, also under a secret that was replaced and is still known (OUTRIDER_OLD_SECRET, `secret.old`). Throws
 * SealError when it was changed, moved, or sealed with another installation's secret.
 */
export function openText(sealed: string, binding: SealBinding): string {
  const [writtenVersion, writtenKeyId, body] = sealed.split(".");
  if (writtenVersion !== version || !writtenKeyId || !body) throw new SealError("the sealed value has an unknown form");
  const key = findKey(writtenKeyId);
  if (!key) {
    throw new SealError("the value was sealed with another secret (was OUTRIDER_SECRET or the secret file changed?)");
  }
  const bytes = Buffer.from(body, "base64url");
  if (bytes.length < ivBytes + tagBytes) throw new SealError("the sealed value is cut short");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(additionalData(binding));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  try {
    const plain = decipher.update(bytes.subarray(ivBytes, bytes.length - tagBytes));
    return Buffer.concat([plain, decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new SealError("the sealed value does not belong here, or was changed", { cause });
  }
}

/** How everything begins that is sealed under the secret of today. */
export function currentSealPrefix(): string {
  return `${version}.${keyId(columnKey())}.`;
}

export class SealError extends Error {
  override readonly name = "SealError";
}

const purpose = "column-encryption";

function columnKey(): Buffer {
  return installationSecret(purpose);
}

function findKey(id: string): Buffer | undefined {
  const current = columnKey();
  return keyId(current) === id ? current : formerSecrets(purpose).find((former) => keyId(former) === id);
}

function keyId(key: Buffer): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 8);
}

// As JSON, because two parts that are merely joined could spell the same as two others.
function additionalData({ workspaceId, column }: SealBinding): Buffer {
  return Buffer.from(JSON.stringify([version, workspaceId, column]), "utf8");
}
