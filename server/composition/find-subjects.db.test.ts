import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { asCaller, signedIn } from "./testing/as-caller";

const database = openTestDatabase();

test("a job is listed with the name of what it is about, to those who may see that", async () => {
  const owner = await aWorkspace();
  const other = await aMember(owner, "admin");
  const [conversationId, queryId] = [newId(), newId()];
  const sql = database().sql;
  const w = owner.workspace.id;
  await sql`insert into conversations (workspace_id, id, title, created_by) values (${w}, ${conversationId}, 't', ${owner.userId})`;
  await sql`insert into queries (workspace_id, id, conversation_id, position, question, created_by)
    values (${w}, ${queryId}, ${conversationId}, 1, 'When are quotations due?', ${owner.userId})`;
  const events = JSON.stringify([{ name: "query/asked", data: { workspaceId: w, userId: owner.userId, queryId } }]);
  await sql`insert into jobs.runs (id, function_id, event_id, events, share_key, concurrency_keys, concurrency_limits, rank_at)
    values ('run-1', 'outrider-answer-query', 'e', ${events}::text::jsonb, ${w}, '{}', '{}', now())`;
  const seenBy = async (userId: string) =>
    (await (await asCaller(await signedIn(userId, owner.workspace.slug))).jobs.list({})).jobs.map((job) => job.subject);
  expect(await seenBy(owner.userId)).toEqual(["When are quotations due?"]);
  expect(await seenBy(other.userId)).toEqual([null]);
});

test("a job about a tender, and one that gave up, are listed with the tender's name", async () => {
  const owner = await aWorkspace();
  const caller = await asCaller(await signedIn(owner.userId, owner.workspace.slug));
  const { id: opportunityId } = await caller.opportunities.create({ title: "Footbridge over the Elbe" });
  const [sql, w] = [database().sql, owner.workspace.id];
  const events = JSON.stringify([{ name: "opportunity/reading.requested", data: { workspaceId: w, opportunityId } }]);
  await sql`insert into jobs.runs (id, function_id, event_id, events, share_key, concurrency_keys, concurrency_limits, rank_at, status)
    values ('run-2', 'outrider-read-tender', 'e2', ${events}::text::jsonb, ${w}, '{}', '{}', now(), 'failed')`;
  await sql`insert into jobs.dead_letters (id, run_id, function_id, share_key, reason, error, attempts)
    values ('letter-2', 'run-2', 'outrider-read-tender', ${w}, 'No room', '{}', 3)`;
  expect((await caller.jobs.list({ status: "failed" })).jobs[0]?.subject).toBe("Footbridge over the Elbe");
  expect((await caller.jobs.deadLetters({})).deadLetters[0]).toMatchObject({
    id: "letter-2",
    subject: "Footbridge over the Elbe",
    reason: "No room",
  });
});
