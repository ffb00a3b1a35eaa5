import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { answerSentences, dependents, evidence, queries, type StreamEvent, streamEvents } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

export const erasedText = "This source was erased.";

/**
 * Takes the words of an erased document out of what was answered from it: sentences that rest on it, the passages that came nearest,
 * follow-up questions (they quote headings), and the streams on which all of that was told. Numbers and order stay, so that an old
 * answer still shows where something stood. The context must be the workspace itself. Safe to run twice.
 */
export async function clearErasedWords(ctx: WorkspaceContext, documentId: string): Promise<void> {
  const { sentenceIds, queryIds, people } = await inWorkspace(ctx, async (tx) => ({
    sentenceIds: await findSentences(tx, ctx, documentId),
    // A question's stream carries its id.
    queryIds: await findStreams(tx, ctx, documentId),
    people: await findPeople(tx, ctx),
  }));
  // Private conversations are seen by their authors only, so it is done once in the name of each, of those who left, too.
  for (const userId of people) {
    const asAuthor: WorkspaceContext = { ...ctx, actor: { kind: "job", userId, jobId: "clear-erased-words" } };
    await inWorkspace(asAuthor, async (tx) => {
      await clearSentences(tx, ctx, sentenceIds);
      await clearQuestions(tx, ctx, documentId, queryIds);
    });
  }
  // One transaction each: a document may have been cited by thousands.
  for (const queryId of queryIds) await inWorkspace(ctx, (tx) => clearStream(tx, ctx, queryId, documentId));
}

/** Everybody who is or ever was a member: whoever joined or did anything stands in the audit trail. */
async function findPeople(tx: Tx, ctx: WorkspaceContext): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select user_id::text as id from members where workspace_id = ${ctx.workspace.id}::uuid
    union select actor_id::text from audit_events where workspace_id = ${ctx.workspace.id}::uuid and actor_kind = 'user' and actor_id is not null`);
  return rows.map((row) => row.id);
}

async function findSentences(tx: Tx, ctx: WorkspaceContext, documentId: string): Promise<string[]> {
  const workspaceId = ctx.workspace.id;
  const rows = await tx
    .selectDistinct({ id: dependents.dependentId })
    .from(dependents)
    .innerJoin(evidence, and(eq(evidence.workspaceId, dependents.workspaceId), eq(evidence.id, dependents.evidenceId)))
    .where(
      and(
        eq(dependents.workspaceId, workspaceId),
        eq(dependents.kind, "answer_sentence"),
        eq(evidence.documentId, documentId),
      ),
    );
  return rows.map((row) => row.id);
}

const idsInStatement = 1_000;

async function clearSentences(tx: Tx, ctx: WorkspaceContext, sentenceIds: string[]): Promise<void> {
  for (let at = 0; at < sentenceIds.length; at += idsInStatement) {
    await tx
      .update(answerSentences)
      .set({ text: erasedText })
      .where(
        and(
          eq(answerSentences.workspaceId, ctx.workspace.id),
          inArray(answerSentences.id, sentenceIds.slice(at, at + idsInStatement)),
        ),
      );
  }
}

async function clearQuestions(tx: Tx, ctx: WorkspaceContext, documentId: string, queryIds: string[]): Promise<void> {
  const workspaceId = ctx.workspace.id;
  for (let at = 0; at < queryIds.length; at += idsInStatement) {
    await tx
      .update(queries)
      .set({ followUps: [] })
      .where(and(eq(queries.workspaceId, workspaceId), inArray(queries.id, queryIds.slice(at, at + idsInStatement))));
  }
  const near = await tx
    .select({ id: queries.id, nearest: queries.nearest })
    .from(queries)
    .where(
      and(eq(queries.workspaceId, workspaceId), sql`${queries.nearest} @> ${JSON.stringify([{ documentId }])}::jsonb`),
    );
  for (const { id, nearest } of near) {
    const cleared = nearest.map((passage) =>
      passage.documentId === documentId ? { ...passage, text: erasedText } : passage,
    );
    await tx
      .update(queries)
      .set({ nearest: cleared })
      .where(and(eq(queries.workspaceId, workspaceId), eq(queries.id, id)));
  }
}

async function findStreams(tx: Tx, ctx: WorkspaceContext, documentId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ streamId: streamEvents.streamId })
    .from(streamEvents)
    .where(
      and(
        eq(streamEvents.workspaceId, ctx.workspace.id),
        eq(streamEvents.type, "source"),
        sql`${streamEvents.data} ->> 'documentId' = ${documentId}`,
      ),
    );
  return rows.map((row) => row.streamId);
}

/** Attempts that were taken back stay on the stream, so each source is known by its attempt and its number. */
async function clearStream(tx: Tx, ctx: WorkspaceContext, streamId: string, documentId: string): Promise<void> {
  const told = await tx
    .select()
    .from(streamEvents)
    .where(
      and(
        eq(streamEvents.workspaceId, ctx.workspace.id),
        eq(streamEvents.streamId, streamId),
        inArray(streamEvents.type, ["source", "sentence"]),
      ),
    )
    .orderBy(asc(streamEvents.seq));
  const place = (event: StreamEvent, n: unknown) => `${event.generation} ${n}`;
  const erased = new Set(
    told.flatMap((event) =>
      event.type === "source" && event.data.documentId === documentId ? [place(event, event.data.n)] : [],
    ),
  );
  for (const event of told) {
    const isErased =
      event.type === "source"
        ? erased.has(place(event, event.data.n))
        : Array.isArray(event.data.citations) && event.data.citations.some((n) => erased.has(place(event, n)));
    if (!isErased) continue;
    const words = event.type === "source" ? { quote: erasedText } : { text: erasedText };
    // The log is append-only to everybody else, so nobody holds the right to update it.
    await tx
      .delete(streamEvents)
      .where(
        and(
          eq(streamEvents.workspaceId, ctx.workspace.id),
          eq(streamEvents.streamId, streamId),
          eq(streamEvents.seq, event.seq),
        ),
      );
    await tx.insert(streamEvents).values({ ...event, data: { ...event.data, ...words } });
  }
}
