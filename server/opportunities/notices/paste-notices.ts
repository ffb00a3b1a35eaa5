import { createHash } from "node:crypto";
import { requireCollection } from "@/server/knowledge/collections";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { NoticeReading } from "./notice-facts";
import { readTextNotice } from "./pages/read-text-notice";
import { readNoticeFile } from "./read-notice-file";
import { type RecordedNotices, recordNotices } from "./record-notices";
import type { PasteNoticesInput } from "./schemas";

const hiddenReason = "It belongs to an opportunity that only some people may see. Ask an admin to give you access.";

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
  const collection = await inWorkspace(ctx, (tx) => requireCollection(tx, ctx, input.collectionId));
  const recorded = await recordNotices(ctx, {
    collectionId: collection.id,
    notices: reading.notices.map((facts) => ({ facts })),
    readAt,
  });
  const hidden = recorded.hidden.map((one) => ({ key: one, reason: hiddenReason }));
  return { ...recorded, refused: [...reading.refused, ...hidden] };
}
