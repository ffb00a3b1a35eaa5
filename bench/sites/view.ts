import { and, eq, gt } from "drizzle-orm";
import { getDatabase } from "@/drizzle/client";
import { changes, fixTasks, notifications, sourcePages, sourceRecords, sourceRuns } from "@/drizzle/schema";
import { canonicalUrl } from "@/lib/canonical-url";
import { readPage } from "@/server/crawling/extraction";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { readLastRevision } from "@/server/sources/pages/read-last-revision";

export interface KeptPage {
  path: string;
  /** Title, date and text as the product reads them. */
  said: string;
}

export interface SiteView {
  pages: KeptPage[];
  records: (typeof sourceRecords.$inferSelect)[];
  runs: (typeof sourceRuns.$inferSelect)[];
}

/** What the product holds of a source: its kept pages, its entries and its runs. */
export async function siteView(ctx: WorkspaceContext, sourceId: string): Promise<SiteView> {
  const { db } = await getDatabase();
  const rows = await db
    .select()
    .from(sourcePages)
    .where(and(eq(sourcePages.workspaceId, ctx.workspace.id), eq(sourcePages.sourceId, sourceId)));
  const pages: KeptPage[] = [];
  for (const { url, snapshotId, kind, goneAt, lastFetchedAt } of rows) {
    if (goneAt) continue;
    if (!snapshotId) {
      // A feed is kept as its entries.
      if (lastFetchedAt && kind === "root") pages.push({ path: pathOf(url), said: "" });
      continue;
    }
    const html = (await readLastRevision(ctx, snapshotId)) ?? "";
    const { title, publishedAt, blocks, structured } = readPage(html, url);
    // As documents are read: its article, and all of it where it is none.
    const whole = blocks.concat(readPage(html, url, { isWhole: true }).blocks);
    const text = whole.map((block) => block.text).join("\n");
    pages.push({ path: pathOf(url), said: [title, publishedAt, text, JSON.stringify(structured)].join("\n") });
  }
  return {
    pages,
    records: await db
      .select()
      .from(sourceRecords)
      .where(and(eq(sourceRecords.workspaceId, ctx.workspace.id), eq(sourceRecords.sourceId, sourceId))),
    runs: await db
      .select()
      .from(sourceRuns)
      .where(and(eq(sourceRuns.workspaceId, ctx.workspace.id), eq(sourceRuns.sourceId, sourceId))),
  };
}

export interface ToldChange {
  path: string;
  verdict: "wording" | "form";
  /** Told by another page as well, and put away. */
  isFolded: boolean;
  severity: string;
  kinds: readonly string[];
  summary: string;
  items: { kind: string; before: string | null; after: string | null }[];
}

/** Differences that people were told of since, and every remark about values that emptied or go to and fro. */
export async function toldSince(ctx: WorkspaceContext, sourceId: string, since: Date) {
  const { db } = await getDatabase();
  const rows = await db
    .select({
      url: sourcePages.url,
      verdict: changes.verdict,
      severity: changes.severity,
      kinds: changes.kinds,
      summary: changes.summary,
      items: changes.items,
      archivedAt: changes.archivedAt,
    })
    .from(changes)
    .innerJoin(sourcePages, and(eq(sourcePages.workspaceId, changes.workspaceId), eq(sourcePages.id, changes.pageId)))
    .where(
      and(eq(changes.workspaceId, ctx.workspace.id), eq(changes.sourceId, sourceId), gt(changes.createdAt, since)),
    );
  const runs = await db
    .select({ reason: sourceRuns.reason, problems: sourceRuns.problems })
    .from(sourceRuns)
    .where(
      and(
        eq(sourceRuns.workspaceId, ctx.workspace.id),
        eq(sourceRuns.sourceId, sourceId),
        gt(sourceRuns.createdAt, since),
      ),
    );
  const fixes = await db
    .select({ detail: fixTasks.detail })
    .from(fixTasks)
    .where(and(eq(fixTasks.workspaceId, ctx.workspace.id), eq(fixTasks.sourceId, sourceId)));
  const news = await db
    .select({ body: notifications.body })
    .from(notifications)
    .where(and(eq(notifications.workspaceId, ctx.workspace.id), gt(notifications.createdAt, since)));
  const remarks = [
    ...runs.flatMap(({ reason, problems }) => [reason, ...problems.map((problem) => problem.reason)]),
    ...fixes.map(({ detail }) => detail),
    ...news.map(({ body }) => body),
  ].filter((text): text is string => Boolean(text));
  const added = await db
    .select({ title: sourceRecords.title })
    .from(sourceRecords)
    .where(
      and(
        eq(sourceRecords.workspaceId, ctx.workspace.id),
        eq(sourceRecords.sourceId, sourceId),
        gt(sourceRecords.createdAt, since),
      ),
    );
  return {
    // Entries of a list that were not there before are told as such.
    entries: added.map(({ title }) => title),
    changes: rows.map(
      ({ url, archivedAt, ...row }): ToldChange => ({
        ...row,
        path: pathOf(url),
        isFolded: archivedAt !== null,
      }),
    ),
    remarks,
  };
}

/** Where a link was found says nothing about where it leads. */
const comesFrom = /^(?:src|rid)$/;

export function pathOf(url: string): string {
  const { pathname, searchParams } = new URL(canonicalUrl(url) ?? url);
  for (const name of [...searchParams.keys()]) if (comesFrom.test(name)) searchParams.delete(name);
  return decodeURI(pathname) + (searchParams.size > 0 ? `?${searchParams}` : "");
}
