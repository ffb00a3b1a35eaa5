import { sql } from "drizzle-orm";
import pino from "pino";
import { expect, test } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { collections } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { ConflictError } from "./errors";
import { logOptions } from "./logging";
import { inSystem, inWorkspace } from "./workspace-context";

const database = openTestDatabase();
const canary = "canary-7f3b the buyer's own words";

/** All that an error could give away, wherever it is written to. */
function told(error: unknown): string {
  const { message, stack, cause } = error as Error;
  return [message, stack, JSON.stringify(error), cause ? told(cause) : ""].join("\n");
}

/** What a log on disk would hold of it. */
function logged(error: unknown): string {
  const lines: string[] = [];
  pino({ ...logOptions, level: "info" }, { write: (line: string) => void lines.push(line) }).error(
    { err: error },
    "failed",
  );
  return lines.join("");
}

const caught = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

test("an error of the database tells no value, neither by its statement nor by the row that was refused", async () => {
  const ctx = await aWorkspace();
  const row = { workspaceId: ctx.workspace.id, number: 7, name: canary };
  const errors = [
    await caught(
      inWorkspace(ctx, async (tx) => {
        await tx.insert(collections).values(row);
        await tx.insert(collections).values({ ...row, id: ctx.collectionId });
      }),
    ),
    await caught(inWorkspace(ctx, (tx) => tx.execute(sql`select ${canary}::uuid`))),
    await caught(inSystem((tx) => tx.execute(sql`select count(*) from collections where name = ${canary}`))),
    await caught(inSystem((tx) => tx.execute(sql`insert into users (email, name) values (null, ${canary})`))),
  ];
  for (const error of errors) {
    expect(told(error)).not.toContain("canary");
    expect(told(error)).not.toMatch(/insert into|select /i);
    expect((error as Error).stack).toMatch(/\n\s+at /);
    const { code, cause } = error as { code?: string; cause?: { code?: string } };
    expect(code ?? cause?.code).toMatch(/^[0-9A-Z]{5}$/);
  }
});

test("no log holds a value that a statement of any other part carried", async () => {
  const error = await caught(database().sql`insert into users (email, name) values (null, ${canary})`);
  expect(JSON.stringify(error)).toContain("canary");
  expect(logged(error)).toContain("violates not-null constraint");
  for (const written of [error, new Error("a job failed", { cause: error })]) {
    expect(logged(written)).not.toContain("canary");
  }
});

test("what we say of a failed statement ourselves stays what it is", async () => {
  const ctx = await aWorkspace();
  const ours = inWorkspace(ctx, async (tx) => {
    const error = await caught(tx.execute(sql`select ${canary}::uuid`));
    throw new ConflictError("This is taken.", { cause: error });
  });
  const error = await caught(ours);
  expect(error).toBeInstanceOf(ConflictError);
  expect(told(error)).not.toContain("canary");
});
