import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  notices,
  type Opportunity,
  type OpportunityDeadline,
  type OpportunityField,
  opportunities,
  opportunityDeadlines,
  opportunityFields,
  requirements,
} from "@/drizzle/schema";
import { foldText } from "@/lib/fold-text";
import { one } from "@/lib/one";
import { type FieldName, type OpportunityKind, opportunityKinds } from "@/lib/vocabulary/opportunities";
import { announceLive } from "@/server/platform/live";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import {
  decidedStatement,
  drivingStatement,
  latestContradicted,
  settleDeadlines,
  type WeighedStatement,
} from "../deadlines/settle-deadlines";
import type { Category, Money } from "../notices/notice-facts";
import { chooseFields } from "./choose-fields";

export interface RefreshedOpportunity {
  before: Opportunity;
  after: Opportunity;
  /** Statements of the submission contradict each other since this refresh. */
  isNewlyContradicted: boolean;
}

/**
 * Brings what stands in an opportunity's own columns into line with all that is said of it: chosen fields, settled dates, counts, sources and
 * the text that lists search. To be called, with the opportunity locked, by whatever adds or changes statements, requirements or notices.
 */
export async function refreshOpportunity(tx: Tx, ctx: WorkspaceContext, id: string): Promise<RefreshedOpportunity> {
  const mine = { workspaceId: ctx.workspace.id, opportunityId: id };
  const before = one(
    await tx
      .select()
      .from(opportunities)
      .where(and(eq(opportunities.workspaceId, mine.workspaceId), eq(opportunities.id, id))),
  );
  const fields = await settleFields(tx, mine);
  const dates = await settleDates(tx, mine);
  const sourceIds = await tx
    .selectDistinct({ id: notices.sourceId })
    .from(notices)
    .where(and(eq(notices.workspaceId, mine.workspaceId), eq(notices.opportunityId, id)));
  const [counted] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(requirements)
    .where(
      and(
        eq(requirements.workspaceId, mine.workspaceId),
        eq(requirements.opportunityId, id),
        eq(requirements.state, "active"),
      ),
    );
  const columns = {
    ...ownColumns(fields, dates, before),
    requirementCount: counted?.count ?? 0,
    sourceIds: sourceIds.map((row) => row.id).filter((sourceId) => sourceId !== null),
  };
  const after = one(
    await tx
      .update(opportunities)
      .set({ ...columns, searchText: searchText({ ...before, ...columns }) })
      .where(and(eq(opportunities.workspaceId, mine.workspaceId), eq(opportunities.id, id)))
      .returning(),
  );
  announceLive(ctx, "opportunity", id);
  return { before, after, isNewlyContradicted: after.isSubmissionContradicted && !before.isSubmissionContradicted };
}

/** What the list's search looks through. */
export function searchText(
  of: Pick<Opportunity, "number" | "title" | "buyer" | "reference" | "summary" | "tags" | "place" | "categories">,
): string {
  const summary = of.summary?.slice(0, 600);
  return foldText(
    [of.title, of.buyer, of.reference, summary, of.place, ...of.tags, ...of.categories, `#${of.number}`]
      .filter(Boolean)
      .join(" "),
  );
}

interface Mine {
  workspaceId: string;
  opportunityId: string;
}

async function settleFields(tx: Tx, mine: Mine): Promise<OpportunityField[]> {
  const fields = await tx
    .select()
    .from(opportunityFields)
    .where(
      and(eq(opportunityFields.workspaceId, mine.workspaceId), eq(opportunityFields.opportunityId, mine.opportunityId)),
    );
  const chosen = chooseFields(fields);
  for (const isChosen of [false, true]) {
    const turned = fields.filter((field) => chosen.has(field.id) === isChosen && field.isChosen !== isChosen);
    if (turned.length === 0) continue;
    await tx
      .update(opportunityFields)
      .set({ isChosen })
      .where(
        and(
          eq(opportunityFields.workspaceId, mine.workspaceId),
          inArray(
            opportunityFields.id,
            turned.map((field) => field.id),
          ),
        ),
      );
  }
  return fields.filter((field) => chosen.has(field.id));
}

async function settleDates(tx: Tx, mine: Mine): Promise<OpportunityDeadline[]> {
  const dates = await tx
    .select()
    .from(opportunityDeadlines)
    .where(
      and(
        eq(opportunityDeadlines.workspaceId, mine.workspaceId),
        eq(opportunityDeadlines.opportunityId, mine.opportunityId),
      ),
    );
  const settled: OpportunityDeadline[] = [];
  for (const kind of new Set(dates.map((date) => date.kind))) {
    const ofKind = await withoutVoidDecision(
      tx,
      mine,
      dates.filter((date) => date.kind === kind),
    );
    const states = settleDeadlines(ofKind);
    for (const date of ofKind) {
      const state = states.get(date.id) ?? date.state;
      settled.push({ ...date, state });
      if (state === date.state) continue;
      await tx
        .update(opportunityDeadlines)
        .set({ state })
        .where(and(eq(opportunityDeadlines.workspaceId, mine.workspaceId), eq(opportunityDeadlines.id, date.id)));
    }
  }
  return settled;
}

/** A date that was set aside for another which is no longer stated here, because its notice or paper has gone, is undecided again. */
async function withoutVoidDecision(tx: Tx, mine: Mine, ofKind: OpportunityDeadline[]): Promise<OpportunityDeadline[]> {
  const setAside = ofKind.filter(({ state, decidedAt }) => state === "rejected" && decidedAt !== null);
  if (setAside.length === 0 || decidedStatement(ofKind)) return ofKind;
  const ids = setAside.map(({ id }) => id);
  const undecided = { state: "in_force" as const, decidedAt: null, decidedBy: null };
  await tx
    .update(opportunityDeadlines)
    .set(undecided)
    .where(and(eq(opportunityDeadlines.workspaceId, mine.workspaceId), inArray(opportunityDeadlines.id, ids)));
  return ofKind.map((date) => (ids.includes(date.id) ? { ...date, ...undecided } : date));
}

type ChosenField = Pick<OpportunityField, "name" | "text" | "value">;
type SettledDate = WeighedStatement & Pick<OpportunityDeadline, "zone">;

/** What an opportunity's own columns say, given the statements chosen and the dates as settled. */
export function ownColumns(chosen: ChosenField[], dates: SettledDate[], before: Pick<Opportunity, "title">) {
  return { ...chosenColumns(chosen, before), ...dateColumns(dates) };
}

function chosenColumns(chosen: ChosenField[], before: Pick<Opportunity, "title">) {
  const text = (name: FieldName) => chosen.find((field) => field.name === name)?.text ?? null;
  const kind = chosen.find((field) => field.name === "kind")?.value;
  const value = chosen.find((field) => field.name === "value")?.value as Money | undefined;
  const categories = chosen
    .filter((field) => field.name === "category")
    .map((field) => field.value as Category)
    .map(({ scheme, code }) => `${scheme}:${code}`.slice(0, 80));
  return {
    title: text("title")?.slice(0, 500) ?? before.title,
    buyer: text("buyer")?.slice(0, 300) ?? null,
    reference: text("reference")?.slice(0, 200) ?? null,
    kind: isKind(kind) ? kind : "other",
    summary: text("summary"),
    place: text("place")?.slice(0, 300) ?? null,
    setAside: text("set_aside")?.slice(0, 300) ?? null,
    valueAmount: amountOf(value),
    valueCurrency: value?.currency?.slice(0, 3) ?? null,
    categories: [...new Set(categories)].slice(0, 200),
    divisions: divisionsOf(categories),
  };
}

/** "CPV:72000000" belongs to "CPV:72"; several codes of one division count once. */
export function divisionsOf(categories: readonly string[]): string[] {
  return [...new Set(categories.map((category) => category.replace(/^([^:]*:.{0,2}).*$/s, "$1")))].slice(0, 100);
}

const isKind = (kind: unknown): kind is OpportunityKind => (opportunityKinds as readonly unknown[]).includes(kind);

/** The upper end of a range is what the buyer may spend. What the column cannot hold is left out; the statement keeps it. */
function amountOf(value: Money | undefined): string | null {
  const amount = value?.maxAmount ?? value?.amount ?? null;
  return amount !== null && /^\d{1,18}(\.\d+)?$/.test(amount) ? amount : null;
}

function dateColumns(dates: SettledDate[]) {
  const submissions = dates.filter((date) => date.kind === "submission");
  const driving = drivingStatement(submissions);
  return {
    submissionAt: driving?.at ?? null,
    submissionZone: driving?.zone ?? null,
    submissionDate: driving && !driving.at ? driving.localDate : null,
    isSubmissionContradicted: submissions.some((date) => date.state === "contradicted"),
    submissionLastAt: latestContradicted(submissions),
    questionsAt: drivingStatement(dates.filter((date) => date.kind === "questions"))?.at ?? null,
  };
}
