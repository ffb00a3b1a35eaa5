import { and, eq, inArray, ne } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { evidence, type OpportunityDeadline, opportunityDeadlines } from "@/drizzle/schema";
import { foldText } from "@/lib/fold-text";
import { newId } from "@/lib/ids";
import type { DeadlineState } from "@/lib/vocabulary/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { StatedDeadline } from "../fields/stated-deadline";
import type { DeadlineGroup, TenderFields } from "../fields/tender-fields";
import { dropEvidence } from "./drop-evidence";
import type { LoadedDocument } from "./load-package";
import { momentOf } from "./moment-of";
import { type MovedStatement, movedStatements } from "./moved-statements";
import { quoteEvidence } from "./quote-evidence";

interface Scope {
  workspaceId: string;
  opportunityId: string;
}

interface Stored {
  row: OpportunityDeadline;
  /** Of its evidence. */
  documentId: string | null;
  snapshotId: string | null;
}

type Fresh = typeof opportunityDeadlines.$inferInsert & { id: string; place: NonNullable<StatedDeadline["place"]> };

/**
 * Keeps what the documents say of dates now. A statement that a new version no longer makes is superseded and kept; one that was only read
 * wrongly goes. Returns the dates that moved.
 */
export async function storeDeadlines(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  documents: readonly LoadedDocument[],
  found: Pick<TenderFields, "deadlines" | "contradictions">,
): Promise<MovedStatement[]> {
  const scope = { workspaceId: ctx.workspace.id, opportunityId };
  const stored = await readStored(tx, scope);
  const { fresh, kept, changed } = compareWithStored(scope, stored, found);
  for (const [state, some] of Map.groupBy(changed, (one) => one.state)) {
    const ids = some.map(({ id }) => id);
    await setState(tx, scope, ids, state);
  }
  const versionOf = new Map(documents.map((document) => [document.id, document.snapshotId]));
  const unsaid = stored.filter(({ row }) => !kept.has(row.id) && row.state !== "superseded");
  const moved = unsaid.filter(({ documentId, snapshotId }) => documentId && versionOf.get(documentId) !== snapshotId);
  const misread = unsaid.filter((one) => !moved.includes(one) && one.row.decidedAt === null).map(({ row }) => row);
  await supersede(tx, scope, stored, moved);
  await dropMisread(tx, ctx, misread);
  if (fresh.length > 0) {
    const evidenceOf = await quoteEvidence(tx, ctx, "opportunity_deadline", documents, fresh);
    await tx
      .insert(opportunityDeadlines)
      .values(fresh.map(({ place: _, ...row }) => ({ ...row, evidenceId: evidenceOf.get(row.id) ?? null })));
  }
  const setAside = new Set(changed.flatMap(({ id, state }) => (state === "superseded" ? [id] : [])));
  const overtaken = stored.flatMap(({ row }) => (setAside.has(row.id) ? [row] : []));
  return stillUnstated(tx, scope, movedStatements(documents, found, { stored, moved, overtaken, fresh }));
}

/** What a paper no longer says, and a notice that is in force says as before, has not been taken back. */
async function stillUnstated(tx: Tx, scope: Scope, moved: MovedStatement[]): Promise<MovedStatement[]> {
  if (!moved.some(({ after }) => after === null)) return moved;
  const stated = await tx
    .select({ kind: opportunityDeadlines.kind, localDate: opportunityDeadlines.localDate })
    .from(opportunityDeadlines)
    .where(
      and(
        eq(opportunityDeadlines.workspaceId, scope.workspaceId),
        eq(opportunityDeadlines.opportunityId, scope.opportunityId),
        eq(opportunityDeadlines.origin, "notice"),
        ne(opportunityDeadlines.state, "superseded"),
      ),
    );
  const isStated = ({ kind, before }: MovedStatement) =>
    stated.some((one) => one.kind === kind && one.localDate !== null && one.localDate === before?.slice(0, 10));
  return moved.filter((one) => one.after !== null || !isStated(one));
}

function readStored(tx: Tx, { workspaceId, opportunityId }: Scope): Promise<Stored[]> {
  return tx
    .select({ row: opportunityDeadlines, documentId: evidence.documentId, snapshotId: evidence.snapshotId })
    .from(opportunityDeadlines)
    .leftJoin(evidence, and(eq(evidence.workspaceId, workspaceId), eq(evidence.id, opportunityDeadlines.evidenceId)))
    .where(
      and(
        eq(opportunityDeadlines.workspaceId, workspaceId),
        eq(opportunityDeadlines.opportunityId, opportunityId),
        eq(opportunityDeadlines.origin, "document"),
      ),
    );
}

async function setState(tx: Tx, { workspaceId }: Scope, ids: string[], state: DeadlineState): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(opportunityDeadlines)
    .set({ state })
    .where(and(eq(opportunityDeadlines.workspaceId, workspaceId), inArray(opportunityDeadlines.id, ids)));
}

/** Which of the statements are stored already and stand otherwise now, and which are new. */
function compareWithStored(
  scope: Scope,
  stored: readonly Stored[],
  found: Pick<TenderFields, "deadlines" | "contradictions">,
) {
  const known = new Map(stored.map((one) => [keyOf(one.row, one.documentId), one.row]));
  const kept = new Set<string>();
  const changed: { id: string; state: DeadlineState }[] = [];
  const fresh = new Map<string, Fresh>();
  for (const group of found.deadlines) {
    for (const [index, statement] of group.statements.entries()) {
      const { place, at, ...said } = statement;
      if (!place) continue;
      const key = keyOf(statement, place.document);
      const state = standingOf(group, index, found.contradictions);
      const row = known.get(key);
      if (row) {
        if (!kept.has(row.id) && standsOtherwise(row, state)) changed.push({ id: row.id, state });
        kept.add(row.id);
      } else if (!fresh.has(key)) {
        const instant = at ? new Date(at) : null;
        fresh.set(key, { ...said, ...scope, id: newId(), state, at: instant, origin: "document", place });
      }
    }
  }
  return { fresh: [...fresh.values()], kept, changed };
}

/** What a person has decided stays; what contradicts another statement is settled later, from all of them. */
function standsOtherwise(row: OpportunityDeadline, state: DeadlineState): boolean {
  return row.decidedAt === null && row.state !== state && !(row.state === "contradicted" && state === "in_force");
}

async function supersede(tx: Tx, scope: Scope, stored: readonly Stored[], moved: readonly Stored[]): Promise<void> {
  await setState(
    tx,
    scope,
    moved.map(({ row }) => row.id),
    "superseded",
  );
  // A decision among dates of before says nothing of those that are stated now.
  const decidedKinds = new Set(
    moved.filter(({ row }) => row.decidedAt !== null && row.state === "in_force").map(({ row }) => row.kind),
  );
  const overruled = stored.filter(({ row }) => decidedKinds.has(row.kind) && row.state === "rejected");
  await setState(
    tx,
    scope,
    overruled.map(({ row }) => row.id),
    "superseded",
  );
}

async function dropMisread(tx: Tx, ctx: WorkspaceContext, misread: OpportunityDeadline[]): Promise<void> {
  if (misread.length === 0) return;
  await dropEvidence(tx, ctx, "opportunity_deadline", misread);
  await tx.delete(opportunityDeadlines).where(
    and(
      eq(opportunityDeadlines.workspaceId, ctx.workspace.id),
      inArray(
        opportunityDeadlines.id,
        misread.map(({ id }) => id),
      ),
    ),
  );
}

/** How a statement stands among those of its package: moved by a later paper or left from a draft, too weak to count, or holding. */
function standingOf(
  group: DeadlineGroup,
  index: number,
  contradictions: TenderFields["contradictions"],
): DeadlineState {
  const statement = group.statements[index];
  const inForce = group.inForce === null ? undefined : group.statements[group.inForce];
  if (!statement?.localDate || !inForce) return "in_force";
  if (isSameDate(statement, inForce))
    return group.kind === "site_visit" && group.state === "contradicted" ? "contradicted" : "in_force";
  const named = contradictions.filter(
    (one) => one.kind === group.kind && [one.a, one.b].some(({ place }) => isAt(place, statement)),
  );
  // Of visits several may stand side by side, so that those which cannot are told apart here.
  if (named.some(({ severity }) => severity === "hard"))
    return group.kind === "site_visit" ? "contradicted" : "in_force";
  if (named.length > 0) return "superseded";
  // Of equal dates in several places one is named.
  const twin = group.statements.find(
    (other, at) =>
      at !== index &&
      isSameDate(other, statement) &&
      contradictions.some((one) => one.kind === group.kind && [one.a, one.b].some(({ place }) => isAt(place, other))),
  );
  if (twin) return standingOf(group, group.statements.indexOf(twin), contradictions);
  return comparedKinds.has(group.kind) ? "rejected" : "in_force";
}

/** Kinds in which the reading weighs statements against each other. */
const comparedKinds: ReadonlySet<string> = new Set(["submission", "questions"]);

const isSameDate = (a: StatedDeadline, b: StatedDeadline) =>
  a.localDate === b.localDate &&
  (a.localTime === b.localTime || a.localTime === null || b.localTime === null) &&
  (!a.at || !b.at || a.at === b.at);
const isAt = (place: { document: string; start: number }, statement: StatedDeadline) =>
  statement.place?.document === place.document && statement.place.start === place.start;

function keyOf(
  said: {
    kind: string;
    localDate?: string | null | undefined;
    localTime?: string | null | undefined;
    zoneStated?: string | null | undefined;
    quote: string;
  },
  documentId: string | null,
): string {
  return [said.kind, documentId, momentOf(said), foldText(said.quote)].join("|");
}
