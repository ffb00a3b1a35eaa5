import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { sourceRecords } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { RunningScan } from "../runs/running-scan";
import type { NewRecord } from "./record-records";

/**
 * Entries that a feed names by an id of their own keep the address under which they were met first, where it now differs in nothing but the values
 * behind the "?": those are numbers of the visit or of the link. In the caller's transaction.
 */
export async function withKnownAddresses(
  tx: Tx,
  ctx: WorkspaceContext,
  { source }: Pick<RunningScan, "source">,
  records: readonly NewRecord[],
): Promise<NewRecord[]> {
  const keys = records.filter(({ key, url }) => url !== null && key !== url).map(({ key }) => key.slice(0, 1_000));
  if (keys.length === 0) return [...records];
  const known = await tx
    .select({ key: sourceRecords.recordKey, url: sourceRecords.url })
    .from(sourceRecords)
    .where(
      and(
        eq(sourceRecords.workspaceId, ctx.workspace.id),
        eq(sourceRecords.sourceId, source.id),
        sql`${sourceRecords.recordKey} = any(${sql.param(keys)}::text[])`,
      ),
    );
  const urlOf = new Map(known.map(({ key, url }) => [key, url]));
  return records.map((record) => {
    const url = urlOf.get(record.key.slice(0, 1_000));
    return url && record.url && differInValues(url, record.url) ? { ...record, url } : record;
  });
}

/** One path with the same names behind the "?", and other values of them. */
export function differInValues(one: string, other: string): boolean {
  const [a, b] = [URL.parse(one), URL.parse(other)];
  if (!a || !b || a.origin !== b.origin || a.pathname !== b.pathname || a.href === b.href) return false;
  const names = (url: URL) => [...url.searchParams.keys()].sort().join("&");
  return names(a) !== "" && names(a) === names(b);
}
