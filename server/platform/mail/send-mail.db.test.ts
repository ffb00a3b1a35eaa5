import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { mailOutbox } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { InvalidInputError } from "../errors";
import * as ports from "../ports";
import { inSystem, inWorkspace } from "../workspace-context";
import { deliverPendingMail, sendMail } from "./send-mail";

openTestDatabase();
const deliver = vi.fn(async () => {});

beforeEach(() => {
  deliver.mockReset();
  vi.restoreAllMocks();
});

const aMail = () => ({ to: `${newId()}@example.com`, subject: "Hello", text: "Body" });
const stored = async (to: string) =>
  (await inSystem((tx) => tx.select().from(mailOutbox).where(eq(mailOutbox.recipient, to))))[0];
const withServer = () => vi.spyOn(ports, "mailTransport").mockReturnValue({ deliver });

test("without a mail server a mail waits for the operator", async () => {
  const mail = aMail();
  await sendMail(mail);
  expect(await stored(mail.to)).toMatchObject({ subject: "Hello", body: "Body", sentAt: null, attempts: 0 });
});

test("a mail goes out once, and what the server refuses is tried again", async () => {
  withServer();
  const mail = aMail();
  deliver.mockRejectedValueOnce(new Error("greylisted"));
  await sendMail(mail);
  expect(await stored(mail.to)).toMatchObject({ sentAt: null, attempts: 1, lastError: "Error: greylisted" });
  expect(await deliverPendingMail()).toBe(0);
  await inSystem((tx) =>
    tx
      .update(mailOutbox)
      .set({ createdAt: sql`now() - interval '5 minutes'` })
      .where(eq(mailOutbox.recipient, mail.to)),
  );
  expect(await deliverPendingMail()).toBe(1);
  expect(await deliverPendingMail()).toBe(0);
  expect((await stored(mail.to))?.sentAt).toBeInstanceOf(Date);
  expect(deliver).toHaveBeenCalledTimes(2);
});

test("a mail of a verb that fails is never sent, that of one that commits is", async () => {
  withServer();
  const ctx = await aWorkspace();
  const [failing, committing] = [aMail(), aMail()];
  await expect(
    inWorkspace(ctx, async () => {
      await sendMail(failing);
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  await inWorkspace(ctx, () => sendMail(committing));
  await vi.waitFor(() => expect(deliver).toHaveBeenCalledWith(committing), 5000);
  expect(await stored(failing.to)).toBeUndefined();
});

test.each([
  "",
  "ana",
  "ana@example.com, eve@example.com",
  "a@b@c",
  "ana@example.com\r\nBcc: eve@example.com",
  '"ana"@example.com',
])("%j is not an address", async (to) => {
  await expect(sendMail({ ...aMail(), to })).rejects.toThrow(InvalidInputError);
});
