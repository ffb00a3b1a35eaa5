import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { requirementProposals, usageEntries } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import type { RecordedRequest, ScriptedReply } from "@/e2e/fixtures/scripted-model/replies";
import { useScriptedModel } from "@/e2e/fixtures/scripted-model/use-scripted-model";
import { env } from "@/lib/env";
import type { RunningEngine } from "@/server/jobs/engine";
import { beginImport } from "@/server/opportunities/reading/import-tender";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { asCaller, signedIn } from "./testing/as-caller";
import { startEngine } from "./testing/start-engine";
import { addFile, demands, untilRead } from "./testing/tenders";

// Reads files in a process of their own and runs jobs: a busy machine needs its time.
vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
const model = useScriptedModel();
let engine: RunningEngine;
beforeAll(async () => {
  engine = await startEngine();
}, 120_000);
afterAll(() => engine.stop());

const paper = `# Request for Proposals: Harbour lifts

## 1. Work

The contractor shall inspect each lift every month.

The contractor shall keep a log of all repairs.

Spare parts in the yard at all times, in the number of the list below.

The contractor shall answer calls at night.
`;
const missedQuote = "Spare parts in the yard at all times, in the number of the list below.";
type Refinement = { missed: object[]; changes: object[]; merges: object[] };
const missed = (quote: string) => ({
  quote,
  kind: "deliverable",
  isMandatory: true,
  obliged: "contractor",
  reason: "It obliges.",
});

const callerOf = async (person: WorkspaceContext & { userId: string }) =>
  asCaller(await signedIn(person.userId, person.workspace.slug));

/** The numbers by which the prompt names requirements. */
function numberOf(request: RecordedRequest, words: string): number {
  const line = JSON.stringify(request.json?.messages).match(new RegExp(`(\\d+): [a-z-]+, [a-z]+: [^\\\\]*${words}`));
  return Number(line?.[1] ?? 0);
}
const isRefinement = ({ json }: RecordedRequest) =>
  json?.response_format?.json_schema?.name === "opportunities_refine_requirements";

async function aTender(say: (request: RecordedRequest) => ScriptedReply) {
  model().otherwise((request) => (isRefinement(request) ? say(request) : { kind: "status", status: 500 }));
  const ctx = await aWorkspace();
  const caller = await callerOf(ctx);
  const { id, collectionId } = await beginImport(ctx, { name: "Lifts" });
  await addFile(ctx, "RFP.md", paper, collectionId);
  await untilRead(ctx, id);
  const proposals = () => caller.requirements.proposals({ opportunityId: id });
  return { ctx, caller, id, proposals };
}
const saying =
  (make: (request: RecordedRequest) => Partial<Refinement>) =>
  (request: RecordedRequest): ScriptedReply => ({
    kind: "json",
    value: { missed: [], changes: [], merges: [], ...make(request) },
  });

// First, so that no reading of a tender before it is still asking.
test("without a model nothing is asked, proposed or shown", async () => {
  const name = env.AI_MODEL;
  Object.assign(env, { AI_MODEL: undefined });
  try {
    const { ctx, caller, id, proposals } = await aTender(saying(() => ({ missed: [missed(missedQuote)] })));
    expect(await proposals()).toEqual({ model: null, refinement: null, proposals: [] });
    expect(model().requests).toEqual([]);
    await expect(caller.requirements.refine({ opportunityId: id })).rejects.toMatchObject({ code: "CONFLICT" });
    const { db } = await getDatabase();
    const used = await db
      .select()
      .from(usageEntries)
      .where(and(eq(usageEntries.workspaceId, ctx.workspace.id)));
    expect(used).toEqual([]);
  } finally {
    Object.assign(env, { AI_MODEL: name });
  }
});

test("what a model found and quoted is a proposal; what it invented is never stored; accepting has history, Undo and the model's name", async () => {
  const { ctx, caller, id, proposals } = await aTender(
    saying((request) => ({
      missed: [missed(missedQuote), missed("The contractor shall pay a fee of 5,000 euros a month.")],
      changes: [
        {
          number: numberOf(request, "keep a log"),
          kind: "reporting",
          isMandatory: null,
          quote: "keep a log of all repairs",
          reason: "A log reports.",
        },
        { number: 4711, kind: "legal", isMandatory: null, quote: "keep a log of all repairs", reason: "No such one." },
      ],
    })),
  );
  await expect.poll(async () => (await proposals()).refinement?.state, { timeout: 240_000 }).toBe("done");
  const before = await demands(ctx, id);
  const found = await proposals();
  expect(found).toMatchObject({
    model: "compatible:scripted",
    refinement: { asked: 1, unanswered: 0, proposed: 2, dropped: 2 },
  });
  expect(found.proposals.map(({ what, quote, model: by }) => [what, quote, by])).toEqual([
    ["change", "keep a log of all repairs", "compatible:scripted"],
    ["add", missedQuote, "compatible:scripted"],
  ]);
  const { db } = await getDatabase();
  const stored = await db.select().from(requirementProposals).where(eq(requirementProposals.opportunityId, id));
  expect(JSON.stringify(stored)).not.toContain("5,000");
  // Nothing of it holds before somebody has said so.
  expect(before.some(({ text }) => text.includes("Spare parts"))).toBe(false);

  const [change, add] = found.proposals;
  const accepted = await caller.requirements.decideProposal({ id: add?.id ?? "", isAccepted: true });
  const [taken] = accepted.deed?.requirements ?? [];
  expect(taken).toMatchObject({
    text: missedQuote,
    origin: "model",
    kind: "deliverable",
    citation: { quote: missedQuote },
  });
  expect(taken?.reason).toContain("compatible:scripted");
  await caller.requirements.undo({ opportunityId: id, batchId: accepted.deed?.batchId ?? "" });
  expect((await demands(ctx, id)).some(({ text }) => text === missedQuote)).toBe(false);
  expect((await proposals()).proposals.map(({ what }) => what)).toEqual(["change", "add"]);

  const edited = await caller.requirements.decideProposal({ id: change?.id ?? "", isAccepted: true });
  await caller.requirements.undo({ opportunityId: id, batchId: edited.deed?.batchId ?? "" });
  expect((await proposals()).proposals.map(({ what }) => what)).toEqual(["change", "add"]);
  await caller.requirements.decideProposal({ id: change?.id ?? "", isAccepted: true });
  expect((await demands(ctx, id)).find(({ text }) => text.includes("keep a log"))).toMatchObject({ kind: "reporting" });
  await caller.requirements.decideProposal({ id: add?.id ?? "", isAccepted: false });
  await expect(caller.requirements.decideProposal({ id: add?.id ?? "", isAccepted: true })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  expect((await proposals()).proposals).toEqual([]);
  // The calls are on the workspace's account.
  const used = await db.select().from(usageEntries).where(eq(usageEntries.workspaceId, ctx.workspace.id));
  expect(used.map(({ judgement, state }) => [judgement, state])).toEqual([
    ["opportunities.refine_requirements", "settled"],
  ]);

  const stranger = await aWorkspace();
  await expect((await callerOf(stranger)).requirements.proposals({ opportunityId: id })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(
    (await callerOf(stranger)).requirements.decideProposal({ id: add?.id ?? "", isAccepted: true }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(
    (await callerOf(await aMember(ctx, "viewer"))).requirements.decideProposal({ id: add?.id ?? "", isAccepted: true }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a model that refuses, breaks off or talks nonsense changes nothing; asked again it takes up where it failed", async () => {
  const replies: ScriptedReply[] = [
    { kind: "status", status: 429, headers: { "retry-after": "0" } },
    { kind: "garbage" },
    { kind: "cut", text: '{"missed":[{"quote":"Spare' },
    { kind: "status", status: 500 },
    { kind: "text", text: "I would rather not." },
  ];
  let isWell = false;
  let turn = 0;
  const { ctx, caller, id, proposals } = await aTender((request) =>
    isWell
      ? saying(() => ({ missed: [missed(missedQuote)] }))(request)
      : (replies[turn++ % replies.length] ?? { kind: "garbage" }),
  );
  await expect.poll(async () => (await proposals()).refinement?.state, { timeout: 300_000 }).toBe("failed");
  const failed = await proposals();
  expect(failed.proposals).toEqual([]);
  expect(failed.refinement).toMatchObject({ asked: 1, unanswered: 1, reason: expect.any(String) });
  expect((await demands(ctx, id)).length).toBeGreaterThanOrEqual(3);
  isWell = true;
  // The breaker of the model may be open for a while.
  await expect
    .poll(
      async () => {
        await caller.requirements.refine({ opportunityId: id });
        await new Promise((next) => setTimeout(next, 1_500));
        return (await proposals()).proposals.length;
      },
      { timeout: 300_000, interval: 500 },
    )
    .toBe(1);
});

test("an explanation is plain words that the quote bears out; what it adds is left out, and without a model our rules explain", async () => {
  const { ctx, caller, id } = await aTender(saying(() => ({})));
  const row = (await demands(ctx, id)).find(({ text }) => text.includes("inspect each lift"));
  const explain = () => caller.requirements.explain({ id: row?.id ?? "" });
  model().otherwise({
    kind: "json",
    value: { sentences: ["The contractor looks at each lift every month.", "It costs 900 euros."] },
  });
  const explained = await explain();
  expect(explained).toMatchObject({
    sentences: ["The contractor looks at each lift every month."],
    engine: "model",
    model: "compatible:scripted",
    citation: { quote: expect.stringContaining("inspect each lift") },
  });
  // What goes through the whole tender may ask meanwhile.
  const asked = () => model().requests.filter(({ body }) => body.includes("explain_requirement")).length;
  expect(asked()).toBe(1);
  expect((await explain()).sentences).toEqual(explained.sentences);
  expect(asked()).toBe(1);
  // Another wording is explained anew.
  await caller.requirements.edit({ id: row?.id ?? "", kind: "technical" });
  model().otherwise({ kind: "status", status: 500 });
  const byRules = await explain();
  expect(byRules).toMatchObject({ engine: "extractive", model: null });
  expect(byRules.sentences[0]).toBe(
    "Whoever wins the contract must do this. It is about how something is made or works.",
  );
});
