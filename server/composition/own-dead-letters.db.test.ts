import { expect, test } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { asCaller, signedIn } from "./testing/as-caller";

const database = openTestDatabase();

async function aLetter(id: string, functionId: string, shareKey: string, data: object) {
  const sql = database().sql;
  const events = JSON.stringify([{ name: "e", data }]);
  await sql`insert into jobs.runs (id, function_id, event_id, events, share_key, concurrency_keys, concurrency_limits, rank_at, status)
    values (${`run-${id}`}, ${functionId}, ${`e-${id}`}, ${events}::text::jsonb, ${shareKey}, '{}', '{}', now(), 'failed')`;
  await sql`insert into jobs.dead_letters (id, run_id, function_id, share_key, reason, error, attempts)
    values (${id}, ${`run-${id}`}, ${functionId}, ${shareKey}, 'The mail server did not take it', '{}', 9)`;
}

test("the operator sees what the installation's own jobs gave up on, and nothing of a workspace", async () => {
  const owner = await aWorkspace();
  const sql = database().sql;
  await sql`update users set is_operator = true where id = ${owner.userId}`;
  const mailId = newId();
  await sql`insert into mail_outbox (id, recipient, subject, body) values (${mailId}, 'bob@example.com', 'Join Acme', 'x')`;
  await aLetter("of-mail", "outrider-send-mail", "", { mailId });
  await aLetter("of-workspace", "outrider-read-snapshot", owner.workspace.id, { workspaceId: owner.workspace.id });
  const operator = await asCaller(await signedIn(owner.userId));
  expect((await operator.system.deadLetters()).deadLetters).toEqual([
    expect.objectContaining({ id: "of-mail", subject: "Join Acme (to bob@example.com)" }),
  ]);
  await expect(operator.system.replay({ id: "of-workspace" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
