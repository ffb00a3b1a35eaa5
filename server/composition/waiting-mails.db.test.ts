import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { mailOutbox, users } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { startSmtp } from "@/scripts/services/smtp.mjs";
import { sendWaitingMails } from "@/server/identity";
import { listOutgoingMails } from "@/server/identity/list-outgoing-mails";
import { requestPasswordReset } from "@/server/identity/request-password-reset";
import type { RunningEngine } from "@/server/jobs/engine";
import { smtpTransport } from "@/server/platform/mail/smtp-transport";
import * as ports from "@/server/platform/ports";
import { inSystem } from "@/server/platform/workspace-context";
import { inviteMember } from "@/server/workspaces/invitations/invite-member";
import { revokeInvitation } from "@/server/workspaces/invitations/revoke-invitation";
import { startEngine } from "./testing/start-engine";

vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase();

const caller = { address: newId(), userAgent: "test", requestId: newId() };
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
let engine: RunningEngine;
let smtp: Awaited<ReturnType<typeof startSmtp>>;

beforeAll(async () => {
  engine = await startEngine();
  smtp = await startSmtp();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  await engine?.stop();
  await smtp?.stop();
});

const received = () => smtp.mails.flatMap(({ to }) => to).toSorted();
const outbox = async () => (await listOutgoingMails({ limit: 100, offset: 0 })).mails;
const lapsed = async () => (await outbox()).flatMap((mail) => (mail.isLapsed ? [mail.recipient] : [])).toSorted();
const settled = (count: number) =>
  expect.poll(async () => (await outbox()).filter(({ sentAt }) => sentAt).length, { timeout: 240_000 }).toBe(count);
/** Nothing announced waits, and each job that was to send a mail has ended. */
const jobsDone = () =>
  expect
    .poll(
      () => database().sql`
        select 1 from public.outbox where taken_at is null
        union all select 1 from jobs.runs where function_id = 'outrider-send-mail' and ended_at is null`,
      { timeout: 240_000 },
    )
    .toHaveLength(0);

/** A mail that somebody else's part of the product has written, so long ago. */
const written = (recipient: string, hours: number, unsubscribeUrl: string | null = null) =>
  inSystem((tx) =>
    tx
      .insert(mailOutbox)
      .values({ recipient, subject: "News", body: "News", unsubscribeUrl, createdAt: hoursAgo(hours) }),
  );

/** The address of a fresh account. */
async function somebody(): Promise<string> {
  const { userId } = await aMember(await aWorkspace());
  const [row] = await inSystem((tx) => tx.select({ email: users.email }).from(users).where(eq(users.id, userId)));
  return row?.email ?? "";
}

test("once there is a mail server, what waited and is still good goes out by itself, once; what is over does not", async () => {
  const noServer = vi.spyOn(ports, "mailTransport").mockReturnValue(null);
  const owner = await aWorkspace();
  const forgetful = await somebody();
  await inviteMember(owner, { email: "invited@example.com", role: "member" });
  await requestPasswordReset({ email: forgetful }, caller);
  // A link asked for again makes the first one void, and withdrawing an invitation makes that link void.
  await requestPasswordReset({ email: forgetful }, caller);
  const { invitation } = await inviteMember(owner, { email: "withdrawn@example.com", role: "member" });
  await revokeInvitation(owner, { id: invitation.id });
  await written("told-yesterday@example.com", 30);
  await written("told-last-month@example.com", 24 * 30);
  await written("today@example.com", 2, "https://outrider.example/api/unsubscribe?token=1");
  await written("day-before@example.com", 48, "https://outrider.example/api/unsubscribe?token=1");
  await jobsDone();
  expect(await sendWaitingMails()).toBe(0);
  const over = ["day-before@example.com", forgetful, "told-last-month@example.com", "withdrawn@example.com"];
  expect(await lapsed()).toEqual(over.toSorted());

  noServer.mockReturnValue(smtpTransport(smtp.smtpUrl, "Outrider <outrider@example.com>"));
  const good = [forgetful, "invited@example.com", "today@example.com", "told-yesterday@example.com"].toSorted();
  // Two processes start at once, and one of them again at once.
  expect(await Promise.all([sendWaitingMails(), sendWaitingMails()])).toEqual([good.length, good.length]);
  await sendWaitingMails();
  await settled(good.length);
  await jobsDone();
  expect(received()).toEqual(good);
  expect(await sendWaitingMails()).toBe(0);
  // They stay readable, and stay unsent.
  expect(await lapsed()).toEqual(over.toSorted());
});

test("a link to where the installation no longer stands is not sent", async () => {
  const waiting = vi.spyOn(ports, "mailTransport").mockReturnValue(null);
  const { link } = await inviteMember(await aWorkspace(), { email: "elsewhere@example.com", role: "member" });
  const old = `http://localhost:1/accept-invitation${new URL(link).search}`;
  await inSystem((tx) =>
    tx
      .update(mailOutbox)
      .set({ body: `Join: ${old}` })
      .where(eq(mailOutbox.recipient, "elsewhere@example.com")),
  );
  await jobsDone();
  waiting.mockReturnValue(smtpTransport(smtp.smtpUrl, "Outrider <outrider@example.com>"));
  expect(await sendWaitingMails()).toBe(0);
  expect(await lapsed()).toContain("elsewhere@example.com");
});
