import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { recordAudit } from "@/server/platform/audit";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { exportAudit } from "./audit/export-audit";
import { listAudit } from "./audit/list-audit";
import { verifyAudit } from "./audit/verify-audit";

const database = openTestDatabase();
const book = { names: async () => new Map<string, string>(), idsLike: async () => [] };

const record = (ctx: WorkspaceContext, action: string, detail: Record<string, unknown> = {}) =>
  inWorkspace(ctx, (tx) => recordAudit(tx, ctx, { action, detail }));
const page = { order: "newest", limit: 50, offset: 0 } as const;

async function aTrail(): Promise<WorkspaceContext> {
  const owner = await aWorkspace();
  for (const number of [1, 2, 3, 4]) await record(owner, "test.deed", { number, b: 1, a: { y: 2, x: [1, "two"] } });
  return owner;
}

test("a trail as it was written is intact", async () => {
  const owner = await aTrail();
  expect(await verifyAudit(owner)).toMatchObject({ isIntact: true, entries: 4, broken: null });
});

// The superuser of the database can do what no role of the product may; the chain shows it.
test.each([
  ["a changed deed", "update audit_events set action = 'test.other' where seq = 2 and workspace_id = $1", 2, /changed/],
  [
    "a changed detail",
    `update audit_events set detail = '{"number": 9}' where seq = 3 and workspace_id = $1`,
    3,
    /changed/,
  ],
  ["a changed actor", "update audit_events set actor_id = null where seq = 2 and workspace_id = $1", 2, /changed/],
  [
    "a changed time",
    "update audit_events set created_at = now() - interval '1 day' where seq = 1 and workspace_id = $1",
    1,
    /changed/,
  ],
  ["a removed entry", "delete from audit_events where seq = 2 and workspace_id = $1", 3, /missing/],
  [
    "an exchanged hash",
    "update audit_events set hash = repeat('0', 64) where seq = 2 and workspace_id = $1",
    2,
    /changed/,
  ],
])("the check finds %s", async (_, statement, seq, reason) => {
  const owner = await aTrail();
  await database().sql.unsafe(statement, [owner.workspace.id]);
  expect(await verifyAudit(owner)).toMatchObject({
    isIntact: false,
    broken: { seq, reason: expect.stringMatching(reason) },
  });
});

test("no role of the product changes or removes an entry", async () => {
  const owner = await aTrail();
  for (const role of ["outrider_app", "outrider_system"]) {
    for (const statement of [
      "update audit_events set action = 'x'",
      "delete from audit_events",
      "truncate audit_events",
    ]) {
      const attempt = database().sql.begin(async (tx) => {
        await tx`select set_config('role', ${role}, true), set_config('app.workspace_id', ${owner.workspace.id}, true)`;
        await tx.unsafe(statement);
      });
      await expect(attempt, `${role}: ${statement}`).rejects.toThrow(/permission denied/);
    }
  }
});

test("entries written at once still make one chain", async () => {
  const owner = await aWorkspace();
  await Promise.all(Array.from({ length: 20 }, (_, number) => record(owner, "test.parallel", { number })));
  expect(await verifyAudit(owner)).toMatchObject({ isIntact: true, entries: 20 });
});

test("search finds deeds, people and details of this workspace only", async () => {
  const [owner, other] = [await aTrail(), await aTrail()];
  await record(owner, "test.special", { file: "100%_plan" });
  expect((await listAudit(owner, book, { ...page, q: "special" })).total).toBe(1);
  expect((await listAudit(owner, book, { ...page, q: "100%_plan" })).total).toBe(1);
  expect((await listAudit(owner, book, { ...page, q: "100x_plan" })).total).toBe(0);
  expect((await listAudit(owner, book, { ...page, q: "ada example" })).total).toBe(5);
  expect((await listAudit(other, book, { ...page, q: "special" })).total).toBe(0);
  const { entries, total } = await listAudit(owner, book, { ...page, limit: 2, offset: 2 });
  expect([entries.map((entry) => entry.seq), total]).toEqual([[3, 2], 5]);
});

test("the file for a spreadsheet runs no formula, and its making is written down", async () => {
  const owner = await aWorkspace();
  await record(owner, `=HYPERLINK("https://evil.example")`);
  const { csv, entries } = await exportAudit(owner, book, {});
  expect(entries).toBe(1);
  expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  expect((await listAudit(owner, book, page)).entries[0]?.action).toBe("audit.export");
});

test("a member cannot read the audit", async () => {
  const member = await aMember(await aWorkspace());
  for (const attempt of [
    () => listAudit(member, book, page),
    () => verifyAudit(member),
    () => exportAudit(member, book, {}),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  }
});
