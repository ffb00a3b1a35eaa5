import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { askQuestion, followStream, getQuery } from "@/server/ask";
import type { StreamEventView } from "@/server/ask/schemas";
import type { RunningEngine } from "@/server/jobs/engine";
import { addDocument, getDocument, getRendition, withReceivedFile } from "@/server/knowledge/documents";
import { search } from "@/server/knowledge/retrieval";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { startEngine } from "./testing/start-engine";

openTestDatabase();
let engine: RunningEngine;

beforeAll(async () => {
  engine = await startEngine();
}, 240_000);
afterAll(() => engine.stop());

const tender = `# Request for Quotation: Records Portal

## 1. Submission

Quotations are due no later than 4 p.m. Eastern Time on 15 March 2031. Late quotations will not be considered.

Questions must be sent by e-mail to records@example.gov by 1 March 2031.

## 2. Key Personnel

The contractor shall name a Technical Lead. The Technical Lead shall not be replaced during the first 90 days without written consent.
`;

async function upload(ctx: WorkspaceContext, path: string, text: string) {
  const added = await withReceivedFile(Buffer.from(text), (file) => addDocument(ctx, { path, origin: "upload", file }));
  await expect
    .poll(async () => (await getDocument(ctx, added.documentId)).latest, { timeout: 120_000 })
    .toMatchObject({ status: "ready" });
  return added;
}

async function ask(ctx: WorkspaceContext, question: string) {
  const asked = await askQuestion(ctx, { question, bypassCache: false });
  const events: StreamEventView[] = [];
  const signal = AbortSignal.timeout(20_000);
  for await (const event of followStream(asked.queryId, { afterSeq: 0, signal, recheck: async () => ctx }))
    events.push(event);
  return { events, answer: await getQuery(ctx, asked.queryId) };
}

test("a tender is read, found and asked, and every citation stands literally in its document", async () => {
  const ctx = await aWorkspace();
  const { documentId } = await upload(ctx, "RFQ.md", tender);

  const found = await search(ctx, { text: "when are quotations due" });
  expect(found.results[0]?.text).toContain("15 March 2031");

  const { events, answer } = await ask(ctx, "When are quotations due?");
  expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.at(-1)?.type).toBe("done");
  expect(answer.status).toBe("answered");
  expect(answer.sentences[0]?.text).toContain("4 p.m. Eastern Time on 15 March 2031");
  const rendition = await getRendition(ctx, { documentId });
  for (const citation of answer.citations) {
    expect(rendition.text.slice(citation.locator.start, citation.locator.end)).toBe(citation.quote);
  }
});

test("a new version marks exactly the sentences whose words it changed", async () => {
  const ctx = await aWorkspace();
  await upload(ctx, "RFQ.md", tender);
  const due = (await ask(ctx, "When are quotations due?")).answer;
  const lead = (await ask(ctx, "May the Technical Lead be replaced?")).answer;
  await upload(ctx, "RFQ.md", tender.replace("15 March 2031", "22 March 2031"));

  const changed = await getQuery(ctx, due.id);
  const stale = changed.citations.find((citation) => citation.quote.includes("15 March 2031"));
  expect(stale).toMatchObject({ freshness: "stale" });
  expect(stale?.after).toContain("22 March 2031");
  const untouched = await getQuery(ctx, lead.id);
  const cited = untouched.citations.find(
    (citation) => citation.quote.includes("shall not be replaced") && !citation.quote.includes("15 March"),
  );
  expect(cited).toMatchObject({ freshness: "current" });
});

test("another workspace finds nothing of it", async () => {
  const ctx = await aWorkspace();
  await upload(ctx, "RFQ.md", tender);
  const stranger = await aWorkspace();
  expect((await search(stranger, { text: "quotations due" })).results).toEqual([]);
  expect((await ask(stranger, "When are quotations due?")).answer.abstained).toBe(true);
});
