import { expect, test } from "vitest";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { findSession, signIn, signOut, signUp } from ".";

openTestDatabase();
const caller = { address: "203.0.113.7", userAgent: "test", requestId: newId() };
const password = "violet kettle north harbour";

test("who signs up can sign in, and is nobody after signing out", async () => {
  await signUp({ email: "ada@example.com", name: "Ada", password }, caller);
  const ticket = await signIn({ email: "ada@example.com", password }, caller);
  expect(await findSession(ticket)).toMatchObject({ email: "ada@example.com", name: "Ada", isOperator: false });
  await signOut(ticket, caller);
  expect(await findSession(ticket)).toBeNull();
});
