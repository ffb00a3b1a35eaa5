import { beforeAll, expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { anOpportunity } from "@/drizzle/factories/opportunity";
import { openTestDatabase } from "@/drizzle/testing";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { getOpportunity } from "../detail/get-opportunity";
import { countOpportunityFacets } from "./count-facets";
import { getBoard } from "./get-board";
import { listOpportunities } from "./list-opportunities";
import { getBoardInput, listOpportunitiesInput, opportunityFilters } from "./schemas";

openTestDatabase();

let ctx: WorkspaceContext & { userId: string; collectionId: string };
const list = (input: object = {}, as: WorkspaceContext = ctx) =>
  listOpportunities(as, listOpportunitiesInput.parse(input));
const count = (filters: object = {}, as: WorkspaceContext = ctx) =>
  countOpportunityFacets(as, opportunityFilters.parse(filters));
const titles = async (input: object) => (await list(input)).opportunities.map(({ title }) => title);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

beforeAll(async () => {
  ctx = await aWorkspace();
  await anOpportunity(ctx, {
    title: "Straßenbau Łódź",
    buyer: "Stadt",
    kind: "tender",
    submissionAt: inDays(3),
    categories: ["CPV:45233000", "CPV:45210000"],
    tags: ["roads"],
    valueAmount: "100.00",
    valueCurrency: "EUR",
  });
  await anOpportunity(ctx, {
    title: "Software maintenance",
    buyer: "City",
    kind: "rfp",
    submissionAt: inDays(-2),
    categories: ["CPV:72000000"],
    ownerId: ctx.userId,
    valueAmount: "2000.00",
    stage: "review",
  });
  await anOpportunity(ctx, {
    title: "Catering",
    buyer: "City",
    submissionDate: "2999-02-30",
    outcome: "won",
    tags: ["roads", "food"],
  });
  await anOpportunity(ctx, { title: "Cleaning", buyer: null, decision: "go" });
  await anOpportunity(ctx, { title: "Removed", deletedAt: new Date() });
  await anOpportunity(ctx, { title: "Archived", archivedAt: new Date() });
  await anOpportunity(ctx, { title: "Merged", mergedIntoId: "0190a6c0-0000-7000-8000-000000000000" });
});

test("the list leaves out what was removed, archived or merged, and unknown dates come last either way", async () => {
  expect(await titles({})).toEqual(["Software maintenance", "Straßenbau Łódź", "Catering", "Cleaning"]);
  expect(await titles({ sort: "next" })).toEqual(["Straßenbau Łódź", "Catering", "Software maintenance", "Cleaning"]);
  expect(await titles({ descending: true })).toEqual([
    "Catering",
    "Straßenbau Łódź",
    "Software maintenance",
    "Cleaning",
  ]);
  expect(await titles({ isArchived: true })).toEqual(["Archived"]);
});

test("each facet counts what the other filters leave", async () => {
  const { facets, total } = await count({ buyer: ["City"] });
  const counts = (name: keyof typeof facets) =>
    Object.fromEntries(facets[name].map(({ value, count }) => [value, count]));
  expect(total).toBe(2);
  expect(counts("buyer")).toEqual({ City: 2, Stadt: 1 });
  expect(counts("outcome")).toEqual({ open: 1, won: 1 });
  expect(counts("due")).toEqual({ past: 1, later: 1 });
  expect(counts("category")).toEqual({ "CPV:72": 1 });
  expect(counts("owner")).toEqual({ none: 1, [ctx.userId]: 1 });
  const both = await count({ buyer: ["City"], outcome: ["open"], tag: ["food"] });
  expect(both.total).toBe(0);
  expect(both.facets.outcome).toEqual([{ value: "won", label: "won", count: 1 }]);
  expect(both.facets.tag).toEqual([]);
  expect((await count()).facets.category).toEqual([
    { value: "CPV:45", label: "CPV:45", count: 1 },
    { value: "CPV:72", label: "CPV:72", count: 1 },
  ]);
  expect((await count()).facets.stage.find(({ value }) => value === "review")).toEqual({
    value: "review",
    label: "Review",
    count: 1,
  });
});

test("filters find what they name, unset values by their own words", async () => {
  expect(await titles({ decision: ["none"], kind: ["rfp", "tender"] })).toEqual([
    "Software maintenance",
    "Straßenbau Łódź",
  ]);
  expect(await titles({ owner: ["none"], outcome: ["open"] })).toEqual(["Straßenbau Łódź", "Cleaning"]);
  expect(await titles({ category: ["CPV:452"] })).toEqual(["Straßenbau Łódź"]);
  expect(await titles({ due: ["week", "unknown"] })).toEqual(["Straßenbau Łódź", "Cleaning"]);
  expect(await titles({ tag: ["roads"], sort: "title" })).toEqual(["Catering", "Straßenbau Łódź"]);
});

test("words are found without accents, and with a slip when nothing holds them as typed", async () => {
  expect(await titles({ text: "LODZ strassenbau" })).toEqual(["Straßenbau Łódź"]);
  expect(await list({ text: "software" })).toMatchObject({ total: 1, isFuzzy: false });
  for (const text of ["softwre", "sofwtare", "maintenence", "software maintainance"]) {
    const found = await list({ text });
    expect([text, found.isFuzzy, found.opportunities.map(({ title }) => title)]).toEqual([
      text,
      true,
      ["Software maintenance"],
    ]);
  }
  expect(await list({ text: "zeppelin" })).toMatchObject({ total: 0, isFuzzy: false });
});

test("pages follow each other without gap or repetition in every order", async () => {
  for (const sort of ["submission", "buyer", "value", "fit", "title", "number", "seen"]) {
    for (const descending of [false, true]) {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ sort, descending, limit: 1, cursor });
        seen.push(...page.opportunities.map(({ number }) => number));
        expect(page.total).toBe(4);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect([sort, new Set(seen).size, seen.length]).toEqual([sort, 4, 4]);
    }
  }
  await expect(list({ cursor: "nonsense" })).rejects.toMatchObject({ code: "invalid" });
});

test("the board counts each column and shows its first cards", async () => {
  const board = await getBoard(ctx, getBoardInput.parse({ cardsPerColumn: 2 }));
  expect(board.columns.map(({ key, total, cards }) => [key, total, cards.length])).toEqual([
    ["new", 3, 2],
    ["qualifying", 0, 0],
    ["preparing", 0, 0],
    ["review", 1, 1],
    ["submitted", 0, 0],
  ]);
});

test("another workspace sees none of it, and a viewer sees all", async () => {
  const other = await aWorkspace();
  expect(await list({}, other)).toMatchObject({ total: 0, opportunities: [] });
  const [first] = (await list()).opportunities;
  await expect(getOpportunity(other, first?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
  expect(await list({}, await aMember(ctx, "viewer"))).toMatchObject({ total: 4 });
  expect(await getOpportunity(ctx, first?.id ?? "")).toMatchObject({
    title: "Software maintenance",
    documents: [],
    fields: [],
  });
});
