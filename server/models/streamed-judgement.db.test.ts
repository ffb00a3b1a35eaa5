import { expect, test } from "vitest";
import { z } from "zod";
import { aWorkspace } from "@/drizzle/factories/context";
import { usageEntries } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { brokenJson, forEachPiece, hugeTokens, sayPiece } from "@/e2e/fixtures/broken-json";
import { useScriptedModel } from "@/e2e/fixtures/scripted-model/use-scripted-model";
import { env } from "@/lib/env";
import { inWorkspace } from "@/server/platform/workspace-context";
import { streamedJudgement } from "./streamed-judgement";

openTestDatabase();
const model = useScriptedModel();

const sentence = z.strictObject({ text: z.string().min(1), citations: z.array(z.int()) });
type Sentence = z.infer<typeof sentence>;
const rules: Sentence[] = [
  { text: "Rule one.", citations: [1] },
  { text: "Rule two.", citations: [2] },
];

const writeWithin = (idleMs: number) =>
  streamedJudgement({
    name: "test.write",
    input: z.object({ passages: z.array(z.string()) }),
    element: sentence,
    extractive: () => rules,
    accepts: (element, { passages }) => element.citations.every((n) => n >= 1 && n <= passages.length),
    prompt: ({ passages }) => ({
      task: "Write sentences.",
      data: passages.map((text, at) => ({ label: `passage ${at + 1}`, text })),
    }),
    idleMs,
    timeoutMs: 25_000,
  });
/** Patient, so that a busy machine changes nothing; the other one only where silence itself is the subject. */
const write = writeWithin(20_000);
const writeImpatiently = writeWithin(400);
const input = { passages: ["a", "b"] };

/** Keeps what a reader of the stream sees, in its order. */
function reader() {
  const seen: string[] = [];
  return {
    seen,
    onElement: (element: Sentence) => void seen.push(element.text),
    onRestart: () => void seen.push("(restart)"),
  };
}
const one = { text: "Erster Satz, größer.", citations: [1] };
const two = { text: 'Second "quoted" {sentence}.', citations: [1, 2] };

test("sentences are handed out one by one, also when bytes are cut inside characters", async () => {
  const ctx = await aWorkspace();
  model().next({ kind: "text", text: JSON.stringify({ elements: [one, two] }), isSplit: true });
  const { seen, ...listener } = reader();
  const result = await write(ctx, input, listener);
  expect(result).toMatchObject({ engine: "model", value: [one, two] });
  expect(seen).toEqual([one.text, two.text]);
});

test("objects on lines of their own serve as well", async () => {
  const ctx = await aWorkspace();
  model().next({ kind: "text", text: `\`\`\`json\n${JSON.stringify(one)}\n${JSON.stringify(two)}\n\`\`\`` });
  expect((await write(ctx, input, reader())).value).toEqual([one, two]);
});

test("sentences that cite what does not exist, or have another shape, are dropped", async () => {
  const ctx = await aWorkspace();
  const elements = [{ text: "Invented.", citations: [9] }, { sentence: "Wrong shape." }, one];
  model().next({ kind: "json", value: { elements } });
  expect((await write(ctx, input, reader())).value).toEqual([one]);
});

test("nothing usable is an answer by rules", async () => {
  const ctx = await aWorkspace();
  model().otherwise({ kind: "json", value: { elements: [{ text: "Invented.", citations: [9] }] } });
  const { seen, ...listener } = reader();
  expect(await write(ctx, input, listener)).toMatchObject({ engine: "extractive", fallbackReason: "invalid_output" });
  expect(seen).toEqual(["Rule one.", "Rule two."]);
});

test.each([
  ["cut", { kind: "cut" as const, text: `{"elements":[${JSON.stringify(one)},{"text":"Half` }, "incomplete"],
  ["silent", { kind: "stall" as const, text: `{"elements":[${JSON.stringify(one)},` }, "timeout"],
])("a stream that goes %s in the middle is begun again by rules, and not asked for twice", async (_, reply, reason) => {
  const ctx = await aWorkspace();
  model().otherwise(reply);
  const { seen, ...listener } = reader();
  const result = await (reason === "timeout" ? writeImpatiently : write)(ctx, input, listener);
  expect(result).toMatchObject({ engine: "extractive", fallbackReason: reason, value: rules });
  expect(seen.filter((text) => text !== one.text)).toEqual(
    seen.includes(one.text) ? ["(restart)", "Rule one.", "Rule two."] : ["Rule one.", "Rule two."],
  );
  expect(result.value).not.toContainEqual(one);
  const entries = await inWorkspace(ctx, (tx) => tx.select().from(usageEntries));
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ state: "settled", outcome: reason });
});

// A place that does not exist, so that nothing of it may be handed out, however much of it can be read.
const invented = JSON.stringify({ elements: [{ text: "Invented.", citations: [9] }] });
const broken = brokenJson(invented);

// The databases have no part in it: once is enough.
test.skipIf(env.TEST_DATABASE === "postgres").each([
  ["as its reply", broken, "invalid_output"],
  ["as its reply", hugeTokens(invented), "invalid_output"],
  ["in place of the protocol", broken.filter((_, at) => at % 4 === 0), "provider_error"],
] as const)(
  "what is no JSON, %s, hands out nothing, is not asked for again and ends by rules",
  async (how, pieces, reason) => {
    model().otherwise(sayPiece(pieces, how));
    await forEachPiece(pieces.length, async (at) => {
      const ctx = await aWorkspace();
      const { seen, ...listener } = reader();
      const result = await write(ctx, { passages: [`This is piece ${at}.`] }, listener);
      const said = pieces[at]?.toString().slice(0, 80);
      expect(result, said).toMatchObject({ engine: "extractive", fallbackReason: reason, value: rules });
      expect(seen, said).toEqual(["Rule one.", "Rule two."]);
      const entries = await inWorkspace(ctx, (tx) => tx.select().from(usageEntries));
      expect(entries.length, said).toBe(1);
      expect(entries[0]?.state, said).not.toBe("reserved");
    });
    expect(model().requests.length).toBeLessThanOrEqual(3 * pieces.length);
  },
);

test("a reader that fails ends the call, and its error is not hidden by a fallback", async () => {
  const ctx = await aWorkspace();
  model().next({ kind: "json", value: { elements: [one, two] } });
  const attempt = write(ctx, input, {
    onElement: () => {
      throw new Error("the log of the stream is full");
    },
    onRestart: () => {},
  });
  await expect(attempt).rejects.toThrow("the log of the stream is full");
});

test("cancelled while it streams, it says no more", async () => {
  const ctx = await aWorkspace();
  model().next({ kind: "stall", text: `{"elements":[${JSON.stringify(one)},` });
  const stop = new AbortController();
  const { seen, ...listener } = reader();
  const running = write(ctx, input, {
    ...listener,
    signal: stop.signal,
    onElement: (element) => {
      listener.onElement(element);
      stop.abort(new Error("stopped"));
    },
  });
  await expect(running).rejects.toThrow("stopped");
  expect(seen).toEqual([one.text]);
});
