import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { type Source, type SourcePage, type SourceRecord, sourcePages, sourceRecords } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import {
  entryHash,
  entryParts,
  findSource,
  pagesByHash,
  readDatedRevision,
  readLastRevision,
  urlHash,
} from "@/server/sources";
import { isItsOwnPaper } from "./documents-of-notices";
import { findLeftEntries } from "./left-entries";
import type { NoticeToRecord } from "./notice-batch";
import type { NoticeReading } from "./notice-facts";
import { linksOf } from "./pages/page-links";
import { readPortalNotice } from "./pages/read-portal-notice";
import { readFeedNotice } from "./pages/read-text-notice";
import { readNoticeFile } from "./read-notice-file";
import { type RecordedNotices, recordNotices } from "./record-notices";
import { findWithdrawn } from "./withdrawn-notices";

/** Records of a run that are read in one step. */
const perStep = 40;

export interface ReadSourceNotices extends RecordedNotices {
  refused: NoticeReading["refused"];
  /** Where the next step goes on; null when all is read. */
  next: string | null;
}

const nothing: ReadSourceNotices = {
  added: 0,
  changed: 0,
  unchanged: 0,
  discovered: [],
  amended: [],
  hidden: [],
  refused: [],
  next: null,
};

/**
 * Turns what a run has brought into notices, a step at a time: entries of a portal or feed with the pages and files to which they lead, or
 * files of OCDS, SAM.gov and TED. Sources of other kinds publish no tenders. `after` is where the step before ended. Safe to do twice.
 */
export async function readSourceNotices(
  ctx: WorkspaceContext,
  { sourceId, runId, after }: { sourceId: string; runId: string; after?: string | null },
): Promise<ReadSourceNotices> {
  authorize(ctx, "opportunities:write");
  const source = await inWorkspace(ctx, (tx) => findSource(tx, ctx, sourceId));
  if (!source) return nothing;
  if (source.kind === "portal" || source.kind === "feed") return readEntries(ctx, source, runId, after ?? null);
  if (source.kind === "ocds" || source.kind === "sam" || source.kind === "ted")
    return readFiles(ctx, source, runId, after ?? null);
  return nothing;
}

async function readEntries(
  ctx: WorkspaceContext,
  source: Source,
  runId: string,
  after: string | null,
): Promise<ReadSourceNotices> {
  const { records, pages, isLast } = await inWorkspace(ctx, async (tx) => {
    const records = await tx
      .select()
      .from(sourceRecords)
      .where(
        and(
          eq(sourceRecords.workspaceId, ctx.workspace.id),
          eq(sourceRecords.sourceId, source.id),
          eq(sourceRecords.lastRunId, runId),
          ...(after ? [gt(sourceRecords.id, after)] : []),
        ),
      )
      .orderBy(asc(sourceRecords.id))
      .limit(perStep);
    // The last step of a run reads what has left the list, too.
    const isLast = records.length < perStep;
    if (isLast) records.push(...(await findLeftEntries(tx, ctx, { sourceId: source.id, runId, hashOfPage })));
    const hashes = records.map(hashOfPage);
    const pages = await pagesByHash(tx, source, hashes);
    return { records, pages, isLast };
  });
  const withdrawn = isLast ? await findWithdrawn(ctx, source, runId) : [];
  if (records.length + withdrawn.length === 0) return nothing;
  const neighbours = records.flatMap(({ fields }) => Object.values(fields)).filter((value) => value.length <= 80);
  const read = await Promise.all(records.map((record) => readEntry(ctx, source, record, pages, neighbours)));
  const found = read.flatMap(({ notices }) => notices);
  const toRecord = await withAttachments(ctx, source, found);
  const last = records.at(-1)?.lastSeenAt ?? new Date();
  const recorded = await recordNotices(ctx, {
    sourceId: source.id,
    collectionId: source.collectionId,
    notices: [...withdrawn, ...toRecord],
    readAt: last,
  });
  const next = isLast ? null : (records.at(-1)?.id ?? null);
  return { ...recorded, refused: read.flatMap(({ refused }) => refused), next };
}

/** Where the page is kept to which an entry leads, by its address or by the form that opens it. */
function hashOfPage({ url, recordKey }: SourceRecord): string {
  return url ? urlHash(url) : entryHash(recordKey);
}

type FoundNotice = Pick<NoticeToRecord, "documentId" | "snapshotId" | "facts">;

async function readEntry(
  ctx: WorkspaceContext,
  source: Source,
  record: SourceRecord,
  pages: readonly SourcePage[],
  neighbours: readonly string[],
): Promise<{ notices: FoundNotice[]; refused: NoticeReading["refused"] }> {
  const hash = hashOfPage(record);
  const page = pages.find((one) => one.urlHash === hash && one.kind !== "file") ?? null;
  const kept = page?.snapshotId ? await readDatedRevision(ctx, page.snapshotId) : null;
  const html = kept?.html ?? null;
  const input = {
    entry: { key: record.recordKey, title: record.title, url: record.url, fields: record.fields, text: record.text },
    page: page && html !== null ? { url: page.url, html, capturedAt: kept?.fetchedAt ?? record.lastSeenAt } : null,
    listingUrl: source.url,
    capturedAt: record.lastSeenAt,
    parts: page && html !== null ? await readParts(ctx, source, page.url, html) : [],
    portalNames: [source.name],
    neighbours,
  };
  const reading = source.kind === "feed" ? readFeedNotice(input) : readPortalNotice(input);
  const seen = page?.documentId ? { documentId: page.documentId, snapshotId: page.snapshotId } : {};
  return { notices: reading.notices.map((facts) => ({ facts, ...seen })), refused: reading.refused };
}

/** Pages that belong to an entry's own, as they were last kept. */
async function readParts(
  ctx: WorkspaceContext,
  source: Source,
  url: string,
  html: string,
): Promise<{ url: string; html: string }[]> {
  const hashes = source.kind === "portal" ? entryParts(url, linksOf(html, url)).map((part) => urlHash(part)) : [];
  const pages = await inWorkspace(ctx, (tx) => pagesByHash(tx, source, hashes));
  const read = await Promise.all(
    pages.map(async ({ url, kind, snapshotId }) => {
      const html = kind === "page" && snapshotId ? await readLastRevision(ctx, snapshotId) : null;
      return html === null ? [] : [{ url, html }];
    }),
  );
  return read.flat();
}

/** The files that a notice names and that the source has brought, by their addresses. */
async function withAttachments(
  ctx: WorkspaceContext,
  source: Source,
  found: readonly FoundNotice[],
): Promise<NoticeToRecord[]> {
  const hashes = [...new Set(found.flatMap(({ facts }) => facts.attachments.map(({ url }) => urlHash(url))))];
  const files = await inWorkspace(ctx, (tx) => pagesByHash(tx, source, hashes));
  const byHash = new Map(files.flatMap(({ urlHash: hash, documentId }) => (documentId ? [[hash, documentId]] : [])));
  return found.map((one) => ({
    ...one,
    attachmentIds: [
      ...(isItsOwnPaper(one.facts) && one.documentId ? [one.documentId] : []),
      ...one.facts.attachments.flatMap(({ url }) => byHash.get(urlHash(url)) ?? []),
    ],
  }));
}

async function readFiles(
  ctx: WorkspaceContext,
  source: Source,
  runId: string,
  after: string | null,
): Promise<ReadSourceNotices> {
  const [file] = await inWorkspace(ctx, (tx) =>
    tx
      .select()
      .from(sourcePages)
      .where(
        and(
          eq(sourcePages.workspaceId, ctx.workspace.id),
          eq(sourcePages.sourceId, source.id),
          eq(sourcePages.lastRunId, runId),
          isNotNull(sourcePages.snapshotId),
          ...(after ? [gt(sourcePages.id, after)] : []),
        ),
      )
      .orderBy(asc(sourcePages.id))
      .limit(1),
  );
  if (!file?.snapshotId) return nothing;
  const text = await readLastRevision(ctx, file.snapshotId);
  // Pages of the publisher's site to which entries led say for people what the file says.
  const isPage = text === null || /^\s*<(?:!doctype html|html)\b/i.test(text);
  const reading = isPage ? { notices: [], refused: [] } : readNoticeFile(text);
  const found = reading.notices.map((facts) => ({ facts, documentId: file.documentId, snapshotId: file.snapshotId }));
  const recorded = await recordNotices(ctx, {
    sourceId: source.id,
    collectionId: source.collectionId,
    notices: await withAttachments(ctx, source, found),
    readAt: file.lastFetchedAt ?? new Date(),
  });
  return { ...recorded, refused: reading.refused, next: file.id };
}
