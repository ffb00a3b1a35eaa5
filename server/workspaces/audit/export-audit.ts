import { csvLine } from "@/lib/csv-line";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { ExportAuditInput } from "../schemas";
import { listAudit } from "./list-audit";
import type { NameBook } from "./name-book";

export const mostExported = 10_000;

/** The newest entries that match, at most 10,000, as CSV (RFC 4180) that a spreadsheet opens as text. The export is itself recorded. */
export async function exportAudit(
  ctx: WorkspaceContext,
  book: NameBook,
  input: ExportAuditInput,
): Promise<{ csv: string; entries: number; total: number }> {
  authorize(ctx, "audit:read");
  const { entries, total } = await listAudit(ctx, book, {
    ...input,
    order: "newest",
    limit: mostExported,
    offset: 0,
  });
  await inWorkspace(ctx, (tx) =>
    recordAudit(tx, ctx, { action: "audit.export", detail: { entries: entries.length, total } }),
  );
  const lines = entries.map((entry) =>
    csvLine([
      String(entry.seq),
      entry.createdAt.toISOString(),
      entry.actorKind,
      entry.actorName ?? entry.actorId ?? "",
      entry.action,
      entry.subjectId ?? "",
      JSON.stringify(entry.detail),
      entry.requestId ?? "",
      entry.names[entry.subjectId ?? ""] ?? "",
    ]),
  );
  const header = csvLine([
    "number",
    "time",
    "actor kind",
    "actor",
    "action",
    "subject",
    "detail",
    "request",
    "subject name",
  ]);
  return { csv: [header, ...lines].join(""), entries: entries.length, total };
}
