import { afterEach, beforeEach, expect, test } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { useScriptedModel } from "@/e2e/fixtures/scripted-model/use-scripted-model";
import { env } from "@/lib/env";
import { UnavailableError } from "@/server/platform/errors";
import { embedTexts, findTextEmbedder } from "./embed-texts";
import { getUsageReport } from "./get-usage-report";

openTestDatabase();
const model = useScriptedModel();
beforeEach(() => void Object.assign(env, { EMBEDDING_MODEL: "compatible:scripted-embed" }));
afterEach(() => void Object.assign(env, { EMBEDDING_MODEL: undefined }));

test("texts become vectors in their order, in batches, and the tokens are kept", async () => {
  const ctx = await aWorkspace();
  const texts = Array.from({ length: 200 }, (_, at) => `text ${at % 150}`);
  const { vectors, model: name, dimensions } = await embedTexts(ctx, texts);
  expect([name, dimensions, vectors.length]).toEqual(["compatible:scripted-embed", 8, 200]);
  expect(vectors[199]).toEqual(vectors[49]);
  expect(vectors[0]).not.toEqual(vectors[1]);
  expect(model().requests.map((request) => request.json?.input?.length)).toEqual([96, 96, 8]);
  expect((await getUsageReport(ctx, {})).byJudgement).toMatchObject([{ judgement: "models.embed", calls: 3 }]);
});

test("a failing batch is tried again; a model that stays away is an expected error", async () => {
  const ctx = await aWorkspace();
  model().next({ kind: "status", status: 500 });
  expect((await embedTexts(ctx, ["a"])).vectors).toHaveLength(1);
  model().otherwise({ kind: "garbage" });
  await expect(embedTexts(ctx, ["a"])).rejects.toThrow(UnavailableError);
  expect(await findTextEmbedder(await aWorkspace())).toBeNull();
});

test("without EMBEDDING_MODEL there is no embedder", async () => {
  Object.assign(env, { EMBEDDING_MODEL: undefined });
  const ctx = await aWorkspace();
  expect(await findTextEmbedder(ctx)).toBeNull();
  await expect(embedTexts(ctx, ["a"])).rejects.toThrow(/EMBEDDING_MODEL/);
});

test("an embedder knows its dimensions", async () => {
  const embedder = await findTextEmbedder(await aWorkspace());
  expect(embedder).toMatchObject({ model: "compatible:scripted-embed", dimensions: 8, version: 1 });
});
