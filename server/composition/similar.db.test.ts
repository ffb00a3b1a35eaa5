import { expect, test, vi } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { anOpportunity } from "@/drizzle/factories/opportunity";
import { openTestDatabase } from "@/drizzle/testing";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { asCaller, signedIn } from "./testing/as-caller";

vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();

const callerOf = async (person: WorkspaceContext & { userId: string }) =>
  asCaller(await signedIn(person.userId, person.workspace.slug));
const about = (title: string, more: object = {}) => ({ title, searchText: ` ${title.toLowerCase()}`, ...more });

test("what is alike is found with its reasons, the nearest first, ended ones among them; what is not is left out", async () => {
  const owner = await aWorkspace();
  const lifts = { buyer: "Port of Exampleton", categories: ["CPV:50750000"], divisions: ["CPV:50"] };
  const { id } = await anOpportunity(owner, about("maintenance of lifts", lifts));
  const twin = await anOpportunity(owner, about("maintenance of lifts and escalators", { ...lifts, outcome: "won" }));
  const trade = await anOpportunity(
    owner,
    about("repair of cranes", { categories: ["CPV:50740000"], divisions: ["CPV:50"] }),
  );
  await anOpportunity(
    owner,
    about("translation of court files", { categories: ["CPV:79530000"], divisions: ["CPV:79"] }),
  );
  await anOpportunity(owner, about("maintenance of lifts", { ...lifts, deletedAt: new Date() }));
  const { similar } = await (await callerOf(owner)).opportunities.similar({ id });
  expect(similar.map(({ opportunity }) => opportunity.id)).toEqual([twin.id, trade.id]);
  expect(similar[0]?.reasons).toEqual([
    "Same buyer",
    "Same category: CPV:50750000",
    "Both are about: maintenance, lifts",
  ]);
  expect(similar[0]?.opportunity.outcome).toBe("won");
});

test("another workspace, and who may not see a tender, never meets it as a likeness", async () => {
  const [owner, stranger] = [await aWorkspace(), await aWorkspace()];
  const { id } = await anOpportunity(owner, about("painting of bridges", { buyer: "Road office" }));
  const quiet = await anOpportunity(owner, about("painting of bridges", { buyer: "Road office" }));
  await anOpportunity(stranger, about("painting of bridges", { buyer: "Road office" }));
  const caller = await callerOf(owner);
  expect((await caller.opportunities.similar({ id })).similar.map(({ opportunity }) => opportunity.id)).toEqual([
    quiet.id,
  ]);
  await caller.opportunities.setVisibility({ id: quiet.id, visibility: "restricted", memberIds: [owner.userId] });
  expect((await (await callerOf(await aMember(owner))).opportunities.similar({ id })).similar).toEqual([]);
  await expect((await callerOf(stranger)).opportunities.similar({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
