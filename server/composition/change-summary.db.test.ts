import { expect, test, vi } from "vitest";
import { aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import type { RecordedRequest } from "@/e2e/fixtures/scripted-model/replies";
import { useScriptedModel } from "@/e2e/fixtures/scripted-model/use-scripted-model";
import { startPricesSite } from "@/e2e/sites/prices/prices-site";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { listChanges } from "@/server/sources/changes/list-changes";
import { listChangesInput } from "@/server/sources/changes/schemas";
import { summariseChange } from "@/server/sources/changes/summarise-change";
import { allowSite } from "./testing/allow-site";
import { useScanning } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
const model = useScriptedModel();
useScanning();

const isAsked = ({ json }: RecordedRequest) => json?.response_format?.json_schema?.name === "sources_summarise_change";
const says = (summary: string) =>
  model().otherwise((request) => ({ kind: "json", value: isAsked(request) ? { summary } : { entries: [] } }));
const theChange = async (ctx: WorkspaceContext) => (await listChanges(ctx, listChangesInput.parse({}))).changes[0];

async function aPriceChange(summary: string) {
  const site = await startPricesSite();
  allowSite(site);
  const ctx = await aWorkspace();
  says(summary);
  const { source } = await watch(ctx, `${site.origin}/pricing`, "pricing", { depth: 0 });
  site.set({ prices: { team: { GBP: 199 } } });
  await scanAgain(ctx, source.id);
  await expect.poll(() => model().requests.filter(isAsked).length, { timeout: 120_000 }).toBeGreaterThan(0);
  await site.close();
  return ctx;
}

test("a model's sentence about a change is shown as the model's, and sees nothing but the places that changed", async () => {
  const ctx = await aPriceChange("The Team plan now costs £199 per month.");
  await expect
    .poll(async () => await theChange(ctx), { timeout: 120_000 })
    .toMatchObject({ engine: "model", summary: "The Team plan now costs £199 per month." });
  const request = model().requests.find(isAsked);
  expect(JSON.stringify(request?.json)).toContain("199");
  // Told once, it is not asked again, and another workspace has nothing to say about it.
  const change = await theChange(ctx);
  expect(await summariseChange(ctx, change?.id ?? "")).toBe(false);
  expect(await summariseChange(await aWorkspace(), change?.id ?? "")).toBe(false);
});

test("a sentence that states what did not change is refused, and our own stays", async () => {
  const ctx = await aPriceChange("The Team plan was discontinued on 1 May 2031 and costs £1,999.");
  await expect.poll(() => model().requests.filter(isAsked).length, { timeout: 120_000 }).toBe(3);
  expect(await theChange(ctx)).toMatchObject({ engine: "extractive", summary: expect.stringContaining("199") });
});
