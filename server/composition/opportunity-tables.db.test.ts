import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { notices } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { csvLine } from "@/lib/csv-line";
import { writeWorkbook } from "@/lib/workbook";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { asCaller, signedIn } from "./testing/as-caller";

// A process of its own reads the file.
vi.setConfig({ testTimeout: 400_000 });
openTestDatabase();

const callerOf = async (person: WorkspaceContext & { userId: string }) =>
  asCaller(await signedIn(person.userId, person.workspace.slug));
const csv = (...lines: string[][]) => ({
  fileName: "tenders.csv",
  base64: Buffer.from(lines.map((line) => csvLine(line)).join("")).toString("base64"),
});
const header = ["Title", "Buyer", "Reference", "Deadline", "Time", "Time zone", "Tags", "Stage"];
const rows = [
  [
    "Maintenance of lifts",
    "Port of Exampleton",
    "POE-2031-07",
    "2031-09-20",
    "16:00",
    "Europe/Berlin",
    "lifts",
    "Qualifying",
  ],
  ["Cleaning of stations", "Metro of Exampleton", "ME-2031-11", "20.10.2031", "", "", "", ""],
  ["Painting of bridges", "Road office", "RO-2031-99", "sometime", "", "", "", ""],
];

test("a list is looked at before it is taken, wrong rows are told and left out, and the same list twice adds nothing", async () => {
  const owner = await aWorkspace();
  const caller = await callerOf(owner);
  const file = csv(header, ...rows);
  const preview = await caller.opportunities.previewTable(file);
  expect(preview).toMatchObject({ rows: 3, ready: 2, leftOut: 1 });
  expect(preview.columns.map(({ heading, field }) => [heading, field])).toContainEqual(["Deadline", "submission_date"]);
  expect(preview.first[0]).toMatchObject({ row: 2, submission: "2031-09-20 16:00 Europe/Berlin" });
  expect(preview.problems).toEqual([
    { row: 4, field: "submission_date", problem: expect.stringContaining("“sometime” is no date") },
  ]);
  expect((await caller.opportunities.list({})).total).toBe(0);

  expect(await caller.opportunities.importTable(file)).toMatchObject({ created: 2, joined: 0, leftOut: 1 });
  const { opportunities } = await caller.opportunities.list({ sort: "title" });
  expect(
    opportunities.map(({ title, stage, tags, submissionDate }) => ({ title, stage, tags, submissionDate })),
  ).toEqual([
    { title: "Cleaning of stations", stage: "new", tags: [], submissionDate: "2031-10-20" },
    { title: "Maintenance of lifts", stage: "qualifying", tags: ["lifts"], submissionDate: null },
  ]);
  expect(opportunities[1]?.submissionAt).toBe("2031-09-20T14:00:00.000Z");
  expect(await caller.opportunities.importTable(file)).toMatchObject({ created: 0, joined: 2, unchanged: 2 });

  // In portions, as a screen does it, the same rows are told and left out.
  const portions = [0, 1, 2].map((from) => caller.opportunities.importTable({ ...file, from, count: 1 }));
  expect((await Promise.all(portions)).map(({ rows: all, joined, leftOut }) => [all, joined, leftOut])).toEqual([
    [3, 1, 0],
    [3, 1, 0],
    [3, 0, 1],
  ]);

  const moved = csv(header, (rows[0] ?? []).with(3, "2031-09-27"));
  expect(await caller.opportunities.importTable(moved)).toMatchObject({ created: 0, joined: 1, unchanged: 0 });
  const after = await caller.opportunities.list({ text: "lifts" });
  expect(after.opportunities[0]?.submissionAt).toBe("2031-09-27T14:00:00.000Z");
});

test("a row that resembles a tender that is known names it by its number and title, and only to who may see it", async () => {
  const owner = await aWorkspace();
  const caller = await callerOf(owner);
  const same = ["2031-09-20", "Germany"];
  const made = await caller.opportunities.importTable(
    csv(
      ["Title", "Buyer", "Reference", "Deadline", "Country"],
      ["Maintenance of lifts in the harbour", "Port of Exampleton", "POE-2031-07", ...same],
      ["Lift maintenance at the ferry terminal", "Exampleton Ports", "EX-77-2031", ...same],
    ),
  );
  expect(made.created).toBe(2);
  const [first, second] = made.opportunityIds;
  const reasonsFor = async (person: WorkspaceContext & { userId: string }) =>
    (await (await callerOf(person)).opportunities.get({ id: second ?? "" })).notices[0]?.matchedBy.reasons.join(" ");
  expect(await reasonsFor(owner)).toMatch(/It resembles #1, Maintenance of lifts in the harbour \(\d+%\)\./);
  // Its own collection first: the standard one is everybody's.
  await caller.opportunities.prepareUpload({ id: first ?? "" });
  await caller.opportunities.setVisibility({ id: first ?? "", visibility: "restricted", memberIds: [owner.userId] });
  expect(await reasonsFor(await aMember(owner))).toBe("No known opportunity is the same.");
});

test("columns may be told otherwise, a workbook's sheets are read, and our own workbook comes back as it left", async () => {
  const owner = await aWorkspace();
  const caller = await callerOf(owner);
  const book = writeWorkbook({
    name: "Pipeline",
    header: ["What", "For whom", "Closes"],
    widths: [30, 30, 12],
    rows: [["Dredging of the harbour", "Port of Exampleton", "2031-05-04"]],
  });
  const file = { fileName: "pipeline.xlsx", base64: Buffer.from(book).toString("base64") };
  const columns = { title: 0, buyer: 1, submission_date: 2 };
  const preview = await caller.opportunities.previewTable({ ...file, columns });
  expect(preview).toMatchObject({ sheets: [{ name: "Pipeline", rows: 1 }], ready: 1 });
  await caller.opportunities.importTable({ ...file, columns });

  const left = await caller.calendar.exportOpportunities({ filters: {}, format: "xlsx" });
  const other = await aWorkspace();
  const there = await callerOf(other);
  const back = await there.opportunities.importTable({ fileName: left.fileName, base64: left.base64 ?? "" });
  expect(back).toMatchObject({ created: 1, leftOut: 0, problems: [] });
  const { opportunities } = await there.opportunities.list({});
  expect(opportunities[0]).toMatchObject({
    title: "Dredging of the harbour",
    buyer: "Port of Exampleton",
    submissionDate: "2031-05-04",
  });
  // Each workspace has its own, whatever the other one holds.
  const { db } = await getDatabase();
  expect(await db.select().from(notices).where(eq(notices.workspaceId, other.workspace.id))).toHaveLength(1);
});

test("what is no table, an empty one and one that names people who are not here are refused with words", async () => {
  const owner = await aWorkspace();
  const caller = await callerOf(owner);
  const refused = (fileName: string, text: string) =>
    caller.opportunities.previewTable({ fileName, base64: Buffer.from(text).toString("base64") });
  await expect(refused("a.html", "<html><p>Hello there</p></html>")).rejects.toThrow(/no table/);
  await expect(refused("a.csv", "Title,Buyer\n")).rejects.toThrow(/nothing below the headings/);
  const stranger = await aWorkspace();
  const people = await caller.opportunities.previewTable(csv(["Title", "Owner"], ["Lifts", stranger.userId]));
  expect(people).toMatchObject({ ready: 0, problems: [{ row: 2, field: "owner" }] });
  await expect(
    (await callerOf(await aMember(owner, "viewer"))).opportunities.importTable(csv(["Title"], ["A"])),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});
