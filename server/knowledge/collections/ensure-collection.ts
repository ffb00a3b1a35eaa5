import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { collections } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { unsafeSeeingAllCollections, type WorkspaceContext } from "@/server/platform/workspace-context";
import { nextNumber } from "./create-collection";

/**
 * The id of the open collection that the product itself keeps under this name, made when it is missing. A restricted one that people
 * named so is theirs: then another name is used ("Watched pages 2").
 */
export async function ensureCollection(tx: Tx, ctx: WorkspaceContext, name: string): Promise<string> {
  const workspaceId = ctx.workspace.id;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`collections ${workspaceId}`}, 0))`);
  for (let attempt = 1; ; attempt++) {
    const wanted = attempt === 1 ? name : `${name} ${attempt}`;
    const [known] = await unsafeSeeingAllCollections(tx, ctx, () =>
      tx
        .select({ id: collections.id, visibility: collections.visibility })
        .from(collections)
        .where(and(eq(collections.workspaceId, workspaceId), sql`lower(${collections.name}) = lower(${wanted})`)),
    );
    if (known?.visibility === "workspace") return known.id;
    if (known) continue;
    const id = newId();
    await tx.insert(collections).values({ workspaceId, id, number: await nextNumber(tx, ctx), name: wanted });
    return id;
  }
}
