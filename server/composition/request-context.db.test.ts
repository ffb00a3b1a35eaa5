import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { mailOutbox, users } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { baseUrl } from "@/lib/env";
import { inSystem } from "@/server/platform/workspace-context";
import { createApiKey } from "@/server/workspaces/api-keys/create-api-key";
import { createRequestContext } from "./request-context";
import { asCaller, signedIn } from "./testing/as-caller";

const database = openTestDatabase();
const contextOf = (headers: Record<string, string>, slug?: string) =>
  createRequestContext(new Request(`${baseUrl}/api/trpc`, { headers }), slug);
const refusal = async (headers: Record<string, string>, slug?: string) =>
  (await contextOf(headers, slug)).workspace().then(
    () => "in",
    (error: { code: string }) => error.code,
  );

test("a workspace is entered by its members only, however it is named", async () => {
  const [own, foreign] = [await aWorkspace(), await aWorkspace()];
  const headers = await signedIn(own.userId);
  const named = (slug: string) => ({ ...headers, "x-outrider-workspace": slug });
  expect(await refusal(named(own.workspace.slug))).toBe("in");
  expect(await refusal(headers, own.workspace.slug)).toBe("in");
  for (const name of [foreign.workspace.slug, foreign.workspace.id, "no-such-workspace", "*", "' or true --"]) {
    expect(await refusal(named(name)), name).toBe("not_found");
    expect(await refusal(headers, name), name).toBe("not_found");
  }
  expect(await refusal({ "x-outrider-workspace": own.workspace.slug })).toBe("unauthenticated");
  expect(await refusal(headers)).toBe("invalid");
});

test("a key works in its own workspace and cannot be pointed at another", async () => {
  const [own, foreign] = [await aWorkspace(), await aWorkspace()];
  const { token } = await createApiKey(own, { name: "k", scope: "write" });
  const authorization = `Bearer ${token}`;
  const ctx = await contextOf({ authorization });
  expect(await ctx.workspace()).toMatchObject({ workspace: own.workspace, role: "member", actor: { kind: "apiKey" } });
  expect(ctx.user).toBeNull();
  expect(await refusal({ authorization, "x-outrider-workspace": foreign.workspace.slug })).toBe("not_found");
});

test("a key that is not valid is not saved by a cookie that is", async () => {
  const own = await aWorkspace();
  const headers = await signedIn(own.userId, own.workspace.slug);
  for (const authorization of ["Bearer ork_wrong", "Bearer ", "Basic YTpi", "ork_wrong", `Bearer ${"x".repeat(500)}`]) {
    expect(await refusal({ ...headers, authorization }), authorization).toBe("unauthenticated");
    expect((await contextOf({ ...headers, authorization })).user).toBeNull();
  }
});

test("a cookie that we did not seal is nobody's", async () => {
  const own = await aWorkspace();
  const headers = await signedIn(own.userId, own.workspace.slug);
  const [name, value = ""] = headers.cookie?.split("=") ?? [];
  for (const forged of ["", "x", value.slice(0, -4), `${value.slice(0, -4)}AAAA`, "eyJhbGciOiJub25lIn0.e30."]) {
    expect((await contextOf({ ...headers, cookie: `${name}=${forged}` })).user, forged).toBeNull();
  }
});

test("while sessions, people, members or keys cannot be looked up, nobody is let in, not even who was a moment ago", async () => {
  const own = await aWorkspace();
  const headers = await signedIn(own.userId, own.workspace.slug);
  const { token } = await createApiKey(own, { name: "k", scope: "read" });
  const callers = { person: headers, key: { authorization: `Bearer ${token}` } };
  const needs = { sessions: ["person"], users: ["person", "key"], members: ["person", "key"], api_keys: ["key"] };
  let at = Date.now();
  /** What is remembered of a look-up lasts for seconds. */
  const forgotten = () => {
    at += 6_000;
    vi.useFakeTimers({ toFake: ["Date"], now: at });
  };
  try {
    for (const [table, turnedAway] of Object.entries(needs)) {
      for (const [name, of] of Object.entries(callers)) {
        if (!turnedAway.includes(name)) continue;
        forgotten();
        expect(await refusal(of), `${name} before`).toBe("in");
        await database().sql.unsafe(`alter table ${table} rename to ${table}_gone`);
        forgotten();
        const answer = await refusal(of).catch(() => "failed");
        await database().sql.unsafe(`alter table ${table}_gone rename to ${table}`);
        expect(answer, `${name} without ${table}`).not.toBe("in");
      }
    }
  } finally {
    vi.useRealTimers();
  }
});

test("an Idempotency-Key that could not be stored is refused", async () => {
  expect((await contextOf({ "idempotency-key": "abc-123" })).idempotencyKey).toBe("abc-123");
  await expect(contextOf({ "idempotency-key": "x".repeat(201) })).rejects.toMatchObject({ code: "invalid" });
});

test("links in mails name the configured address, whatever the request claims", async () => {
  const own = await aWorkspace();
  const [user] = await inSystem((tx) => tx.select().from(users).where(eq(users.id, own.userId)));
  const email = user?.email ?? "";
  const caller = await asCaller({
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "http",
    forwarded: "host=evil.example",
    origin: "https://evil.example",
  });
  await caller.identity.requestPasswordReset({ email });
  const [mail] = await inSystem((tx) => tx.select().from(mailOutbox).where(eq(mailOutbox.recipient, email)));
  expect(mail?.body).toContain(`${baseUrl}/reset-password?token=`);
  expect(`${mail?.subject} ${mail?.body}`).not.toContain("evil.example");
});

test("an invitation sent ten times with one key is one invitation and one mail", async () => {
  const own = await aWorkspace();
  const headers = { ...(await signedIn(own.userId, own.workspace.slug)), "idempotency-key": "invite-1" };
  const send = async () => (await asCaller(headers)).invitations.create({ email: "once@example.com", role: "viewer" });
  const answers = await Promise.all(Array.from({ length: 10 }, send));
  expect(new Set(answers.map((answer) => answer.link)).size).toBe(1);
  const mails = await inSystem((tx) =>
    tx.select().from(mailOutbox).where(eq(mailOutbox.recipient, "once@example.com")),
  );
  expect(mails).toHaveLength(1);
  const other = (await asCaller(headers)).invitations.create({ email: "twice@example.com", role: "viewer" });
  await expect(other).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a workspace made five times with one key is one workspace, and the key is good for no other request", async () => {
  const own = await aWorkspace();
  const headers = { ...(await signedIn(own.userId)), "idempotency-key": "found-1" };
  const make = async (name: string) => (await asCaller(headers)).workspaces.create({ name });
  const made = await Promise.all(Array.from({ length: 5 }, () => make("Twice Ltd")));
  expect(new Set([...made, await make("Twice Ltd")].map((workspace) => workspace.slug)).size).toBe(1);
  await expect(make("Other Ltd")).rejects.toMatchObject({ code: "CONFLICT" });
  // The same key of somebody else is another key.
  const other = await aWorkspace();
  const theirs = await asCaller({ ...(await signedIn(other.userId)), "idempotency-key": "found-1" });
  expect((await theirs.workspaces.create({ name: "Theirs" })).name).toBe("Theirs");
});
