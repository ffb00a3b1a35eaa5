import { and, asc, eq, gt, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { dependents, documents, requirements } from "@/drizzle/schema";
import { containing } from "@/lib/like-pattern";
import { authorize } from "@/server/platform/authorize";
import { InvalidInputError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireOpportunity } from "../queries";
import type { ListRequirementsInput, ListRequirementsOutput } from "./schemas";
import { toViews } from "./to-views";

/** What the documents of an opportunity demand, in reading order, with counts of each facet over the whole filtered set. Throws NotFoundError. */
export async function listRequirements(
  ctx: WorkspaceContext,
  input: ListRequirementsInput,
): Promise<ListRequirementsOutput> {
  authorize(ctx, "opportunities:read");
  const filter = conditions(ctx, input);
  return inWorkspace(ctx, async (tx) => {
    await requireOpportunity(tx, ctx, input.opportunityId);
    const rows = await tx
      .select()
      .from(requirements)
      .where(and(filter, input.cursor ? behind(input.cursor) : undefined))
      .orderBy(asc(requirements.position), asc(requirements.number))
      .limit(input.limit + 1);
    const page = rows.slice(0, input.limit);
    const last = rows.length > input.limit ? page.at(-1) : undefined;
    const facets = await countFacets(tx, filter);
    return {
      requirements: await toViews(tx, ctx, page),
      total: facets.total,
      facets: facets.facets,
      nextCursor: last ? `${last.position}_${last.number}` : null,
    };
  });
}

function conditions(ctx: WorkspaceContext, input: ListRequirementsInput): SQL | undefined {
  const r = requirements;
  const pattern = input.text ? containing(input.text) : null;
  const isStale = sql`exists (select from ${dependents} d where d.workspace_id = ${r.workspaceId} and d.kind = 'requirement'
    and d.dependent_id = ${r.id} and d.evidence_id = ${r.evidenceId} and d.freshness <> 'current')`;
  return and(
    eq(r.workspaceId, ctx.workspace.id),
    eq(r.opportunityId, input.opportunityId),
    inArray(r.state, input.state?.length ? input.state : ["active"]),
    input.kind?.length ? inArray(r.kind, input.kind) : undefined,
    input.isMandatory === undefined ? undefined : eq(r.isMandatory, input.isMandatory),
    input.obliged ? eq(r.obliged, input.obliged) : undefined,
    input.documentId?.length ? inArray(r.documentId, input.documentId) : undefined,
    input.section === undefined
      ? undefined
      : or(eq(r.section, input.section), sql`starts_with(${r.section}, ${`${input.section} › `})`),
    input.withDuplicates ? undefined : isNull(r.duplicateOfId),
    input.isUnclear === undefined ? undefined : input.isUnclear ? isNotNull(r.unclear) : isNull(r.unclear),
    input.isStale === undefined ? undefined : input.isStale ? isStale : sql`not ${isStale}`,
    pattern ? or(ilike(r.text, pattern), ilike(r.ref, pattern), ilike(r.note, pattern)) : undefined,
  );
}

function behind(cursor: string): SQL | undefined {
  const [position, number] = cursor.split("_").map(Number);
  if (position === undefined || number === undefined || !Number.isFinite(position) || !Number.isInteger(number)) {
    throw new InvalidInputError("This page of the list is not known. Begin again at the first page.");
  }
  return or(
    gt(requirements.position, position),
    and(eq(requirements.position, position), gt(requirements.number, number)),
  );
}

async function countFacets(tx: Tx, filter: SQL | undefined) {
  const r = requirements;
  const rows = await tx.execute<{
    level: number;
    value: string | null;
    label: string | null;
    count: number;
    at: number;
  }>(sql`
    select grouping(kind, mandatory, document, section, state)::int as level,
      coalesce(kind, mandatory, document, section, state) as value, max(title) as label, count(*)::int as count, min(position) as at
    from (select ${r.kind} as kind, ${r.isMandatory}::text as mandatory, ${r.documentId}::text as document, ${r.section} as section,
        ${r.state} as state, ${documents.title} as title, ${r.position} as position
      from ${r} left join ${documents} on ${and(eq(documents.workspaceId, r.workspaceId), eq(documents.id, r.documentId))}
      where ${filter}) q
    group by grouping sets ((kind), (mandatory), (document), (section), (state), ())`);
  const facet = (level: number, isInReadingOrder = false) =>
    rows
      .filter((row) => Number(row.level) === level && row.value !== null && row.value !== "")
      .sort((a, b) => (isInReadingOrder ? Number(a.at) - Number(b.at) : b.count - a.count))
      .slice(0, 500)
      .map((row) => ({
        value: String(row.value),
        label: (level === documentLevel ? row.label : row.value) ?? String(row.value),
        count: Number(row.count),
      }));
  return {
    total: Number(rows.find((row) => Number(row.level) === totalLevel)?.count ?? 0),
    facets: {
      kind: facet(0b01111),
      mandatory: facet(0b10111),
      document: facet(documentLevel, true),
      section: facet(0b11101, true),
      state: facet(0b11110),
    },
  };
}

// `grouping()` has a bit for each column that is not grouped by, the first in the highest place.
const documentLevel = 0b11011;
const totalLevel = 0b11111;
