import { eq, sql as raw } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { invitations, mailOutbox, members, outbox } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { baseUrl } from "@/lib/env";
import { newId } from "@/lib/ids";
import * as ports from "@/server/platform/ports";
import { inSystem, inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { findMembership, previewInvitation } from ".";
import { acceptInvitation } from "./invitations/accept-invitation";
import { inviteMember } from "./invitations/invite-member";
import { listInvitations } from "./invitations/list-invitations";
import { revokeInvitation } from "./invitations/revoke-invitation";
import { suspendMember } from "./members/suspend-member";

const database = openTestDatabase();
afterEach(() => {
  vi.useRealTimers();
});

/** Somebody with an account, and no part in the workspace. */
async function aStranger() {
  const { userId } = await aMember(await aWorkspace());
  const [row] = await inSystem((tx) => tx.select().from(members).where(eq(members.userId, userId)));
  if (!row) throw new Error("no member was made");
  return { userId, email: row.email, name: row.name };
}
async function invite(ctx: WorkspaceContext, email: string, role: "viewer" | "member" | "admin" = "member") {
  const { invitation, link } = await inviteMember(ctx, { email, role });
  return { id: invitation.id, link, token: new URL(link).searchParams.get("token") ?? "" };
}
const accept = (person: Awaited<ReturnType<typeof aStranger>>, token: string) =>
  acceptInvitation(person, token, newId());
const notValid = /not valid any more/;

test("who invites is told whether a mail goes out", async () => {
  const owner = await aWorkspace();
  const invited = async (email: string) => (await inviteMember(owner, { email, role: "member" })).isMailed;
  const transport = vi.spyOn(ports, "mailTransport").mockReturnValue(null);
  expect(await invited("by-hand@example.com")).toBe(false);
  transport.mockReturnValue({ deliver: vi.fn(), check: vi.fn() });
  expect(await invited("by-mail@example.com")).toBe(true);
  transport.mockRestore();
});

test("an invitation shows what is accepted, and accepting gives exactly that", async () => {
  const owner = await aWorkspace();
  const guest = await aStranger();
  const { token, link } = await invite(owner, guest.email, "viewer");
  expect(link.startsWith(`${baseUrl}/accept-invitation?token=`)).toBe(true);
  expect(await previewInvitation(token)).toMatchObject({
    email: guest.email,
    role: "viewer",
    workspace: owner.workspace,
  });
  expect(await accept(guest, token)).toEqual(owner.workspace);
  expect(await findMembership(guest.userId, owner.workspace.slug)).toMatchObject({ role: "viewer" });
});

test("the mail waits in the outbox with the link, and its sending is announced", async () => {
  const owner = await aWorkspace({ name: "Acme\r\nBcc: eve@evil.example" });
  const { link } = await invite(owner, "new@example.com");
  const [mail] = await inSystem((tx) =>
    tx.select().from(mailOutbox).where(eq(mailOutbox.recipient, "new@example.com")),
  );
  expect(mail?.body).toContain(link);
  expect(mail?.subject).not.toMatch(/[\r\n]/);
  const events = await inSystem((tx) => tx.select().from(outbox).where(eq(outbox.name, "mail/queued")));
  expect(events.map((event) => event.data)).toContainEqual({ mailId: mail?.id });
});

test("only the invited address can accept", async () => {
  const owner = await aWorkspace();
  const [guest, other] = [await aStranger(), await aStranger()];
  const { token } = await invite(owner, guest.email);
  await expect(accept(other, token)).rejects.toThrow(/is for/);
  expect(await findMembership(other.userId, owner.workspace.slug)).toBeNull();
  await accept(guest, token);
});

test("an invitation is used once, even by ten at once", async () => {
  const owner = await aWorkspace();
  const guest = await aStranger();
  const { token } = await invite(owner, guest.email);
  const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => accept(guest, token)));
  expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1);
  await expect(accept(guest, token)).rejects.toThrow(notValid);
});

test("a withdrawn, replaced or expired invitation is refused", async () => {
  const owner = await aWorkspace();
  const guest = await aStranger();
  const withdrawn = await invite(owner, guest.email);
  await revokeInvitation(owner, { id: withdrawn.id });
  await expect(accept(guest, withdrawn.token)).rejects.toThrow(notValid);
  const replaced = await invite(owner, guest.email, "admin");
  const newer = await invite(owner, guest.email, "viewer");
  await expect(accept(guest, replaced.token)).rejects.toThrow(notValid);
  expect((await listInvitations(owner)).map((one) => one.id)).toEqual([newer.id]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 8 * 24 * 60 * 60_000 });
  await expect(accept(guest, newer.token)).rejects.toThrow(notValid);
  await expect(previewInvitation(newer.token)).rejects.toThrow(notValid);
});

test("an invitation neither promotes a member nor lets a suspended one back in", async () => {
  const owner = await aWorkspace();
  const guest = await aStranger();
  const { token } = await invite(owner, guest.email, "admin");
  await inSystem((tx) =>
    tx.insert(members).values({ workspaceId: owner.workspace.id, ...guest, role: "viewer", suspendedAt: new Date() }),
  );
  await accept(guest, token);
  const [member] = await inWorkspace(owner, (tx) => tx.select().from(members).where(eq(members.userId, guest.userId)));
  expect(member).toMatchObject({ role: "viewer", suspendedAt: expect.any(Date) });
  await suspendMember(owner, { userId: guest.userId, isSuspended: false });
});

test("nobody invites above the own role, and no member a second time", async () => {
  const owner = await aWorkspace();
  const admin = await aMember(owner, "admin");
  const member = await aMember(owner);
  await expect(inviteMember(admin, { email: "x@example.com", role: "owner" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(invite(member, "x@example.com", "viewer")).rejects.toMatchObject({ code: "forbidden" });
  const guest = await aStranger();
  await accept(guest, (await invite(owner, guest.email)).token);
  await expect(invite(owner, guest.email)).rejects.toThrow(/already/);
});

test("another workspace can neither see nor withdraw an invitation", async () => {
  const [here, there] = [await aWorkspace(), await aWorkspace()];
  const { id } = await invite(there, "new@example.com");
  expect(await listInvitations(here)).toEqual([]);
  const said = (attempt: Promise<unknown>) => attempt.catch((error: Error) => error.message);
  expect(await said(revokeInvitation(here, { id }))).toBe(await said(revokeInvitation(here, { id: newId() })));
  expect((await listInvitations(there)).map((one) => one.id)).toEqual([id]);
});

test("the token itself is not stored", async () => {
  const owner = await aWorkspace();
  const { token } = await invite(owner, "new@example.com");
  expect(JSON.stringify(await inWorkspace(owner, (tx) => tx.select().from(invitations)))).not.toContain(token);
});

test("an invitation whose mail cannot be queued is not made, and its transaction ends in the workspace's role", async () => {
  const owner = await aWorkspace();
  const sql = database().sql;
  await sql.unsafe("alter table mail_outbox add constraint no_mail check (recipient <> 'never@example.com')");
  await expect(invite(owner, "never@example.com")).rejects.toThrow();
  expect(await listInvitations(owner)).toEqual([]);
  await sql.unsafe("alter table mail_outbox drop constraint no_mail");
  const role = await inWorkspace(owner, async (tx) => {
    await inviteMember(owner, { email: "again@example.com", role: "viewer" });
    const [row] = await tx.execute<{ role: string }>(raw`select current_user as role`);
    return row?.role;
  });
  expect(role).toBe("outrider_app");
});
