import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { collections } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { requireCollection } from "@/server/knowledge/collections";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { NoticeReading } from "./notice-facts";
import { readTextNotice } from "./pages/read-text-notice";
import { readNoticeFile } from "./read-notice-file";
import { type RecordedNotices, recordNotices } from "./record-notices";
import type { PasteNoticesInput } from "./schemas";

/**
 * Notices that a person has at hand: a file of OCDS, SAM.gov, TED or eForms, else the text of a mail or a page, which is one notice. The same
 * text twice adds nothing. Throws NotFoundError (collection).
 */
export async function pasteNotices(
  ctx: WorkspaceContext,
  input: PasteNoticesInput,
): Promise<RecordedNotices & { refused: NoticeReading["refused"] }> {
  authorize(ctx, "opportunities:write");
  const readAt = new Date();
  const text = input.text.replace(/^\uFEFF/, "").trim();
  const key = createHash("sha256").update(text).digest("hex");
  const reading = /^[[{<]/.test(text)
    ? readNoticeFile(text)
    : readTextNotice({ scheme: "paste", key, title: input.title ?? null, text, readAt });
  const collectionId = await inWorkspace(ctx, async (tx) => {
    if (input.collectionId) return (await requireCollection(tx, ctx, input.collectionId)).id;
    const standard = await tx
      .select({ id: collections.id })
      .from(collections)
      .where(and(eq(collections.workspaceId, ctx.workspace.id), eq(collections.isDefault, true)));
    return one(standard).id;
  });
  const recorded = await recordNotices(ctx, {
    collectionId,
    notices: reading.notices.map((facts) => ({ facts })),
    readAt,
  });
  return { ...recorded, refused: reading.refused };
}
