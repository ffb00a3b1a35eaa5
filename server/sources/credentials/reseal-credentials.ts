import { and, eq } from "drizzle-orm";
import { sourceCredentials } from "@/drizzle/schema";
import { type Resealed, resealed, sumOf } from "@/server/platform/reseal";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { sealedIn } from "./sealed-in";

const columns = { passwordSealed: "password", totpSealed: "totp", sessionSealed: "session" } as const;

/** Seals what sources sign in with under the secret of today. The rows are held, so that a run that saves its session loses nothing. */
export function resealCredentials(ctx: WorkspaceContext): Promise<Resealed> {
  return inWorkspace(ctx, async (tx) => {
    const own = eq(sourceCredentials.workspaceId, ctx.workspace.id);
    const rows = await tx.select().from(sourceCredentials).where(own).for("update");
    const counts: Resealed[] = [];
    for (const { sourceId, passwordSealed, totpSealed, sessionSealed, updatedAt } of rows) {
      const { changed, count } = resealed({ passwordSealed, totpSealed, sessionSealed }, (column) =>
        sealedIn(ctx.workspace.id, sourceId, columns[column]),
      );
      counts.push(count);
      if (count.anew === 0) continue;
      await tx
        .update(sourceCredentials)
        .set({ ...changed, updatedAt })
        .where(and(own, eq(sourceCredentials.sourceId, sourceId)));
    }
    return sumOf(counts);
  });
}
