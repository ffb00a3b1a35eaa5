import { and, eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { members } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { baseUrl } from "@/lib/env";
import { newId } from "@/lib/ids";
import type { Role } from "@/lib/vocabulary/workspaces";
import { createRequestContext } from "@/server/composition/request-context";
import { asCaller, signedIn } from "@/server/composition/testing/as-caller";
import { announceLive } from "@/server/platform/live";
import { inSystem, type WorkspaceContext } from "@/server/platform/workspace-context";
import { createApiKey } from "@/server/workspaces/api-keys/create-api-key";
import { changeRole } from "@/server/workspaces/members/change-role";
import { suspendMember } from "@/server/workspaces/members/suspend-member";
import { GET as openLive } from "./live/route";

openTestDatabase();
afterEach(() => void vi.useRealTimers());

/** What headers are good for now: what a viewer may, what a member may, what an admin may. */
async function rights(headers: Record<string, string>): Promise<string> {
  const caller = await asCaller(headers);
  const name = `Made by ${newId()}`;
  const deeds = {
    reads: () => caller.collections.list({}),
    writes: () => caller.opportunities.create({ title: name }),
    manages: () => caller.collections.create({ name: `Folder ${name}` }),
  };
  const held: string[] = [];
  for (const [deed, attempt] of Object.entries(deeds)) {
    const refused = await attempt().then(
      () => false,
      (error: { code?: string }) => (error.code === "FORBIDDEN" ? true : Promise.reject(error)),
    );
    if (!refused) held.push(deed);
  }
  return held.join(" ");
}

const upAndDown: [Role, string][] = [
  ["admin", "reads writes manages"],
  ["viewer", "reads"],
  ["member", "reads writes"],
  ["viewer", "reads"],
];

test("a session and a key from before a change of role have the new rights at once, up and down", async () => {
  const owner = await aWorkspace();
  const member = await aMember(owner);
  const session = await signedIn(member.userId, owner.workspace.slug);
  const { token } = await createApiKey(member, { name: "k", scope: "write" });
  const key = { authorization: `Bearer ${token}` };
  expect(await rights(session)).toBe("reads writes");
  for (const [role, held] of upAndDown) {
    await changeRole(owner, { userId: member.userId, role });
    expect(await rights(session), role).toBe(held);
    // A key never has more than its scope.
    expect(await rights(key), role).toBe(held.replace(" manages", ""));
  }
});

test("in a process that was not told, they have them within five seconds", async () => {
  const owner = await aWorkspace();
  const member = await aMember(owner);
  const session = await signedIn(member.userId, owner.workspace.slug);
  const key = { authorization: `Bearer ${(await createApiKey(member, { name: "k", scope: "write" })).token}` };
  let now = Date.now();
  for (const [role, held] of upAndDown) {
    await rights(session);
    await rights(key);
    await inSystem((tx) =>
      tx
        .update(members)
        .set({ role })
        .where(and(eq(members.workspaceId, owner.workspace.id), eq(members.userId, member.userId))),
    );
    now += 5_000;
    vi.useFakeTimers({ toFake: ["Date"], now });
    expect(await rights(session), role).toBe(held);
    expect(await rights(key), role).toBe(held.replace(" manages", ""));
  }
});

/** What an open channel tells, as it comes. */
function hearing(reply: Response) {
  const heard = { text: "", isOver: false };
  const done = (async () => {
    for await (const piece of reply.body ?? []) heard.text += new TextDecoder().decode(piece);
    heard.isOver = true;
  })();
  return { heard, done };
}

test("a stream from before a change of role goes on for whoever may still read, is asked with the new role, and ends for who may not", async () => {
  const owner = await aWorkspace();
  const member = await aMember(owner, "admin");
  const headers = await signedIn(member.userId, owner.workspace.slug);
  const tell = (ctx: WorkspaceContext) => {
    const id = newId();
    announceLive(ctx, "document", id);
    return id;
  };
  // Who asked for the stream of an answer keeps the context of that request, and asks it again.
  const asked = await createRequestContext(new Request(`${baseUrl}/api/trpc`, { headers }));
  expect((await asked.workspace()).role).toBe("admin");
  const live = hearing(
    await openLive(new Request(`${baseUrl}/api/live?workspace=${owner.workspace.slug}`, { headers })),
  );
  for (const role of ["viewer", "member", "admin", "viewer"] as const) {
    await changeRole(owner, { userId: member.userId, role });
    expect((await asked.recheckWorkspace()).role).toBe(role);
    const id = tell(owner);
    await expect.poll(() => live.heard.text, { timeout: 60_000 }).toContain(id);
    expect(live.heard.isOver).toBe(false);
  }
  await suspendMember(owner, { userId: member.userId, isSuspended: true });
  const since = performance.now();
  await live.done;
  expect(performance.now() - since).toBeLessThan(5_000);
  await expect(asked.recheckWorkspace()).rejects.toMatchObject({ code: "not_found" });
  expect(live.heard.text).not.toContain(tell(owner));
});
