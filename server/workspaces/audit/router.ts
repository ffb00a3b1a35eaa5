import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { exportAuditInput, exportAuditOutput, listAuditInput, listAuditOutput, verifyAuditOutput } from "../schemas";
import { exportAudit } from "./export-audit";
import { listAudit } from "./list-audit";
import type { NameBook } from "./name-book";
import { verifyAudit } from "./verify-audit";

const tags = ["audit"];

export function auditRouter(book: NameBook) {
  return router({
    list: workspaceProcedure
      .meta({ openapi: { method: "GET", path: "/audit", summary: "Who did what", tags } })
      .input(listAuditInput)
      .output(listAuditOutput)
      .query(({ ctx, input }) => listAudit(ctx.workspace, book, input)),
    verify: workspaceProcedure
      .meta({ openapi: { method: "GET", path: "/audit/verify", summary: "Check the whole trail for tampering", tags } })
      .output(verifyAuditOutput)
      .query(({ ctx }) => verifyAudit(ctx.workspace)),
    /** A mutation, because it is recorded. */
    export: workspaceProcedure
      .input(exportAuditInput)
      .output(exportAuditOutput)
      .mutation(({ ctx, input }) => exportAudit(ctx.workspace, book, input)),
  });
}
