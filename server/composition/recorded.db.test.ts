import { beforeAll, expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { crawlFrontier } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { inWorkspace } from "@/server/platform/workspace-context";
import { finishRun } from "@/server/sources/runs/finish-run";
import { asCaller, signedIn } from "./testing/as-caller";
import { procedures } from "./testing/inputs";

openTestDatabase();
const canary = "canary-4711";

let owner: Awaited<ReturnType<typeof aWorkspace>>;
let caller: Awaited<ReturnType<typeof asCaller>>;
beforeAll(async () => {
  owner = await aWorkspace();
  caller = await asCaller(await signedIn(owner.userId, owner.workspace.slug));
});

/** The deeds that the trail tells since `work` began. */
async function recordedBy(work: () => Promise<unknown>): Promise<string[]> {
  const { total: before } = await caller.audit.list({});
  await work();
  const { entries, total } = await caller.audit.list({});
  return entries.slice(0, total - before).map(({ action }) => action);
}

test("whatever leaves as a file is in the audit trail", async () => {
  const { id } = await caller.opportunities.create({ title: "Bridge" });
  const exports: Record<string, () => Promise<unknown>> = {
    "audit.export": () => caller.audit.export({}),
    "buyerQuestions.export": () => caller.buyerQuestions.export({ opportunityId: id, format: "csv" }),
    "calendar.export": () => caller.calendar.export({}),
    "calendar.exportOpportunities": () => caller.calendar.exportOpportunities({}),
    "requirements.export": () => caller.requirements.export({ opportunityId: id, format: "csv" }),
  };
  expect(Object.keys(exports).sort()).toEqual(
    procedures
      .map(({ path }) => path)
      .filter((path) => /\.export/i.test(path))
      .sort(),
  );
  for (const [path, leave] of Object.entries(exports)) {
    const seen = await recordedBy(leave);
    expect(seen, path).toEqual([expect.stringMatching(/\.export$/)]);
  }
});

test("rights, secrets, approvals and what was kept from going out are in it, each without its secret", async () => {
  const { userId } = await aMember(owner);
  const source = { url: "https://portal.example.com/tenders", kind: "portal" as const, scanNow: false };
  const { id: sourceId } = await caller.sources.create(source);
  const { id: opportunityId } = await caller.opportunities.create({ title: "Bridge" });
  const secret = { username: "ada", password: canary, totpSecret: "JBSWY3DPEHPK3PXP" };
  const models = { provider: "compatible", model: "m", baseUrl: "https://models.example.com/v1" } as const;
  let keyId = "";
  const deeds: [string, () => Promise<unknown>][] = [
    ["member.change_role", () => caller.members.changeRole({ userId, role: "viewer" })],
    ["member.suspend", () => caller.members.suspend({ userId, isSuspended: true })],
    ["member.resume", () => caller.members.suspend({ userId, isSuspended: false })],
    ["member.invite", () => caller.invitations.create({ email: "grace@example.com", role: "viewer" })],
    [
      "api_key.create",
      async () => {
        keyId = (await caller.apiKeys.create({ name: "k", scope: "read" })).id;
      },
    ],
    ["api_key.revoke", () => caller.apiKeys.revoke({ id: keyId })],
    ["calendar_feed.create", () => caller.calendar.createFeed({})],
    ["model_settings.update", () => caller.models.updateSettings({ ...models, apiKey: canary })],
    [
      "source.set_credential",
      () => caller.sources.setCredential({ sourceId, loginUrl: "https://portal.example.com/login", ...secret }),
    ],
    ["source.delete_credential", () => caller.sources.removeCredential({ id: sourceId })],
    [
      "opportunity.set_visibility",
      () => caller.opportunities.setVisibility({ id: opportunityId, visibility: "restricted" }),
    ],
    ["opportunity.decide", () => caller.fit.decide({ opportunityId, decision: "go", reason: "It fits." })],
    ["member.remove", () => caller.members.remove({ userId })],
    ["egress.block", () => caller.sources.preview({ url: `https://portal.internal/?key=${canary}` }).catch(() => {})],
    ["egress.block", () => aRunThatMetAPrivatePlace(sourceId)],
  ];
  for (const [action, deed] of deeds) expect(await recordedBy(deed), action).toContain(action);
  const told = JSON.stringify(await caller.audit.list({ limit: 200 }));
  for (const kept of [canary, secret.totpSecret]) expect(told).not.toContain(kept);
  expect(await caller.audit.verify()).toMatchObject({ isIntact: true });
});

/** A page whose redirect led there; the run itself is another test's business. */
async function aRunThatMetAPrivatePlace(sourceId: string): Promise<void> {
  const { id: runId } = await caller.sources.scan({ id: sourceId });
  const { id: workspaceId } = owner.workspace;
  const entry = {
    workspaceId,
    runId,
    sourceId,
    urlHash: "h",
    url: "https://10.0.0.7/",
    kind: "page" as const,
    depth: 0,
    position: 0,
  };
  await inWorkspace(owner, (tx) =>
    tx.insert(crawlFrontier).values({ ...entry, state: "failed", reasonCode: "blocked_address" }),
  );
  await finishRun(owner, { sourceId, runId });
}
