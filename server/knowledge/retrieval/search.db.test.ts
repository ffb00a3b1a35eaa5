import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { collectionMembers, collections } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { anIndexedDocument } from "./an-indexed-document";
import { findPlaces } from "./find-places";
import { search } from "./search";
import { similarChunks } from "./similar-chunks";

openTestDatabase();

async function aRestrictedCollection(ctx: WorkspaceContext & { userId: string }): Promise<string> {
  const id = newId();
  await inWorkspace(ctx, async (tx) => {
    await tx.insert(collections).values({ workspaceId: ctx.workspace.id, id, number: 1, name: "Board" });
    await tx.insert(collectionMembers).values({ workspaceId: ctx.workspace.id, collectionId: id, userId: ctx.userId });
    await tx.update(collections).set({ visibility: "restricted" }).where(eq(collections.id, id));
  });
  return id;
}

test("finds a chunk by its words, marks them and counts it in the facets", async () => {
  const ctx = await aWorkspace();
  const { collectionId } = ctx;
  const bids = await anIndexedDocument(ctx, {
    collectionId,
    title: "Network services RFP",
    texts: [
      "Proposals are due on 4 May 2026 at noon. Late proposals are returned unopened.",
      "The contractor shall provide a help desk around the clock.",
    ],
    tags: ["rfp"],
  });
  await anIndexedDocument(ctx, {
    collectionId,
    title: "Lunch menu",
    texts: ["Soup and bread on Monday."],
    kind: "markdown",
  });
  const found = await search(ctx, { text: "When are proposals due?" });
  expect(found.results[0]).toMatchObject({
    documentId: bids.documentId,
    chunkId: bids.chunkIds[0],
    title: "Network services RFP",
    collectionId,
  });
  const [first] = found.results;
  expect(first?.highlights.map(({ start, end }) => first.text.slice(start, end))).toEqual([
    "Proposals",
    "due",
    "proposals",
  ]);
  expect(found.facets.kinds).toEqual([{ value: "text", documents: 1 }]);
  expect(found.facets.tags).toEqual([{ value: "rfp", documents: 1 }]);
  expect(found.facets.languages).toEqual([{ value: "en", documents: 1 }]);
});

test("an empty workspace and a search without words answer with nothing", async () => {
  const ctx = await aWorkspace();
  expect((await search(ctx, { text: "anything" })).results).toEqual([]);
  await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "One", texts: ["A text."] });
  expect((await search(ctx, { text: "" })).results).toEqual([]);
  expect((await search(ctx, { text: "?!" })).results).toEqual([]);
});

test("strange searches fail nowhere", async () => {
  const ctx = await aWorkspace();
  await anIndexedDocument(ctx, { collectionId: ctx.collectionId, title: "One", texts: ["A text about bids."] });
  const strange = [
    "'; drop table chunks; --",
    "%_\\",
    "\u0001",
    "bid\u202e",
    "🙂 bids",
    "(((((",
    "__proto__ constructor",
    "x".repeat(200_000),
    "a|b/c",
  ];
  for (const text of strange)
    await search(ctx, {
      text,
      filters: { tags: [text], kinds: [text], collectionIds: [text], documentIds: [text], languages: [text] },
    });
  for (const text of strange) expect((await search(ctx, { text })).results.length).toBeLessThanOrEqual(1);
});

test("two workspaces with the same texts never see each other's", async () => {
  const texts = ["The bid bond is five percent of the price.", "Payment follows thirty days after the invoice."];
  const [a, b] = [await aWorkspace(), await aWorkspace()];
  const inA = await anIndexedDocument(a, { collectionId: a.collectionId, title: "Terms", texts, tags: ["alpha"] });
  const inB = await anIndexedDocument(b, { collectionId: b.collectionId, title: "Terms", texts, tags: ["beta"] });
  const secret = await anIndexedDocument(b, {
    collectionId: b.collectionId,
    title: "Xylophone",
    texts: ["The xylophone bond."],
  });
  for (const text of ["bid bond", "payment invoice", "xylophone", "xylofone"]) {
    const found = await search(a, { text });
    expect(found.results.every((result) => result.documentId === inA.documentId)).toBe(true);
    expect(found.facets.tags.every((facet) => facet.value === "alpha")).toBe(true);
    expect(found.suggestion ?? "").not.toContain("xylophone");
  }
  const named = await search(a, { text: "bond", filters: { documentIds: [inB.documentId, secret.documentId] } });
  expect(named).toMatchObject({ results: [], total: 0 });
  await expect(similarChunks(a, inB.chunkIds[0] as string)).rejects.toMatchObject({ code: "not_found" });
});

test("a restricted collection shows in no result, facet, total or suggestion of others, and takes no places", async () => {
  const owner = await aWorkspace();
  const other = await aMember(owner);
  const restricted = await aRestrictedCollection(owner);
  // More hidden matches than candidates are ranked, each better than the one that is open.
  await anIndexedDocument(owner, {
    collectionId: restricted,
    title: "Acquisition",
    texts: Array.from({ length: 150 }, (_, index) => `Merger merger merger plan ${index} of the quetzal project.`),
    tags: ["secret"],
  });
  const open = await anIndexedDocument(owner, {
    collectionId: owner.collectionId,
    title: "News",
    texts: ["A long text on many other things that says the word merger once, near its very end, among much else."],
  });
  const seen = await search(other, { text: "merger" });
  expect(seen.results.map((result) => result.documentId)).toEqual([open.documentId]);
  expect(seen.total).toBe(1);
  expect(seen.facets).toMatchObject({ tags: [], collections: [{ value: owner.collectionId, documents: 1 }] });
  expect((await search(other, { text: "quetsal project" })).suggestion).toBeUndefined();
  expect((await search(other, { text: "merger", filters: { collectionIds: [restricted] } })).results).toEqual([]);
  const places = await findPlaces(other, [{ text: "merger", limit: 200 }], {});
  expect(places[0]?.map((place) => place.renditionId)).toEqual(seen.results.map((result) => result.renditionId));
  const [inOrder] = await findPlaces(owner, [{ text: "merger plan", limit: 150 }], {});
  const searched = await search(owner, { text: "merger plan", limit: 150 });
  expect(inOrder).toEqual(searched.results.map(({ renditionId, start, end }) => ({ renditionId, start, end })));
  const owners = await search(owner, { text: "merger" });
  expect(owners.total).toBe(151);
  expect(owners.facets.tags).toEqual([{ value: "secret", documents: 1 }]);
  expect((await search(owner, { text: "quetsal project" })).suggestion).toBe("quetzal project");
  // Opening the collection shows at once, through whatever is kept in memory.
  await inWorkspace(owner, (tx) =>
    tx.update(collections).set({ visibility: "workspace" }).where(eq(collections.id, restricted)),
  );
  expect((await search(other, { text: "merger" })).total).toBe(151);
});

test("filters decide before candidates are taken", async () => {
  const ctx = await aWorkspace();
  const { collectionId } = ctx;
  await anIndexedDocument(ctx, {
    collectionId,
    title: "Bonds",
    texts: Array.from({ length: 150 }, (_, index) => `Bond bond bond number ${index}.`),
    kind: "pdf",
    tags: ["old"],
    fetchedAt: new Date("2020-01-01"),
  });
  const wanted = await anIndexedDocument(ctx, {
    collectionId,
    title: "Letter",
    texts: ["Among many other things this letter speaks of one bond, and of little else that matters here."],
    kind: "docx",
    tags: ["new"],
    fetchedAt: new Date("2026-01-01"),
  });
  for (const filters of [
    { kinds: ["docx"] },
    { tags: ["new"] },
    { documentIds: [wanted.documentId] },
    { from: new Date("2025-01-01") },
    { from: new Date("2025-01-01"), to: new Date("2027-01-01"), kinds: ["docx"] },
  ]) {
    expect((await search(ctx, { text: "bond", filters })).results.map((result) => result.documentId)).toEqual([
      wanted.documentId,
    ]);
  }
  expect((await search(ctx, { text: "bond", filters: { to: new Date("2019-01-01") } })).results).toEqual([]);
  expect((await search(ctx, { text: "bond", filters: { languages: ["de"] } })).results).toEqual([]);
});

test("pages follow each other without a gap or a repeat, past the ranked candidates too", async () => {
  const ctx = await aWorkspace();
  await anIndexedDocument(ctx, {
    collectionId: ctx.collectionId,
    title: "Bonds",
    texts: Array.from({ length: 150 }, (_, index) => `Bond number ${index} of ${index % 7} parts.`),
  });
  const ids: string[] = [];
  for (let offset = 0; offset < 150; offset += 30)
    ids.push(...(await search(ctx, { text: "bond", offset, limit: 30 })).results.map((result) => result.chunkId));
  expect(new Set(ids).size).toBe(150);
});

test("a misspelt word finds the chunk and is corrected as it is written there", async () => {
  const ctx = await aWorkspace();
  const { chunkIds } = await anIndexedDocument(ctx, {
    collectionId: ctx.collectionId,
    title: "Terms",
    texts: ["All subcontractors need a clearance.", "Invoices are paid in thirty days."],
  });
  const found = await search(ctx, { text: "subcontracters clearence" });
  expect(found.results[0]?.chunkId).toBe(chunkIds[0]);
  expect(found.suggestion).toBe("subcontractors clearance");
  expect((await search(ctx, { text: "subcontractors" })).suggestion).toBeUndefined();
});

test("German and French are found in other forms than asked", async () => {
  const ctx = await aWorkspace();
  const add = (title: string, texts: string[]) =>
    anIndexedDocument(ctx, { collectionId: ctx.collectionId, title, texts });
  const german = await add("Vergabe", [
    "Die Angebote sind bis zum 4. Mai 2026 um zwölf Uhr bei der Vergabestelle einzureichen, und zwar in zwei Ausfertigungen.",
    "Der Auftragnehmer stellt während der gesamten Laufzeit des Vertrages eine Hotline, die rund um die Uhr besetzt ist.",
  ]);
  const french = await add("Marché", [
    "Les offres doivent être remises avant le 4 mai 2026 à midi, en deux exemplaires, à l’adresse du pouvoir adjudicateur.",
    "Le titulaire du marché assure une assistance pendant toute la durée du contrat, y compris les jours fériés.",
  ]);
  await add("Notice", ["Proposals are due on 4 May 2026 at noon in two copies at the address of the buyer."]);
  const first = async (text: string) => (await search(ctx, { text })).results[0]?.chunkId;
  expect(await first("Wann ist das Angebot einzureichen?")).toBe(german.chunkIds[0]);
  expect(await first("Laufzeit der Verträge")).toBe(german.chunkIds[1]);
  expect(await first("Quand faut-il remettre l'offre ?")).toBe(french.chunkIds[0]);
  expect(await first("durée des contrats du titulaire")).toBe(french.chunkIds[1]);
  expect(await first("zwolf Uhr Vergabestelle")).toBe(german.chunkIds[0]);
  const facet = (await search(ctx, { text: "2026" })).facets.languages.map(({ value }) => value);
  expect(facet.sort()).toEqual(["de", "en", "fr"]);
});

test("more like this finds the kin of a passage and not itself", async () => {
  const ctx = await aWorkspace();
  const { chunkIds } = await anIndexedDocument(ctx, {
    collectionId: ctx.collectionId,
    title: "Terms",
    texts: [
      "The surety bond covers five percent of the price.",
      "A surety of five percent is held as a bond.",
      "Lunch is served at noon.",
    ],
  });
  const alike = await similarChunks(ctx, chunkIds[0] as string);
  expect(alike[0]?.chunkId).toBe(chunkIds[1]);
  expect(alike.map((result) => result.chunkId)).not.toContain(chunkIds[0]);
});
