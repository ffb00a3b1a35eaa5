import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { matchKeys, notices, opportunities, opportunityDeadlines, opportunityFields } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { settleDeadlines } from "../deadlines/settle-deadlines";
import type { KnownOpportunity } from "../matching/match-notice";
import { chooseFields } from "../refresh/choose-fields";
import { ownColumns, searchText } from "../refresh/refresh-opportunity";
import { takeNumbers } from "../take-numbers";
import { effectiveStatus, fieldRow, statedDeadlineRow } from "./apply-notices";
import { mergeNotices } from "./merge-notices";
import type { NoticeFacts } from "./notice-facts";

/** A notice that is about nothing known, or about what another notice of the same batch is about. */
export interface NewNotice {
  id: string;
  facts: NoticeFacts;
  keys: readonly string[];
  row: Omit<typeof notices.$inferInsert, "workspaceId" | "opportunityId">;
}

/** An opportunity that will be made of its notices at the end of the batch. */
export interface PendingOpportunity {
  id: string;
  notices: NewNotice[];
  /** What later notices of the batch are compared with. */
  known: KnownOpportunity;
}

export function asKnown(id: string, notices: readonly NewNotice[]): KnownOpportunity {
  const facts = notices.map((notice) => notice.facts);
  const [first] = facts;
  return {
    id,
    title: facts.find(({ title }) => title)?.title ?? nameOf(first),
    buyer: facts.find(({ buyer }) => buyer)?.buyer ?? null,
    references: facts.flatMap(({ reference }) => reference ?? []),
    procedureKeys: facts.flatMap(({ procedureKey }) => procedureKey ?? []),
    deadlines: facts.flatMap(({ deadlines }) => deadlines),
    value: facts.find(({ value }) => value !== null)?.value ?? null,
    mentions: facts.flatMap(({ mentions }) => mentions ?? []),
    summaries: facts.flatMap(({ summary }) => summary ?? []),
    categories: facts.flatMap(({ categories }) => categories),
    publishedAt: facts.find(({ publishedAt }) => publishedAt)?.publishedAt ?? null,
    listedBy: notices.flatMap(({ row }) => (row.sourceId ? [{ sourceId: row.sourceId, key: row.noticeKey }] : [])),
  };
}

/**
 * Makes opportunities of notices that nothing known is about, all at once: what applying and refreshing would find one by one, some twenty
 * statements each, is worked out beforehand and written in six.
 */
export async function makeOpportunities(
  tx: Tx,
  ctx: WorkspaceContext,
  collectionId: string,
  pending: readonly PendingOpportunity[],
): Promise<void> {
  if (pending.length === 0) return;
  const workspaceId = ctx.workspace.id;
  const first = await takeNumbers(tx, ctx);
  const made = pending.map((one, index) =>
    workOut(one, { workspaceId, collectionId, number: first + index, createdBy: ctx.actor.userId }),
  );
  await tx.insert(opportunities).values(made.map(({ opportunity }) => opportunity));
  await tx
    .insert(notices)
    .values(
      pending.flatMap(({ id, notices: own }) => own.map(({ row }) => ({ workspaceId, opportunityId: id, ...row }))),
    );
  const fields = made.flatMap((one) => one.fields);
  if (fields.length > 0) await tx.insert(opportunityFields).values(fields);
  const deadlines = made.flatMap((one) => one.deadlines);
  if (deadlines.length > 0) await tx.insert(opportunityDeadlines).values(deadlines);
  const keys = pending.flatMap(({ id, notices: own }) =>
    [...new Set(own.flatMap((notice) => notice.keys))].map((key) => ({ id, key })),
  );
  // Some twenty-five of each: as two lists in one statement that is always the same, not as thousands of parameters.
  if (keys.length > 0)
    await tx.execute(sql`
      insert into ${matchKeys} (workspace_id, match_key, opportunity_id)
      select ${workspaceId}::uuid, k.match_key, k.opportunity_id
      from unnest(${sql.param(keys.map(({ key }) => key))}::text[], ${sql.param(keys.map(({ id }) => id))}::uuid[]) as k(match_key, opportunity_id)`);
}

interface Frame {
  workspaceId: string;
  collectionId: string;
  number: number;
  createdBy: string | null;
}

function workOut({ id, notices: own }: Pick<PendingOpportunity, "id" | "notices">, frame: Frame) {
  const at = { workspaceId: frame.workspaceId, opportunityId: id };
  const merged = mergeNotices(
    own.map(({ id: noticeId, facts, row }) => ({
      id: noticeId,
      facts,
      sourceId: row.sourceId ?? null,
      scheme: row.scheme,
      publishedAt: row.publishedAt ?? null,
      readAt: row.readAt as Date,
    })),
  );
  // What the choice looks at and a row has only once it is stored.
  const undecided = { chosenBy: null, createdAt: new Date(), decidedBy: null, decidedAt: null };
  const fields = merged.fields.map((field) => fieldRow(at, field));
  const chosen = chooseFields(fields.map((field) => ({ ...field, ...undecided })));
  for (const field of fields) field.isChosen = chosen.has(field.id);
  const deadlines = merged.deadlines.map((deadline) => statedDeadlineRow(at, deadline));
  const weighed = () => deadlines.map((one) => ({ ...one, ...undecided }));
  for (const kind of new Set(deadlines.map((one) => one.kind))) {
    const states = settleDeadlines(weighed().filter((one) => one.kind === kind));
    for (const one of deadlines) one.state = states.get(one.id) ?? one.state;
  }
  const name = { title: nameOf(own[0]?.facts), number: frame.number, tags: [] };
  const columns = ownColumns(
    fields.filter(({ isChosen }) => isChosen),
    weighed(),
    name,
  );
  const country = own.toReversed().find(({ facts }) => facts.country)?.facts.country;
  const opportunity = {
    ...frame,
    id,
    ...columns,
    searchText: searchText({ ...name, ...columns }),
    sourceIds: [...new Set(own.flatMap(({ row }) => row.sourceId ?? []))],
    procedureStatus: effectiveStatus(merged.status, columns),
    lastNoticeAt: merged.lastNoticeAt,
    ...(country ? { country } : {}),
  };
  return { opportunity, fields, deadlines };
}

/** What it is called where no notice gives it a title. */
export function nameOf(facts: Pick<NoticeFacts, "title" | "reference" | "summary"> | undefined): string {
  return facts?.title ?? facts?.reference ?? facts?.summary?.slice(0, 120) ?? "Notice without a title";
}
