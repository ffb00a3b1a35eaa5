"use client";
import { useCallback } from "react";
import { saveFile } from "@/components/settings/save-file";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPCClient } from "@/components/shell/trpc";
import { toast } from "@/components/ui/toast";
import { csvLine } from "@/lib/csv-line";
import type { TableFormat } from "@/lib/vocabulary/exports";
import type { OpportunityRow } from "../opportunity-types";
import { count, kindWords, outcomeWords, procedureWords } from "../opportunity-words";
import { bytesOfBase64, saveBytes } from "../save-bytes";
import { filtersOf, type ListState, listInput } from "./list-filters";

/** All that the filters leave, every page of it, in the order of the screen. */
export function useExportOpportunities(): (state: ListState, format: TableFormat) => Promise<void> {
  const client = useTRPCClient();
  return useCallback(
    async (state, format) => {
      try {
        const { sort, descending } = listInput(state);
        const file = await client.calendar.exportOpportunities.mutate({
          filters: { ...filtersOf(state), sort, descending },
          format,
        });
        if (file.base64 === null) saveFile(file.fileName, file.mime, file.text ?? "");
        else saveBytes(file.fileName, file.mime, bytesOfBase64(file.base64));
        toast.ok(`${count(file.entries, "opportunity", "opportunities")} exported`);
      } catch (error) {
        toast.error("The list could not be exported", { description: errorMessage(error) });
      }
    },
    [client],
  );
}

const header = [
  "Number",
  "Title",
  "Buyer",
  "Reference",
  "Kind",
  "Status",
  "Stage",
  "Outcome",
  "Deadline",
  "Value",
  "Owner",
];

/** Only the chosen ones, which the browser has already. */
export function useExportRows(): (rows: readonly OpportunityRow[]) => void {
  return useCallback((rows) => {
    const lines = rows.map((row) =>
      csvLine([
        String(row.number),
        row.title,
        row.buyer ?? "",
        row.reference ?? "",
        kindWords[row.kind],
        procedureWords[row.procedureStatus],
        row.stage,
        row.outcome ? outcomeWords[row.outcome] : "",
        row.submissionAt ?? row.submissionDate ?? "",
        row.value ? [row.value.amount, row.value.currency].filter(Boolean).join(" ") : "",
        row.owner?.name ?? "",
      ]),
    );
    saveFile("opportunities.csv", "text/csv", csvLine(header) + lines.join(""));
    toast.ok(`${count(rows.length, "opportunity", "opportunities")} exported`);
  }, []);
}
