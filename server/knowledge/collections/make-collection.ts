import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { collections } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { announceLive } from "@/server/platform/live";
import { unsafeSeeingAllCollections, type WorkspaceContext } from "@/server/platform/workspace-context";
import { nextNumber } from "./create-collection";
import { restrictTo } from "./queries";

const longestName = 80;

/**
 * A new collection that the product makes for one matter of a person's, in the caller's transaction. A name that is taken gets a number
 * behind it ("Lifts 2"). With `memberIds` only those see it, the actor always among them.
 */
export async function makeCollection(
  tx: Tx,
  ctx: WorkspaceContext,
  input: { name: string; memberIds?: string[] | undefined },
): Promise<string> {
  const workspaceId = ctx.workspace.id;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`collections ${workspaceId}`}, 0))`);
  const taken = await unsafeSeeingAllCollections(tx, ctx, () =>
    tx.select({ name: collections.name }).from(collections).where(eq(collections.workspaceId, workspaceId)),
  );
  // Made small here, by the rules that `freeName` goes by: the database has others for some letters.
  const names = new Set(taken.map(({ name }) => name.toLowerCase()));
  const id = newId();
  const name = freeName(input.name, names);
  await tx.insert(collections).values({ workspaceId, id, number: await nextNumber(tx, ctx), name });
  if (input.memberIds) await restrictTo(tx, ctx, id, input.memberIds);
  announceLive(ctx, "collection", id);
  return id;
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const stem = wanted.trim() || "Documents";
  for (let attempt = 1; ; attempt++) {
    const suffix = attempt === 1 ? "" : ` ${attempt}`;
    const name = stem.slice(0, longestName - suffix.length).trim() + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
