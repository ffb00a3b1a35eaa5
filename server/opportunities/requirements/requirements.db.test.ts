import { strFromU8, unzipSync } from "fflate";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { createOpportunity } from "../deeds/create-opportunity";
import { createOpportunityInput } from "../deeds/schemas";
import { getOpportunity } from "../detail/get-opportunity";
import { addRequirement } from "./add-requirement";
import { dropRequirements } from "./drop-requirements";
import { editRequirement } from "./edit-requirement";
import { exportRequirements } from "./export-requirements";
import { listRequirements } from "./list-requirements";
import { mergeRequirements } from "./merge-requirements";
import { moveRequirement } from "./move-requirement";
import { addRequirementInput, listRequirementsInput } from "./schemas";
import { splitRequirement } from "./split-requirement";
import { listRequirementHistory, undoRequirements } from "./undo-requirements";

const database = openTestDatabase();
let ctx: WorkspaceContext & { userId: string };
let opportunityId: string;

beforeAll(async () => {
  ctx = await aWorkspace();
});
beforeEach(async () => {
  opportunityId = (await createOpportunity(ctx, createOpportunityInput.parse({ title: "Lifts" }))).id;
});

const add = async (text: string, more: object = {}) => {
  const deed = await addRequirement(ctx, addRequirementInput.parse({ opportunityId, text, ...more }));
  return { batchId: deed.batchId, id: deed.requirements[0]?.id ?? "" };
};
const texts = async (more: object = {}) =>
  (await listRequirements(ctx, listRequirementsInput.parse({ opportunityId, ...more }))).requirements.map(
    ({ text }) => text,
  );

test("an edit is history and can be taken back, and taking back can be taken back", async () => {
  const { id } = await add("Shall be blue.");
  const edited = await editRequirement(ctx, { id, text: "Shall be green.", kind: "technical" });
  expect(edited.requirements[0]).toMatchObject({ text: "Shall be green.", kind: "technical", revision: 2 });
  await expect(editRequirement(ctx, { id, revision: 1, text: "Shall be red." })).rejects.toThrow(ConflictError);
  const undone = await undoRequirements(ctx, { opportunityId, batchId: edited.batchId });
  expect(await texts()).toEqual(["Shall be blue."]);
  await undoRequirements(ctx, { opportunityId, batchId: undone.batchId });
  expect(await texts()).toEqual(["Shall be green."]);
  const { revisions } = await listRequirementHistory(ctx, id);
  expect(revisions.map(({ deed }) => deed)).toEqual(["undo", "undo", "edit", "add"]);
  expect(revisions.every(({ by }) => by?.id === ctx.userId)).toBe(true);
});

test("what was changed since is not overwritten by an undo", async () => {
  const { id } = await add("Shall be blue.");
  const first = await editRequirement(ctx, { id, text: "Shall be green." });
  await editRequirement(ctx, { id, text: "Shall be red." });
  await expect(undoRequirements(ctx, { opportunityId, batchId: first.batchId })).rejects.toThrow(ConflictError);
  expect(await texts()).toEqual(["Shall be red."]);
});

test("split and merge keep what was, in its place, and are taken back whole", async () => {
  const first = await add("Shall be blue and tall.");
  await add("Shall be last.");
  const split = await splitRequirement(ctx, {
    id: first.id,
    parts: [{ text: "Shall be blue." }, { text: "Shall be tall." }],
  });
  expect(await texts()).toEqual(["Shall be blue.", "Shall be tall.", "Shall be last."]);
  await expect(splitRequirement(ctx, { id: first.id, parts: [{ text: "a" }, { text: "b" }] })).rejects.toThrow(
    ConflictError,
  );
  const parts = split.requirements.filter(({ state }) => state === "active").map(({ id }) => id);
  const merged = await mergeRequirements(ctx, { ids: parts });
  expect(await texts()).toEqual(["Shall be blue. Shall be tall.", "Shall be last."]);
  await undoRequirements(ctx, { opportunityId, batchId: merged.batchId });
  await undoRequirements(ctx, { opportunityId, batchId: split.batchId });
  expect(await texts()).toEqual(["Shall be blue and tall.", "Shall be last."]);
  expect(await getOpportunity(ctx, opportunityId)).toMatchObject({ requirementCount: 2 });
  expect(await brokenRows(database(), "product")).toEqual([]);
});

test("requirements are dropped, moved and added where people want them", async () => {
  const [a, b, c] = [await add("A"), await add("B"), await add("C")];
  await moveRequirement(ctx, { id: c.id, afterId: null });
  expect(await texts()).toEqual(["C", "A", "B"]);
  await add("between", { afterId: a.id });
  expect(await texts()).toEqual(["C", "A", "between", "B"]);
  const dropped = await dropRequirements(ctx, { ids: [a.id, b.id] });
  expect(await texts()).toEqual(["C", "between"]);
  expect(await texts({ state: ["dropped"] })).toEqual(["A", "B"]);
  await undoRequirements(ctx, { opportunityId, batchId: dropped.batchId });
  expect(await texts()).toEqual(["C", "A", "between", "B"]);
});

test("no cell of an export runs as a formula", async () => {
  await add("=HYPERLINK(1)");
  const { text, fileName } = await exportRequirements(ctx, { opportunityId, format: "csv" });
  expect(fileName).toMatch(/^requirements-\d+\.csv$/);
  expect(text).toContain("'=HYPERLINK(1)");
  const book = await exportRequirements(ctx, { opportunityId, format: "xlsx" });
  expect(book).toMatchObject({ fileName: fileName.replace(/csv$/, "xlsx"), text: null });
  const sheet = unzipSync(Buffer.from(book.base64 ?? "", "base64"))["xl/worksheets/sheet1.xml"];
  expect(strFromU8(sheet ?? new Uint8Array())).toContain(
    't="inlineStr" s="0"><is><t xml:space="preserve">=HYPERLINK(1)',
  );
});

test("a viewer cannot write, and another workspace finds nothing", async () => {
  const { id, batchId } = await add("Shall be blue.");
  const viewer = await aMember(ctx, "viewer");
  const stranger = await aWorkspace();
  for (const [who, error] of [
    [viewer, ForbiddenError],
    [stranger, NotFoundError],
  ] as const) {
    for (const attempt of [
      () => editRequirement(who, { id, text: "x" }),
      () => splitRequirement(who, { id, parts: [{ text: "a" }, { text: "b" }] }),
      () => dropRequirements(who, { ids: [id] }),
      () => moveRequirement(who, { id, afterId: null }),
      () => addRequirement(who, addRequirementInput.parse({ opportunityId, text: "x" })),
      () => undoRequirements(who, { opportunityId, batchId }),
    ]) {
      await expect(attempt()).rejects.toThrow(error);
    }
  }
  await expect(listRequirementHistory(stranger, id)).rejects.toThrow(NotFoundError);
  await expect(exportRequirements(stranger, { opportunityId, format: "xlsx" })).rejects.toThrow(NotFoundError);
  // One of somebody else's among one's own is not there either.
  const theirs = await createOpportunity(stranger, createOpportunityInput.parse({ title: "Theirs" }));
  const foreign = await addRequirement(stranger, addRequirementInput.parse({ opportunityId: theirs.id, text: "x" }));
  await expect(mergeRequirements(ctx, { ids: [id, foreign.requirements[0]?.id ?? ""] })).rejects.toThrow(NotFoundError);
  expect(await texts()).toEqual(["Shall be blue."]);
});
