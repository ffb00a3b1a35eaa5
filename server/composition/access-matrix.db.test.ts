import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { members, users } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { type Permission, permissions, type Role, roleMay, roles } from "@/lib/vocabulary/workspaces";
import { inSystem } from "@/server/platform/workspace-context";
import { createApiKey } from "@/server/workspaces/api-keys/create-api-key";
import { suspendMember } from "@/server/workspaces/members/suspend-member";
import { appRouter } from "./router";
import { type Access, accessTable, fresh } from "./testing/access-table";
import { asCaller, signedIn } from "./testing/as-caller";
import { callProcedure, procedures } from "./testing/inputs";

openTestDatabase();

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

/** Whether it is a mutation that is not declared to be one only by its form. */
const changes = (path: string) => {
  const procedure = procedures.find((known) => known.path === path);
  return procedure?.type === "mutation" && !procedure.meta?.isReading;
};

/** What the table says must come back: let in, or turned away with which answer. */
function expected(path: string, caller: Caller): "in" | "unauthenticated" | "forbidden" | "not_found" {
  const { rule, noKeys } = accessTable[path] as Access;
  if (rule === "anybody") return "in";
  const isPerson = caller !== "stranger" && !isKey(caller);
  if (rule === "person") return isPerson ? "in" : "unauthenticated";
  if (rule === "operator") return caller === "operator" ? "in" : isPerson ? "forbidden" : "unauthenticated";
  if (caller === "stranger") return "unauthenticated";
  const role = roleOfCaller[caller];
  if (!role) return "not_found";
  if (rule !== "member" && !roleMay(role, rule)) return "forbidden";
  if (caller === "read key" && changes(path)) return "forbidden";
  return noKeys && isKey(caller) ? "forbidden" : "in";
}

/** Turned away at the door, or let in (what happens inside is not this test's business). */
async function outcome(headers: Record<string, string>, path: string, input: unknown): Promise<string> {
  try {
    await callProcedure(headers, path, input);
    return "in";
  } catch (error) {
    // A stream tells its end by the error itself.
    const cause = ((error as Error).cause ?? error) as { code?: string; message?: string };
    // An unknown subject, a wrong password and a wrong set-up token are told inside.
    const isInside =
      /(member|invitation|API key|notice|session|source|run|change|opportunity|requirement|proposal|amendment|document|collection|subject|comment|task|stage|saved search|question|calendar address|job|collection|passage|version|answer|conversation) does not|set-up token|password is not right/.test(
        cause?.message ?? "",
      );
    return isInside || ["invalid", "conflict", "rate_limited", "unavailable", "blocked"].includes(cause?.code ?? "")
      ? "in"
      : (cause?.code ?? String(error));
  }
}

test("every procedure is in the table, and nothing else", () => {
  expect(Object.keys(accessTable).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
});

describe("the table is what happens", () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });

  for (const [path, { rule, input }] of Object.entries(accessTable)) {
    test(`${path}: ${rule}`, async () => {
      const seen: Record<string, string> = {};
      const wanted: Record<string, string> = {};
      // Leaving changes the world; keys go first, because they leave with their maker.
      const here = path === "workspaces.leave" ? await aWorld() : world;
      for (const caller of callers.toReversed()) {
        seen[caller] = await outcome(await here.headers(caller), path, input?.(here));
        wanted[caller] = expected(path, caller);
      }
      expect(seen).toEqual(wanted);
    });
  }
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
