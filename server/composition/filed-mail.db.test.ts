import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import type { RunningEngine } from "@/server/jobs/engine";
import { listOpportunities } from "@/server/opportunities/list/list-opportunities";
import { listOpportunitiesInput } from "@/server/opportunities/list/schemas";
import { startEngine } from "./testing/start-engine";
import { addFile, demands, untilRead } from "./testing/tenders";

// Reads files in a process of their own: a busy machine needs its time.
vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine();
}, 120_000);
afterAll(() => engine.stop());

const instructions = `# Request for Proposals: Harbour lifts

## 1. Submission

Proposals must be received no later than 16:00 Europe/Berlin on 20 September 2031.

## 2. Staff

The contractor shall keep two engineers on call at night.
`;

test("a mail that announces a tender makes an opportunity with what is attached to it; other mails stay documents", async () => {
  const ctx = await aWorkspace();
  const mail = (subject: string, attached: string, ...body: string[]) =>
    [
      "From: Port of Exampleton <tenders@exampleton.example>",
      `Subject: ${subject}`,
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="x"',
      "",
      "--x",
      "Content-Type: text/plain; charset=utf-8",
      "",
      ...body,
      "",
      "--x",
      'Content-Type: text/markdown; name="RFP.md"',
      'Content-Disposition: attachment; filename="RFP.md"',
      "",
      ...attached.split("\n"),
      "--x--",
      "",
    ].join("\r\n");
  await addFile(
    ctx,
    "Mails/lunch.eml",
    mail("Re: your visit", "Menu", "Lunch is at noon on 20 September 2031."),
    ctx.collectionId,
  );
  const announcement = mail(
    "Request for proposals: harbour lifts",
    instructions,
    "We invite proposals for the maintenance of lifts.",
    "Proposals must be received no later than 16:00 Europe/Berlin on 20 September 2031.",
  );
  await addFile(ctx, "Mails/invitation.eml", announcement, ctx.collectionId);
  const listed = async () =>
    (await listOpportunities(ctx, listOpportunitiesInput.parse({}))).opportunities.map(({ id, title }) => ({
      id,
      title,
    }));
  await expect.poll(listed, { timeout: 300_000, interval: 200 }).toHaveLength(1);
  const [{ id } = { id: "" }] = await listed();
  const opportunity = await untilRead(ctx, id);
  expect(opportunity.notices).toMatchObject([{ scheme: "email" }]);
  expect(new Date(opportunity.submissionAt ?? 0).toISOString()).toBe("2031-09-20T14:00:00.000Z");
  expect(opportunity.documents.map(({ path }) => path).sort()).toEqual([
    "Mails/invitation.eml",
    "Mails/invitation/RFP.md",
  ]);
  expect((await demands(ctx, id)).map(({ text }) => text).join()).toContain("keep two engineers on call");
  expect(await listed()).toHaveLength(1);
});
