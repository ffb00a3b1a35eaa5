import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { collectionMembers, collections, members } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { inSystem, inWorkspace } from "./workspace-context";

const database = openTestDatabase();

test("a workspace reads its own rows and none of another's", async () => {
  const [a, b] = [await aWorkspace(), await aWorkspace()];
  const seen = await inWorkspace(a, (tx) => tx.select().from(members));
  expect(seen.map((member) => member.userId)).toEqual([a.userId]);
  const foreign = await inWorkspace(a, (tx) => tx.select().from(collections).where(eq(collections.id, b.collectionId)));
  expect(foreign).toEqual([]);
});

test("writing a row into another workspace is refused", async () => {
  const [a, b] = [await aWorkspace(), await aWorkspace()];
  const attempt = inWorkspace(a, (tx) =>
    tx.insert(collections).values({ workspaceId: b.workspace.id, number: 7, name: "stolen" }),
  );
  await expect(attempt).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("nothing can be read once the role is taken on without a workspace", async () => {
  await aWorkspace();
  const attempt = database().sql.begin(async (tx) => {
    await tx`select set_config('role', 'outrider_app', true)`;
    return tx`select * from collections`;
  });
  await expect(attempt).rejects.toThrow(/app\.workspace_id|uuid/);
});

test("a transaction of one workspace refuses to become another's", async () => {
  const [a, b] = [await aWorkspace(), await aWorkspace()];
  const attempt = inWorkspace(a, () => inWorkspace(b, (tx) => tx.select().from(collections)));
  await expect(attempt).rejects.toThrow(/another workspace/);
});

test("the installation's role cannot read a workspace's collections", async () => {
  await aWorkspace();
  await expect(inSystem((tx) => tx.select().from(collections))).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("a restricted collection is seen by its members only", async () => {
  const owner = await aWorkspace();
  const other = await aMember(owner);
  const id = newId();
  await inWorkspace(owner, async (tx) => {
    await tx.insert(collections).values({ workspaceId: owner.workspace.id, id, number: 1, name: "Board" });
    await tx
      .insert(collectionMembers)
      .values({ workspaceId: owner.workspace.id, collectionId: id, userId: owner.userId });
    await tx.update(collections).set({ visibility: "restricted" }).where(eq(collections.id, id));
  });
  const names = (ctx: typeof owner | typeof other) =>
    inWorkspace(ctx, async (tx) => (await tx.select().from(collections)).map((row) => row.name).sort());
  expect(await names(owner)).toEqual(["Board", "General"]);
  expect(await names(other)).toEqual(["General"]);
});

test("the very first statement already runs in the role and the workspace, on connections old and new", async () => {
  const ctxs = await Promise.all(Array.from({ length: 8 }, () => aWorkspace()));
  const firstOf = (ctx: (typeof ctxs)[number]) =>
    inWorkspace(ctx, (tx) =>
      tx.execute<{ role: string; workspace: string }>(
        sql`select current_user as role, current_setting('app.workspace_id') as workspace`,
      ),
    );
  for (let round = 0; round < 4; round++) {
    const seen = await Promise.all(ctxs.map(firstOf));
    expect(seen.map(([row]) => row?.workspace)).toEqual(ctxs.map((ctx) => ctx.workspace.id));
    expect(new Set(seen.map(([row]) => row?.role))).toEqual(new Set(["outrider_app"]));
  }
});

test("when the workspace cannot be entered, nothing of the work has happened", async () => {
  const own = await aWorkspace();
  const broken = { ...own, workspace: { ...own.workspace, id: "\u0000" } };
  const work = (tx: Parameters<Parameters<typeof inWorkspace>[1]>[0]) =>
    tx
      .insert(collections)
      .values({ workspaceId: own.workspace.id, number: 9, name: "slipped in" })
      .then(() => "done");
  for (let round = 0; round < 3; round++) {
    await expect(inWorkspace(broken, work)).rejects.toThrow();
  }
  const rows = await database().sql`select 1 from collections where name = 'slipped in'`;
  expect(rows).toHaveLength(0);
});

test("a statement that fails takes the whole transaction with it, however it is caught", async () => {
  const own = await aWorkspace();
  const attempt = inWorkspace(own, async (tx) => {
    await tx.insert(collections).values({ workspaceId: own.workspace.id, number: 8, name: "half" });
    await tx.execute(sql`select 1 / 0`).catch(() => {});
  });
  await expect(attempt).rejects.toThrow();
  const rows = await inWorkspace(own, (tx) => tx.select().from(collections).where(eq(collections.name, "half")));
  expect(rows).toHaveLength(0);
});

test("a repeated statement is prepared on its connection and still reads each workspace's own rows", async () => {
  const workspaces = await Promise.all(Array.from({ length: 3 }, () => aWorkspace()));
  const read = (ctx: (typeof workspaces)[number]) =>
    inWorkspace(ctx, (tx) =>
      tx.execute<{ id: string }>(sql`select id from collections /* repeated */ where number >= ${0}`),
    );
  for (let round = 0; round < 8; round++) {
    for (const ctx of workspaces) expect((await read(ctx)).map((row) => row.id)).toEqual([ctx.collectionId]);
  }
  const [ctx] = workspaces;
  if (!ctx) return;
  const kept = await inWorkspace(ctx, (tx) =>
    tx.execute(sql`select 1 from pg_prepared_statements where statement like '%/* repeated */%'`),
  );
  expect(kept).toHaveLength(1);
});
