import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { mailOutbox } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { UnavailableError } from "../errors";
import * as ports from "../ports";
import { inSystem } from "../workspace-context";
import { deliverMail } from "./deliver-mail";

openTestDatabase();
const deliver = vi.fn(async () => {});

beforeEach(() => {
  deliver.mockReset();
  vi.restoreAllMocks();
});

async function aMail(): Promise<string> {
  const mail = { id: newId(), recipient: "ana@example.com", subject: "Hello", body: "Body" };
  await inSystem((tx) => tx.insert(mailOutbox).values(mail));
  return mail.id;
}

const stored = async (id: string) =>
  (await inSystem((tx) => tx.select().from(mailOutbox).where(eq(mailOutbox.id, id))))[0];

test("without a mail server a mail waits for the operator", async () => {
  const id = await aMail();
  expect(await deliverMail(id)).toBe("waiting");
  expect(await stored(id)).toMatchObject({ sentAt: null, attempts: 0 });
});

test("a mail goes out once, however often it is asked for", async () => {
  vi.spyOn(ports, "mailTransport").mockReturnValue({ deliver, check: vi.fn() });
  const id = await aMail();
  expect(await deliverMail(id)).toBe("sent");
  expect(await deliverMail(id)).toBe("sent");
  expect(deliver).toHaveBeenCalledExactlyOnceWith({
    to: "ana@example.com",
    subject: "Hello",
    text: "Body",
    unsubscribeUrl: null,
  });
  expect((await stored(id))?.sentAt).toBeInstanceOf(Date);
});

test("what the server refuses stays with its error, and is sent when it is asked for again", async () => {
  vi.spyOn(ports, "mailTransport").mockReturnValue({ deliver, check: vi.fn() });
  const id = await aMail();
  deliver.mockRejectedValueOnce(new Error("greylisted"));
  await expect(deliverMail(id)).rejects.toThrow(UnavailableError);
  expect(await stored(id)).toMatchObject({ sentAt: null, attempts: 1, lastError: "Error: greylisted" });
  expect(await deliverMail(id)).toBe("sent");
  expect(await stored(id)).toMatchObject({ attempts: 2, lastError: null });
});

test("a mail that does not exist is no work", async () => {
  vi.spyOn(ports, "mailTransport").mockReturnValue({ deliver, check: vi.fn() });
  expect(await deliverMail(newId())).toBe("sent");
  expect(deliver).not.toHaveBeenCalled();
});
