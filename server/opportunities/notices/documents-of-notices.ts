import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Notice, sourcePages } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { urlHash } from "@/server/sources";
import type { NoticeFacts } from "./notice-facts";

/**
 * A tender without papers has its page for one: what it demands is read there, and so is what an amendment changes. So has one whose page lists demands
 * beside its papers.
 */
export function isItsOwnPaper(facts: NoticeFacts): boolean {
  if (facts.scheme === "email") return true;
  return facts.scheme === "portal" && (facts.attachments.length === 0 || facts.demandsOnPage === true);
}

/** The papers that notices brought: the files that they name and their sources have read, and the page or mail that is one itself. */
export async function documentsOfNotices(
  tx: Tx,
  ctx: WorkspaceContext,
  some: readonly Pick<Notice, "facts" | "documentId" | "sourceId">[],
): Promise<Set<string>> {
  const found = new Set<string>();
  const named = new Set<string>();
  const addresses = new Set<string>();
  const addressOf = (sourceId: string, hash: string) => `${sourceId} ${hash}`;
  for (const notice of some) {
    const facts = notice.facts as NoticeFacts;
    if (isItsOwnPaper(facts) && notice.documentId) found.add(notice.documentId);
    if (facts.scheme === "email") continue;
    for (const { url } of notice.sourceId ? facts.attachments : []) {
      named.add(urlHash(url));
      addresses.add(addressOf(notice.sourceId ?? "", urlHash(url)));
    }
  }
  if (named.size === 0) return found;
  const pages = await tx
    .select({ sourceId: sourcePages.sourceId, hash: sourcePages.urlHash, documentId: sourcePages.documentId })
    .from(sourcePages)
    .where(
      and(
        eq(sourcePages.workspaceId, ctx.workspace.id),
        inArray(sourcePages.urlHash, [...named]),
        isNotNull(sourcePages.documentId),
      ),
    );
  for (const { sourceId, hash, documentId } of pages) {
    if (documentId && addresses.has(addressOf(sourceId, hash))) found.add(documentId);
  }
  return found;
}
