import { existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { users } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { inSystem } from "@/server/platform/workspace-context";
import { ensureSetupToken, signUp } from ".";
import { claimOperator } from "./claim-operator";

const folder = vi.hoisted(() => ({ path: "" }));
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, dataPath: (...parts: string[]) => [folder.path, ...parts].join("/") };
});
folder.path = join(mkdtempSync(join(tmpdir(), "outrider-setup-")), "data");

openTestDatabase();
const caller = { address: "203.0.113.7", userAgent: "test", requestId: newId() };
const password = "violet kettle north harbour";
const file = () => join(folder.path, "setup-token");
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
