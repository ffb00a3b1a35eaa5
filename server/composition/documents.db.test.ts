import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import type { RunningEngine } from "@/server/jobs/engine";
import { createCollection } from "@/server/knowledge/collections/create-collection";
import { addDocument } from "@/server/knowledge/documents/add-document";
import { cancelReading } from "@/server/knowledge/documents/cancel-reading";
import { deleteDocument } from "@/server/knowledge/documents/delete-document";
import { getDocument } from "@/server/knowledge/documents/get-document";
import { getRendition } from "@/server/knowledge/documents/get-rendition";
import { listDocuments } from "@/server/knowledge/documents/list-documents";
import { openFile } from "@/server/knowledge/documents/open-file";
import { pasteDocument } from "@/server/knowledge/documents/paste-document";
import { withReceivedFile } from "@/server/knowledge/documents/received-file";
import { retryReading } from "@/server/knowledge/documents/retry-reading";
import { documentPath, listDocumentsInput } from "@/server/knowledge/documents/schemas";
import { updateDocument } from "@/server/knowledge/documents/update-document";
import { makeZip } from "@/server/knowledge/ingest/parsing/testing/make-zip";
import { search } from "@/server/knowledge/retrieval";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/platform/errors";
import { fileStorage } from "@/server/platform/ports";
import { storageKey } from "@/server/platform/storage/storage";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { startEngine } from "./testing/start-engine";

// Reads files in a process of their own: a busy machine needs its time.
vi.setConfig({ testTimeout: 400_000 });
const database = openTestDatabase();
let engine: RunningEngine;

beforeAll(async () => {
  engine = await startEngine();
}, 120_000);
afterAll(() => engine.stop());

function add(ctx: WorkspaceContext, path: string, bytes: string | Uint8Array, collectionId?: string) {
  return withReceivedFile(Buffer.from(bytes), (file) =>
    addDocument(ctx, { path, collectionId, origin: "upload", file }),
  );
}

async function settled(ctx: WorkspaceContext, documentId: string, status = "ready") {
  await expect
    .poll(async () => (await getDocument(ctx, documentId)).latest, { timeout: 240_000 })
    .toMatchObject({ status });
}

async function addRead(ctx: WorkspaceContext, path: string, bytes: string | Uint8Array, collectionId?: string) {
  const added = await add(ctx, path, bytes, collectionId);
  await settled(ctx, added.documentId);
  return added;
}

const list = (ctx: WorkspaceContext, input: Record<string, unknown> = {}) =>
  listDocuments(ctx, listDocumentsInput.parse(input));

async function readAll(ctx: WorkspaceContext, snapshotId: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await (await openFile(ctx, snapshotId)).open()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

async function invariantsHold() {
  expect(await brokenRows(database(), "product")).toEqual([]);
}

test("the same bytes in one collection are one document, also under another name and at the same moment", async () => {
  const ctx = await aWorkspace();
  const both = await Promise.all([add(ctx, "a.md", "The price is ten."), add(ctx, "b.md", "The price is ten.")]);
  expect(new Set(both.map((added) => added.documentId)).size).toBe(1);
  expect(both.map((added) => added.outcome).sort()).toEqual(["created", "existing"]);
  expect((await list(ctx)).total).toBe(1);
});

test("new bytes under a known path are its second version, and the first keeps its text and its file", async () => {
  const ctx = await aWorkspace();
  const first = await addRead(ctx, "RFQ/terms.md", "Payment falls due within thirty days.");
  const before = await getRendition(ctx, { documentId: first.documentId });
  const second = await addRead(ctx, "RFQ/terms.md", "Payment falls due within sixty days.");
  expect(second).toMatchObject({ documentId: first.documentId, revision: 2, outcome: "version" });
  expect(await getRendition(ctx, { documentId: first.documentId, renditionId: before.id })).toMatchObject({
    text: before.text,
    isCurrent: false,
    revision: 1,
  });
  expect(await getRendition(ctx, { documentId: first.documentId })).toMatchObject({ isCurrent: true, revision: 2 });
  expect(await readAll(ctx, first.snapshotId)).toContain("thirty");
  const found = await search(ctx, { text: "payment falls due" });
  expect(found.results.map((result) => result.text).join(" ")).toContain("sixty");
  expect(found.results.map((result) => result.text).join(" ")).not.toContain("thirty");
  await invariantsHold();
});

test("what belongs to another workspace behaves like what does not exist", async () => {
  const [owner, stranger] = [await aWorkspace(), await aWorkspace()];
  const { documentId, snapshotId } = await addRead(owner, "secret.md", "The walnut codeword is kept here.");
  for (const [document, snapshot] of [
    [documentId, snapshotId],
    [newId(), newId()],
  ] as const) {
    const attempts = [
      () => getDocument(stranger, document),
      () => getRendition(stranger, { documentId: document }),
      () => openFile(stranger, snapshot),
      () => cancelReading(stranger, snapshot),
      () => retryReading(stranger, snapshot),
      () => updateDocument(stranger, { id: document, title: "mine" }),
      () => deleteDocument(stranger, document),
      () => updateDocument(owner, { id: documentId, collectionId: stranger.collectionId }),
      () => add(stranger, "x.md", "x", owner.collectionId),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(NotFoundError);
  }
  expect(await list(stranger)).toMatchObject({ documents: [], total: 0 });
  expect((await search(stranger, { text: "walnut codeword" })).results).toEqual([]);
});

test("a viewer reads, and changes nothing", async () => {
  const owner = await aWorkspace();
  const { documentId, snapshotId } = await addRead(owner, "open.md", "Everybody may read this line.");
  const viewer = await aMember(owner, "viewer");
  expect(await getDocument(viewer, documentId)).toMatchObject({ id: documentId });
  const attempts = [
    () => add(viewer, "x.md", "x"),
    () => pasteDocument(viewer, { title: "x", text: "x" }),
    () => updateDocument(viewer, { id: documentId, title: "x" }),
    () => deleteDocument(viewer, documentId),
    () => cancelReading(viewer, snapshotId),
    () => retryReading(viewer, snapshotId),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(ForbiddenError);
});

test("a document in a restricted collection, or moved into one, is nowhere to be seen for others", async () => {
  const owner = await aWorkspace();
  const other = await aMember(owner, "admin");
  const board = await createCollection(owner, { name: "Board", visibility: "restricted", memberIds: [] });
  const inside = await addRead(owner, "inside.md", "The walnut budget is nine million.", board.id);
  const moved = await addRead(owner, "moved.md", "The walnut schedule is secret too.");
  expect((await search(other, { text: "walnut schedule" })).results).toHaveLength(1);
  await updateDocument(owner, { id: moved.documentId, collectionId: board.id });
  for (const { documentId, snapshotId } of [inside, moved]) {
    await expect(getDocument(other, documentId)).rejects.toThrow(NotFoundError);
    await expect(getRendition(other, { documentId })).rejects.toThrow(NotFoundError);
    await expect(openFile(other, snapshotId)).rejects.toThrow(NotFoundError);
    await expect(deleteDocument(other, documentId)).rejects.toThrow(NotFoundError);
    expect(await getDocument(owner, documentId)).toMatchObject({ collection: { name: "Board" } });
  }
  expect(await list(other)).toMatchObject({ documents: [], total: 0 });
  expect(await list(other, { collectionId: board.id })).toMatchObject({ documents: [], total: 0 });
  expect(await search(other, { text: "walnut" })).toMatchObject({ results: [] });
  expect((await search(owner, { text: "walnut" })).results).toHaveLength(2);
  await invariantsHold();
});

test("removing a document erases its bytes, text and index; the same bytes in another collection stay", async () => {
  const ctx = await aWorkspace();
  const shelf = await createCollection(ctx, { name: "Shelf", visibility: "workspace", memberIds: [] });
  const both = "The heron clause stands in two collections.";
  const kept = await addRead(ctx, "kept.md", both, shelf.id);
  const twin = await addRead(ctx, "twin.md", both);
  const alone = await addRead(ctx, "alone.md", "The heron annex stands alone.");
  const keyOf = async (id: string) => storageKey(ctx.workspace.id, (await openFile(ctx, id)).sha256);
  const [sharedKey, ownKey] = [await keyOf(kept.snapshotId), await keyOf(alone.snapshotId)];
  await deleteDocument(ctx, twin.documentId);
  await deleteDocument(ctx, alone.documentId);
  await expect(getDocument(ctx, alone.documentId)).rejects.toThrow(NotFoundError);
  await expect(openFile(ctx, alone.snapshotId)).rejects.toThrow(NotFoundError);
  await expect.poll(() => fileStorage().exists(ownKey), { timeout: 240_000 }).toBe(false);
  await expect
    .poll(() => database().sql`select id from snapshots where document_id = ${twin.documentId}`, { timeout: 240_000 })
    .toHaveLength(0);
  expect(await fileStorage().exists(sharedKey)).toBe(true);
  expect(await readAll(ctx, kept.snapshotId)).toBe(both);
  const found = await search(ctx, { text: "heron" });
  expect(found.results.map((result) => result.documentId)).toEqual([kept.documentId]);
  const texts = await database().sql`select text from renditions where text like '%heron annex%'`;
  expect(texts).toHaveLength(0);
  await invariantsHold();
});

test("a removed document's path is free again, here and as the goal of a move", async () => {
  const ctx = await aWorkspace();
  const shelf = await createCollection(ctx, { name: "Shelf", visibility: "workspace", memberIds: [] });
  const gone = await addRead(ctx, "terms.md", "The first terms.", shelf.id);
  await deleteDocument(ctx, gone.documentId);
  const here = await addRead(ctx, "terms.md", "The second terms.");
  await updateDocument(ctx, { id: here.documentId, collectionId: shelf.id });
  const taken = await addRead(ctx, "terms.md", "The third terms.");
  await expect(updateDocument(ctx, { id: taken.documentId, collectionId: shelf.id })).rejects.toThrow(ConflictError);
  await deleteDocument(ctx, taken.documentId);
  const again = await addRead(ctx, "terms.md", "The fourth terms.");
  expect((await getDocument(ctx, again.documentId)).latest.status).toBe("ready");
  await invariantsHold();
});

test("reading that was called off can be asked for again, and finished reading cannot be called off", async () => {
  const ctx = await aWorkspace();
  await engine.stop();
  const { documentId, snapshotId } = await add(ctx, "slow.md", "The otter clause is read at last.");
  await cancelReading(ctx, snapshotId);
  expect((await getDocument(ctx, documentId)).latest.status).toBe("cancelled");
  await expect(cancelReading(ctx, snapshotId)).rejects.toThrow(ConflictError);
  engine = await startEngine();
  await retryReading(ctx, snapshotId);
  await settled(ctx, documentId);
  await expect(cancelReading(ctx, snapshotId)).rejects.toThrow(ConflictError);
  await expect(retryReading(ctx, snapshotId)).rejects.toThrow(ConflictError);
  expect((await search(ctx, { text: "otter clause" })).results).toHaveLength(1);
  await invariantsHold();
});

test("an archive's members are read each by itself, and the one that cannot be says why", async () => {
  const ctx = await aWorkspace();
  const zip = makeZip({
    "RFQ.md": "The quail deadline is 3 May 2031.",
    "prices/table.csv": "item,price\nquail,10",
    "broken.pdf": "%PDF-1.7\nthis is no file of that kind",
    "../../climbs.md": "The quail that climbs is kept inside.",
  });
  const { documentId } = await add(ctx, "package.zip", zip);
  await settled(ctx, documentId);
  await expect
    .poll(async () => (await list(ctx)).documents.every((d) => ["ready", "failed"].includes(d.latest.status)), {
      timeout: 240_000,
    })
    .toBe(true);
  const members = new Map((await list(ctx)).documents.map((document) => [document.path, document.latest]));
  expect(members.get("package/RFQ.md")).toMatchObject({ status: "ready" });
  expect(members.get("package/prices/table.csv")).toMatchObject({ status: "ready" });
  expect(members.get("package/climbs.md")).toMatchObject({ status: "ready" });
  const broken = members.get("package/broken.pdf");
  expect(broken).toMatchObject({ status: "failed" });
  expect(broken?.failureReason).toMatch(/\w{4}/);
  await invariantsHold();
});

test("what is left out of an archive is listed with it, file by file", async () => {
  const ctx = await aWorkspace();
  const long = Array.from({ length: 5 }, (_, index) => String(index).repeat(90)).join("/");
  const zip = makeZip({ "a.md": "The heron is here.", "void.md": "", [`${long}/b.md`]: "The heron is too far down." });
  const { documentId } = await add(ctx, "package.zip", zip);
  await settled(ctx, documentId);
  const [rendition] = await database().sql`select warnings from renditions where document_id = ${documentId}`;
  expect(rendition?.warnings).toEqual([
    expect.stringMatching(/^void\.md is empty/),
    expect.stringMatching(/b\.md was left out: /),
  ]);
  expect((await list(ctx)).documents.map((document) => document.path).sort()).toEqual(["package.zip", "package/a.md"]);
  await invariantsHold();
});

test("mails in mails are opened three deep, and the last says what it did not open", async () => {
  const ctx = await aWorkspace();
  const mail = (depth: number): string => {
    const inner = depth === 5 ? "The deepest heron." : mail(depth + 1);
    const name = depth === 5 ? "heron.txt" : `mail${depth + 1}.eml`;
    return [
      "From: a@example.com",
      `Subject: Mail ${depth}`,
      "MIME-Version: 1.0",
      `Content-Type: multipart/mixed; boundary="b${depth}"`,
      "",
      `--b${depth}`,
      "Content-Type: text/plain",
      "",
      `The heron of mail ${depth}.`,
      `--b${depth}`,
      "Content-Type: application/octet-stream",
      "Content-Transfer-Encoding: base64",
      `Content-Disposition: attachment; filename="${name}"`,
      "",
      Buffer.from(inner).toString("base64").replace(/.{76}/g, "$&\r\n"),
      `--b${depth}--`,
      "",
    ].join("\r\n");
  };
  await add(ctx, "mail1.eml", mail(1));
  const states = async () =>
    (await list(ctx)).documents.map((document) => `${document.path} ${document.latest.status}`).sort();
  await expect
    .poll(states, { timeout: 240_000 })
    .toEqual(["mail1.eml ready", "mail1/mail2.eml ready", "mail1/mail2/mail3.eml ready"]);
  const warned = await database().sql`
    select d.path, r.warnings from renditions r join documents d on d.id = r.document_id
    where d.workspace_id = ${ctx.workspace.id} and cardinality(r.warnings) > 0`;
  expect(warned).toMatchObject([{ path: "mail1/mail2/mail3.eml", warnings: [expect.stringMatching(/left out/)] }]);
});

test("names that climb, deceive, break lines or never end are refused; pasted ones are made safe", async () => {
  const refused = [
    "../etc/passwd",
    "a/../../b.md",
    "/etc/passwd",
    "a//b.md",
    "./a.md",
    "C:\\windows\\system32",
    "invoice\u202efdp.exe",
    "a\r\nSet-Cookie: x=1.md",
    "a\u0000.md",
    `${"x".repeat(10_240)}.md`,
    " ",
  ];
  for (const path of refused) expect([path, documentPath.safeParse(path).success]).toEqual([path, false]);
  expect(documentPath.parse("RFQ/Anlage «A» – Übersicht.pdf")).toBe("RFQ/Anlage «A» – Übersicht.pdf");
  const ctx = await aWorkspace();
  const { documentId } = await pasteDocument(ctx, { title: "../a\r\nb\u202e\\c", text: "Some words." });
  expect(documentPath.safeParse((await getDocument(ctx, documentId)).path).success).toBe(true);
});
