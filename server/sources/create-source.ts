import { and, eq, isNull } from "drizzle-orm";
import { type Source, sources } from "@/drizzle/schema";
import { definedOnly } from "@/lib/defined-only";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import type { RobotsPolicy, SourceKind } from "@/lib/vocabulary/sources";
import { ensureCollection, requireCollection } from "@/server/knowledge/collections";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { requireReadableUrl } from "@/server/platform/egress";
import { ConflictError, InvalidInputError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { checkSchedule } from "./check-schedule";
import { previewSource } from "./preview-source";
import { startRun } from "./runs/request-scan";
import type { CreateSourceInput } from "./schemas";
import { defaultBudget, defaultSchedule } from "./source-defaults";

/** Where captured pages are kept unless a person names another collection. */
const watchedCollection = "Watched pages";

/**
 * Adds an address to watch. With kind `auto` it is read once to find out what it is; a feed or an interface that the page names is left to
 * the person to choose. Throws SourceUnreadableError, AddressNotAllowedError, UnreachableError, ConflictError (watched already), NotFoundError (collection).
 */
export async function createSource(ctx: WorkspaceContext, input: CreateSourceInput): Promise<Source> {
  authorize(ctx, "sources:manage");
  requireReadableUrl(input.url);
  assertRobotsReason(input.robots, input.robotsReason);
  const found = input.kind === "auto" ? await previewSource(ctx, { url: input.url, kind: "auto" }) : null;
  const kind: SourceKind = found?.kind ?? (input.kind as SourceKind);
  const url = found?.url ?? input.url;
  const schedule = input.schedule ?? defaultSchedule(kind);
  checkSchedule(schedule);
  return inWorkspace(ctx, async (tx) => {
    const collectionId = input.collectionId
      ? (await requireCollection(tx, ctx, input.collectionId)).id
      : await ensureCollection(tx, ctx, watchedCollection);
    const [known] = await tx
      .select({ name: sources.name })
      .from(sources)
      .where(and(eq(sources.workspaceId, ctx.workspace.id), eq(sources.url, url), isNull(sources.deletedAt)));
    if (known) throw new ConflictError(`This address is already watched, as "${known.name}".`);
    const source = one(
      await tx
        .insert(sources)
        .values({
          workspaceId: ctx.workspace.id,
          id: newId(),
          collectionId,
          name: input.name ?? found?.title ?? new URL(url).host,
          kind,
          url,
          tags: input.tags,
          robots: input.robots,
          robotsReason: input.robots === "ignore" ? (input.robotsReason ?? null) : null,
          schedule,
          budget: { ...defaultBudget(kind), ...definedOnly(input.budget) },
          scope: input.scope ?? {},
          nextRunAt: new Date(),
          createdBy: ctx.actor.userId,
        })
        .returning(),
    );
    if (input.scanNow) await startRun(tx, ctx, source.id, "first");
    await recordAudit(tx, ctx, { action: "source.create", subjectId: source.id, detail: { url, kind } });
    announceLive(ctx, "source", source.id);
    return source;
  });
}

/** Reading a site against its robots.txt needs its owner's leave, and the leave needs a name. Throws InvalidInputError. */
export function assertRobotsReason(robots: RobotsPolicy, reason: string | null | undefined): void {
  if (robots === "ignore" && !reason?.trim()) {
    throw new InvalidInputError("Say who allowed this site to be read against its robots.txt; the reason is kept.");
  }
}
