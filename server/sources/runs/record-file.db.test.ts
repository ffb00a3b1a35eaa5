import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { changes, sourcePages } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { one } from "@/lib/one";
import type { FetchedPage } from "@/server/crawling/fetching";
import { inWorkspace } from "@/server/platform/workspace-context";
import { recordFile } from "./record-file";
import { meetAddress } from "./testing/meet-address";

openTestDatabase();

const url = "https://harbour.example.com/terms.pdf";
const sent = (at: string, words: string): FetchedPage => {
  const body = Buffer.from(`%PDF-1.4\n1 0 obj << /CreationDate (D:${at}) >> endobj\nBT (${words}) Tj ET\n%%EOF\n`);
  return {
    ...{ url, finalUrl: url, redirects: [], status: 200, headers: {}, mime: "application/pdf", charset: null },
    ...{ body, text: null, rung: "http", fetchedAt: new Date(), ms: 1, bytes: body.byteLength },
  };
};

test("a file that the server wrote anew is nothing new; one that says something else is a new version", async () => {
  const { ctx, scan, entry, page: met } = await meetAddress(url);
  const pageNow = () =>
    inWorkspace(ctx, async (tx) => one(await tx.select().from(sourcePages).where(eq(sourcePages.id, met.id))));
  const told = () => inWorkspace(ctx, (tx) => tx.select({ summary: changes.summary }).from(changes));
  await recordFile(ctx, scan, entry, met, sent("20270301", "within 26 weeks"));
  const first = await pageNow();
  await recordFile(ctx, scan, entry, first, sent("20270302", "within 26 weeks"));
  expect([(await pageNow()).snapshotId, await told()]).toEqual([first.snapshotId, []]);
  await recordFile(ctx, scan, entry, await pageNow(), sent("20270303", "within 20 weeks"));
  expect((await pageNow()).snapshotId).not.toBe(first.snapshotId);
  expect(await told()).toEqual([{ summary: "A new version of the file terms.pdf was published." }]);
});
