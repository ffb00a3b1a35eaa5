import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { captures, type SourcePage, snapshots } from "@/drizzle/schema";
import type { FetchedPage } from "@/server/crawling/fetching";
import { addDocument, withReceivedFile } from "@/server/knowledge/documents";
import { fileStorage } from "@/server/platform/ports";
import { storageKey } from "@/server/platform/storage/storage";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** Headers that say something about the page; cookies and everything else that could belong to somebody stay out. */
const keptHeaders = [
  "content-type",
  "content-language",
  "last-modified",
  "etag",
  "date",
  "server",
  "cache-control",
  "link",
];
const byteOrderMark = "\uFEFF";

export interface KeptCapture {
  documentId: string;
  snapshotId: string;
  /** False when these very bytes were kept before. */
  isNew: boolean;
}

/**
 * Keeps what a page showed as a revision of its document: the bytes (pages as UTF-8, whatever they came in), the answer's headers, the
 * picture. Safe to do twice: the same bytes are kept once. Not inside a transaction.
 */
export async function keepCapture(
  ctx: WorkspaceContext,
  page: SourcePage,
  run: { sourceId: string; runId: string; collectionId: string },
  fetched: FetchedPage,
  title: string | null,
): Promise<KeptCapture> {
  const bytes =
    fetched.text !== null && isMarkup(fetched.mime) ? Buffer.from(byteOrderMark + fetched.text, "utf8") : fetched.body;
  const added = await withReceivedFile(bytes, (file) =>
    addDocument(ctx, {
      path: page.url,
      title: title ?? page.title ?? page.url,
      fileName: fileNameOf(fetched),
      collectionId: run.collectionId,
      origin: page.kind === "file" ? "attachment" : "capture",
      file,
    }),
  );
  const screenshotKey = fetched.screenshot ? await keepScreenshot(ctx, fetched.screenshot) : null;
  await inWorkspace(ctx, async (tx) => {
    await tx
      .insert(captures)
      .values({
        workspaceId: ctx.workspace.id,
        snapshotId: added.snapshotId,
        documentId: added.documentId,
        sourceId: run.sourceId,
        runId: run.runId,
        pageId: page.id,
        url: page.url,
        finalUrl: fetched.finalUrl,
        status: fetched.status,
        headers: Object.fromEntries(
          keptHeaders.flatMap((name) => (fetched.headers[name] ? [[name, fetched.headers[name]]] : [])),
        ),
        rung: fetched.rung,
        screenshotKey,
        fetchedAt: fetched.fetchedAt,
      })
      .onConflictDoNothing();
    if (added.outcome !== "existing") {
      await tx
        .update(snapshots)
        .set({ fetchedAt: fetched.fetchedAt })
        .where(and(eq(snapshots.workspaceId, ctx.workspace.id), eq(snapshots.id, added.snapshotId)));
    }
  });
  return { documentId: added.documentId, snapshotId: added.snapshotId, isNew: added.outcome !== "existing" };
}

async function keepScreenshot(ctx: WorkspaceContext, picture: Buffer): Promise<string> {
  const key = storageKey(ctx.workspace.id, createHash("sha256").update(picture).digest("hex"));
  if (!(await fileStorage().exists(key))) await fileStorage().put(key, picture);
  return key;
}

export function isMarkup(mime: string): boolean {
  return /^(text\/html|application\/xhtml\+xml)$/.test(mime);
}

/** The last part of the address, with an ending that says what it is. */
function fileNameOf(fetched: FetchedPage): string {
  const url = new URL(fetched.finalUrl);
  const stated = isMarkup(fetched.mime) ? null : statedName(fetched.headers["content-disposition"]);
  const last = stated ?? decodeSafely(url.pathname.split("/").filter(Boolean).at(-1) ?? url.host).slice(-120);
  const name = last.replace(/[\p{Cc}\p{Bidi_Control}/\\]/gu, "_");
  return isMarkup(fetched.mime) && !/\.x?html?$/i.test(name) ? `${name}.html` : name;
}

/** What the server calls the file. */
function statedName(disposition: string | undefined): string | null {
  const [, encoded] =
    /filename\*\s{0,5}=\s{0,5}(?:utf-8|iso-8859-1)'[^']{0,20}'([^;\s]{1,600})/i.exec(disposition ?? "") ?? [];
  const [, quoted, bare] = /filename\s{0,5}=\s{0,5}(?:"([^"]{1,300})"|([^;\s"]{1,300}))/i.exec(disposition ?? "") ?? [];
  const name = (encoded ? decodeSafely(encoded) : (quoted ?? bare ?? "")).trim().slice(-120);
  return name === "" ? null : name;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
