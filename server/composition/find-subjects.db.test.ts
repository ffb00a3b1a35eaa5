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
