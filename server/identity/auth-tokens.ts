import { and, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { authTokens } from "@/drizzle/schema";
import type { authTokenPurposes } from "@/drizzle/schema/auth-tokens";
import { newSecret } from "@/lib/ids";
import { tokenHash } from "@/lib/token-hash";
import { LinkNotValidError } from "./errors";

export type AuthTokenPurpose = (typeof authTokenPurposes)[number];

const lifetimeMs = {
  password_reset: 60 * 60_000,
  sign_in_link: 15 * 60_000,
  email_change: 60 * 60_000,
} as const satisfies Record<AuthTokenPurpose, number>;

/**
 * A new single-use token; those of the same purpose that the person still held are void from now on. A token bound to something, such
 * as an address, is good only together with it.
 */
export async function issueAuthToken(
  tx: Tx,
  userId: string,
  purpose: AuthTokenPurpose,
  boundTo?: string,
): Promise<string> {
  await voidAuthTokens(tx, userId, purpose);
  const token = newSecret();
  const expiresAt = new Date(Date.now() + lifetimeMs[purpose]);
  await tx.insert(authTokens).values({ userId, purpose, tokenHash: hashOf(token, boundTo), expiresAt });
  return token;
}

/** Whether a token could be used now; for the page that a link opens. Uses nothing up. */
export async function isAuthTokenOpen(tx: Tx, token: string, purpose: AuthTokenPurpose): Promise<boolean> {
  const found = await tx.select({ userId: authTokens.userId }).from(authTokens).where(openToken(token, purpose));
  return found.length > 0;
}

function openToken(token: string, purpose: AuthTokenPurpose, boundTo?: string) {
  return and(
    eq(authTokens.tokenHash, hashOf(token, boundTo)),
    eq(authTokens.purpose, purpose),
    isNull(authTokens.usedAt),
    gt(authTokens.expiresAt, new Date()),
  );
}

/** Uses the token up and says whose it was. Of two who present it at once, one succeeds. */
export async function consumeAuthToken(
  tx: Tx,
  token: string,
  purpose: AuthTokenPurpose,
  boundTo?: string,
): Promise<string> {
  const [used] = await tx
    .update(authTokens)
    .set({ usedAt: new Date() })
    .where(openToken(token, purpose, boundTo))
    .returning({ userId: authTokens.userId });
  if (!used) throw new LinkNotValidError();
  return used.userId;
}

function hashOf(token: string, boundTo: string | undefined): string {
  return tokenHash(boundTo === undefined ? token : `${token} ${boundTo}`);
}

export async function voidAuthTokens(tx: Tx, userId: string, purpose?: AuthTokenPurpose): Promise<void> {
  await tx
    .update(authTokens)
    .set({ usedAt: new Date() })
    .where(
      and(
        eq(authTokens.userId, userId),
        isNull(authTokens.usedAt),
        purpose ? eq(authTokens.purpose, purpose) : undefined,
      ),
    );
}
