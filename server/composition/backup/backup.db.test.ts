import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { brokenRows } from "@/drizzle/checks/broken-rows";
import { adoptDatabase, type Database, openDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { clonePostgres, openMigratedPglite, openTestDatabase } from "@/drizzle/testing";
import { dataPath, env } from "@/lib/env";
import { askQuestion, followStream, getQuery } from "@/server/ask";
import { waitFor } from "@/server/jobs/engine/testing/wait-for";
import { addDocument, getDocument, openFile, withReceivedFile } from "@/server/knowledge/documents";
import { fileStorage } from "@/server/platform/ports";
import { storageKey } from "@/server/platform/storage/storage";
import { verifyAudit } from "@/server/workspaces";
import { startEngine } from "../testing/start-engine";
import { backupTo } from "./backup-to";
import { restoreFrom } from "./restore-from";
import { listTables, type Manifest } from "./tables";

// Opens several databases: a busy machine needs its time.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 120_000 });
const database = openTestDatabase();

const tender = "# RFQ\n\nQuotations are due no later than 4 p.m. on 15 March 2031. 😀 Late ones are not considered.\n";
const quiet = () => {};
let folder: string;
let ctx: Awaited<ReturnType<typeof aWorkspace>>;
let made: { documentId: string; snapshotId: string };
let queryId: string;
let before: string[];

/** One line for each table: its name, how many rows it has, and a hash over all of them. */
async function contents({ sql }: Database): Promise<string[]> {
  const lines: string[] = [];
  for (const { name } of await listTables(sql)) {
    const [row] = await sql.unsafe(
      `select count(*)::int as n, md5(coalesce(string_agg(to_jsonb(t)::text, '|' order by to_jsonb(t)::text), '')) as hash from ${name} t`,
    );
    lines.push(`${name} ${row?.n} ${row?.hash}`);
  }
  return lines;
}

const fresh: (() => Promise<void>)[] = [];
afterEach(async () => {
  adoptDatabase(database());
  for (const close of fresh.splice(0)) await close();
});

/** An installation without a row, and this process's own until the test ends. */
async function anEmptyInstallation(kind: "pglite" | "postgres"): Promise<Database> {
  const clone = kind === "postgres" ? await clonePostgres() : null;
  const opened = clone
    ? await openDatabase({ url: clone.url, poolSize: 3, skipMigrations: true })
    : await openMigratedPglite();
  fresh.push(async () => {
    await opened.close();
    await clone?.drop();
  });
  adoptDatabase(opened);
  return opened;
}

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "outrider-backup-")), "backup");
  const engine = await startEngine();
  ctx = await aWorkspace();
  made = await withReceivedFile(Buffer.from(tender), (file) =>
    addDocument(ctx, { path: "RFQ.md", origin: "upload", file }),
  );
  await waitFor(
    "the document to be read",
    async () => (await getDocument(ctx, made.documentId)).latest.status === "ready",
  );
  ({ queryId } = await askQuestion(ctx, { question: "When are quotations due?", bypassCache: false }));
  const signal = AbortSignal.timeout(60_000);
  for await (const _ of followStream(queryId, { afterSeq: 0, signal, recheck: async () => ctx }));
  await engine.stop();
  before = await contents(database());
  await backupTo(folder, quiet);
  expect(await contents(database())).toEqual(before);
}, 120_000);
afterAll(() => rm(join(folder, ".."), { recursive: true, force: true }));

const kinds = env.TEST_DATABASE_URL ? (["pglite", "postgres"] as const) : (["pglite"] as const);

test.each(kinds)("a backup brings back every row into an empty %s, and every citation with its file", async (kind) => {
  const answer = await getQuery(ctx, queryId);
  expect(answer.citations.length).toBeGreaterThan(0);
  const key = storageKey(ctx.workspace.id, (await openFile(ctx, made.snapshotId)).sha256);
  const empty = await anEmptyInstallation(kind);
  await fileStorage().delete(key);
  const restored = await restoreFrom(folder, quiet);
  expect(restored.files).toBe(1);
  expect(await contents(empty)).toEqual(before);
  expect(await brokenRows(empty, "product")).toEqual([]);
  expect(await brokenRows(empty, "jobs")).toEqual([]);
  expect(await getQuery(ctx, queryId)).toEqual(answer);
  const chunks: Buffer[] = [];
  for await (const chunk of await (await openFile(ctx, made.snapshotId)).open()) chunks.push(Buffer.from(chunk));
  expect(Buffer.concat(chunks).toString("utf8")).toBe(tender);
  expect(await verifyAudit(ctx)).toMatchObject({ isIntact: true });
});

test("an installation that holds anything is not restored into", async () => {
  await expect(restoreFrom(folder, quiet)).rejects.toThrow(/not empty/);
  expect(await contents(database())).toEqual(before);
});

test("a backup is not written over another", async () => {
  await expect(backupTo(folder, quiet)).rejects.toThrow(/Name a new folder/);
});

async function editManifest(copy: string, change: (manifest: Manifest) => void) {
  const path = join(copy, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8")) as Manifest;
  change(manifest);
  await writeFile(path, JSON.stringify(manifest));
}

/** As backups of early versions are: without hashes, so that only what is counted shows. */
function withoutHashes(copy: string, files = 1) {
  return editManifest(copy, (manifest) => {
    delete manifest.sha256;
    manifest.files = files;
  });
}

test("the secret comes back readable by its owner only, however the backup was carried", async () => {
  const copy = join(folder, "..", "carried");
  await cp(folder, copy, { recursive: true });
  await writeFile(join(copy, "secret"), `${"0".repeat(64)}\n`, { mode: 0o644 });
  await editManifest(copy, (manifest) => {
    manifest.sha256 = {
      ...manifest.sha256,
      secret: createHash("sha256")
        .update(`${"0".repeat(64)}\n`)
        .digest("hex"),
    };
  });
  // Never the folder of an installation that stands here.
  const { OUTRIDER_DATA: before } = env;
  Object.assign(env, { OUTRIDER_DATA: join(folder, "..", "data") });
  fresh.push(async () => void Object.assign(env, { OUTRIDER_DATA: before }));
  await mkdir(dataPath("."));
  await writeFile(dataPath("secret"), "", { mode: 0o644 });
  await anEmptyInstallation(env.TEST_DATABASE ?? "pglite");
  await restoreFrom(copy, quiet);
  expect((await stat(dataPath("secret"))).mode & 0o777).toBe(0o600);
  expect(await readFile(dataPath("secret"), "utf8")).toBe(`${"0".repeat(64)}\n`);
});

/** Another value of the same length in one row of a table: all counts stay as they were. */
async function alterRow(copy: string, table: string, from: string, to: string) {
  const path = join(copy, "tables", `${table}.jsonl`);
  const text = await readFile(path, "utf8");
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

test("a broken backup is refused, and nothing has been changed", async () => {
  const key = storageKey(ctx.workspace.id, (await openFile(ctx, made.snapshotId)).sha256);
  const file = (copy: string) => join(copy, "files", key);
  const empty = await anEmptyInstallation(env.TEST_DATABASE ?? "pglite");
  const nothing = await contents(empty);
  const breaks: [string, RegExp, (copy: string) => Promise<unknown>][] = [
    ["no manifest", /holds no manifest/, (copy) => rm(join(copy, "manifest.json"))],
    ["half a manifest", /cannot be read/, (copy) => truncate(join(copy, "manifest.json"), 50)],
    ["another format", /another version/, (copy) => writeFile(join(copy, "manifest.json"), '{"format":2}')],
    ["a table missing", /missing: tables\/public.documents/, (copy) => rm(join(copy, "tables/public.documents.jsonl"))],
    [
      "a table emptied",
      /altered: .*stream_events/,
      (copy) => truncate(join(copy, "tables/public.stream_events.jsonl"), 0),
    ],
    [
      "a table cut off in a row",
      /altered: .*audit/,
      (copy) => truncate(join(copy, "tables/public.audit_events.jsonl"), 100),
    ],
    ["one letter of a row", /altered: .*documents/, (copy) => alterRow(copy, "public.documents", "RFQ.md", "RFP.md")],
    ["no files", /missing: files\//, (copy) => rm(join(copy, "files"), { recursive: true })],
    ["one letter of a file", /altered: files\//, (copy) => writeFile(file(copy), tender.replace("4 p.m.", "5 p.m."))],
    [
      "a link in the place of a file",
      /altered: files\//,
      (copy) => rm(file(copy)).then(() => symlink(join(folder, "files", key), file(copy))),
    ],
    [
      "a file more",
      /not of the backup: files\/workspaces\/more/,
      (copy) => writeFile(join(copy, "files/workspaces/more"), "x"),
    ],
    [
      "a table more",
      /not of the backup: tables\/public.more/,
      (copy) => writeFile(join(copy, "tables/public.more.jsonl"), ""),
    ],
    [
      "a secret that was not there",
      /not of the backup: secret.old/,
      (copy) => writeFile(join(copy, "secret.old"), "0".repeat(64)),
    ],
    [
      "an early one without files",
      /0 of 1 files/,
      (copy) => withoutHashes(copy).then(() => rm(join(copy, "files"), { recursive: true })),
    ],
    [
      "an early one with a table emptied",
      /rows are there/,
      (copy) => withoutHashes(copy).then(() => truncate(join(copy, "tables/public.stream_events.jsonl"), 0)),
    ],
    // Its name is none that the store takes: the storing of files fails in the middle.
    [
      "a file that cannot be stored",
      /storage key/,
      (copy) => withoutHashes(copy, 2).then(() => writeFile(join(copy, "files", "workspaces", "Ä"), "x")),
    ],
  ];
  await fileStorage().delete(key);
  for (const [what, reason, broken] of breaks) {
    const copy = join(folder, "..", what);
    await cp(folder, copy, { recursive: true });
    await broken(copy);
    await expect(restoreFrom(copy, quiet), what).rejects.toThrow(reason);
    expect(await contents(empty), what).toEqual(nothing);
    expect(await fileStorage().exists(key), what).toBe(false);
  }
  await expect(restoreFrom(join(folder, "tables"), quiet)).rejects.toThrow(/no backup/);
  expect(await readdir(join(folder, "tables"))).not.toHaveLength(0);
  // After all refusals the whole one still comes back.
  await restoreFrom(folder, quiet);
  expect(await contents(empty)).toEqual(before);
});

test("a backup of an early version is restored, with a word that nobody can tell whether it was altered", async () => {
  const copy = join(folder, "..", "early");
  await cp(folder, copy, { recursive: true });
  await withoutHashes(copy);
  const said: string[] = [];
  const empty = await anEmptyInstallation(env.TEST_DATABASE ?? "pglite");
  await restoreFrom(copy, (text) => said.push(text));
  expect(said.join("\n")).toContain("cannot be checked");
  expect(await contents(empty)).toEqual(before);
});

test("what the store had lost or spoilt is said when the backup is made, and again when it is restored", async () => {
  const key = storageKey(ctx.workspace.id, (await openFile(ctx, made.snapshotId)).sha256);
  const said: string[] = [];
  await fileStorage().put(key, Buffer.from("other bytes"));
  await backupTo(join(folder, "..", "spoilt"), (text) => said.push(text));
  expect(said).toEqual([expect.stringContaining(key)]);
  await fileStorage().delete(key);
  expect(await backupTo(join(folder, "..", "lost"), (text) => said.push(text))).toMatchObject({ files: 0 });
  expect(said[1]).toMatch(/^1 files were not in the store/);
  await anEmptyInstallation(env.TEST_DATABASE ?? "pglite");
  await restoreFrom(join(folder, "..", "lost"), (text) => said.push(text));
  expect(said.join("\n")).toMatch(/1 files were not in the store any more/);
  await fileStorage().put(key, Buffer.from(tender));
});

test.runIf(env.TEST_DATABASE === "postgres")("a login that only owns the tables can back up and restore", async () => {
  const role = `owner_${process.pid}`;
  const asOwner = async (drop = false) => {
    const { url, drop: dropDatabase } = await clonePostgres();
    const admin = postgres(url, { max: 1, onnotice: quiet });
    if (!drop) await admin.unsafe(`create role ${role} login; grant outrider_app, outrider_system to ${role}`);
    const owned = await admin<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'jobs', 'drizzle') and c.relkind = 'r'`;
    for (const { name } of owned) await admin.unsafe(`alter table ${name} owner to ${role}`);
    await admin.unsafe(
      `grant usage on schema public, jobs, drizzle to ${role}; grant all on all sequences in schema jobs to ${role}`,
    );
    await admin.end();
    const ownUrl = new URL(url);
    ownUrl.username = role;
    const opened = await openDatabase({ url: ownUrl.toString(), poolSize: 3, skipMigrations: true });
    // Before the role, which goes only after what it owns.
    fresh.unshift(async () => {
      await opened.close();
      await dropDatabase();
    });
    adoptDatabase(opened);
    return opened;
  };
  const server = postgres(env.TEST_DATABASE_URL ?? "", { max: 1, onnotice: quiet });
  fresh.push(async () => {
    await server.unsafe(`drop role if exists ${role}`);
    await server.end();
  });
  const first = await asOwner();
  await restoreFrom(folder, quiet);
  const again = join(folder, "..", "again");
  await backupTo(again, quiet);
  const second = await asOwner(true);
  await restoreFrom(again, quiet);
  for (const opened of [first, second]) {
    const open = await opened.sql`
      select relname from pg_class where relrowsecurity and not relforcerowsecurity and relnamespace = 'public'::regnamespace`;
    expect(open).toHaveLength(0);
  }
  expect((await getQuery(ctx, queryId)).citations.length).toBeGreaterThan(0);
});
