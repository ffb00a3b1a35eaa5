import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Notice, notices } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { unsafeSeeingAllCollections, type WorkspaceContext } from "@/server/platform/workspace-context";
import { matchKeys } from "../matching/match-keys";
import { type KnownOpportunity, matchNotice } from "../matching/match-notice";
import { factsHash, steadyFacts } from "./facts-hash";
import { findCandidates, mostCandidates } from "./find-candidates";
import { asKnown, type NewNotice, type PendingOpportunity } from "./make-opportunities";
import type { NoticeFacts } from "./notice-facts";

export interface NoticeToRecord {
  facts: NoticeFacts;
  /** The page or file in which it was read. */
  documentId?: string | null;
  snapshotId?: string | null;
  /** Files of the buyer's that came with it. */
  attachmentIds?: readonly string[];
}

export interface RecordNoticesInput {
  sourceId?: string | null;
  /** Where an opportunity that is new is kept. */
  collectionId: string;
  notices: readonly NoticeToRecord[];
  readAt: Date;
}

export interface KeptNotice {
  notice: Pick<Notice, "id" | "opportunityId" | "matchedBy">;
  outcome: "added" | "changed" | "unchanged";
}

interface ReadNoticeToRecord extends NoticeToRecord {
  known: Notice | null;
  keys: string[];
  hash: string;
  candidates: KnownOpportunity[];
}

/** What is known of all notices of a batch, looked up together, and the opportunities that will be made of it. */
export interface Batch {
  input: RecordNoticesInput;
  /** Those that are recorded already with an opportunity that the actor may not see; they cannot be recorded twice. */
  hidden: ReadonlySet<NoticeToRecord>;
  read: ReadonlyMap<NoticeToRecord, ReadNoticeToRecord>;
  pending: Map<string, PendingOpportunity>;
  /** The same by the keys that they share with later notices. */
  pendingBy: Map<string, PendingOpportunity[]>;
}

/** A publisher's key may be of any length; the column and its index may not. */
const longestKey = 1_000;

const nameOfNotice = (scheme: string, key: string) => `${scheme} ${key.slice(0, longestKey)}`;

/** Looks up what is known of the notices, all at once. The caller holds `lockNotices`. */
export async function openBatch(
  tx: Tx,
  ctx: WorkspaceContext,
  input: RecordNoticesInput,
  some: readonly NoticeToRecord[],
): Promise<Batch> {
  const rows = await tx.select().from(notices).where(withKeys(ctx, some));
  const known = new Map(rows.map((row) => [nameOfNotice(row.scheme, row.noticeKey), row]));
  const read = some.map((one) => {
    const before = known.get(nameOfNotice(one.facts.scheme, one.facts.key)) ?? null;
    const facts = steadyFacts(before ? (before.facts as NoticeFacts) : null, one.facts);
    return { ...one, facts, known: before, keys: matchKeys(facts), hash: factsHash(facts) };
  });
  const candidates = await findCandidates(
    tx,
    ctx,
    read.map((one) => (one.known ? [] : one.keys)),
    input.collectionId,
  );
  return {
    input,
    hidden: await findHidden(tx, ctx, some, known),
    read: new Map(
      some.map((one, index) => [
        one,
        { ...(read[index] as (typeof read)[number]), candidates: candidates[index] ?? [] },
      ]),
    ),
    pending: new Map(),
    pendingBy: new Map(),
  };
}

function withKeys(ctx: WorkspaceContext, some: readonly NoticeToRecord[]) {
  const keys = some.map(({ facts }) => facts.key.slice(0, longestKey));
  return and(eq(notices.workspaceId, ctx.workspace.id), inArray(notices.noticeKey, keys));
}

async function findHidden(
  tx: Tx,
  ctx: WorkspaceContext,
  some: readonly NoticeToRecord[],
  known: ReadonlyMap<string, Notice>,
): Promise<Set<NoticeToRecord>> {
  const taken = await unsafeSeeingAllCollections(tx, ctx, () =>
    tx.select({ scheme: notices.scheme, key: notices.noticeKey }).from(notices).where(withKeys(ctx, some)),
  );
  const names = new Set(taken.map(({ scheme, key }) => nameOfNotice(scheme, key)));
  return new Set(
    some.filter(({ facts }) => {
      const name = nameOfNotice(facts.scheme, facts.key);
      return names.has(name) && !known.has(name);
    }),
  );
}

/** Keeps one notice: over what is known of it, with the opportunity that it is about, or as one that is about to be made. */
export async function keepNotice(
  tx: Tx,
  ctx: WorkspaceContext,
  batch: Batch,
  one: NoticeToRecord,
): Promise<KeptNotice> {
  const { facts, known, keys, hash, candidates, documentId, snapshotId } = batch.read.get(one) as ReadNoticeToRecord;
  if (known?.factsHash === hash) return { notice: known, outcome: "unchanged" };
  const { sourceId = null, readAt } = batch.input;
  const columns = {
    type: facts.type,
    procedureKey: facts.procedureKey,
    url: facts.url,
    title: facts.title,
    publishedAt: toDate(facts.publishedAt),
    rationale: facts.rationale,
    facts,
    factsHash: hash,
    matchKeys: keys,
    readAt,
    ...(sourceId ? { sourceId } : {}),
    ...(documentId ? { documentId, snapshotId: snapshotId ?? null } : {}),
  };
  if (known) {
    await tx
      .update(notices)
      .set(columns)
      .where(and(eq(notices.workspaceId, ctx.workspace.id), eq(notices.id, known.id)));
    return { notice: known, outcome: "changed" };
  }
  // Others of this batch that are about to be made may be about the same tender.
  const near = new Set(keys.flatMap((key) => batch.pendingBy.get(key) ?? []));
  const match = matchNotice({ ...facts, sourceId }, [
    ...candidates,
    ...[...near].slice(0, mostCandidates).map((made) => made.known),
  ]);
  const opportunityId = match.match ?? newId();
  const alternatives = match.alternatives.map(({ id, score }) => `Resembles ${id} (${score}).`);
  const row = {
    id: newId(),
    scheme: facts.scheme,
    noticeKey: facts.key.slice(0, longestKey),
    ...columns,
    matchedBy: {
      how: match.how,
      score: match.score,
      reasons: [...match.reasons, ...(match.match ? [] : alternatives)],
    },
  };
  const notice = { id: row.id, opportunityId, matchedBy: row.matchedBy };
  if (match.match !== null && !batch.pending.has(opportunityId))
    await tx.insert(notices).values({ workspaceId: ctx.workspace.id, opportunityId, ...row });
  else addPending(batch, opportunityId, { id: row.id, facts, keys, row });
  return { notice, outcome: "added" };
}

function addPending({ pending, pendingBy }: Batch, id: string, notice: NewNotice): void {
  const own = [...(pending.get(id)?.notices ?? []), notice];
  const before = pending.get(id);
  const made = before ?? { id, notices: own, known: asKnown(id, own) };
  if (before) Object.assign(before, { notices: own, known: asKnown(id, own) });
  pending.set(id, made);
  for (const key of notice.keys) {
    const some = pendingBy.get(key) ?? [];
    if (!some.includes(made)) pendingBy.set(key, [...some, made]);
  }
}

export function toDate(stated: string | null): Date | null {
  const time = stated ? Date.parse(stated) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time);
}
