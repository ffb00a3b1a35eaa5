import { beforeEach, expect, test, vi } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { type RenamedSite, startRenamedSite } from "@/e2e/sites/renamed/renamed-site";
import { listNotifications } from "@/server/notifications/list-notifications";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { askForFix } from "@/server/sources/fixes/ask-for-fix";
import { applyFix, dismissFix } from "@/server/sources/fixes/end-fix";
import { getFixTask, showFixPage } from "@/server/sources/fixes/get-fix-task";
import { listFixTasks } from "@/server/sources/fixes/list-fix-tasks";
import { proposeFix } from "@/server/sources/fixes/propose-fix";
import { listFixTasksInput } from "@/server/sources/fixes/schemas";
import { listRecords } from "@/server/sources/records/list-records";
import { getReading } from "@/server/sources/rules/get-reading";
import type { ListingRule } from "@/server/sources/rules/schemas";
import { chooseRule, setRule } from "@/server/sources/rules/set-rule";
import { testRule } from "@/server/sources/rules/test-rule";
import { allowSite } from "./testing/allow-site";
import { useScanning } from "./testing/start-engine";
import { scanAgain, watch } from "./testing/watching";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();
let site: RenamedSite;
useScanning();
beforeEach(async () => {
  site = await startRenamedSite({ tenders: 14 });
  allowSite(site);
  return () => site.close();
});

const open = listFixTasksInput.parse({});
const records = async (ctx: WorkspaceContext, sourceId: string) =>
  (await listRecords(ctx, { sourceId, limit: 200, offset: 0 })).records;

/** A listing that was read, was rebuilt, and can now be read by a person only. */
async function aBrokenListing() {
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/tenders`, "portal", { depth: 0 });
  site.set({ skin: 4 });
  await scanAgain(ctx, source.id);
  const { tasks } = await listFixTasks(ctx, open);
  const [task] = tasks;
  if (!task) throw new Error("nobody was asked");
  return { ctx, source, task };
}

/** What the page shows for these texts, as a person would click it. */
async function clicksOn(ctx: WorkspaceContext, taskId: string, wanted: [field: string, text: string][]) {
  const { parts } = await showFixPage(ctx, taskId);
  return wanted.map(([field, text]) => {
    const part = parts.find((one) => one.kind === "text" && one.text === text);
    if (!part) throw new Error(`the page does not show "${text}"`);
    return { field, node: part.node };
  });
}

test("a person clicks one entry's fields, sees what they find now and found then, and the next run reads by them", async () => {
  const { ctx, source, task } = await aBrokenListing();
  expect(task).toMatchObject({ reason: "no_records", isByPerson: false, source: { id: source.id } });
  const detail = await getFixTask(ctx, task.id);
  expect(detail.revision).toMatchObject({ revision: 2, isMarkup: true });
  expect(detail.fields).toEqual(expect.arrayContaining(["Buyer", "Deadline", "Value"]));

  const [first, ...others] = site.register.listed();
  if (!first) throw new Error("the site lists nothing");
  const clicks = await clicksOn(ctx, task.id, [
    ["title", first.title],
    ["Buyer", first.buyer],
    ["Reference", first.reference],
  ]);
  const { rule, test, problem } = await proposeFix(ctx, { id: task.id, clicks });
  expect(problem).toBeNull();
  expect(test).toMatchObject({ count: 10, isUsable: true, fitsPast: false, past: [{ revision: 1, count: 0 }] });
  expect(test?.entries[1]).toMatchObject({
    title: others[0]?.title,
    fields: { Buyer: others[0]?.buyer, Reference: others[0]?.reference },
  });
  expect(test?.marks).toHaveLength(10);

  const proposed = rule as ListingRule;
  await expect(applyFix(ctx, { id: task.id, rule: proposed, evenIfPastDiffers: false })).rejects.toMatchObject({
    code: "conflict",
  });
  await applyFix(ctx, { id: task.id, rule: proposed, evenIfPastDiffers: true });
  expect((await listFixTasks(ctx, open)).tasks).toEqual([]);
  await expect(applyFix(ctx, { id: task.id, rule: proposed, evenIfPastDiffers: true })).rejects.toMatchObject({
    code: "conflict",
  });

  await scanAgain(ctx, source.id);
  const now = (await records(ctx, source.id)).filter(({ rung }) => rung === "person");
  expect(now).toHaveLength(site.register.listed().length);
  expect(now.find(({ title }) => title === first.title)?.fields).toMatchObject({ Reference: first.reference });
  const reading = await getReading(ctx, source.id);
  expect(reading).toMatchObject({ current: { origin: "person" }, rungs: [{ rung: "person" }] });
  expect(reading.fields.find(({ name }) => name === "Reference")).toMatchObject({ rate: 1 });

  // The way back: the rule before, and from there forward again.
  const before = reading.past[0]?.id ?? "";
  await chooseRule(ctx, { sourceId: source.id, ruleId: before });
  expect((await getReading(ctx, source.id)).current?.id).toBe(before);
  await chooseRule(ctx, { sourceId: source.id, ruleId: reading.current?.id ?? "" });
  await chooseRule(ctx, { sourceId: source.id, ruleId: null });
  expect((await getReading(ctx, source.id)).current).toBeNull();
});

test("what is dismissed is not asked for again by the next run, and a person can ask for it again", async () => {
  const { ctx, source, task } = await aBrokenListing();
  await dismissFix(ctx, task.id);
  await scanAgain(ctx, source.id);
  expect((await listFixTasks(ctx, open)).tasks).toEqual([]);
  expect((await listFixTasks(ctx, { ...open, status: "dismissed" })).tasks).toMatchObject([{ id: task.id }]);

  const [entry] = await records(ctx, source.id);
  const wrong = { sourceId: source.id, recordId: entry?.id ?? "" };
  const colleague = await aMember(ctx, "admin");
  const asked = await askForFix(ctx, wrong);
  expect(await askForFix(ctx, wrong)).toBe(asked);
  // Whoever asks knows of it; whoever may help is told.
  const path = `/sources/fixes/${asked}`;
  const toldOf = async (person: WorkspaceContext) =>
    (await listNotifications(person, { limit: 20 })).notifications.filter((news) => news.path === path).length;
  expect([await toldOf(ctx), await toldOf(colleague)]).toEqual([0, 1]);
  expect(await getFixTask(ctx, asked)).toMatchObject({
    reason: "entry_wrong",
    isByPerson: true,
    record: { title: entry?.title },
  });
  await dismissFix(ctx, asked);
  expect(await askForFix(ctx, wrong)).toBe(asked);
  expect(await askForFix(ctx, { sourceId: source.id })).not.toBe(asked);
});

test("rules are given by hand in CSS and XPath, and none is used that finds nothing", async () => {
  const { ctx, source } = await aBrokenListing();
  const at = (css: string) => ({ css, attribute: null, label: null });
  const path = (xpath: string) => ({ css: null, attribute: null, label: null, xpath });
  const byCss: ListingRule = {
    kind: "markup",
    css: "div.q-1",
    hasFollowers: false,
    fields: { title: at("span.q-3"), Buyer: at("span.q-5") },
  };
  expect(await testRule(ctx, { sourceId: source.id, rule: byCss })).toMatchObject({ count: 10, fill: { Buyer: 1 } });
  const byPath: ListingRule = {
    kind: "markup",
    css: "",
    xpath: "//div[@class='q-1']",
    hasFollowers: false,
    fields: { title: path("./div[1]/span"), Reference: path(".//span[contains(@class, 'q-6')]") },
  };
  await setRule(ctx, { sourceId: source.id, rule: byPath, evenIfPastDiffers: true });
  await scanAgain(ctx, source.id);
  const read = (await records(ctx, source.id)).filter(({ rung }) => rung === "xpath");
  expect(read).toHaveLength(site.register.listed().length);
  const nothing = { ...byCss, css: "div.none" };
  await expect(setRule(ctx, { sourceId: source.id, rule: nothing, evenIfPastDiffers: true })).rejects.toMatchObject({
    code: "invalid",
  });
  const costly = { ...byCss, css: ":is(:is(div))" };
  expect(await testRule(ctx, { sourceId: source.id, rule: costly })).toMatchObject({ isUsable: false });
});

test("a path into an interface's answer is given by hand, and a wrong one is told in words", async () => {
  const ctx = await aWorkspace();
  const { source } = await watch(ctx, `${site.origin}/api/calls`, "news", { depth: 0 });
  const rule: ListingRule = {
    kind: "json",
    records: "$.data.calls[*]",
    fields: { title: "$.title", Buyer: "$.buyer.name" },
  };
  await setRule(ctx, { sourceId: source.id, rule, evenIfPastDiffers: false });
  await scanAgain(ctx, source.id);
  const [tender] = site.register.listed();
  const read = await records(ctx, source.id);
  expect(read.find(({ title }) => title === tender?.title)?.fields).toMatchObject({ Buyer: tender?.buyer });
  const wrong = await testRule(ctx, { sourceId: source.id, rule: { ...rule, records: "$.[" } });
  expect(wrong).toMatchObject({ isUsable: false, problem: expect.stringContaining("JSONPath") });
});

test("another workspace sees and changes none of it, and who may only read is not asked", async () => {
  const { ctx, source, task } = await aBrokenListing();
  const other = await aWorkspace();
  const missing = { code: "not_found" };
  const rule: ListingRule = { kind: "json", records: "$[*]", fields: { title: "$.title" } };
  expect((await listFixTasks(other, open)).tasks).toEqual([]);
  await expect(getFixTask(other, task.id)).rejects.toMatchObject(missing);
  await expect(showFixPage(other, task.id)).rejects.toMatchObject(missing);
  await expect(proposeFix(other, { id: task.id, clicks: [{ field: "title", node: 1 }] })).rejects.toMatchObject(
    missing,
  );
  await expect(applyFix(other, { id: task.id, rule, evenIfPastDiffers: true })).rejects.toMatchObject(missing);
  await expect(dismissFix(other, task.id)).rejects.toMatchObject(missing);
  await expect(askForFix(other, { sourceId: source.id })).rejects.toMatchObject(missing);
  await expect(getReading(other, source.id)).rejects.toMatchObject(missing);
  await expect(testRule(other, { sourceId: source.id, rule })).rejects.toMatchObject(missing);
  await expect(setRule(other, { sourceId: source.id, rule, evenIfPastDiffers: true })).rejects.toMatchObject(missing);
  await expect(chooseRule(other, { sourceId: source.id, ruleId: null })).rejects.toMatchObject(missing);
  const viewer = await aMember(ctx, "viewer");
  await expect(listFixTasks(viewer, open)).rejects.toMatchObject({ code: "forbidden" });
  await expect(dismissFix(viewer, task.id)).rejects.toMatchObject({ code: "forbidden" });
  expect((await listFixTasks(ctx, open)).tasks).toHaveLength(1);
});
