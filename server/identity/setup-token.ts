import { timingSafeEqual } from "node:crypto";
import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { users } from "@/drizzle/schema";
import { dataPath } from "@/lib/env";
import { newSecret } from "@/lib/ids";
import { makePrivateFolder } from "@/lib/private-folder";
import { ForbiddenError } from "@/server/platform/errors";
import { afterCommit, inSystem } from "@/server/platform/workspace-context";
import { forgetPerson } from "./sessions";

const file = () => dataPath("setup-token");

/**
 * While the installation has no operator, makes sure that a set-up token lies in the data folder, readable by its owner only;
 * afterwards that none does. Returns the file's path while one is there. Called when the server starts.
 */
export async function ensureSetupToken(): Promise<string | null> {
  if (await inSystem(hasOperator)) {
    await rm(file(), { force: true });
    return null;
  }
  makePrivateFolder(dataPath());
  try {
    // "wx": of two processes that start together one writes, and both know the same token.
    await writeFile(file(), `${newSecret()}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  await chmod(file(), 0o600);
  return file();
}

/** Throws ForbiddenError unless this is the installation's set-up token and it still waits for its operator. */
export async function assertSetupToken(tx: Tx, setupToken: string): Promise<void> {
  const expected = await readToken();
  if (expected && isSame(expected, setupToken) && !(await hasOperator(tx))) return;
  throw new ForbiddenError(
    "The set-up token is not right, or this installation already has an operator. The token is in the file setup-token of the server's data folder.",
  );
}

/** Makes the person the operator if the token is the installation's and there is no operator yet; else ForbiddenError. */
export async function claimOperatorIn(tx: Tx, userId: string, setupToken: string): Promise<void> {
  // Two who present the token at once: one becomes operator.
  await tx.execute(sql`select pg_advisory_xact_lock(727003)`);
  await assertSetupToken(tx, setupToken);
  await tx.update(users).set({ isOperator: true }).where(eq(users.id, userId));
  afterCommit(() => {
    forgetPerson(userId);
    void rm(file(), { force: true });
  });
}

/** Whether a set-up token can still be used. */
export async function isWaitingForOperator(): Promise<boolean> {
  return !(await inSystem(hasOperator));
}

async function hasOperator(tx: Tx): Promise<boolean> {
  const found = await tx.select({ id: users.id }).from(users).where(eq(users.isOperator, true)).limit(1);
  return found.length > 0;
}

async function readToken(): Promise<string | null> {
  try {
    return (await readFile(file(), "utf8")).trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given.trim())];
  return a.length === b.length && timingSafeEqual(a, b);
}
