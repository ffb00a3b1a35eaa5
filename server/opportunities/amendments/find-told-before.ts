import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type AmendmentItem, amendments } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { wordsKey } from "./requirement-words";

type Told = Pick<AmendmentItem, "what" | "before" | "after" | "detail">;

/** Far more than a tender is amended; the newest count. */
const mostLooked = 100;

/**
 * Says of an item which amendment of another paper of the tender has told it already, in the same words, or null: it is news. A demand that stands
 * on a page and again in its attached paper is changed in both, and told once. What was taken back since is news again.
 */
export async function findToldBefore(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  documentId: string,
): Promise<(item: Told) => string | null> {
  const rows = await tx
    .select({ id: amendments.id, documentId: amendments.documentId, items: amendments.items })
    .from(amendments)
    .where(and(eq(amendments.workspaceId, ctx.workspace.id), eq(amendments.opportunityId, opportunityId)))
    .orderBy(desc(amendments.createdAt), desc(amendments.id))
    .limit(mostLooked);
  return toldIn(rows, documentId);
}

/** As `findToldBefore`, of amendments that are given, the newest first. */
export function toldIn(
  rows: readonly { id: string; documentId: string | null; items: readonly Told[] }[],
  documentId: string,
): (item: Told) => string | null {
  const newest = new Map<string, { id: string; documentId: string | null; key: string }>();
  for (const { items, ...amendment } of rows) {
    for (const item of items) {
      const pair = bothWays(item);
      if (!newest.has(pair)) newest.set(pair, { ...amendment, key: keyOf(item) });
    }
  }
  return (item) => {
    const last = newest.get(bothWays(item));
    return last && last.documentId !== documentId && last.key === keyOf(item) ? last.id : null;
  };
}

/** What became of which words. A change that makes no difference to a bidder is the same change. */
function keyOf({ what, before, after, detail }: Told): string {
  const about =
    what === "deadline" || what === "field" || what === "affected" ? what : detail === "text" ? "text" : "demand";
  const named = what === "deadline" || what === "field" ? (detail ?? "") : "";
  return [about, named, wordsKey(before ?? ""), wordsKey(after ?? "")].join("|");
}

function bothWays(item: Told): string {
  return [keyOf(item), keyOf({ ...item, before: item.after, after: item.before })].sort().join("\n");
}
