import { and, eq, isNull } from "drizzle-orm";
import { members } from "@/drizzle/schema";
import { foldText } from "@/lib/fold-text";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { readTable, type TableSheet, UnreadableFileError } from "@/server/knowledge/ingest";
import { InvalidInputError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { readStages } from "../pipeline/stages";
import { type ColumnMap, mapColumns } from "./map-columns";
import { type KnownNames, type ReadRows, readRows } from "./read-rows";
import { mostTableBytes, mostTableRows, type PreviewTableInput } from "./schemas";

export interface OpenTable extends ReadRows {
  sheets: TableSheet[];
  heads: string[];
  columns: ColumnMap;
  rows: TableSheet["rows"];
}

/** Reads what an imported table says, row by row; keeps nothing. Throws InvalidInputError (no table, no rows, too many of them). */
export async function openTable(ctx: WorkspaceContext, input: PreviewTableInput, now: Date): Promise<OpenTable> {
  const sheets = await readSheets(input);
  const sheet = sheets[input.sheet];
  if (!sheet) throw new InvalidInputError(`The workbook has ${sheets.length} sheets, and no other one.`);
  const [head, ...rows] = sheet.rows;
  if (!head || rows.length === 0) {
    throw new InvalidInputError(
      "There is nothing below the headings. The first row names the columns, each further row is a tender.",
    );
  }
  if (rows.length > mostTableRows) {
    throw new InvalidInputError(
      `The table has ${rows.length} rows; ${mostTableRows} can be imported at once. Import it in parts.`,
    );
  }
  const columns = input.columns ?? mapColumns(head.cells);
  const names = await readNames(ctx);
  return { sheets, heads: head.cells, columns, rows, ...readRows(rows, columns, names, now) };
}

async function readSheets({ fileName, base64 }: PreviewTableInput): Promise<TableSheet[]> {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length > mostTableBytes) throw new InvalidInputError("A table may hold 700 kB. Import it in parts.");
  try {
    const sheets = await readTable(fileName, bytes);
    if (sheets) return sheets;
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new InvalidInputError(error.message, { cause: error });
    throw error;
  }
  throw new InvalidInputError("This is no table. Save it as XLSX or CSV; files of a tender are dropped as they are.");
}

async function readNames(ctx: WorkspaceContext): Promise<KnownNames> {
  return inWorkspace(ctx, async (tx) => {
    const stages = await readStages(tx, ctx);
    const people = await tx
      .select({ id: members.userId, name: members.name, email: members.email, role: members.role })
      .from(members)
      .where(and(eq(members.workspaceId, ctx.workspace.id), isNull(members.suspendedAt)));
    const owners = people.filter(({ role }) => roleMay(role, "opportunities:write"));
    const named = Map.groupBy(owners, ({ name }) => key(name));
    return {
      stages: new Map(
        stages.flatMap((stage) => [
          [key(stage.name), stage.key],
          [key(stage.key), stage.key],
        ]),
      ),
      // Two people of one name are told apart by their addresses only.
      owners: new Map([
        ...[...named].flatMap(([name, same]) => (same.length === 1 && same[0] ? [[name, same[0].id] as const] : [])),
        ...owners.map(({ email, id }) => [key(email), id] as const),
      ]),
    };
  });
}

const key = (text: string) => foldText(text).trim();
