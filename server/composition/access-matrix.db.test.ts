import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { members, users } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { type Permission, permissions, type Role, roleMay, roles } from "@/lib/vocabulary/workspaces";
import { inSystem } from "@/server/platform/workspace-context";
import { createApiKey } from "@/server/workspaces/api-keys/create-api-key";
import { suspendMember } from "@/server/workspaces/members/suspend-member";
import { appRouter } from "./router";
import { asCaller, signedIn } from "./testing/as-caller";
import { opportunityAccess } from "./testing/opportunity-access";
import { pipelineAccess, pipelineRouters } from "./testing/pipeline-access";

openTestDatabase();

/**
 * Who may call what, of the procedures about people, about what is watched and about opportunities and the work on them. `anybody`: also strangers. `person`: whoever is signed in. `operator`.
 * A permission: members (and keys) whose role holds it. `member`: every member. `noKeys`: people only.
 */
type Rule = "anybody" | "person" | "operator" | "member" | Permission;
const table: Record<string, { rule: Rule; noKeys?: true; input?: (world: World) => unknown }> = {
  "identity.signUp": {
    rule: "anybody",
    input: () => ({ email: fresh(), name: "New", password: "violet kettle north harbour" }),
  },
  "identity.requestPasswordReset": { rule: "anybody", input: () => ({ email: fresh() }) },
  // Refused for the token, by everybody alike: let in, then told that the link is not valid.
  "identity.resetPassword": {
    rule: "anybody",
    input: () => ({ token: "x".repeat(43), password: "violet kettle north harbour" }),
  },
  "identity.me": { rule: "person" },
  "identity.updateProfile": { rule: "person", input: () => ({ name: "Ada Example" }) },
  "identity.changePassword": {
    rule: "person",
    input: () => ({ currentPassword: "wrong", newPassword: "violet kettle north harbour" }),
  },
  "identity.requestEmailChange": { rule: "person", input: () => ({ email: fresh(), password: "wrong" }) },
  "identity.confirmEmailChange": { rule: "anybody", input: () => ({ token: "x".repeat(43), email: fresh() }) },
  "identity.listSessions": { rule: "person" },
  "identity.revokeSession": { rule: "person", input: () => ({ id: newId() }) },
  "identity.revokeOtherSessions": { rule: "person" },
  "identity.claimOperator": { rule: "person", input: () => ({ setupToken: "guess" }) },
  "identity.listOutgoingMails": { rule: "operator", input: () => ({}) },
  "installation.init": {
    rule: "anybody",
    input: () => ({ email: fresh(), password: "violet kettle north harbour", workspace: "Acme", setupToken: "guess" }),
  },
  "workspaces.list": { rule: "person" },
  "workspaces.create": { rule: "person", input: () => ({ name: "Another" }) },
  "workspaces.get": { rule: "member" },
  "workspaces.rename": { rule: "workspace:manage", input: () => ({ name: "Renamed" }) },
  "workspaces.transfer": { rule: "workspace:transfer", noKeys: true, input: () => ({ userId: newId() }) },
  "workspaces.leave": { rule: "member", noKeys: true },
  "workspaces.remove": {
    rule: "workspace:delete",
    noKeys: true,
    input: () => ({ name: "not its name", password: "wrong" }),
  },
  "workspaces.deleteAccount": { rule: "person", input: () => ({ password: "wrong" }) },
  "members.list": { rule: "members:read" },
  "members.changeRole": { rule: "members:manage", input: ({ target }) => ({ userId: target, role: "viewer" }) },
  "members.suspend": { rule: "members:manage", input: ({ target }) => ({ userId: target, isSuspended: false }) },
  "members.remove": { rule: "members:manage", input: () => ({ userId: newId() }) },
  "members.setOwnTimeZone": { rule: "member", input: () => ({ timeZone: "Europe/Berlin" }) },
  "invitations.list": { rule: "members:manage" },
  "invitations.create": { rule: "members:manage", input: () => ({ email: fresh(), role: "viewer" }) },
  "invitations.revoke": { rule: "members:manage", input: () => ({ id: newId() }) },
  "invitations.accept": { rule: "person", input: () => ({ token: "x".repeat(43) }) },
  "apiKeys.list": { rule: "api-keys:manage" },
  "apiKeys.create": { rule: "api-keys:manage", noKeys: true, input: () => ({ name: "k", scope: "read" }) },
  "apiKeys.revoke": { rule: "api-keys:manage", input: () => ({ id: newId() }) },
  "audit.list": { rule: "audit:read", input: () => ({}) },
  "audit.verify": { rule: "audit:read" },
  "audit.export": { rule: "audit:read", input: () => ({}) },
  "sources.list": { rule: "sources:read", input: () => ({}) },
  "sources.get": { rule: "sources:read", input: () => ({ id: newId() }) },
  "sources.preview": { rule: "sources:manage", input: () => ({ url: "http://127.0.0.1:9/" }) },
  "sources.create": { rule: "sources:manage", input: () => ({ url: "http://127.0.0.1:9/", kind: "site" }) },
  "sources.import": { rule: "sources:manage", input: () => ({ text: "url", fileName: "none.csv" }) },
  "sources.update": { rule: "sources:manage", input: () => ({ id: newId(), name: "Renamed" }) },
  "sources.remove": { rule: "sources:manage", input: () => ({ id: newId() }) },
  "sources.scan": { rule: "sources:scan", input: () => ({ id: newId() }) },
  "sources.run": { rule: "sources:read", input: () => ({ id: newId() }) },
  "sources.cancelRun": { rule: "sources:scan", input: () => ({ id: newId() }) },
  "sources.setCredential": {
    rule: "sources:credentials",
    input: () => ({ sourceId: newId(), loginUrl: "https://127.0.0.1/", username: "a", password: "b" }),
  },
  "sources.removeCredential": { rule: "sources:credentials", input: () => ({ id: newId() }) },
  "sources.pages": { rule: "sources:read", input: () => ({ sourceId: newId() }) },
  "sources.records": { rule: "sources:read", input: () => ({ sourceId: newId() }) },
  "sources.retention": { rule: "sources:read" },
  "sources.setRetention": { rule: "workspace:manage", input: () => ({ retention: { keep: "all" } }) },
  "changes.archive": { rule: "sources:scan", input: () => ({ ids: [newId()] }) },
  "listingRules.get": { rule: "sources:read", input: () => ({ id: newId() }) },
  "listingRules.test": { rule: "sources:manage", input: () => ({ sourceId: newId(), rule: byPath }) },
  "listingRules.set": { rule: "sources:manage", input: () => ({ sourceId: newId(), rule: byPath }) },
  "listingRules.choose": { rule: "sources:manage", input: () => ({ sourceId: newId(), ruleId: null }) },
  "fixTasks.list": { rule: "sources:manage", input: () => ({}) },
  "fixTasks.get": { rule: "sources:manage", input: () => ({ id: newId() }) },
  "fixTasks.page": { rule: "sources:manage", input: () => ({ id: newId() }) },
  "fixTasks.open": { rule: "sources:manage", input: () => ({ sourceId: newId() }) },
  "fixTasks.propose": {
    rule: "sources:manage",
    input: () => ({ id: newId(), clicks: [{ field: "title", node: 1 }] }),
  },
  "fixTasks.applyRule": { rule: "sources:manage", input: () => ({ id: newId(), rule: byPath }) },
  "fixTasks.dismiss": { rule: "sources:manage", input: () => ({ id: newId() }) },
  "changes.list": { rule: "sources:read", input: () => ({}) },
  "changes.get": { rule: "sources:read", input: () => ({ id: newId() }) },
  "changes.markSeen": { rule: "sources:read", input: () => ({ until: new Date().toISOString() }) },
  "notifications.list": { rule: "member", input: () => ({}) },
  "notifications.markRead": { rule: "member", input: () => ({}) },
  "notifications.settings": { rule: "member" },
  "notifications.updateSettings": { rule: "member", input: () => ({ hasMailDigest: true }) },
  // Refused for the token, by everybody alike.
  "notifications.unsubscribe": { rule: "anybody", input: () => ({ token: "guess" }) },
  ...opportunityAccess,
  ...pipelineAccess,
};

const byPath = { kind: "json", records: "$[*]", fields: { title: "$.title" } };

let number = 0;
const fresh = () => `fresh-${++number}-${newId().slice(-6)}@example.com`;

type Caller = "stranger" | "outsider" | "suspended" | Role | "operator" | "read key" | "write key" | "admin key";
interface World {
  target: string;
  slug: string;
  headers: (caller: Caller) => Promise<Record<string, string>>;
}

async function aWorld(): Promise<World> {
  const owner = await aWorkspace();
  const { slug } = owner.workspace;
  await aMember(owner, "owner");
  const people: Partial<Record<Caller, string>> = { owner: owner.userId };
  for (const role of roles) people[role] ??= (await aMember(owner, role)).userId;
  people.suspended = (await aMember(owner, "admin")).userId;
  await suspendMember(owner, { userId: people.suspended, isSuspended: true });
  people.outsider = (await aWorkspace()).userId;
  people.operator = (await aWorkspace()).userId;
  const operator = people.operator;
  await inSystem((tx) => tx.update(users).set({ isOperator: true }).where(eq(users.id, operator)));
  const keys = {
    "read key": (await createApiKey(owner, { name: "r", scope: "read" })).token,
    "write key": (await createApiKey(owner, { name: "w", scope: "write" })).token,
    "admin key": (await createApiKey(owner, { name: "a", scope: "admin" })).token,
  };
  return {
    slug,
    target: (await aMember(owner, "viewer")).userId,
    headers: async (caller) => {
      if (caller === "stranger") return { "x-outrider-workspace": slug };
      if (caller in keys) return { authorization: `Bearer ${keys[caller as keyof typeof keys]}` };
      return signedIn(people[caller] ?? "", slug);
    },
  };
}

const callers: Caller[] = [
  "stranger",
  "outsider",
  "suspended",
  ...roles,
  "operator",
  "read key",
  "write key",
  "admin key",
];
const roleOfCaller: Partial<Record<Caller, Role>> = {
  viewer: "viewer",
  member: "member",
  admin: "admin",
  owner: "owner",
  "read key": "viewer",
  "write key": "member",
  "admin key": "admin",
};
const isKey = (caller: Caller) => caller.endsWith("key");

/** What the table says must come back: let in, or turned away with which answer. */
function expected(rule: Rule, noKeys: boolean, caller: Caller): "in" | "unauthenticated" | "forbidden" | "not_found" {
  if (rule === "anybody") return "in";
  const isPerson = caller !== "stranger" && !isKey(caller);
  if (rule === "person") return isPerson ? "in" : "unauthenticated";
  if (rule === "operator") return caller === "operator" ? "in" : isPerson ? "forbidden" : "unauthenticated";
  if (caller === "stranger") return "unauthenticated";
  const role = roleOfCaller[caller];
  if (!role) return "not_found";
  if (rule !== "member" && !roleMay(role, rule)) return "forbidden";
  return noKeys && isKey(caller) ? "forbidden" : "in";
}

/** Turned away at the door, or let in (what happens inside is not this test's business). */
async function outcome(headers: Record<string, string>, path: string, input: unknown): Promise<string> {
  const caller = (await asCaller(headers)) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const [domain = "", name = ""] = path.split(".");
  try {
    await caller[domain]?.[name]?.(input);
    return "in";
  } catch (error) {
    const { cause } = error as { cause?: { code?: string; message?: string; constructor: { name: string } } };
    // An unknown subject, a wrong password and a wrong set-up token are told inside.
    const isInside =
      /(member|invitation|API key|notice|session|source|run|change|opportunity|requirement|proposal|amendment|document|collection|subject|comment|task|stage|saved search|question|calendar address) does not|set-up token|password is not right/.test(
        cause?.message ?? "",
      );
    return isInside || ["invalid", "conflict", "rate_limited", "unavailable", "blocked"].includes(cause?.code ?? "")
      ? "in"
      : (cause?.code ?? String(error));
  }
}

const ours = [
  "identity",
  "installation",
  "workspaces",
  "members",
  "invitations",
  "apiKeys",
  "audit",
  "sources",
  "fixTasks",
  "listingRules",
  "changes",
  "notices",
  "notifications",
  "opportunities",
  "requirements",
  "amendments",
  ...pipelineRouters,
];
const procedures = Object.keys(appRouter._def.procedures).filter((path) => ours.includes(path.split(".")[0] ?? ""));

test("every procedure about people, sources and opportunities is in the table, and nothing else", () => {
  expect(Object.keys(table).sort()).toEqual(procedures.sort());
});

describe("the table is what happens", () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });

  for (const [path, { rule, noKeys, input }] of Object.entries(table)) {
    test(`${path}: ${rule}`, async () => {
      const seen: Record<string, string> = {};
      const wanted: Record<string, string> = {};
      // Leaving changes the world; keys go first, because they leave with their maker.
      const here = path === "workspaces.leave" ? await aWorld() : world;
      for (const caller of callers.toReversed()) {
        seen[caller] = await outcome(await here.headers(caller), path, input?.(here));
        wanted[caller] = expected(rule, noKeys === true, caller);
      }
      expect(seen).toEqual(wanted);
    });
  }
});

test("strict inputs: nobody sets what is not theirs to set", async () => {
  const owner = await aWorkspace();
  const headers = await signedIn(owner.userId, owner.workspace.slug);
  const smuggled = {
    workspaceId: newId(),
    workspace_id: newId(),
    userId: owner.userId,
    role: "owner",
    isOperator: true,
    is_operator: true,
    status: "production",
    createdAt: "2020-01-01T00:00:00.000Z",
    costMicros: 0,
    suspendedAt: null,
    slug: "taken",
    tokenHash: "x",
  };
  for (const [path, { input }] of Object.entries(table)) {
    const plain = input?.({ slug: owner.workspace.slug, target: owner.userId, headers: async () => headers });
    if (!plain || typeof plain !== "object") continue;
    for (const [key, value] of Object.entries(smuggled)) {
      if (key in plain) continue;
      const caller = (await asCaller(headers)) as unknown as Record<
        string,
        Record<string, (input: unknown) => Promise<unknown>>
      >;
      const [domain = "", name = ""] = path.split(".");
      await expect(caller[domain]?.[name]?.({ ...plain, [key]: value }), `${path} with ${key}`).rejects.toMatchObject({
        code: expect.stringMatching(/BAD_REQUEST|FORBIDDEN/),
      });
    }
  }
  const [row] = await inSystem((tx) => tx.select().from(users).where(eq(users.id, owner.userId)));
  expect(row?.isOperator).toBe(false);
});

test("no reply tells a hash, a token or a password", async () => {
  const owner = await aWorkspace();
  await inSystem((tx) =>
    tx.update(users).set({ isOperator: true, passwordHash: "canary-hash" }).where(eq(users.id, owner.userId)),
  );
  await createApiKey(owner, { name: "canary", scope: "admin" });
  const caller = await asCaller(await signedIn(owner.userId, owner.workspace.slug));
  await caller.invitations.create({ email: fresh(), role: "viewer" });
  const replies = [
    await caller.identity.me(),
    await caller.identity.listSessions(),
    await caller.workspaces.list(),
    await caller.workspaces.get(),
    await caller.members.list(),
    await caller.invitations.list(),
    await caller.apiKeys.list(),
    await caller.audit.list({}),
    await caller.audit.verify(),
  ];
  const names = new Set<string>();
  const collect = (value: unknown): void => {
    if (!value || typeof value !== "object") return;
    for (const [name, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) names.add(name);
      collect(inner);
    }
  };
  collect(replies);
  expect([...names].filter((name) => /hash|token|password|secret|cipher|invitedBy|workspaceId/i.test(name))).toEqual(
    [],
  );
  expect(JSON.stringify(replies)).not.toContain("canary-hash");
});

test("every permission belongs to a role, and the owner holds all", () => {
  for (const permission of Object.keys(permissions) as Permission[]) expect(roleMay("owner", permission)).toBe(true);
});

test("members of another workspace stay where they are when its procedures are called with their ids", async () => {
  const [here, there] = [await aWorkspace(), await aWorkspace()];
  const caller = await asCaller(await signedIn(here.userId, here.workspace.slug));
  for (const attempt of [
    () => caller.members.remove({ userId: there.userId }),
    () => caller.members.changeRole({ userId: there.userId, role: "viewer" }),
    () => caller.workspaces.transfer({ userId: there.userId }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  const [row] = await inSystem((tx) => tx.select().from(members).where(eq(members.userId, there.userId)));
  expect(row?.role).toBe("owner");
});
