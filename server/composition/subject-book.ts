import { and, eq, inArray, isNull } from "drizzle-orm";
import { opportunities } from "@/drizzle/schema";
import type { SubjectBook } from "@/server/collaboration";
import { mergedInto } from "@/server/opportunities";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace } from "@/server/platform/workspace-context";

/** What people talk and work about, for the floor below that knows no product word. */
export const subjectBook: SubjectBook = {
  require: (ctx, { subjectKind, subjectId }) =>
    inWorkspace(ctx, async (tx) => {
      if (subjectKind !== "opportunity") throw new NotFoundError("subject");
      const [found] = await tx
        .select({ id: opportunities.id, collectionId: opportunities.collectionId, title: opportunities.title })
        .from(opportunities)
        .where(
          and(
            eq(opportunities.workspaceId, ctx.workspace.id),
            eq(opportunities.id, subjectId),
            isNull(opportunities.deletedAt),
          ),
        );
      if (!found) throw new NotFoundError("opportunity");
      return {
        ...found,
        kind: subjectKind,
        path: `/opportunities/${found.id}`,
        joinedIds: await mergedInto(tx, ctx, found.id),
      };
    }),
  titles: (ctx, ids) =>
    inWorkspace(ctx, async (tx) => {
      if (ids.length === 0) return new Map();
      const found = await tx
        .select({ id: opportunities.id, title: opportunities.title })
        .from(opportunities)
        .where(and(eq(opportunities.workspaceId, ctx.workspace.id), inArray(opportunities.id, ids)));
      return new Map(found.map(({ id, title }) => [id, title]));
    }),
};
