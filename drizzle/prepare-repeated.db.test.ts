import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { inWorkspace } from "@/server/platform/workspace-context";
import { RepeatedTexts } from "./prepare-repeated";
import { openTestDatabase } from "./testing";

openTestDatabase();

test("a text that comes again is prepared, and the database keeps no more of them than agreed", () => {
  const texts = new RepeatedTexts();
  expect([texts.repeats("a"), texts.repeats("a"), texts.repeats("a")]).toEqual([false, true, true]);
  const long = "x".repeat(10_000);
  expect([texts.repeats(long), texts.repeats(long)]).toEqual([false, false]);
  let prepared = 0;
  for (let i = 0; i < 2_000; i++) {
    texts.repeats(`select ${i}`);
    if (texts.repeats(`select ${i}`)) prepared++;
  }
  expect(prepared).toBeLessThanOrEqual(500);
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
