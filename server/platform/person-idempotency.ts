import { createHmac } from "node:crypto";
import { cacheKey } from "./cache/cache";
import { openText, sealText } from "./crypto";
import { ConflictError } from "./errors";
import { cache } from "./ports";
import { installationSecret } from "./secret";

const keptSeconds = 24 * 60 * 60;

/**
 * As `onceByKey`, for what a person does outside any workspace. Answers are kept in the shared cache: for a day, sealed, and for as
 * long as it remembers. Requests may hold a password, so what is kept of them cannot be guessed at without the installation's secret.
 * Throws ConflictError when the key was used for another request, and what `work` throws, which is not kept.
 */
export async function onceByPersonKey<T>(
  userId: string,
  key: string,
  request: unknown,
  work: () => Promise<T>,
): Promise<T> {
  const asked = createHmac("sha256", installationSecret("idempotency"))
    .update(JSON.stringify(request) ?? "")
    .digest("hex");
  const binding = { workspaceId: userId, column: `person_idempotency ${key}` };
  const kept = await cache().wrap(
    cacheKey({ workspaceId: userId, permission: "person" }, "idempotency", key),
    keptSeconds,
    async () => ({ asked, response: sealText(JSON.stringify((await work()) ?? null), binding) }),
  );
  if (kept.asked !== asked) {
    throw new ConflictError("This Idempotency-Key was used for another request. Take a new key.");
  }
  return JSON.parse(openText(kept.response, binding)) as T;
}
