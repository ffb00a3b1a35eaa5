import { baseUrl } from "@/lib/env";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { listOpportunities } from "../list/list-opportunities";
import type { OpportunityRow } from "../list/schemas";
import { readStages } from "../pipeline/stages";
import { readFilters } from "../saved-searches/read-filters";
import { writeTable } from "../write-table";
import type { ExportedTable, ExportOpportunitiesInput } from "./schemas";

const mostExported = 10_000;
const pageSize = 200;

/** What the list shows, all pages of it up to 10,000, as a table, CSV or workbook. Recorded. Throws InvalidInputError. */
export async function exportOpportunities(
  ctx: WorkspaceContext,
  input: ExportOpportunitiesInput,
): Promise<ExportedTable> {
  authorize(ctx, "opportunities:read");
  const filters = readFilters(input.filters);
  const rows: OpportunityRow[] = [];
  let cursor: string | null = null;
  do {
    const page = await listOpportunities(ctx, {
      ...filters,
      limit: pageSize,
      ...(cursor ? { cursor } : {}),
    });
    rows.push(...page.opportunities);
    cursor = page.nextCursor;
  } while (cursor && rows.length < mostExported);
  const stages = await inWorkspace(ctx, async (tx) => {
    await recordAudit(tx, ctx, { action: "opportunities.export", detail: { entries: rows.length } });
    return readStages(tx, ctx);
  });
  const nameOf = new Map(stages.map(({ key, name }) => [key, name]));
  const columns = columnsOf(`${baseUrl}/${ctx.workspace.slug}/opportunities`, (key) => nameOf.get(key) ?? key);
  const file = writeTable(input.format, "opportunities", {
    name: "Opportunities",
    header: columns.map(([name]) => name),
    widths: columns.map(([name]) => (name === "title" ? 60 : Math.max(12, name.length + 2))),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row) ?? "")),
  });
  return { ...file, entries: rows.length };
}

type Column = [name: string, cell: (row: OpportunityRow) => string | null];

function columnsOf(address: string, stageName: (key: string) => string): Column[] {
  return [
    ["number", (row) => String(row.number)],
    ["title", (row) => row.title],
    ["buyer", (row) => row.buyer],
    ["reference", (row) => row.reference],
    ["kind", (row) => row.kind],
    ["procedure", (row) => row.procedureStatus],
    ["stage", (row) => stageName(row.stage)],
    ["outcome", (row) => row.outcome],
    ["decision", (row) => row.decision],
    ["submission (UTC)", (row) => row.submissionAt?.toISOString() ?? null],
    ["submission zone", (row) => row.submissionZone],
    ["submission date as stated", (row) => row.submissionDate],
    ["submission contradicted", (row) => (row.isSubmissionContradicted ? "yes" : "no")],
    ["questions (UTC)", (row) => row.questionsAt?.toISOString() ?? null],
    ["value", (row) => row.value?.amount ?? null],
    ["currency", (row) => row.value?.currency ?? null],
    ["country", (row) => row.country],
    ["categories", (row) => row.categories.join("; ")],
    ["tags", (row) => row.tags.join("; ")],
    ["owner", (row) => row.owner?.name ?? null],
    ["fit (0-100)", (row) => (row.fitScore === null ? null : String(Math.round(row.fitScore * 100)))],
    ["fit: factors known (of 8)", (row) => String(row.fitKnown)],
    ["has blocker", (row) => (row.hasBlocker ? "yes" : "no")],
    ["requirements", (row) => String(row.requirementCount)],
    ["sources", (row) => row.sources.join("; ")],
    ["first seen (UTC)", (row) => row.firstSeenAt.toISOString()],
    ["address", (row) => `${address}/${row.id}`],
  ];
}
