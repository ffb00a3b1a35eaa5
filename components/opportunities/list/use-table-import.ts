"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import type { TableField } from "@/lib/vocabulary/opportunities";
import { useRefreshOpportunities } from "../use-refresh-opportunities";

export type ColumnChoice = Partial<Record<TableField, number>>;
interface ChosenTable {
  fileName: string;
  base64: string;
  sheet: number;
  columns?: ColumnChoice | undefined;
}

/** A table on its way in: chosen, looked at column by column, taken. */
export function useTableImport() {
  const trpc = useTRPC();
  const refresh = useRefreshOpportunities();
  const [table, setTable] = useState<ChosenTable | null>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const preview = useMutation(trpc.opportunities.previewTable.mutationOptions());
  const take = useMutation(trpc.opportunities.importTable.mutationOptions({ onSuccess: () => refresh([]) }));

  function look(next: ChosenTable) {
    setTable(next);
    take.reset();
    preview.mutate(next);
  }
  return {
    table,
    preview,
    take,
    unreadable,
    choose: async (file: File) => {
      setUnreadable(null);
      // As much as a request may carry.
      if (file.size > 700_000) {
        setUnreadable(`${file.name} has ${Math.ceil(file.size / 1000)} kB; 700 kB are the most. Import it in parts.`);
        return;
      }
      look({ fileName: file.name, base64: await base64Of(file), sheet: 0 });
    },
    setSheet: (sheet: number) => table && look({ ...table, sheet, columns: undefined }),
    /** Gives a column another meaning, which no other column then has. */
    setField: (column: number, field: TableField | null) => {
      if (!table || !preview.data) return;
      const columns: ColumnChoice = {};
      for (const known of preview.data.columns) {
        if (known.field && known.column !== column && known.field !== field) columns[known.field] = known.column;
      }
      if (field) columns[field] = column;
      look({ ...table, columns });
    },
    start: () => table && take.mutate(table),
    again: () => {
      setTable(null);
      preview.reset();
      take.reset();
    },
  };
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
