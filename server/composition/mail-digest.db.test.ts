import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { anOpportunity } from "@/drizzle/factories/opportunity";
import { mailDigests, mailOutbox, notifications, opportunityDeadlines } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { listDigestReaders, sendDigest } from "@/server/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { resolveJobContext } from "@/server/workspaces";
import { asCaller, signedIn } from "./testing/as-caller";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();

type Person = WorkspaceContext & { userId: string };
const callerOf = async (person: Person) => asCaller(await signedIn(person.userId, person.workspace.slug));
const asJobOf = (ctx: WorkspaceContext, userId: string | null = null) =>
  resolveJobContext({ data: { workspaceId: ctx.workspace.id, userId } }, "test");

async function aReader(zone: string) {
  const owner = await aWorkspace();
  const caller = await callerOf(owner);
  await caller.members.setOwnTimeZone({ timeZone: zone });
  await caller.notifications.updateSettings({ hasMailDigest: true });
  return { owner, caller, email: (await caller.notifications.settings()).email };
}
async function tell(
  ctx: Person,
  kind: "opportunity_found" | "deadline_moved",
  title: string,
  opportunityId: string,
  at: Date,
) {
  const { db } = await getDatabase();
  const path = `/opportunities/${opportunityId}`;
  const workspaceId = ctx.workspace.id;
  await db.insert(notifications).values({
    workspaceId,
    id: newId(),
    userId: ctx.userId,
    kind,
    title,
    body: "City",
    path,
    occasion: newId(),
    createdAt: at,
  });
}
async function mailsTo(email: string) {
  const { db } = await getDatabase();
  return db.select().from(mailOutbox).where(eq(mailOutbox.recipient, email)).orderBy(mailOutbox.createdAt);
}
const day = (text: string) => new Date(`${text}Z`);

test("one mail in the reader's own morning tells what was found, what moved and what is due; running again sends none", async () => {
  const { owner, email } = await aReader("America/Los_Angeles");
  const { id } = await anOpportunity(owner, { title: "Bridge", ownerId: owner.userId });
  const { db } = await getDatabase();
  await db.insert(opportunityDeadlines).values({
    workspaceId: owner.workspace.id,
    id: newId(),
    opportunityId: id,
    kind: "submission",
    state: "in_force",
    quote: "as stated",
    origin: "notice",
    at: day("2031-05-14T22:00:00"),
    localDate: "2031-05-14",
  });
  await tell(owner, "opportunity_found", "New for “Lifts”: Lifts in the harbour", id, day("2031-05-12T20:00:00"));
  await tell(owner, "deadline_moved", "Bridge: the submission date moved", id, day("2031-05-12T21:00:00"));
  const job = await asJobOf(owner);
  // Eight in the morning in Los Angeles is three in the afternoon in UTC.
  expect(await listDigestReaders(job, day("2031-05-13T14:59:00"))).toEqual([]);
  const morning = day("2031-05-13T15:06:00");
  expect(await listDigestReaders(job, morning)).toEqual([owner.userId]);
  const self = await asJobOf(owner, owner.userId);
  const sent = await Promise.all([sendDigest(self, morning), sendDigest(self, morning), sendDigest(self, morning)]);
  expect(sent.filter(({ mailId }) => mailId !== null)).toHaveLength(1);
  expect(await listDigestReaders(job, day("2031-05-13T15:21:00"))).toEqual([]);
  const [mail, ...more] = await mailsTo(email);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe(`${owner.workspace.name}: 1 new, 1 changed, 1 due`);
  expect(mail?.body).toContain("New for “Lifts”: Lifts in the harbour");
  expect(mail?.body).toContain("2031-05-14 at 15:00 your time (America/Los_Angeles)");
  expect(mail?.body).toContain("Submission tomorrow: Bridge");
});

test("after days without a machine one mail tells all of it, and a day without anything has none", async () => {
  const { owner, email } = await aReader("Europe/Berlin");
  const { id } = await anOpportunity(owner, {});
  const self = await asJobOf(owner, owner.userId);
  expect(await sendDigest(self, day("2031-05-01T07:00:00"))).toEqual({ mailId: null });
  await tell(owner, "opportunity_found", "Found on the second", id, day("2031-05-02T10:00:00"));
  await tell(owner, "opportunity_found", "Found on the third", id, day("2031-05-03T10:00:00"));
  await sendDigest(self, day("2031-05-04T15:00:00"));
  await sendDigest(self, day("2031-05-05T07:00:00"));
  const [mail, ...more] = await mailsTo(email);
  expect(more).toEqual([]);
  expect(mail?.body).toContain("Found on the second");
  expect(mail?.body).toContain("Found on the third");
  const { db } = await getDatabase();
  const days = await db.select().from(mailDigests).where(eq(mailDigests.userId, owner.userId)).orderBy(mailDigests.day);
  expect(days.map((row) => [row.day, row.lines])).toEqual([
    ["2031-05-01", 0],
    ["2031-05-04", 2],
    ["2031-05-05", 0],
  ]);
});

test("nobody is written to unasked; the link of a mail stops that person's mail without signing in, and nothing else", async () => {
  const { owner, caller, email } = await aReader("UTC");
  const ben = await aMember(owner);
  expect((await (await callerOf(ben)).notifications.settings()).hasMailDigest).toBe(false);
  const job = await asJobOf(owner);
  expect(await listDigestReaders(job, day("2031-05-13T09:00:00"))).toEqual([owner.userId]);
  await (await callerOf(ben)).notifications.updateSettings({ hasMailDigest: true });
  const { id } = await anOpportunity(owner, {});
  await tell(owner, "opportunity_found", "Found", id, day("2031-05-13T08:00:00"));
  await sendDigest(await asJobOf(owner, owner.userId), day("2031-05-13T09:00:00"));
  const [mail] = await mailsTo(email);
  const token = /unsubscribe\?token=(\S+)/.exec(mail?.body ?? "")?.[1] ?? "";
  const stranger = await asCaller();
  await expect(stranger.notifications.unsubscribe({ token: `${token}x` })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  expect((await caller.notifications.settings()).hasMailDigest).toBe(true);
  await stranger.notifications.unsubscribe({ token });
  await stranger.notifications.unsubscribe({ token });
  expect((await caller.notifications.settings()).hasMailDigest).toBe(false);
  expect((await (await callerOf(ben)).notifications.settings()).hasMailDigest).toBe(true);
  expect(await sendDigest(await asJobOf(owner, owner.userId), day("2031-05-14T09:00:00"))).toEqual({ mailId: null });
});

test("what a reader may not see any more is not told, and another workspace's news never is", async () => {
  const { owner, email } = await aReader("UTC");
  const other = await aWorkspace();
  const ben = await aMember(owner);
  await (await callerOf(ben)).notifications.updateSettings({ hasMailDigest: true });
  const { id } = await anOpportunity(owner, { title: "Quiet" });
  const now = day("2031-05-13T09:00:00");
  const before = day("2031-05-13T08:00:00");
  await tell(ben, "opportunity_found", "Quiet", id, before);
  await tell({ ...other, userId: owner.userId }, "opportunity_found", "Foreign", newId(), before);
  await (await callerOf(owner)).opportunities.setVisibility({
    id,
    visibility: "restricted",
    memberIds: [owner.userId],
  });
  expect(await sendDigest(await asJobOf(owner, ben.userId), now)).toEqual({ mailId: null });
  expect(await sendDigest(await asJobOf(owner, owner.userId), now)).toEqual({ mailId: null });
  expect(await mailsTo(email)).toEqual([]);
});
