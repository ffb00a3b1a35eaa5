import { and, eq, inArray, isNotNull, ne } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  type AmendmentItem,
  buyerQuestions,
  type Opportunity,
  opportunityDeadlines,
  type Requirement,
  requirements,
  tasks,
} from "@/drizzle/schema";
import { deadlineLabels } from "@/lib/vocabulary/deadline-labels";
import type { DeadlineKind, ReopenedKind } from "@/lib/vocabulary/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { readDecisions } from "../fit/decisions";
import { labelOf } from "../requirements/to-views";
import { tellItems, whatBecameOf } from "./tell-items";

export interface Dependent {
  kind: ReopenedKind;
  dependentId: string;
  reason: string;
}

interface Changed {
  opportunity: Opportunity;
  items: readonly AmendmentItem[];
  /** By requirement, what became of it. */
  became: ReadonlyMap<string, AmendmentItem["what"]>;
  rows: readonly Requirement[];
  /** Kinds of dates that moved. */
  moved: readonly DeadlineKind[];
}

/** What people have built on what an amendment changed: the go/no-go, questions, tasks, their own work on requirements, decided dates. */
export async function findDependents(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunity: Opportunity,
  told: readonly AmendmentItem[],
): Promise<Dependent[]> {
  const items = told.filter(({ detail }) => detail !== "wording");
  if (items.length === 0) return [];
  const became = new Map(
    items.flatMap(({ requirementId, what }) =>
      requirementId && what !== "added" ? [[requirementId, what] as const] : [],
    ),
  );
  const moved = items.flatMap(({ what, detail }) => (what === "deadline" && detail ? [detail as DeadlineKind] : []));
  const rows = await readRequirements(tx, ctx, [...became.keys()]);
  const changed: Changed = { opportunity, items, became, rows, moved };
  return [
    ...(await decision(tx, ctx, changed)),
    ...(await questions(tx, ctx, changed)),
    ...(await openTasks(tx, ctx, changed)),
    ...handWork(changed),
    ...(await decidedDates(tx, ctx, changed)),
  ];
}

function readRequirements(tx: Tx, ctx: WorkspaceContext, ids: string[]): Promise<Requirement[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .select()
    .from(requirements)
    .where(and(eq(requirements.workspaceId, ctx.workspace.id), inArray(requirements.id, ids)));
}

async function decision(tx: Tx, ctx: WorkspaceContext, { opportunity, items }: Changed): Promise<Dependent[]> {
  if (opportunity.decision === null) return [];
  const [last] = await readDecisions(tx, ctx, opportunity.id, 1);
  return last ? [{ kind: "decision", dependentId: last.id, reason: `Since it was taken, ${tellItems(items)}.` }] : [];
}

async function questions(
  tx: Tx,
  ctx: WorkspaceContext,
  { opportunity, became, rows, moved }: Changed,
): Promise<Dependent[]> {
  const asked = await tx
    .select({ question: buyerQuestions, about: opportunityDeadlines.kind })
    .from(buyerQuestions)
    .leftJoin(
      opportunityDeadlines,
      and(
        eq(opportunityDeadlines.workspaceId, buyerQuestions.workspaceId),
        eq(opportunityDeadlines.id, buyerQuestions.deadlineId),
      ),
    )
    .where(
      and(
        eq(buyerQuestions.workspaceId, ctx.workspace.id),
        eq(buyerQuestions.opportunityId, opportunity.id),
        ne(buyerQuestions.state, "withdrawn"),
      ),
    );
  return asked.flatMap(({ question, about }): Dependent[] => {
    const row = rows.find(({ id }) => id === question.requirementId);
    const what = row && became.get(row.id);
    if (row && what)
      return [
        {
          kind: "question",
          dependentId: question.id,
          reason: `It asks about ${labelOf(row.number)}, which ${whatBecameOf(what)}.`,
        },
      ];
    if (!about || !moved.includes(about)) return [];
    const name = deadlineLabels[about].toLowerCase();
    return [{ kind: "question", dependentId: question.id, reason: `It asks about the ${name} date, which has moved.` }];
  });
}

/** Tasks that name a requirement ("R-12"), and those that were to be done by a date that counts on the submission. */
async function openTasks(
  tx: Tx,
  ctx: WorkspaceContext,
  { opportunity, became, rows, moved }: Changed,
): Promise<Dependent[]> {
  const found = await tx
    .select({ id: tasks.id, title: tasks.title, dueAt: tasks.dueAt, doneAt: tasks.doneAt })
    .from(tasks)
    .where(
      and(
        eq(tasks.workspaceId, ctx.workspace.id),
        eq(tasks.subjectKind, "opportunity"),
        eq(tasks.subjectId, opportunity.id),
      ),
    );
  return found.flatMap(({ id, title, dueAt, doneAt }): Dependent[] => {
    const named = rows.find(({ number }) => new RegExp(String.raw`\b${labelOf(number)}\b`, "i").test(title));
    const what = named && became.get(named.id);
    if (named && what)
      return [
        { kind: "task", dependentId: id, reason: `It names ${labelOf(named.number)}, which ${whatBecameOf(what)}.` },
      ];
    return dueAt && !doneAt && moved.includes("submission")
      ? [{ kind: "task", dependentId: id, reason: "It was given its day before the submission date moved." }]
      : [];
  });
}

/** What people made of a requirement holds for its new words until they say otherwise; one that names what is taken out may hold or not. */
function handWork({ became, rows }: Changed): Dependent[] {
  return rows.flatMap((row): Dependent[] => {
    const what = became.get(row.id);
    if (what === "affected")
      return [{ kind: "requirement", dependentId: row.id, reason: "It names something that the buyer has taken out." }];
    if (!what || (row.editedBy === null && row.note === null)) return [];
    const work = row.note === null ? "It had been changed by hand" : "It carries a note of ours";
    return [{ kind: "requirement", dependentId: row.id, reason: `${work} before it ${whatBecameOf(what)}.` }];
  });
}

async function decidedDates(tx: Tx, ctx: WorkspaceContext, { opportunity, moved }: Changed): Promise<Dependent[]> {
  if (moved.length === 0) return [];
  const decided = await tx
    .select({ id: opportunityDeadlines.id })
    .from(opportunityDeadlines)
    .where(
      and(
        eq(opportunityDeadlines.workspaceId, ctx.workspace.id),
        eq(opportunityDeadlines.opportunityId, opportunity.id),
        inArray(opportunityDeadlines.kind, [...moved]),
        isNotNull(opportunityDeadlines.decidedAt),
        ne(opportunityDeadlines.state, "rejected"),
      ),
    );
  return decided.map(({ id }) => ({
    kind: "deadline",
    dependentId: id,
    reason: "One of us had decided it before the buyer stated another date.",
  }));
}
