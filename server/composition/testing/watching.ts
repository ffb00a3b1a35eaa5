import { expect } from "vitest";
import type { SourceKind } from "@/lib/vocabulary/sources";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { createSource } from "@/server/sources/create-source";
import { getRun, getSource } from "@/server/sources/get-source";
import { requestScan } from "@/server/sources/runs/request-scan";
import { createSourceInput } from "@/server/sources/schemas";

/** Watches an address and waits for the end of its first run. */
export async function watch(ctx: WorkspaceContext, url: string, kind: SourceKind | "auto", budget = {}) {
  const source = await createSource(ctx, createSourceInput.parse({ url, kind, budget }));
  const first = (await getSource(ctx, source.id)).lastRun;
  return { source, run: await ended(ctx, first?.id ?? "") };
}

export async function scanAgain(ctx: WorkspaceContext, sourceId: string) {
  return ended(ctx, (await requestScan(ctx, sourceId)).id);
}

async function ended(ctx: WorkspaceContext, runId: string) {
  await expect
    .poll(async () => (await getRun(ctx, runId)).status, { timeout: 300_000, interval: 200 })
    .not.toMatch(/queued|running/);
  return getRun(ctx, runId);
}
