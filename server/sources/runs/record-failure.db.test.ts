import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { crawlFrontier, sourcePages } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { inWorkspace } from "@/server/platform/workspace-context";
import { recordFailure } from "./record-failure";
import { type Met, meetAddress } from "./testing/meet-address";

openTestDatabase();

const missing = (status: number) => ({
  kind: "failed" as const,
  code: `http_${status}`,
  reason: "There is no such page.",
  recoverable: false,
  retryAfterMs: null,
  status,
});

const kept = ({ ctx, scan }: Met) =>
  inWorkspace(ctx, (tx) =>
    tx
      .select({ url: sourcePages.url })
      .from(sourcePages)
      .where(and(eq(sourcePages.workspaceId, ctx.workspace.id), eq(sourcePages.sourceId, scan.source.id))),
  );

test("an address that was made up for the visit and leads nowhere is in the run's list alone; any other is remembered", async () => {
  const button = "https://harbour.example.com/go?visit=9x1k7q2m4z8";
  const made = await meetAddress(button);
  await recordFailure(made.ctx, made.scan, made.entry, made.page, missing(404));
  expect(await kept(made)).toEqual([]);
  const [entry] = await inWorkspace(made.ctx, (tx) =>
    tx.select().from(crawlFrontier).where(eq(crawlFrontier.runId, made.scan.runId)),
  );
  expect(entry).toMatchObject({ url: button, state: "failed", reason: "There is no such page." });

  const written = await meetAddress("https://harbour.example.com/fees?year=2031");
  await recordFailure(written.ctx, written.scan, written.entry, written.page, missing(404));
  expect(await kept(written)).toHaveLength(1);

  const broken = await meetAddress(button);
  await recordFailure(broken.ctx, broken.scan, broken.entry, broken.page, missing(500));
  expect(await kept(broken)).toHaveLength(1);
});
