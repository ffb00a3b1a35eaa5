import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import {
  apiKeys,
  buyerQuestions,
  collections,
  conversations,
  documents,
  fixTasks,
  invitations,
  members,
  notices,
  opportunities,
  queries,
  requirements,
  sourceRuns,
  sources,
} from "@/drizzle/schema";
import { containing } from "@/lib/like-pattern";
import { readInWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { NameBook } from "@/server/workspaces";

const mostFound = 200;

/** Where the things that jobs and deeds are about keep their names. Each table lets the actor see no more than its own screens do. */
const named: { table: PgTable & { workspaceId: SQLWrapper }; id: SQLWrapper; name: SQLWrapper }[] = [
  { table: documents, id: documents.id, name: documents.title },
  { table: queries, id: queries.id, name: queries.question },
  { table: sources, id: sources.id, name: sources.name },
  { table: opportunities, id: opportunities.id, name: opportunities.title },
  { table: members, id: members.userId, name: members.name },
  { table: collections, id: collections.id, name: collections.name },
  { table: conversations, id: conversations.id, name: conversations.title },
  { table: notices, id: notices.id, name: notices.title },
  { table: invitations, id: invitations.id, name: invitations.email },
  { table: apiKeys, id: apiKeys.id, name: apiKeys.name },
  { table: buyerQuestions, id: buyerQuestions.id, name: buyerQuestions.text },
  { table: fixTasks, id: fixTasks.id, name: fixTasks.matter },
  { table: requirements, id: requirements.id, name: sql`coalesce(${requirements.ref}, ${requirements.text})` },
  {
    table: sourceRuns,
    id: sourceRuns.id,
    name: sql`(select name from sources s where s.workspace_id = ${sourceRuns.workspaceId} and s.id = ${sourceRuns.sourceId})`,
  },
];

/** What documents, questions, people and other things are called, by id, as far as the actor may see them. */
export async function findSubjects(ctx: WorkspaceContext, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = sql.param(ids);
  const rows = await inEachTable(ctx, ({ id }) => sql`${id} = any(${wanted}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Names for the floors below, which do not know what the things are that their entries are about. */
export const nameBook: NameBook = {
  names: findSubjects,
  idsLike: async (ctx, text) => {
    const like = containing(text);
    const rows = await inEachTable(ctx, ({ name }) => sql`${name} ilike ${like} limit ${mostFound}`);
    return rows.map(({ id }) => id);
  },
};

/** `matching` may end in a limit, which then counts for each table. */
function inEachTable(ctx: WorkspaceContext, matching: (one: (typeof named)[number]) => SQL) {
  const parts = named.map(
    (one) =>
      sql`(select ${one.id} as id, left(${one.name}, 300) as name from ${one.table}
        where ${one.table.workspaceId} = ${ctx.workspace.id} and ${one.name} is not null and ${matching(one)})`,
  );
  return readInWorkspace(ctx, (tx) =>
    tx.execute<{ id: string; name: string }>(sql`${sql.join(parts, sql` union all `)}`),
  );
}
