import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  amendments,
  buyerQuestions,
  documents,
  goNoGoDecisions,
  opportunityDeadlines,
  type Reopening,
  reopenings,
  requirements,
  tasks,
} from "@/drizzle/schema";
import { deadlineLabels } from "@/lib/vocabulary/deadline-labels";
import { type ReopenedKind, reopenedKinds } from "@/lib/vocabulary/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { labelOf } from "../requirements/to-views";
import type { ReopenedView } from "./schemas";

/** What is to be confirmed again in one opportunity, decisions first; each thing once, with all that changed under it. */
export async function loadReopened(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<ReopenedView[]> {
  const rows = await tx
    .select({ row: reopenings, title: documents.title })
    .from(reopenings)
    .innerJoin(
      amendments,
      and(eq(amendments.workspaceId, reopenings.workspaceId), eq(amendments.id, reopenings.amendmentId)),
    )
    .leftJoin(
      documents,
      and(eq(documents.workspaceId, amendments.workspaceId), eq(documents.id, amendments.documentId)),
    )
    .where(
      and(
        eq(reopenings.workspaceId, ctx.workspace.id),
        eq(reopenings.opportunityId, opportunityId),
        isNull(reopenings.confirmedAt),
      ),
    )
    .orderBy(asc(reopenings.createdAt), asc(reopenings.id));
  if (rows.length === 0) return [];
  const labels = await readLabels(
    tx,
    ctx,
    rows.map(({ row }) => row),
  );
  const grouped = Map.groupBy(rows, ({ row }) => `${row.kind} ${row.dependentId}`);
  return [...grouped.values()]
    .flatMap((group): ReopenedView[] => {
      const newest = group.at(-1);
      const label = newest && labels.get(newest.row.dependentId);
      // What is gone, or was touched since, waits for nobody.
      if (!newest || !label || (label.changedAt && label.changedAt > newest.row.createdAt)) return [];
      return [
        {
          kind: newest.row.kind,
          id: newest.row.dependentId,
          label: label.text,
          reasons: [...new Set(group.map(({ row }) => row.reason))],
          amendment: { id: newest.row.amendmentId, title: newest.title },
          at: newest.row.createdAt,
        },
      ];
    })
    .toSorted(
      (a, b) =>
        reopenedKinds.indexOf(a.kind) - reopenedKinds.indexOf(b.kind) ||
        a.label.localeCompare(b.label, "en", { numeric: true }),
    );
}

interface Label {
  text: string;
  /** Of things whose own domain does not say when they were settled. */
  changedAt?: Date;
}

async function readLabels(tx: Tx, ctx: WorkspaceContext, rows: readonly Reopening[]): Promise<Map<string, Label>> {
  const workspaceId = ctx.workspace.id;
  const idsOf = (kind: ReopenedKind) => [
    ...new Set(rows.filter((row) => row.kind === kind).map(({ dependentId }) => dependentId)),
  ];
  const decided = await tx
    .select({ id: goNoGoDecisions.id, decision: goNoGoDecisions.decision })
    .from(goNoGoDecisions)
    .where(and(eq(goNoGoDecisions.workspaceId, workspaceId), inArray(goNoGoDecisions.id, idsOf("decision"))));
  const asked = await tx
    .select({ id: buyerQuestions.id, number: buyerQuestions.number, text: buyerQuestions.text })
    .from(buyerQuestions)
    .where(and(eq(buyerQuestions.workspaceId, workspaceId), inArray(buyerQuestions.id, idsOf("question"))));
  const work = await tx
    .select({ id: tasks.id, title: tasks.title, updatedAt: tasks.updatedAt })
    .from(tasks)
    .where(and(eq(tasks.workspaceId, workspaceId), inArray(tasks.id, idsOf("task"))));
  const demanded = await tx
    .select({ id: requirements.id, number: requirements.number, text: requirements.text })
    .from(requirements)
    .where(and(eq(requirements.workspaceId, workspaceId), inArray(requirements.id, idsOf("requirement"))));
  const dated = await tx
    .select({ id: opportunityDeadlines.id, kind: opportunityDeadlines.kind })
    .from(opportunityDeadlines)
    .where(and(eq(opportunityDeadlines.workspaceId, workspaceId), inArray(opportunityDeadlines.id, idsOf("deadline"))));
  return new Map<string, Label>([
    ...decided.map(({ id, decision }) => [id, { text: decision === "no_go" ? "No-go" : "Go" }] as const),
    ...asked.map(({ id, number, text }) => [id, { text: `Question ${number}: ${text}` }] as const),
    ...work.map(({ id, title, updatedAt }) => [id, { text: title, changedAt: updatedAt }] as const),
    ...demanded.map(({ id, number, text }) => [id, { text: `${labelOf(number)}: ${text}` }] as const),
    ...dated.map(({ id, kind }) => [id, { text: `${deadlineLabels[kind]} date` }] as const),
  ]);
}
