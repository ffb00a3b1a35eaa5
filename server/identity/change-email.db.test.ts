import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { mailOutbox, members, users } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { inSystem } from "@/server/platform/workspace-context";
import { confirmEmailChange, requestEmailChange } from "./change-email";
import { hashPassword } from "./passwords";

openTestDatabase();
const password = "plinth-otter-velvet-quay-17";
const caller = () => ({ address: newId(), userAgent: "test", requestId: newId() });

async function aPerson() {
  const { userId } = await aWorkspace();
  const passwordHash = await hashPassword(password);
  const [user] = await inSystem((tx) =>
    tx.update(users).set({ passwordHash }).where(eq(users.id, userId)).returning({ email: users.email }),
  );
  return { userId, email: user?.email ?? "" };
}
async function mailsTo(recipient: string) {
  return inSystem((tx) => tx.select().from(mailOutbox).where(eq(mailOutbox.recipient, recipient)));
}
async function linkTo(email: string) {
  const mails = await mailsTo(email);
  return /token=([\w-]+)/.exec(mails.at(-1)?.body ?? "")?.[1] ?? "";
}
async function addressOf(userId: string) {
  const [user] = await inSystem((tx) => tx.select().from(users).where(eq(users.id, userId)));
  const [member] = await inSystem((tx) => tx.select().from(members).where(eq(members.userId, userId)));
  return [user?.email, member?.email];
}

test("an address changes once its link is followed, everywhere, and the old one is told", async () => {
  const person = await aPerson();
  const email = `new-${newId()}@example.com`;
  await requestEmailChange(person, { email, password }, caller());
  expect(await addressOf(person.userId)).toEqual([person.email, person.email]);
  const token = await linkTo(email);
  await confirmEmailChange({ token, email }, caller());
  expect(await addressOf(person.userId)).toEqual([email, email]);
  expect((await mailsTo(person.email)).at(-1)?.body).toContain(email);
  await expect(confirmEmailChange({ token, email }, caller())).rejects.toThrow(/not valid any more/);
});

test("a link changes the address it was sent to and no other, and needs the password to be asked for", async () => {
  const person = await aPerson();
  const email = `mine-${newId()}@example.com`;
  await expect(requestEmailChange(person, { email, password: "wrong" }, caller())).rejects.toMatchObject({
    code: "unauthenticated",
  });
  expect(await mailsTo(email)).toEqual([]);
  await requestEmailChange(person, { email, password }, caller());
  const token = await linkTo(email);
  const attempt = confirmEmailChange({ token, email: "eve@evil.example" }, caller());
  await expect(attempt).rejects.toThrow(/not valid any more/);
  expect(await addressOf(person.userId)).toEqual([person.email, person.email]);
});

test("an address that has an account is not given away, neither by the answer nor by a link", async () => {
  const [person, other] = [await aPerson(), await aPerson()];
  await requestEmailChange(person, { email: other.email, password }, caller());
  expect(await mailsTo(other.email)).toEqual([]);
  // Taken between the asking and the following of the link.
  const email = `race-${newId()}@example.com`;
  await requestEmailChange(person, { email, password }, caller());
  await inSystem((tx) => tx.update(users).set({ email }).where(eq(users.id, other.userId)));
  await expect(confirmEmailChange({ token: await linkTo(email), email }, caller())).rejects.toMatchObject({
    code: "conflict",
  });
});
