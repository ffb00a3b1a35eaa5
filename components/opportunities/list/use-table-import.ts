"use client";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import type { TableField } from "@/lib/vocabulary/opportunities";
import type { PreviewTable } from "../opportunity-types";
import { useRefreshOpportunities } from "../use-refresh-opportunities";

export type TableImport = ReturnType<typeof useTableImport>;
export type ColumnChoice = Partial<Record<TableField, number>>;
interface ChosenTable {
  fileName: string;
  base64: string;
  sheet: number;
  columns?: ColumnChoice | undefined;
}

export interface TakenTable {
  rows: number;
  /** Rows that have been looked at so far. */
  done: number;
  created: number;
  joined: number;
  unchanged: number;
  leftOut: number;
  problems: PreviewTable["problems"];
  isOver: boolean;
}
const nothingTaken = { done: 0, created: 0, joined: 0, unchanged: 0, leftOut: 0, problems: [], isOver: false };
/** Rows in one request: somebody who waits sees how far it is, and can stop it in between. */
const atOnce = 200;

/** A table on its way in: chosen, looked at column by column, taken. */
export function useTableImport() {
  const trpc = useTRPC();
  const refresh = useRefreshOpportunities();
  const [table, setTable] = useState<ChosenTable | null>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const preview = useMutation(trpc.opportunities.previewTable.mutationOptions());
  const client = useTRPCClient();
  const [taken, setTaken] = useState<TakenTable | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const isStopped = useRef(false);

  function look(next: ChosenTable) {
    setTable(next);
    setTaken(null);
    setFailure(null);
    preview.mutate(next);
  }

  async function start() {
    if (!table || !preview.data) return;
    isStopped.current = false;
    setFailure(null);
    let sum: TakenTable = { ...nothingTaken, rows: preview.data.rows };
    setTaken(sum);
    try {
      for (let from = 0; from < sum.rows && !isStopped.current; from += atOnce) {
        const part = await client.opportunities.importTable.mutate({ ...table, from, count: atOnce });
        sum = {
          ...sum,
          done: Math.min(part.rows, from + atOnce),
          created: sum.created + part.created,
          joined: sum.joined + part.joined,
          unchanged: sum.unchanged + part.unchanged,
          leftOut: sum.leftOut + part.leftOut,
          problems: [...sum.problems, ...part.problems],
        };
        setTaken(sum);
      }
    } catch (error) {
      setFailure(errorMessage(error));
    }
    setTaken({ ...sum, isOver: true });
    await refresh([]);
  }
  return {
    table,
    preview,
    taken,
    failure,
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
    start,
    stop: () => {
      isStopped.current = true;
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
