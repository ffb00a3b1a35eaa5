import { existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { users } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { inSystem } from "@/server/platform/workspace-context";
import { ensureSetupToken, signUp } from ".";
import { claimOperator } from "./claim-operator";

const folder = join(mkdtempSync(join(tmpdir(), "outrider-setup-")), "data");

openTestDatabase();
beforeAll(() => {
  Object.assign(env, { OUTRIDER_DATA: folder });
});
const caller = { address: "203.0.113.7", userAgent: "test", requestId: newId() };
const password = "violet kettle north harbour";
const file = () => join(folder, "setup-token");
const isOperator = async (email: string) =>
  (await inSystem((tx) => tx.select().from(users).where(eq(users.email, email))))[0]?.isOperator;

test("the set-up token makes one operator, and is gone afterwards", async () => {
  expect(await ensureSetupToken()).toBe(file());
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  const token = readFileSync(file(), "utf8").trim();
  await ensureSetupToken();
  expect(readFileSync(file(), "utf8").trim()).toBe(token);

  const person = (name: string) => ({ email: `${name}@example.com`, name, password });
  await expect(signUp({ ...person("eve"), setupToken: "guess" }, caller)).rejects.toThrow("set-up token is not right");
  expect(await isOperator("eve@example.com")).toBeUndefined();

  await signUp(person("ada"), caller);
  await signUp(person("bob"), caller);
  const id = async (email: string) =>
    (await inSystem((tx) => tx.select().from(users).where(eq(users.email, email))))[0]?.id ?? "";
  const claims = await Promise.allSettled([
    claimOperator({ userId: await id("ada@example.com") }, { setupToken: token }, caller),
    claimOperator({ userId: await id("bob@example.com") }, { setupToken: token }, caller),
  ]);
  expect(claims.map((claim) => claim.status).sort()).toEqual(["fulfilled", "rejected"]);
  await vi.waitFor(() => expect(existsSync(file())).toBe(false));

  await expect(signUp({ ...person("late"), setupToken: token }, caller)).rejects.toThrow("already has an operator");
  expect(await ensureSetupToken()).toBeNull();
});
