import type { Sql, TransactionSql } from "postgres";
import type { JobFunction } from "./function-config";
import type { EventPayload } from "./protocol";

export interface EngineLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What all parts of one running engine share. */
export interface EngineCore {
  sql: Sql;
  /** PGlite: one process, one connection; nothing else can hold a lock or a lease. */
  isSingleProcess: boolean;
  owner: string;
  leaseMs: number;
  functions: Map<string, JobFunction>;
  backoffMs: (attempt: number) => number;
  /** Between whom capacity is shared fairly. */
  shareKeyOf: (event: EventPayload) => string;
  logger: EngineLogger;
  /** Work was committed: claim now. */
  wake: () => void;
}

export type Tx = TransactionSql;

/**
 * Rejects when the database has not answered in time: a driver whose connection was cut can leave a promise open for ever,
 * and the loop must not wait with it. What was asked may still happen; everything here is safe to ask again.
 */
export async function withDeadline<T>(work: Promise<T>, ms = 30_000): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_fulfil, reject) => {
    timer = setTimeout(() => reject(new DatabaseSilentError(ms)), ms);
    timer.unref();
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

export class DatabaseSilentError extends Error {
  readonly code = "SILENT";
  constructor(ms: number) {
    super(`the database did not answer within ${ms / 1000} s`);
  }
}

const worthAnotherTry = new Set(["40001", "40P01"]);

/** Runs `work` in one transaction, again when the database chose it as the victim of a deadlock. */
export async function inTransaction<T>(sql: Sql, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await withDeadline(sql.begin(work))) as T;
    } catch (error) {
      if (attempt >= 5 || !worthAnotherTry.has(databaseCode(error))) throw error;
    }
  }
}

/** The SQLSTATE or driver code of an error, or "". */
export function databaseCode(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string")
    return error.code;
  return "";
}

/**
 * Rows as one parameter for `jsonb_to_recordset`. Sent as text, because drivers that were told how to write jsonb would
 * encode it twice.
 */
export function asJson(value: unknown): string {
  return JSON.stringify(value) ?? "null";
}
