import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type FixTask, fixTasks, sourceRecords } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { AppError, NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { showInWorker } from "../pages/analyse-in-worker";
import { isMarkup } from "../pages/keep-capture";
import { requireSource } from "../queries";
import { rulesOf } from "../rules/kept-rules";
import { loadKeptPage } from "../rules/load-kept-page";
import { selectFixes } from "./list-fix-tasks";
import { requireFix } from "./queries";
import type { FixTaskDetail, FixTaskPage } from "./schemas";

/** A task with the page to be looked at, the entry that is wrong, and the names that fields have had. Throws NotFoundError. */
export async function getFixTask(ctx: WorkspaceContext, id: string): Promise<FixTaskDetail> {
  authorize(ctx, "sources:manage");
  const { task, summary, record, fields } = await inWorkspace(ctx, async (tx) => {
    const found = await requireFix(tx, ctx, id);
    const [told] = await selectFixes(tx, ctx, eq(fixTasks.id, id), { limit: 1, offset: 0 });
    // Its source has been deleted since.
    if (!told) throw new NotFoundError("task");
    return {
      task: found,
      summary: told,
      record: found.recordId ? await findRecord(tx, ctx, found.recordId) : null,
      fields: await fieldNames(tx, ctx, found),
    };
  });
  return { ...summary, revision: await findRevision(ctx, task), record, fields };
}

/** The page of a task, part by part, to be drawn without any of its code. Throws NotFoundError, ConflictError when it is no longer kept. */
export async function showFixPage(ctx: WorkspaceContext, id: string): Promise<FixTaskPage> {
  authorize(ctx, "sources:manage");
  const task = await inWorkspace(ctx, (tx) => requireFix(tx, ctx, id));
  const { now } = await loadKeptPage(ctx, task, { withPast: false });
  return { parts: isMarkup(now.mime ?? "text/html") ? await showInWorker(now.html) : [] };
}

async function findRevision(ctx: WorkspaceContext, task: FixTask): Promise<FixTaskDetail["revision"]> {
  try {
    const { now } = await loadKeptPage(ctx, task, { withPast: false });
    return {
      snapshotId: now.snapshotId,
      revision: now.revision,
      fetchedAt: now.fetchedAt,
      isMarkup: isMarkup(now.mime ?? "text/html"),
      screenshot: now.screenshotKey ? `/api/v1/files/${now.snapshotId}/screenshot` : null,
    };
  } catch (error) {
    // The task is told also when its page is gone.
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function findRecord(tx: Tx, ctx: WorkspaceContext, id: string) {
  const [record] = await tx
    .select({ title: sourceRecords.title, url: sourceRecords.url, fields: sourceRecords.fields })
    .from(sourceRecords)
    .where(and(eq(sourceRecords.workspaceId, ctx.workspace.id), eq(sourceRecords.id, id)));
  return record ?? null;
}

const sampled = 40;
const mostNames = 12;
const unnamed = /^(?:text|summary|date|amount|column)(?: \d{1,3})?$/;

/** As the source's entries have called their fields, the most frequent first; what was named for want of a name is left out. */
async function fieldNames(tx: Tx, ctx: WorkspaceContext, task: FixTask): Promise<string[]> {
  const source = await requireSource(tx, ctx, task.sourceId);
  const records = await tx
    .select({ fields: sourceRecords.fields })
    .from(sourceRecords)
    .where(and(eq(sourceRecords.workspaceId, ctx.workspace.id), eq(sourceRecords.sourceId, task.sourceId)))
    .orderBy(desc(sourceRecords.lastSeenAt))
    .limit(sampled);
  const counts = new Map<string, number>();
  const { current, past } = rulesOf(source);
  const taught = [current, ...past].find((rule) => rule?.origin === "person");
  for (const name of Object.keys(taught?.rule.fields ?? {})) counts.set(name, sampled + 1);
  for (const { fields } of records)
    for (const name of Object.keys(fields)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([name]) => name !== "title" && name !== "url" && !name.includes("@") && !unnamed.test(name))
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostNames)
    .map(([name]) => name);
}
