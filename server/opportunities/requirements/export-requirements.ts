import { csvLine } from "@/lib/csv-line";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireOpportunity } from "../queries";
import { listRequirements } from "./list-requirements";
import type { ExportRequirementsInput, RequirementView } from "./schemas";

const pageSize = 2000;
const columns: [string, (row: RequirementView) => string][] = [
  ["Number", (row) => row.label],
  ["Reference", (row) => row.ref ?? ""],
  ["Requirement", (row) => row.text],
  ["Lead-in", (row) => row.leadIn ?? ""],
  ["Kind", (row) => row.kind],
  ["Mandatory", (row) => (row.isMandatory ? "yes" : "no")],
  ["Obliged", (row) => row.obliged],
  ["Section", (row) => row.section],
  ["Due", (row) => row.due ?? ""],
  ["State", (row) => row.state],
  ["Document", (row) => row.document?.title ?? ""],
  ["Page", (row) => String(row.citation?.page ?? "")],
  ["Same as", (row) => row.duplicateOf?.label ?? ""],
  ["Unclear", (row) => row.unclear ?? ""],
  ["Note", (row) => row.note ?? ""],
];

/** All requirements of an opportunity as CSV (RFC 4180) that a spreadsheet opens as text. Recorded. Throws NotFoundError. */
export async function exportRequirements(
  ctx: WorkspaceContext,
  input: ExportRequirementsInput,
): Promise<{ fileName: string; mime: string; text: string }> {
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
  const lines = [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  return {
    fileName: `requirements-${number}.csv`,
    mime: "text/csv; charset=utf-8",
    text: `\ufeff${lines.map(csvLine).join("")}`,
  };
}
