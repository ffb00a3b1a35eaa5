import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireOpportunity } from "../queries";
import { type TableFile, writeTable } from "../write-table";
import { listRequirements } from "./list-requirements";
import type { ExportRequirementsInput, RequirementView } from "./schemas";

const pageSize = 2000;
const columns: [string, number, (row: RequirementView) => string][] = [
  ["Number", 9, (row) => row.label],
  ["Reference", 12, (row) => row.ref ?? ""],
  ["Requirement", 80, (row) => row.text],
  ["Lead-in", 30, (row) => row.leadIn ?? ""],
  ["Kind", 14, (row) => row.kind],
  ["Mandatory", 11, (row) => (row.isMandatory ? "yes" : "no")],
  ["Obliged", 12, (row) => row.obliged],
  ["Section", 40, (row) => row.section],
  ["Due", 18, (row) => row.due ?? ""],
  ["State", 12, (row) => row.state],
  ["Document", 32, (row) => row.document?.title ?? ""],
  ["Page", 7, (row) => String(row.citation?.page ?? "")],
  ["Same as", 12, (row) => row.duplicateOf?.label ?? ""],
  ["Unclear", 30, (row) => row.unclear ?? ""],
  ["Note", 30, (row) => row.note ?? ""],
];

/** All requirements of an opportunity as a table, CSV or workbook. Recorded. Throws NotFoundError. */
export async function exportRequirements(
  ctx: WorkspaceContext,
  { format, ...input }: ExportRequirementsInput,
): Promise<TableFile> {
  authorize(ctx, "opportunities:read");
  const rows: RequirementView[] = [];
  let cursor: string | null = null;
  do {
    const page = await listRequirements(ctx, {
      ...input,
      withDuplicates: true,
      limit: pageSize,
      ...(cursor ? { cursor } : {}),
    });
    rows.push(...page.requirements);
    cursor = page.nextCursor;
  } while (cursor);
  const number = await inWorkspace(ctx, async (tx) => {
    const opportunity = await requireOpportunity(tx, ctx, input.opportunityId);
    await recordAudit(tx, ctx, {
      action: "requirements.export",
      subjectId: opportunity.id,
      detail: { requirements: rows.length },
    });
    return opportunity.number;
  });
  return writeTable(format, `requirements-${number}`, {
    name: "Requirements",
    header: columns.map(([name]) => name),
    widths: columns.map(([, width]) => width),
    rows: rows.map((row) => columns.map(([, , cell]) => cell(row))),
  });
}
