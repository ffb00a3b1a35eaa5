// The errors alone: threads and processes that only fetch and read pages have no use for the rest.
import { DrizzleQueryError } from "drizzle-orm/errors";
import { isOfConnection } from "@/drizzle/connection-errors";
import { UnavailableError } from "./errors";

/** What may be told of a refusal by the database: names of the schema and codes, never what a row holds. */
const harmless = [
  "code",
  "severity",
  "schema_name",
  "table_name",
  "column_name",
  "constraint_name",
  "routine",
] as const;

/**
 * The same error without values and without its statement. An error travels on to logs, to the records of jobs and to whoever
 * reads these; none of them may learn words of documents, addresses or sealed secrets because a statement failed that held
 * them. Code and constraint stay where they were. An error that no database made is returned as it is.
 */
export function withoutValues<T>(error: T): T | Error {
  if (!(error instanceof Error)) return error;
  if (error instanceof DrizzleQueryError) {
    const cause = withoutValues(error.cause);
    const told = harmless.map((key) => (cause as unknown as Record<string, unknown> | undefined)?.[key]);
    const [code, , , , , constraint] = told;
    const names = [code, constraint].filter(Boolean).join(", ");
    return retold(error, `A statement failed in the database${names ? ` (${names})` : ""}.`, { cause });
  }
  if (isFromDatabase(error)) {
    // Values stand quoted at the end: `invalid input syntax for type uuid: "…"`.
    const plain = retold(error, error.message.replace(/: "[\s\S]*"$/, ""));
    for (const key of harmless) if (key in error) Object.assign(plain, { [key]: Reflect.get(error, key) });
    return plain;
  }
  // What we say of it ourselves stays what it is, with a cause that tells no more.
  if (error.cause instanceof Error) error.cause = withoutValues(error.cause);
  return error;
}

function isFromDatabase(error: Error): boolean {
  return error.name === "PostgresError" || ("severity" in error && "code" in error);
}

function retold(error: Error, message: string, options?: ErrorOptions): Error {
  const plain = new Error(message, options);
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  plain.stack = `${error.name}: ${message}\n${frames.join("\n")}`;
  return plain;
}

/** An error of the connection, told as what it is: nothing that the caller did, and worth another try. Others are returned as they are. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof UnavailableError || !isOfConnection(error)) return error;
  const message = "The database cannot be reached at the moment. What was saved before is safe; try again shortly.";
  return new UnavailableError(message, { cause: error });
}
